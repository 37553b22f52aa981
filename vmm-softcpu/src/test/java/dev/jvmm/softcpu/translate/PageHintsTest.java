// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.softcpu.code.CodePage;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which accesses have page hints. */
class PageHintsTest {
    private static final int LDR_X0_X1 = 0xF940_0020;
    private static final int LDRB_W0_X1_POST = 0x3840_1420;
    private static final int STR_X0_X1 = 0xF900_0020;
    private static final int LDR_X0_X1_X2 = 0xF862_6820;
    private static final int ADD_X0_X0_1 = 0x9100_0400;
    private static final int RET = 0xD65F_03C0;

    /** CBNZ X0, to so many instructions before. */
    private static int back(int instructions) {
        return 0xB500_0000 | (-instructions & 0x7_FFFF) << 5;
    }

    private static Set<PageHints.Accesses> hints(boolean limited, int... words) {
        int[] page = new int[CodePage.WORDS];
        System.arraycopy(words, 0, page, 0, words.length);
        ControlFlow flow = ControlFlow.of(page, 0, offset -> true, words.length);
        return limited ? Loops.worthHints(flow.blocks) : Loops.hintable(flow.blocks);
    }

    @Test
    void loadsAndStoresByOneRegisterHaveOneEach() {
        assertThat(hints(true, LDR_X0_X1, LDRB_W0_X1_POST, STR_X0_X1, back(3), RET))
                .containsExactlyInAnyOrder(new PageHints.Accesses(1, false), new PageHints.Accesses(1, true));
    }

    @Test
    void codeOutsideLoopsAndAccessesAtAnIndexHaveNone() {
        assertThat(hints(true, LDR_X0_X1, ADD_X0_X0_1, back(1), STR_X0_X1, RET)).isEmpty();
        assertThat(hints(true, LDR_X0_X1_X2, back(1), RET)).isEmpty();
    }

    @Test
    void whereThereWouldBeManyThereAreNone() {
        int[] five = new int[6];
        for (int base = 1; base <= 5; base++) {
            five[base - 1] = LDR_X0_X1 & ~0x3E0 | base << 5;
        }
        five[5] = back(5);
        assertThat(hints(true, five)).isEmpty();
        assertThat(hints(false, five)).hasSize(5);
        five[4] = LDR_X0_X1;
        assertThat(hints(true, five)).hasSize(4);
    }

    @Test
    void aLargeLoopHasNone() {
        int[] large = new int[42];
        Arrays.fill(large, LDR_X0_X1);
        large[40] = back(40);
        large[41] = RET;
        assertThat(hints(true, large)).isEmpty();
        assertThat(hints(false, large)).hasSize(1);
        large[0] = RET;
        large[40] = back(39);
        assertThat(hints(true, Arrays.copyOfRange(large, 1, 42))).hasSize(1);
    }
}
