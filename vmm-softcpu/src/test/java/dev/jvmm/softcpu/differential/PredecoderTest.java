// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.softcpu.code.BlockOp;
import dev.jvmm.softcpu.code.CodePage;
import dev.jvmm.softcpu.code.Region;
import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.interpret.A64Predecoder;
import dev.jvmm.softcpu.system.SystemRegisters;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of guest code in the words of a page. */
class PredecoderTest {
    private static final int NOP = 0xD503_201F;
    private static final int ADD_X0_X0_1 = 0x9100_0400;
    private static final int LDR_X0_LITERAL = 0x5800_0040;
    private static final int ISB = 0xD503_3FDF;
    private static final int UMULH = 0x9BC0_7C00;
    private static final int RET = 0xD65F_03C0;

    private final Arena arena = Arena.ofShared();
    private final A64Predecoder decoder = new A64Predecoder(new SystemRegisters());

    @AfterEach
    void free() {
        arena.close();
    }

    private CodePage page(int... instructions) {
        MemorySegment memory = arena.allocate(CodePage.BYTES, CodePage.BYTES);
        for (int i = 0; i < instructions.length; i++) {
            memory.setAtIndex(ValueLayout.JAVA_INT, i, instructions[i]);
        }
        return new CodePage(0, memory.address());
    }

    private CodePage decoded(int... instructions) {
        CodePage page = page(instructions);
        decoder.decode(page, 0);
        return page;
    }

    private static BlockOp op(CodePage page, int index) {
        return page.op(page.word(index));
    }

    private static long decodedWords(CodePage page) {
        return Arrays.stream(page.words, 0, CodePage.WORDS + 1)
                .filter(word -> word != CodePage.UNDECODED)
                .count();
    }

    @Test
    void decodesToTheEndOfTheBasicBlock() {
        assertThat(decodedWords(decoded(ADD_X0_X0_1, NOP, RET, ADD_X0_X0_1))).isEqualTo(3);
        assertThat(decodedWords(decoded(ADD_X0_X0_1, ISB, ADD_X0_X0_1))).isEqualTo(2);
    }

    @Test
    void decodesNothingTwice() {
        CodePage page = page(UMULH, UMULH, RET);
        decoder.decode(page, 1);
        BlockOp before = op(page, 1);
        decoder.decode(page, 0);
        assertThat(op(page, 1)).isSameAs(before);
        assertThat(decodedWords(page)).isEqualTo(3);
    }

    @Test
    void stopsAtTheEndOfThePage() {
        int[] nops = new int[CodePage.WORDS];
        Arrays.fill(nops, NOP);
        CodePage page = decoded(nops);
        assertThat(decodedWords(page)).isEqualTo(CodePage.WORDS);
        assertThat(page.words[CodePage.WORDS]).isEqualTo(CodePage.UNDECODED);
    }

    @Test
    void theSameInstructionOfTwoPagesHasOneOp() {
        assertThat(op(decoded(UMULH, RET), 0)).isSameAs(op(decoded(UMULH, RET), 0));
    }

    @Test
    void anInstructionThatDependsOnItsPlaceHasAnOpForEach() {
        CodePage page = decoded(LDR_X0_LITERAL, LDR_X0_LITERAL, RET);
        assertThat(op(page, 0)).isNotSameAs(op(page, 1));
    }

    @Test
    void aRegionTakesTheWordOfItsFirstInstruction() {
        CodePage page = decoded(ADD_X0_X0_1, RET);
        long word = page.word(0);
        Region region = new Region() {
            @Override
            public int run(Cpu cpu) {
                return CONTINUE;
            }
        };
        page.attach(0, region);
        long now = page.word(0);
        assertThat(CodePage.kind(now)).isEqualTo(CodePage.REGION);
        assertThat(page.region(now)).isSameAs(region);
        assertThat(page.instruction(now)).isEqualTo(word);
        page.attach(7, region);
        assertThat(page.word(7)).as("nothing was decoded there").isEqualTo(CodePage.UNDECODED);
    }
}
