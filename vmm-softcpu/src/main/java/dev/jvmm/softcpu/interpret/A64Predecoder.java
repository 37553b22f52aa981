// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

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

/**
 * Decodes A64 instructions into the words of pages: those that have a {@link PackedOp} into that, others into ops, which each
 * group of instructions has a class to make of.
 */
public final class A64Predecoder implements Predecoder {
    private static final PackedOp[] PACKED = PackedOp.values();
    private static final int USUAL_BLOCK = 12;

    private static final SemanticOp UNDEFINED = new SemanticOp(c -> {
        throw c.undefined();
    });

    private final SystemOps systemOps;
    private final SharedOps shared = new SharedOps();

    public A64Predecoder(SystemRegisters registers) {
        this.systemOps = new SystemOps(registers);
    }

    @Override
    public void decode(CodePage page, int index) {
        long[] decoded = new long[USUAL_BLOCK];
        int count = 0;
        boolean ends = false;
        while (!ends && index + count < CodePage.WORDS && page.words[index + count] == PackedForms.NONE) {
            int offset = 4 * (index + count);
            int instruction = HostAccess.getInt(page.hostAddress + offset);
            Opcode opcode = Decoder.decode(instruction);
            if (count == decoded.length) {
                decoded = Arrays.copyOf(decoded, 4 * count);
            }
            decoded[count++] = word(page, opcode, instruction, offset);
            ends = opcode.endsBlock();
        }
        page.publish(index, decoded, count);
    }

    private long word(CodePage page, Opcode opcode, int instruction, int offset) {
        long packed = PackedForms.of(opcode, instruction, offset);
        if (packed != PackedForms.NONE) {
            return packed;
        }
        int number = page.add(blockOp(opcode, instruction, offset));
        if (opcode.endsBlock()) {
            int unwinds = Flow.of(opcode, instruction).unwinds() ? PackedOp.UNWINDS : 0;
            int setsPc = setsPc(opcode) ? PackedOp.SETS_PC : 0;
            return PackedWord.of(PackedOp.LAST_OP, 0, 0, 0, unwinds | setsPc, number);
        }
        PackedOp kind = opcode.feature().trappedByFpen() ? PackedOp.FP_OP : PackedOp.OP;
        return PackedWord.of(kind, 0, 0, 0, 0, number);
    }

    @Override
    public SingleInstruction single(CodePage page, long address) {
        int offset = (int) address & CodePage.BYTES - 1;
        int instruction = HostAccess.getInt(page.hostAddress + offset);
        Opcode opcode = Decoder.decode(instruction);
        return new SingleInstruction(opcode, op(opcode, instruction, offset), setsPc(opcode));
    }

    /** Whether the instruction's op leaves the PC where execution goes on. */
    private static boolean setsPc(Opcode opcode) {
        return opcode.group() == InstructionGroup.BRANCH || opcode == Opcode.SVC;
    }

    /** The op of an instruction without packed form, shared where it doesn't depend on the place. */
    private BlockOp blockOp(Opcode opcode, int instruction, int offset) {
        BlockOp known = shared.find(instruction);
        if (known != null) {
            return known;
        }
        BlockOp op = build(opcode, instruction, offset) instanceof BlockOp built ? built : UNDEFINED;
        if (!SharedOps.dependsOnPlace(opcode)) {
            shared.add(instruction, op);
        }
        return op;
    }

    /**
     * The op of one instruction.
     *
     * @param offset of the instruction from where {@code pc} stands while it executes: the start of a page
     */
    public Op op(int instruction, int offset) {
        return op(Decoder.decode(instruction), instruction, offset);
    }

    /** The op of one instruction; one for an instruction without meaning here is an Undefined Instruction exception. */
    private Op op(Opcode opcode, int instruction, int offset) {
        long word = PackedForms.of(opcode, instruction, offset);
        if (word != PackedForms.NONE) {
            PackedOp packed = PACKED[CodePage.kind(word)];
            return cpu -> packed.executeAlone(cpu, word);
        }
        Op op = build(opcode, instruction, offset);
        if (op instanceof SemanticOp wrapped) {
            return wrapped.semantic;
        }
        return op != null ? op : UNDEFINED.semantic;
    }

    /** Asks the classes that a group's ops are spread over, in turn. */
    private @Nullable Op build(Opcode opcode, int instruction, int offset) {
        return switch (opcode.group()) {
            case INTEGER -> IntegerOps.build(opcode, instruction);
            case BRANCH -> systemOps.build(opcode, instruction, offset);
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
}
