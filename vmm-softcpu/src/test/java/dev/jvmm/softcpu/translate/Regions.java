// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import dev.jvmm.softcpu.code.CodePage;
import dev.jvmm.softcpu.code.Region;
import dev.jvmm.softcpu.decode.Decoder;
import dev.jvmm.softcpu.decode.InstructionGroup;
import dev.jvmm.softcpu.decode.Opcode;

/** Makes regions without a machine around them. */
public final class Regions {
    private final RegionCompiler compiler;

    /** @param limit of instructions */
    public Regions(OpSource ops, int limit, TranslationOptions.Registers registers) {
        compiler = new RegionCompiler(
                ops, new TranslationOptions(1, limit, false, registers, TranslationOptions.Making.AT_ONCE));
    }

    /** The region that starts at an address. */
    public Region compile(CodePage page, long address) {
        return compiler.compile(page, (int) address & CodePage.BYTES - 1).region();
    }

    /** Whether the translator has bytecode for an instruction, or calls the interpreter's op. */
    public static boolean hasBytecode(int word) {
        Opcode opcode = Decoder.decode(word);
        return opcode.group() == InstructionGroup.BRANCH
                || RegionAnalysis.treatment(opcode) == RegionAnalysis.Treatment.DIRECT;
    }
}
