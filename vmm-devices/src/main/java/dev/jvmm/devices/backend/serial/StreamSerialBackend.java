// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.backend.serial;

import dev.jvmm.core.error.VmException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A serial line on streams of the host, such as the process's own: one thread writes what the guest sends, another
 * reads what it receives. When the output fails (its reader has gone) later output is thrown away and the VM goes on.
 */
public final class StreamSerialBackend implements SerialBackend {
    private static final Logger LOG = LoggerFactory.getLogger(StreamSerialBackend.class);
    private static final int CHUNK = 4096;
    private static final long CLOSE_MILLIS = 1000;

    private final SerialPipe pipe = new SerialPipe();
    private final String name;
    private final OutputStream out;
    private final boolean closeStreams;
    private final LongAdder discarded = new LongAdder();
    private final Thread writer;
    private final @Nullable Thread reader;

    private StreamSerialBackend(String name, @Nullable InputStream in, OutputStream out, boolean closeStreams) {
        this.name = name;
        this.out = out;
        this.closeStreams = closeStreams;
        writer = Thread.ofPlatform().daemon().name("jvmm-" + name + "-out").unstarted(this::copyOut);
        reader = in == null
                ? null
                : Thread.ofPlatform().daemon().name("jvmm-" + name + "-in").unstarted(() -> copyIn(in));
    }

    /**
     * A line on streams that stay the caller's: they are flushed but never closed.
     *
     * @param name for thread names and messages
     * @param in what the guest receives; null for nothing
     */
    public static StreamSerialBackend of(String name, @Nullable InputStream in, OutputStream out) {
        return new StreamSerialBackend(name, in, out, false).start();
    }

    /**
     * A line that only writes, to {@code file}, which is created or emptied.
     *
     * @throws VmException when the file cannot be written
     */
    public static StreamSerialBackend toFile(String name, Path file) {
        try {
            return new StreamSerialBackend(name, null, Files.newOutputStream(file), true).start();
        } catch (IOException e) {
            throw new VmException(
                    VmException.Kind.CONFIGURATION,
                    file + ": the console cannot be written there (" + e.getMessage()
                            + "); name a file in a writable directory",
                    e);
        }
    }

    private StreamSerialBackend start() {
        writer.start();
        if (reader != null) {
            reader.start();
        }
        return this;
    }

    /** Bytes of output thrown away because the stream had failed. */
    public long discardedBytes() {
        return discarded.sum();
    }

    @Override
    public void connect(SerialListener listener) {
        pipe.connect(listener);
    }

    @Override
    public int transmit(byte[] source, int offset, int length) {
        return pipe.transmit(source, offset, length);
    }

    @Override
    public int receive(byte[] target, int offset, int length) {
        return pipe.receive(target, offset, length);
    }

    @Override
    public void close() {
        pipe.close();
        try {
            writer.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        writer.interrupt();
        if (reader != null) {
            reader.interrupt(); // a read that ignores it holds nothing but a daemon thread
        }
        if (closeStreams) {
            closeQuietly();
        }
    }

    private void closeQuietly() {
        try {
            out.close();
        } catch (IOException e) {
            LOG.warn("{}: the end of the console output may be missing: {}", name, e.getMessage());
        }
    }

    private void copyOut() {
        byte[] chunk = new byte[CHUNK];
        boolean broken = false;
        try {
            int length = pipe.takeOutput(chunk, 0, CHUNK);
            while (length >= 0) {
                if (broken) {
                    discarded.add(length);
                } else {
                    broken = !write(chunk, length);
                }
                length = pipe.takeOutput(chunk, 0, CHUNK);
            }
        } catch (InterruptedException e) {
            LOG.debug("{}: closed before all output was written", name);
        }
    }

    private boolean write(byte[] chunk, int length) {
        try {
            out.write(chunk, 0, length);
            out.flush();
            return true;
        } catch (IOException e) {
            discarded.add(length);
            LOG.warn("{}: output can no longer be written ({}); the VM goes on without", name, e.getMessage());
            return false;
        }
    }

    private void copyIn(InputStream source) {
        byte[] chunk = new byte[CHUNK];
        try {
            int length = source.read(chunk);
            while (length >= 0) {
                pipe.putInput(chunk, 0, length);
                length = source.read(chunk);
            }
            LOG.debug("{}: end of input", name);
        } catch (IOException e) {
            LOG.debug("{}: input ends: {}", name, e.getMessage());
        } catch (InterruptedException e) {
            LOG.debug("{}: closed", name);
        }
    }
}
