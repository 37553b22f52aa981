// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import dev.jvmm.softcpu.decode.Fields;
import dev.jvmm.softcpu.decode.InstructionFeature;
import dev.jvmm.softcpu.decode.InstructionGroup;
import dev.jvmm.softcpu.decode.Opcode;
import dev.jvmm.softcpu.decode.RegisterOperands;
import dev.jvmm.softcpu.interpret.Flow;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What a region does to registers and flags, and what is known of them at the start of each block. A register is dirty where its
 * local, if it has one, may differ from the vCPU's. Sets of registers have bits 0 to 30 for X0 to X30 and bit 31 for the stack
 * pointer.
 */
final class RegionAnalysis {
    /** Every register of the region. */
    int used;
    /** Registers that bytecode writes: with locals, these may differ from the vCPU's at some place. */
    int written;

    boolean changesFlags;
    boolean usesFp;
    /**
     * There are accesses relative to the stack pointer. They have no check of its alignment: while the region executes the pointer
     * is aligned, where it isn't the interpreter goes on.
     */
    boolean usesStack;
    /** SIMD and floating-point registers that instructions with bytecode name. */
    int vectors;
    /** The same of SIMD and floating-point registers. */
    int vectorsWritten;

    RegionAnalysis(ControlFlow flow) {
        for (BasicBlock block : flow.blocks) {
            block.instructions.forEach(this::collect);
        }
        solve(flow);
    }

    /** How the translator handles an instruction that is not control flow. */
    enum Treatment {
        /** Bytecode of its own. */
        DIRECT,
        /** A call of the interpreter's op, with the registers that it names in the vCPU. */
        OP
    }

    static Treatment treatment(Opcode opcode) {
        boolean direct = switch (opcode.group()) {
            case INTEGER -> IntegerEmitter.covers(opcode);
            case LOAD_STORE -> MemoryEmitter.covers(opcode) || SimdMemoryEmitter.covers(opcode);
            case FP -> true;
            case SIMD, CRYPTO -> SimdEmitter.covers(opcode);
            case BRANCH, SYSTEM -> false;
        };
        return direct ? Treatment.DIRECT : Treatment.OP;
    }

    private void collect(Instruction instruction) {
        Opcode opcode = instruction.opcode();
        int word = instruction.word();
        used |= RegisterOperands.of(opcode, word);
        if (isCall(opcode)) {
            used |= 1 << 30;
        }
        if (treatment(opcode) == Treatment.DIRECT) {
            written |= RegisterOperands.written(opcode, word);
            vectors |= VectorRegisters.named(opcode, word);
            vectorsWritten |= VectorRegisters.written(opcode, word);
        }
        FlagState nothing = new FlagState(Integer.MIN_VALUE);
        changesFlags |= !isCall(opcode) && !flagsAfter(instruction, nothing).equals(nothing);
        usesStack |= isRelative(opcode) && Fields.rn(word) == GuestAssembler.SP;
        usesFp |= opcode.feature().trappedByFpen();
    }

    /** Whether an instruction accesses memory by a base register. */
    static boolean isRelative(Opcode opcode) {
        return switch (opcode) {
            case LDR_LITERAL, LDRSW_LITERAL, LDR_SIMD_LITERAL, PRFM_LITERAL -> false;
            default -> opcode.group() == InstructionGroup.LOAD_STORE;
        };
    }

    private static boolean isCall(Opcode opcode) {
        return opcode == Opcode.BL || opcode == Opcode.BLR;
    }

    private static void solve(ControlFlow flow) {
        BasicBlock entry = flow.at(flow.entry);
        if (entry == null) {
            throw new IllegalStateException("a region without entry");
        }
        entry.flags = FlagState.ANY;
        Deque<BasicBlock> todo = new ArrayDeque<>();
        todo.add(entry);
        while (!todo.isEmpty()) {
            BasicBlock block = todo.remove();
            int dirty = block.dirty;
            int dirtyVectors = block.dirtyVectors;
            FlagState flags = block.flags;
            for (Instruction instruction : block.instructions) {
                dirty = dirtyAfter(instruction, dirty);
                dirtyVectors = dirtyVectorsAfter(instruction, dirtyVectors);
                flags = flagsAfter(instruction, flags);
            }
            for (BasicBlock successor : block.successors) {
                int merged = successor.dirty | dirty;
                int mergedVectors = successor.dirtyVectors | dirtyVectors;
                FlagState met = successor.flags.meet(flags);
                if (merged != successor.dirty
                        || mergedVectors != successor.dirtyVectors
                        || !met.equals(successor.flags)) {
                    successor.dirty = merged;
                    successor.dirtyVectors = mergedVectors;
                    successor.flags = met;
                    todo.add(successor);
                }
            }
        }
    }

    /** The registers that differ from the vCPU's after an instruction. */
    static int dirtyAfter(Instruction instruction, int before) {
        Opcode opcode = instruction.opcode();
        int word = instruction.word();
        return dirtyAfter(
                instruction,
                before,
                treatment(opcode) == Treatment.DIRECT
                        ? before | RegisterOperands.written(opcode, word)
                        : before & ~RegisterOperands.of(opcode, word));
    }

    /** The SIMD and floating-point registers that differ from the vCPU's after an instruction. */
    static int dirtyVectorsAfter(Instruction instruction, int before) {
        Opcode opcode = instruction.opcode();
        int afterOp = opcode.feature().trappedByFpen() ? 0 : before;
        return dirtyAfter(
                instruction,
                before,
                treatment(opcode) == Treatment.DIRECT
                        ? before | VectorRegisters.written(opcode, instruction.word())
                        : afterOp);
    }

    /** @param straight what is dirty when execution goes on with the next instruction of the region */
    private static int dirtyAfter(Instruction instruction, int before, int straight) {
        Opcode opcode = instruction.opcode();
        if (isCall(opcode)) {
            return 0;
        }
        return switch (Flow.of(opcode, instruction.word())) {
            case JUMP, BRANCH, INDIRECT, SYNCHRONISE -> before;
            case LEAVE, LEAVE_BY_OP -> 0;
            case STRAIGHT, POLL, CALL -> straight;
        };
    }

    /** What is known of the flags after an instruction. */
    static FlagState flagsAfter(Instruction instruction, FlagState before) {
        Opcode opcode = instruction.opcode();
        if (isCall(opcode)) {
            return FlagState.ANY;
        }
        if (treatment(opcode) == Treatment.DIRECT) {
            return FpEmitter.setsFlags(opcode) ? FlagState.NZCV : IntegerEmitter.flagsAfter(instruction, before);
        }
        return touchesFlags(instruction) ? FlagState.SETTLED : before;
    }

    /** Whether the op of an instruction without bytecode reads or changes the flags. */
    static boolean touchesFlags(Instruction instruction) {
        Opcode opcode = instruction.opcode();
        return switch (Flow.of(opcode, instruction.word())) {
            case LEAVE, LEAVE_BY_OP -> true;
            case JUMP, BRANCH, INDIRECT, CALL, SYNCHRONISE -> false;
            case STRAIGHT, POLL ->
                switch (opcode) {
                    case ADC, SBC, ADCS, SBCS -> true;
                    case MRS, MSR_REGISTER -> isFlagRegister(instruction.word());
                    default -> false;
                };
        };
    }

    /** NZCV: op0 3, op1 3, CRn 4, CRm 2, op2 0. */
    private static boolean isFlagRegister(int word) {
        return Fields.o0(word) == 1
                && Fields.op1(word) == 3
                && Fields.cRn(word) == 4
                && Fields.cRm(word) == 2
                && Fields.op2(word) == 0;
    }

    /** Whether the stack pointer may have another alignment after an instruction. */
    static boolean changesStackPointer(Instruction instruction) {
        Opcode opcode = instruction.opcode();
        int set = opcode.group() == InstructionGroup.INTEGER && opcode.feature() == InstructionFeature.BASE
                ? RegisterOperands.written(opcode, instruction.word())
                : RegisterOperands.of(opcode, instruction.word());
        return (set & 1 << GuestAssembler.SP) != 0;
    }
}
