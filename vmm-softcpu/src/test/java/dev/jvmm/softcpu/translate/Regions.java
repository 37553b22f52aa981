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

    public Regions(OpSource ops) {
        compiler = new RegionCompiler(ops);
    }

    /** The region that starts at an address, of at most {@code limit} instructions. */
    public Region compile(CodePage page, long address, int limit) {
        int entry = (int) address & CodePage.BYTES - 1;
        return compiler.compile(page, entry, limit, false).region();
    }

    /** Whether the translator has bytecode for an instruction, or calls the interpreter's op. */
    public static boolean hasBytecode(int word) {
        Opcode opcode = Decoder.decode(word);
        return opcode.group() == InstructionGroup.BRANCH
                || RegionAnalysis.treatment(opcode) == RegionAnalysis.Treatment.DIRECT;
    }
}
