// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries standard input to the guest on daemon threads. Its end ends nothing: a VM may live without input. */
public final class ConsoleInput {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleInput.class);
    private static final int CHUNK = 4096;
    private static final int CHUNKS_AHEAD = 256;

    private ConsoleInput() {}

    /** Carries every byte as it is, no faster than the guest takes them. */
    public static void fromPipe(InputStream source, OutputStream guest) {
        daemon("jvmm-input", () -> {
            byte[] chunk = new byte[CHUNK];
            for (int length = source.read(chunk); length >= 0; length = source.read(chunk)) {
                guest.write(chunk, 0, length);
            }
        });
    }

    /**
     * Carries what is typed, and hands the user's commands to {@code commands}. Keys are read even when the guest takes
     * none, so that a command always gets through; what it does not take is forgotten at some point.
     */
    public static void fromKeyboard(InputStream source, OutputStream guest, Consumer<EscapeKeys.Command> commands) {
        BlockingQueue<byte[]> typed = new LinkedBlockingQueue<>(CHUNKS_AHEAD);
        EscapeKeys keys = new EscapeKeys(new EscapeKeys.Listener() {
            @Override
            public void toGuest(byte[] bytes, int offset, int length) {
                if (!typed.offer(Arrays.copyOfRange(bytes, offset, offset + length))) {
                    LOG.info("The guest takes no input: {} bytes forgotten", length);
                }
            }

            @Override
            public void command(EscapeKeys.Command command) {
                commands.accept(command);
            }
        });
        daemon("jvmm-input", () -> {
            while (true) {
                guest.write(typed.take());
            }
        });
        daemon("jvmm-keyboard", () -> {
            byte[] chunk = new byte[CHUNK];
            for (int length = source.read(chunk); length >= 0; length = source.read(chunk)) {
                keys.type(chunk, length);
            }
        });
    }

    private interface Carrier {
        void run() throws IOException, InterruptedException;
    }

    private static void daemon(String name, Carrier carrier) {
        Thread.ofPlatform().daemon().name(name).start(() -> {
            try {
                carrier.run();
                LOG.debug("End of input");
            } catch (IOException | InterruptedException e) {
                LOG.debug("Input ends: {}", e.toString());
            }
        });
    }
}
