// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import dev.jvmm.softcpu.code.Region;
import dev.jvmm.softcpu.cpu.Op;
import dev.jvmm.softcpu.decode.Fields;
import dev.jvmm.softcpu.decode.Immediates;
import dev.jvmm.softcpu.decode.InstructionGroup;
import dev.jvmm.softcpu.decode.Opcode;
import dev.jvmm.softcpu.decode.RegisterOperands;
import dev.jvmm.softcpu.interpret.Flow;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The body of one region's method: control flow, and who emits which instruction. */
final class RegionEmitter {
    private final ControlFlow flow;
    private final RegionAnalysis analysis;
    private final OpSource opSource;
    private final ClassDesc owner;
    private final GuestAssembler assembler;
    private final ConditionEmitter conditions;
    private final CodeBuilder code;
    private final IntegerEmitter integers;
    private final MemoryEmitter memory;
    private final VectorRegisters vectors;
    private final PageHints hints;
    private final SimdMemoryEmitter simdMemory;
    private final FpEmitter fp;
    private final SimdEmitter simd;
    private final List<Op> ops;
    private final Map<Integer, Label> labels = new HashMap<>();
    private final List<Stub> stubs = new ArrayList<>();
    private final Label handler;
    private final Label epilogue;
    private final Label interpret;

    /** Registers that differ from the vCPU's at the instruction being emitted. */
    private int dirty;

    private FlagState flags = FlagState.ANY;

    /** Code out of the way, at the end: a poll before a jump back, or an exit. */
    private record Stub(Label label, int target, int status, int dirtyVectors) {}

    /**
     * @param hinted the accesses that have page hints
     * @param ops receives the ops that the region calls; the one at index {@code i} must be in the static field {@link #field}
     */
    RegionEmitter(
            CodeBuilder code,
            RegisterHome home,
            Set<PageHints.Accesses> hinted,
            ControlFlow flow,
            RegionAnalysis analysis,
            OpSource opSource,
            ClassDesc owner,
            List<Op> ops) {
        this.flow = flow;
        this.analysis = analysis;
        this.opSource = opSource;
        this.owner = owner;
        this.ops = ops;
        this.code = code;
        this.handler = code.newLabel();
        this.assembler = new GuestAssembler(code, home, handler);
        this.conditions = new ConditionEmitter(assembler);
        this.integers = new IntegerEmitter(assembler);
        this.vectors = new VectorRegisters(assembler, analysis.vectors);
        this.hints = new PageHints(code, hinted, vectors.free());
        this.memory = new MemoryEmitter(assembler, vectors, hints, analysis.used);
        this.simdMemory = new SimdMemoryEmitter(assembler, memory, vectors);
        this.fp = new FpEmitter(assembler, vectors);
        this.simd = new SimdEmitter(assembler, vectors);
        this.epilogue = code.newLabel();
        this.interpret = code.newLabel();
    }

    static String field(int index) {
        return "op" + index;
    }

    void emit() {
        assembler.gate();
        if (analysis.usesFp) {
            assembler.ifFpTrapped(interpret);
        }
        if (analysis.usesStack) {
            assembler.ifStackMisaligned(interpret);
        }
        assembler.prologue(analysis.used);
        if (analysis.usesFp) {
            vectors.prologue();
        }
        hints.forget();
        if (flow.blocks.getFirst().start != flow.entry) {
            code.goto_(label(flow.entry));
        }
        flow.blocks.forEach(this::block);
        for (int i = 0; i < stubs.size(); i++) {
            stub(stubs.get(i));
        }
        memory.emitSlowPaths();
        assembler.epilogue(epilogue, analysis.written, analysis.changesFlags);
        if (assembler.covers()) {
            code.labelBinding(handler);
            vectors.flush(analysis.vectorsWritten);
            assembler.handler(analysis.written);
        }
        code.labelBinding(interpret);
        assembler.returnStatus(Region.INTERPRET);
    }

    private Label label(int offset) {
        return labels.computeIfAbsent(offset, key -> code.newLabel());
    }

    private void block(BasicBlock block) {
        code.labelBinding(label(block.start));
        dirty = block.dirty;
        flags = block.flags;
        memory.startBlock(block.inLoop);
        assembler.flags.startBlock();
        if (TranslationOptions.COUNT) {
            assembler.count(block.instructions.size());
        }
        vectors.startBlock(block.dirtyVectors);
        for (Instruction instruction : block.instructions) {
            instruction(instruction);
            dirty = RegionAnalysis.dirtyAfter(instruction, dirty);
            flags = RegionAnalysis.flagsAfter(instruction, flags);
            vectors.dirty(RegionAnalysis.dirtyVectorsAfter(instruction, vectors.dirty()));
            if (analysis.usesStack && mayMisalignStack(instruction)) {
                assembler.flush(dirty & 1 << GuestAssembler.SP);
                assembler.ifStackMisaligned(exitLabel(instruction.next(), Region.CONTINUE));
            }
        }
        Instruction last = block.last();
        if (!Flow.of(last.opcode(), last.word()).endsBlock() && flow.at(last.next()) == null) {
            exit(last.next(), Region.CONTINUE);
        }
    }

    private void instruction(Instruction instruction) {
        switch (Flow.of(instruction.opcode(), instruction.word())) {
            case STRAIGHT -> straight(instruction);
            case POLL -> {
                straight(instruction);
                assembler.loadTlb();
                assembler.ifUrgent(exitLabel(instruction.next(), Region.UNWIND));
            }
            case SYNCHRONISE -> assembler.ifCodeChanged(exitLabel(instruction.next(), Region.UNWIND));
            case JUMP -> jump(instruction, ControlFlow.target(instruction));
            case BRANCH -> branch(instruction);
            case CALL -> call(instruction);
            case INDIRECT -> {
                vectors.flush(vectors.dirty());
                assembler.pushBranchTarget(Fields.rn(instruction.word()));
                assembler.exit(Region.CONTINUE, epilogue);
            }
            case LEAVE -> leave(instruction, true);
            case LEAVE_BY_OP -> leave(instruction, false);
        }
    }

    private void straight(Instruction instruction) {
        if (RegionAnalysis.treatment(instruction.opcode()) == RegionAnalysis.Treatment.OP) {
            callOp(instruction);
            return;
        }
        switch (instruction.opcode().group()) {
            case INTEGER -> integers.emit(instruction, flags);
            case LOAD_STORE -> {
                if (SimdMemoryEmitter.covers(instruction.opcode())) {
                    simdMemory.emit(instruction, dirty);
                } else {
                    memory.emit(instruction, dirty);
                }
            }
            case FP -> fp.emit(instruction, flags);
            case SIMD, CRYPTO -> simd.emit(instruction);
            case BRANCH, SYSTEM -> throw new IllegalStateException("not emitted: " + instruction);
        }
    }

    private boolean mayMisalignStack(Instruction instruction) {
        if (Flow.of(instruction.opcode(), instruction.word()).endsBlock()) {
            return false;
        }
        if (RegionAnalysis.treatment(instruction.opcode()) == RegionAnalysis.Treatment.DIRECT
                && instruction.opcode().group() == InstructionGroup.LOAD_STORE) {
            return memory.mayHaveMisaligned();
        }
        return RegionAnalysis.changesStackPointer(instruction) && !keepsAlignment(instruction);
    }

    /** ADD and SUB of multiples of 16 to the stack pointer itself. */
    private static boolean keepsAlignment(Instruction instruction) {
        boolean addition = instruction.opcode() == Opcode.ADD_IMMEDIATE || instruction.opcode() == Opcode.SUB_IMMEDIATE;
        int word = instruction.word();
        return addition && Fields.rn(word) == 31 && (Immediates.addSubtractImmediate(word) & 15) == 0;
    }

    private void callOp(Instruction instruction) {
        if (instruction.opcode() == Opcode.HINT) {
            return;
        }
        int named = RegisterOperands.of(instruction.opcode(), instruction.word());
        if (instruction.opcode().feature().trappedByFpen()) {
            vectors.flush(vectors.dirty());
        }
        assembler.flush(dirty & named);
        if (RegionAnalysis.touchesFlags(instruction)) {
            assembler.flags.settle();
        }
        executeOp(instruction);
        assembler.load(named);
        hints.forget();
        vectors.reload(VectorRegisters.written(instruction.opcode(), instruction.word()));
    }

    private void executeOp(Instruction instruction) {
        String field = field(ops.size());
        assembler.mayRaise(instruction.offset(), () -> assembler.execute(owner, field));
        ops.add(opSource.op(instruction.word(), instruction.offset()));
    }

    private void leave(Instruction instruction, boolean setPc) {
        assembler.flush(dirty);
        vectors.flush(vectors.dirty());
        assembler.flags.settle();
        executeOp(instruction);
        assembler.leave(instruction.next(), setPc);
    }

    private void call(Instruction instruction) {
        Runnable pushTarget = instruction.opcode() == Opcode.BL
                ? () -> assembler.pushAddress(ControlFlow.target(instruction))
                : () -> assembler.pushBranchTarget(Fields.rn(instruction.word()));
        vectors.flush(vectors.dirty());
        assembler.call(pushTarget, instruction.next(), dirty, analysis.changesFlags, analysis.used);
        hints.forget();
        vectors.reload();
    }

    // ---- Branches.

    private void branch(Instruction instruction) {
        int word = instruction.word();
        Label taken = targetLabel(instruction, ControlFlow.target(instruction));
        switch (instruction.opcode()) {
            case B_CONDITIONAL -> conditions.ifHolds(Fields.branchCond(word), flags, taken);
            case CBZ -> ifZero(word, true, taken);
            case CBNZ -> ifZero(word, false, taken);
            case TBZ -> ifBitClear(word, true, taken);
            case TBNZ -> ifBitClear(word, false, taken);
            default -> throw new IllegalStateException("not a branch: " + instruction);
        }
        if (flow.at(instruction.next()) == null) {
            exit(instruction.next(), Region.CONTINUE);
        }
    }

    private void ifZero(int word, boolean zero, Label label) {
        assembler.pushX(Fields.rt(word));
        if (Fields.sf(word) != 0) {
            code.lconst_0().lcmp();
        } else {
            code.l2i();
        }
        branchOnZero(zero, label);
    }

    private void ifBitClear(int word, boolean clear, Label label) {
        assembler.pushX(Fields.rt(word));
        int bit = Immediates.testedBit(word);
        if (bit < 32) {
            code.l2i().loadConstant(1 << bit).iand();
        } else {
            assembler.constant(1L << bit);
            code.land().lconst_0().lcmp();
        }
        branchOnZero(clear, label);
    }

    private void branchOnZero(boolean zero, Label label) {
        if (zero) {
            code.ifeq(label);
        } else {
            code.ifne(label);
        }
    }

    private void jump(Instruction instruction, int target) {
        if (flow.at(target) == null) {
            exit(target, Region.CONTINUE);
            return;
        }
        if (target <= instruction.offset()) {
            assembler.ifUrgent(exitLabel(target, Region.UNWIND));
        }
        code.goto_(label(target));
    }

    /** Where a conditional branch jumps to. */
    private Label targetLabel(Instruction instruction, int target) {
        if (flow.at(target) == null) {
            return exitLabel(target, Region.CONTINUE);
        }
        if (target > instruction.offset()) {
            return label(target);
        }
        Label poll = code.newLabel();
        stubs.add(new Stub(poll, target, POLL_AND_JUMP, vectors.dirty()));
        return poll;
    }

    private static final int POLL_AND_JUMP = -1;

    private Label exitLabel(int target, int status) {
        return exitLabel(target, status, vectors.dirty());
    }

    private Label exitLabel(int target, int status, int dirtyVectors) {
        Label label = code.newLabel();
        stubs.add(new Stub(label, target, status, dirtyVectors));
        return label;
    }

    private void stub(Stub stub) {
        code.labelBinding(stub.label);
        if (stub.status == POLL_AND_JUMP) {
            assembler.ifUrgent(exitLabel(stub.target, Region.UNWIND, stub.dirtyVectors));
            code.goto_(label(stub.target));
        } else {
            exit(stub.target, stub.status, stub.dirtyVectors);
        }
    }

    private void exit(int target, int status) {
        exit(target, status, vectors.dirty());
    }

    private void exit(int target, int status, int dirtyVectors) {
        vectors.flush(dirtyVectors);
        assembler.pushAddress(target);
        assembler.exit(status, epilogue);
    }
}
