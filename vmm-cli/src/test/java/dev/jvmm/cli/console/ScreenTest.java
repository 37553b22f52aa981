// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private final Screen shared = new Screen(terminal, terminal, true);

    private static void write(Screen screen, String text) throws IOException {
        screen.guest().write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_message_does_not_continue_the_guests_line() throws IOException {
        shared.setRaw(true);
        write(shared, "login: ");
        shared.message("jvmm: hello");
        write(shared, "root");
        assertThat(terminal).hasToString("login: \r\njvmm: hello\r\nroot");
    }

    @Test
    void a_message_after_a_whole_line_follows_at_once() throws IOException {
        shared.setRaw(true);
        write(shared, "done\r\n");
        shared.message("one\ntwo");
        assertThat(terminal).hasToString("done\r\none\r\ntwo\r\n");
    }

    @Test
    void a_terminal_that_is_not_raw_gets_plain_line_ends() throws IOException {
        write(shared, "a");
        shared.message("m");
        assertThat(terminal).hasToString("a\nm\n");
    }

    @Test
    void the_end_of_a_begun_line_is_written_once() throws IOException {
        write(shared, "a");
        shared.endLine();
        shared.endLine();
        assertThat(terminal).hasToString("a\n");
    }

    @Test
    void guest_and_messages_stay_apart_when_they_go_to_different_places() throws IOException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Screen apart = new Screen(terminal, err, false);
        write(apart, "a");
        apart.message("m");
        apart.endLine();
        write(apart, "b");
        assertThat(terminal).hasToString("ab");
        assertThat(err).hasToString("m\n");
    }

    @Test
    void a_message_that_nobody_can_read_is_no_failure() {
        Screen broken = new Screen(
                terminal,
                new OutputStream() {
                    @Override
                    public void write(int value) throws IOException {
                        throw new IOException("Broken pipe");
                    }
                },
                false);
        broken.message("m");
        assertThat(terminal.size()).isZero();
    }
}
