// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.softcpu.code.Block;
import dev.jvmm.softcpu.code.CodePage;
import dev.jvmm.softcpu.interpret.A64BlockBuilder;
import dev.jvmm.softcpu.system.SystemRegisters;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What blocks share and what they leave out. */
class SharedOpsTest {
    private static final int NOP = 0xD503_201F;
    private static final int PACIASP = 0xD503_233F;
    private static final int PRFM = 0xF980_0000;
    private static final int ADD_X0_X0_1 = 0x9100_0400;
    private static final int ADR_X0_HERE = 0x1000_0000;
    private static final int LDR_X0_LITERAL = 0x5800_0040;
    private static final int CBZ_X0_BACK = 0xB4FF_FFE0;
    private static final int SVC = 0xD400_0001;
    private static final int RET = 0xD65F_03C0;
    private static final int FADD = 0x1E62_2820;

    private final A64BlockBuilder builder = new A64BlockBuilder(new SystemRegisters());

    private Block build(int... words) {
        MemorySegment page = Arena.ofAuto().allocate(CodePage.BYTES, CodePage.BYTES);
        for (int i = 0; i < words.length; i++) {
            page.setAtIndex(ValueLayout.JAVA_INT, i, words[i]);
        }
        return builder.build(new CodePage(0, page.address()), 0);
    }

    @Test
    void anInstructionThatMeansTheSameEverywhereHasOneOp() {
        Block first = build(ADD_X0_X0_1, RET);
        Block second = build(ADD_X0_X0_1, ADD_X0_X0_1, RET);
        assertThat(second.ops).containsExactly(first.ops[0], first.ops[0], first.ops[1]);
    }

    @Test
    void anInstructionThatDependsOnItsPlaceHasAnOpForEach() {
        for (int word : new int[] {ADR_X0_HERE, LDR_X0_LITERAL, CBZ_X0_BACK, SVC}) {
            Block block = build(ADD_X0_X0_1, word, word, RET);
            assertThat(build(word, RET).ops[0]).as(Integer.toHexString(word)).isNotSameAs(block.ops[1]);
        }
        Block block = build(ADR_X0_HERE, ADR_X0_HERE, RET);
        assertThat(block.ops[0]).isNotSameAs(block.ops[1]);
    }

    @Test
    void hintsHaveNoOpsButTheirPlace() {
        Block block = build(PACIASP, ADD_X0_X0_1, NOP, PRFM, FADD, NOP, RET);
        assertThat(block.ops).hasSize(3);
        assertThat(block.instructions).isEqualTo(7);
        assertThat(block.firstFp).isEqualTo(1);
        assertThat(block.endsWithBranch).isTrue();
        assertThat(block.offset(0)).isEqualTo(4);
        assertThat(block.offset(1)).isEqualTo(16);
        assertThat(block.offset(2)).isEqualTo(24);
    }

    @Test
    void aBlockOfHintsAloneGoesOnAfterThem() {
        int[] words = new int[CodePage.BYTES / 4];
        Arrays.fill(words, NOP);
        Block block = build(words);
        assertThat(block.ops).isEmpty();
        assertThat(block.instructions).isPositive();
        assertThat(block.endsWithBranch).isFalse();
    }

    @Test
    void aHintThatIsSteppedHasAnOp() {
        MemorySegment page = Arena.ofAuto().allocate(CodePage.BYTES, CodePage.BYTES);
        page.set(ValueLayout.JAVA_INT, 0, NOP);
        assertThat(builder.buildSingle(new CodePage(0, page.address()), 0).ops).hasSize(1);
    }
}
