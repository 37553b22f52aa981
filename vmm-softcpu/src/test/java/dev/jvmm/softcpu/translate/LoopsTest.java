// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.softcpu.code.CodePage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Which regions get their registers in locals. */
class LoopsTest {
    private static final int ADD_X0_X0_1 = 0x9100_0400;
    private static final int BL_AWAY = 0x9400_0800;
    private static final int TBL_V0_V1_V2 = 0x4E02_0020;
    private static final int RET = 0xD65F_03C0;

    /** CBNZ X0, to so many instructions before. */
    private static int back(int instructions) {
        return 0xB500_0000 | (-instructions & 0x7_FFFF) << 5;
    }

    private static ControlFlow flow(int... words) {
        int[] page = new int[CodePage.WORDS];
        System.arraycopy(words, 0, page, 0, words.length);
        return ControlFlow.of(page, 0, offset -> true, words.length);
    }

    private static boolean callNothing(int... words) {
        return Loops.callNothing(flow(words).blocks);
    }

    private static RegisterHome home(TranslationOptions options, int... words) {
        return new RegionCompiler((word, offset) -> cpu -> {}, options).home(flow(words));
    }

    @Test
    void aSmallLoopThatCallsNothingHasItsRegistersInLocals() {
        TranslationOptions options = TranslationOptions.DEFAULT;
        assertThat(home(options, ADD_X0_X0_1, back(1), RET)).isEqualTo(RegisterHome.LOCALS);
        assertThat(home(options, ADD_X0_X0_1, RET)).isEqualTo(RegisterHome.VCPU);
        assertThat(home(options, BL_AWAY, back(1), RET)).isEqualTo(RegisterHome.VCPU);
        int[] large = new int[200];
        Arrays.fill(large, ADD_X0_X0_1);
        large[large.length - 1] = back(large.length - 1);
        assertThat(home(options, large)).isEqualTo(RegisterHome.VCPU);
    }

    @Test
    void codeWithoutLoopIsNone() {
        assertThat(callNothing(ADD_X0_X0_1, RET)).isFalse();
    }

    @Test
    void aLoopOfBytecodeCallsNothing() {
        assertThat(callNothing(ADD_X0_X0_1, back(1), RET)).isTrue();
    }

    @Test
    void whatIsCalledBesideALoopDoesNotMatter() {
        assertThat(callNothing(BL_AWAY, TBL_V0_V1_V2, ADD_X0_X0_1, back(1), BL_AWAY, RET))
                .isTrue();
    }

    @Test
    void aLoopThatCallsAFunctionOrAnOpCallsSomething() {
        assertThat(callNothing(ADD_X0_X0_1, BL_AWAY, back(2), RET)).isFalse();
        assertThat(Regions.hasBytecode(TBL_V0_V1_V2)).as("called").isFalse();
        assertThat(callNothing(ADD_X0_X0_1, TBL_V0_V1_V2, back(2), RET)).isFalse();
    }
}
