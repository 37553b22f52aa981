// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Attributes.OutputFlag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawTerminalTest {
    @TempDir
    private Path folder;

    @Test
    void a_raw_terminal_neither_edits_nor_echoes_nor_signals_nor_translates() {
        Attributes original = new Attributes();
        original.setInputFlags(EnumSet.of(InputFlag.ICRNL, InputFlag.IXON, InputFlag.IUTF8));
        original.setOutputFlags(EnumSet.of(OutputFlag.OPOST, OutputFlag.ONLCR));
        original.setLocalFlags(EnumSet.of(LocalFlag.ICANON, LocalFlag.ECHO, LocalFlag.ISIG, LocalFlag.IEXTEN));

        Attributes raw = RawTerminal.raw(original);

        assertThat(raw.getInputFlags()).containsExactly(InputFlag.IUTF8);
        assertThat(raw.getOutputFlag(OutputFlag.OPOST)).isFalse();
        assertThat(raw.getLocalFlags()).isEmpty();
        assertThat(raw.getControlChar(ControlChar.VMIN)).isEqualTo(1);
        assertThat(raw.getControlChar(ControlChar.VTIME)).isZero();
        assertThat(original.getLocalFlag(LocalFlag.ECHO)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "pipe:[4711],true",
        "socket:[4711],true",
        "/dev/null,true",
        "/dev/pts/3,false",
        "/dev/ttyS0,false",
        "/3,false"
    })
    void what_an_open_file_is_shows_in_its_link(String target, boolean elsewhere) throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("0"), Path.of(target));
        assertThat(RawTerminal.leadsElsewhere(link)).isEqualTo(elsewhere);
    }

    @Test
    void a_regular_file_is_no_terminal_and_a_missing_link_says_nothing() throws IOException {
        Path file = Files.createFile(folder.resolve("output"));
        assertThat(RawTerminal.leadsElsewhere(Files.createSymbolicLink(folder.resolve("1"), file)))
                .isTrue();
        assertThat(RawTerminal.leadsElsewhere(folder.resolve("2"))).isFalse();
    }
}
