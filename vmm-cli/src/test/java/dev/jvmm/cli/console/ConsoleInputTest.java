// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConsoleInputTest {
    @Test
    void a_pipe_reaches_the_guest_whole_control_characters_included() throws IOException {
        PipedOutputStream guest = new PipedOutputStream();
        PipedInputStream received = new PipedInputStream(guest);
        ConsoleInput.fromPipe(new ByteArrayInputStream("a\u0001x".getBytes(StandardCharsets.US_ASCII)), guest);
        assertThat(received.readNBytes(3)).asString().isEqualTo("a\u0001x");
    }

    @Test
    void a_command_gets_through_while_the_guest_takes_no_input() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        OutputStream stuck = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
        };
        LinkedBlockingQueue<EscapeKeys.Command> commands = new LinkedBlockingQueue<>();
        byte[] typed = ("a".repeat(3_000_000) + "\u0001x").getBytes(StandardCharsets.US_ASCII);
        ConsoleInput.fromKeyboard(new ByteArrayInputStream(typed), stuck, commands::add);
        assertThat(commands.take()).isEqualTo(EscapeKeys.Command.QUIT);
        never.countDown();
    }
}
