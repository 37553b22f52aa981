// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import dev.jvmm.softcpu.code.Block;
import dev.jvmm.softcpu.code.CodePage;
import dev.jvmm.softcpu.cpu.Op;
import dev.jvmm.softcpu.decode.Decoder;
import dev.jvmm.softcpu.decode.InstructionGroup;
import dev.jvmm.softcpu.decode.Opcode;
import dev.jvmm.softcpu.memory.HostAccess;
import dev.jvmm.softcpu.system.SystemRegisters;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Decodes A64 instructions into blocks; each group of instructions has a class that makes its ops. */
public final class A64BlockBuilder implements BlockBuilder {
    private static final int MAX_INSTRUCTIONS = 64;

    private final SystemOps systemOps;

    public A64BlockBuilder(SystemRegisters registers) {
        this.systemOps = new SystemOps(registers);
    }

    @Override
    public Block build(CodePage page, long address) {
        return build(page, address, MAX_INSTRUCTIONS);
    }

    @Override
    public Block buildSingle(CodePage page, long address) {
        return build(page, address, 1);
    }

    private Block build(CodePage page, long address, int limit) {
        int start = (int) address & CodePage.BYTES - 1;
        Op[] ops = new Op[limit];
        short[] offsets = new short[limit];
        int count = 0;
        int firstFp = Integer.MAX_VALUE;
        boolean ends = false;
        boolean branch = false;
        boolean unwinds = false;
        for (int at = start; at < CodePage.BYTES && count < limit && !ends; at += 4) {
            int instruction = HostAccess.getInt(page.hostAddress + at);
            Opcode opcode = Decoder.decode(instruction);
            int offset = at - start;
            if (usesFp(opcode)) {
                firstFp = Math.min(firstFp, count);
            }
            ops[count] = op(opcode, instruction, offset);
            offsets[count] = (short) offset;
            count++;
            ends = opcode.endsBlock();
            branch = setsPc(opcode);
            unwinds = Flow.of(opcode, instruction).unwinds();
        }
        return new Block(
                Arrays.copyOf(ops, count),
                Arrays.copyOf(offsets, count),
                count,
                branch,
                unwinds,
                Math.min(firstFp, count));
    }

    /** Whether the instruction's op leaves the PC where execution goes on. */
    private static boolean setsPc(Opcode opcode) {
        return opcode.group() == InstructionGroup.BRANCH || opcode == Opcode.SVC;
    }

    /** Whether CPACR_EL1.FPEN can trap the instruction. */
    private static boolean usesFp(Opcode opcode) {
        return switch (opcode.feature()) {
            case BASE, CRC32, LSE, PAN -> false;
            default -> true;
        };
    }

    /** The op of one instruction at {@code offset} from where {@code pc} stands while it executes. */
    public Op op(int instruction, int offset) {
        return op(Decoder.decode(instruction), instruction, offset);
    }

    /** The op of one instruction; one for an instruction without meaning here is an Undefined Instruction exception. */
    private Op op(Opcode opcode, int instruction, int offset) {
        Op op = build(opcode, instruction, offset);
        if (op instanceof SemanticOp wrapped) {
            return wrapped.semantic;
        }
        return op != null ? op : UNDEFINED;
    }

    /** Asks the classes that a group's ops are spread over, in turn. */
    private @Nullable Op build(Opcode opcode, int instruction, int offset) {
        return switch (opcode.group()) {
            case INTEGER -> IntegerOps.build(opcode, instruction, offset);
            case BRANCH -> {
                Op op = BranchOps.build(opcode, instruction, offset);
                yield op != null ? op : systemOps.build(opcode, instruction, offset);
            }
            case LOAD_STORE -> loadStore(opcode, instruction, offset);
            case SYSTEM -> {
                Op op = AtomicOps.build(opcode, instruction);
                yield op != null ? op : systemOps.build(opcode, instruction, offset);
            }
            case FP -> FpOps.build(opcode, instruction);
            case SIMD -> {
                Op op = FpVectorOps.build(opcode, instruction);
                yield op != null ? op : SimdOps.build(opcode, instruction);
            }
            case CRYPTO -> CryptoOps.build(opcode, instruction);
        };
    }

    private static @Nullable Op loadStore(Opcode opcode, int instruction, int offset) {
        Op op = LoadStoreOps.build(opcode, instruction, offset);
        if (op == null) {
            op = AtomicOps.build(opcode, instruction);
        }
        if (op == null) {
            op = SimdLoadStoreOps.build(opcode, instruction, offset);
        }
        return op != null ? op : StructureOps.build(opcode, instruction);
    }

    private static final Op UNDEFINED = new SemanticOp(c -> {
        throw c.undefined();
    });
}
