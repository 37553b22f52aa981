// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import dev.jvmm.softcpu.code.Block;
import dev.jvmm.softcpu.code.BlockOp;
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
    private static final int USUAL_OPS = 8;

    private final SystemOps systemOps;
    private final SharedOps shared = new SharedOps();

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
        int end = Math.min(CodePage.BYTES, start + 4 * limit);
        BlockOp[] ops = new BlockOp[Math.min(limit, USUAL_OPS)];
        short @Nullable [] offsets = null;
        int count = 0;
        int firstFp = Integer.MAX_VALUE;
        int at = start;
        int instruction;
        Opcode opcode;
        do {
            instruction = HostAccess.getInt(page.hostAddress + at);
            SharedOps.Entry known = shared.find(instruction);
            opcode = known != null ? known.opcode() : Decoder.decode(instruction);
            int offset = at - start;
            at += 4;
            if (isHint(opcode) && limit > 1) {
                if (offsets == null) {
                    offsets = offsetsBefore(count, end - start >> 2);
                }
                continue;
            }
            if (opcode.feature().trappedByFpen()) {
                firstFp = Math.min(firstFp, count);
            }
            if (count == ops.length) {
                ops = Arrays.copyOf(ops, 2 * count);
            }
            if (offsets != null) {
                offsets[count] = (short) offset;
            }
            ops[count++] = known != null ? known.op() : blockOp(opcode, instruction, offset);
        } while (at < end && !opcode.endsBlock());
        return new Block(
                Arrays.copyOf(ops, count),
                offsets == null ? null : Arrays.copyOf(offsets, count),
                at - start >> 2,
                setsPc(opcode),
                Flow.of(opcode, instruction).unwinds(),
                Math.min(firstFp, count));
    }

    /** The offsets of the ops of a block when its first hint, which gets none, is met. */
    private static short[] offsetsBefore(int count, int limit) {
        short[] offsets = new short[limit];
        for (int i = 0; i < count; i++) {
            offsets[i] = (short) (4 * i);
        }
        return offsets;
    }

    /** Whether an instruction does nothing here, so that blocks leave it out. */
    private static boolean isHint(Opcode opcode) {
        return switch (opcode) {
            case HINT, PRFM_IMMEDIATE, PRFM_LITERAL, PRFM_REGISTER, PRFUM -> true;
            default -> false;
        };
    }

    /** The op of an instruction, shared where it doesn't depend on the place. */
    private BlockOp blockOp(Opcode opcode, int instruction, int offset) {
        BlockOp op = build(opcode, instruction, offset) instanceof BlockOp built ? built : UNDEFINED;
        if (!SharedOps.dependsOnPlace(opcode)) {
            shared.add(instruction, opcode, op);
        }
        return op;
    }

    /** Whether the instruction's op leaves the PC where execution goes on. */
    private static boolean setsPc(Opcode opcode) {
        return opcode.group() == InstructionGroup.BRANCH || opcode == Opcode.SVC;
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
        return op != null ? op : UNDEFINED.semantic;
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

    private static final SemanticOp UNDEFINED = new SemanticOp(c -> {
        throw c.undefined();
    });
}
