// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.differential;

import java.util.ArrayList;
import java.util.List;

/** What an instruction under test can read or change, as consecutive 64-bit words: the format of the test program's records. */
final class MachineState {
    /** X0 to X30, then SP. */
    static final int X = 0;

    static final int SP = 31;
    /** Flags in bits 31:28. */
    static final int NZCV = 32;

    static final int FPSR = 33;
    /** Before: FPCR. */
    static final int FPCR = 34;
    /** After: words from the one after the instruction to the one executed next. */
    static final int EXIT = 34;
    /** Before: address of the code that loads X30 and executes the instruction. */
    static final int SLOT = 35;
    /** V0 to V31, two words each. */
    static final int V = 36;
    /** The memory that loads and stores reach. */
    static final int WINDOW = 100;

    static final int WINDOW_WORDS = 32;
    static final int WORDS = WINDOW + WINDOW_WORDS;
    static final int BYTES = WORDS * Long.BYTES;

    final long[] words;

    MachineState(long[] words) {
        this.words = words;
    }

    /** Where the state differs from the expected one, each as `name: expected, actual`. */
    List<String> differences(MachineState expected) {
        var differences = new ArrayList<String>();
        for (int i = 0; i < WORDS; i++) {
            if (i != SLOT && words[i] != expected.words[i]) {
                differences.add("%s: expected %016x, actual %016x".formatted(name(i), expected.words[i], words[i]));
            }
        }
        return differences;
    }

    private static String name(int index) {
        if (index >= WINDOW) {
            return "memory+" + (index - WINDOW) * Long.BYTES;
        }
        if (index >= V) {
            return "V" + (index - V) / 2 + ((index - V) % 2 == 0 ? " low" : " high");
        }
        return switch (index) {
            case SP -> "SP";
            case NZCV -> "NZCV";
            case FPSR -> "FPSR";
            case EXIT -> "continued at";
            default -> "X" + index;
        };
    }
}
