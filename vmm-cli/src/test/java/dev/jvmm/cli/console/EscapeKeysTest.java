// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EscapeKeysTest {
    private final StringBuilder happened = new StringBuilder();
    private final EscapeKeys keys = new EscapeKeys(new EscapeKeys.Listener() {
        @Override
        public void toGuest(byte[] source, int offset, int length) {
            happened.append(new String(source, offset, length, StandardCharsets.ISO_8859_1));
        }

        @Override
        public void command(EscapeKeys.Command command) {
            happened.append('<').append(command).append('>');
        }
    });

    private void type(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        keys.type(bytes, bytes.length);
    }

    @Test
    void ordinary_keys_go_to_the_guest_as_they_are() {
        type("ls\r\u0003\u001b[A\u00e9");
        assertThat(happened).hasToString("ls\r\u0003\u001b[A\u00e9");
    }

    @ParameterizedTest
    @CsvSource({"x,QUIT", "X,QUIT", "h,HELP", "p,POWER_BUTTON", "r,RESET", "i,INFORMATION", "q,HELP", "?,HELP"})
    void a_letter_after_the_prefix_is_a_command_and_not_the_guests(String key, EscapeKeys.Command command) {
        type("a\u0001" + key + "b");
        assertThat(happened).hasToString("a<" + command + ">b");
    }

    @Test
    void the_prefix_twice_is_one_for_the_guest() {
        type("a\u0001\u0001x");
        assertThat(happened).hasToString("a\u0001x");
    }

    @Test
    void three_prefixes_and_a_letter_are_one_for_the_guest_and_a_command() {
        type("\u0001\u0001\u0001x");
        assertThat(happened).hasToString("\u0001<QUIT>");
    }

    @Test
    void a_prefix_alone_sends_nothing_until_the_next_key() {
        type("a\u0001");
        assertThat(happened).hasToString("a");
        type("x");
        assertThat(happened).hasToString("a<QUIT>");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void how_the_keys_are_split_into_reads_makes_no_difference(long seed) {
        Random random = new Random(seed);
        StringBuilder typed = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            typed.append("\u0001\u0001xhab".charAt(random.nextInt(6)));
        }
        typed.append('z'); // ends whatever was begun
        type(typed.toString());
        String whole = happened.toString();
        happened.setLength(0);

        int at = 0;
        List<String> pieces = new ArrayList<>();
        while (at < typed.length()) {
            int end = Math.min(typed.length(), at + 1 + random.nextInt(5));
            pieces.add(typed.substring(at, end));
            at = end;
        }
        pieces.forEach(this::type);
        assertThat(happened).hasToString(whole);
    }
}
