// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Attributes.OutputFlag;
import org.junit.jupiter.api.Test;

class RawTerminalTest {
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
}
