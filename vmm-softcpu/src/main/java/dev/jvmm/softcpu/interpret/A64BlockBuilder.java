// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import dev.jvmm.softcpu.code.Block;
import dev.jvmm.softcpu.code.CodePage;
import dev.jvmm.softcpu.cpu.Op;
import dev.jvmm.softcpu.decode.Decoder;
import dev.jvmm.softcpu.decode.Opcode;
import dev.jvmm.softcpu.memory.HostAccess;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Decodes A64 instructions into blocks; each group of instructions has a class that makes its ops. */
public final class A64BlockBuilder implements BlockBuilder {
    private static final int MAX_INSTRUCTIONS = 64;

    @Override
    public Block build(CodePage page, long address) {
        int start = (int) address & CodePage.BYTES - 1;
        Op[] ops = new Op[MAX_INSTRUCTIONS];
        short[] offsets = new short[MAX_INSTRUCTIONS];
        int count = 0;
        int firstFp = Integer.MAX_VALUE;
        boolean branch = false;
        for (int at = start; at < CodePage.BYTES && count < MAX_INSTRUCTIONS && !branch; at += 4) {
            int instruction = HostAccess.getInt(page.hostAddress + at);
            Opcode opcode = Decoder.decode(instruction);
            int offset = at - start;
            if (usesFp(opcode)) {
                firstFp = Math.min(firstFp, count);
            }
            ops[count] = op(opcode, instruction, offset);
            offsets[count] = (short) offset;
            count++;
            branch = opcode.endsBlock();
        }
        return new Block(
                Arrays.copyOf(ops, count), Arrays.copyOf(offsets, count), count, branch, Math.min(firstFp, count));
    }

    /** Whether CPACR_EL1.FPEN can trap the instruction. */
    private static boolean usesFp(Opcode opcode) {
        return switch (opcode.feature()) {
            case BASE, CRC32, LSE, PAN -> false;
            default -> true;
        };
    }

    /** The op of one instruction; one for an instruction without meaning here is an Undefined Instruction exception. */
    static Op op(Opcode opcode, int instruction, int offset) {
        @Nullable
        Op op = switch (opcode.group()) {
            case INTEGER -> IntegerOps.build(opcode, instruction, offset);
            case BRANCH ->
                firstOf(BranchOps.build(opcode, instruction, offset), SystemOps.build(opcode, instruction, offset));
            case LOAD_STORE ->
                firstOf(LoadStoreOps.build(opcode, instruction, offset), AtomicOps.build(opcode, instruction));
            case SYSTEM -> firstOf(AtomicOps.build(opcode, instruction), SystemOps.build(opcode, instruction, offset));
            default -> null;
        };
        return op != null ? op : UNDEFINED;
    }

    private static @Nullable Op firstOf(@Nullable Op first, @Nullable Op second) {
        return first != null ? first : second;
    }

    private static final Op UNDEFINED = new SemanticOp(c -> {
        throw c.undefined();
    });
}
