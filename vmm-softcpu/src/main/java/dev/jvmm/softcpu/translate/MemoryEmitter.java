// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import static dev.jvmm.softcpu.translate.GuestAssembler.CPU;
import static dev.jvmm.softcpu.translate.GuestAssembler.SUPPORT;
import static dev.jvmm.softcpu.translate.GuestAssembler.T0;
import static dev.jvmm.softcpu.translate.GuestAssembler.T1;
import static dev.jvmm.softcpu.translate.GuestAssembler.T2;
import static dev.jvmm.softcpu.translate.GuestAssembler.T3;

import dev.jvmm.softcpu.decode.Fields;
import dev.jvmm.softcpu.decode.Immediates;
import dev.jvmm.softcpu.decode.InstructionFeature;
import dev.jvmm.softcpu.decode.Opcode;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * Bytecode of the loads and stores of one or two general-purpose registers. Write-back comes after the access, so that a fault
 * leaves the base register as it was.
 */
final class MemoryEmitter {
    /** Exclusive, ordered and unprivileged accesses: each does more than load or store. */
    private static final Set<Opcode> OPS = EnumSet.of(
            Opcode.STXR,
            Opcode.STLXR,
            Opcode.LDXR,
            Opcode.LDAXR,
            Opcode.STXP,
            Opcode.STLXP,
            Opcode.LDXP,
            Opcode.LDAXP,
            Opcode.STLR,
            Opcode.LDAR,
            Opcode.STTRB,
            Opcode.STTRH,
            Opcode.STTR,
            Opcode.LDTRB,
            Opcode.LDTRH,
            Opcode.LDTR,
            Opcode.LDTRSB,
            Opcode.LDTRSH,
            Opcode.LDTRSW);

    private static final int NO_BASE = -1;

    private final GuestAssembler assembler;
    private final VectorRegisters vectors;
    private final PageHints hints;
    private final CodeBuilder code;

    /** Offset of the instruction being emitted. */
    private int at;

    /** Its base register where it accesses memory at a constant distance from that, else {@link #NO_BASE}. */
    private int base;

    private final int used;
    private final List<Runnable> slowPaths = new ArrayList<>();
    /** Accesses are worth more code. */
    private boolean inLoop;

    private int dirty;

    /** The instruction being emitted has moved the stack pointer by what isn't a multiple of 16 bytes. */
    private boolean misaligned;

    /**
     * @param used every register of the region
     */
    MemoryEmitter(GuestAssembler assembler, VectorRegisters vectors, PageHints hints, int used) {
        this.assembler = assembler;
        this.vectors = vectors;
        this.hints = hints;
        this.code = assembler.code;
        this.used = used;
    }

    /** What is known from earlier instructions no longer holds. */
    void startBlock(boolean blockInLoop) {
        inLoop = blockInLoop && assembler.home == RegisterHome.LOCALS;
    }

    /** Whether the instruction just emitted may have misaligned the stack pointer. */
    boolean mayHaveMisaligned() {
        return misaligned;
    }

    /** Whether there is bytecode for an instruction of the group; else its op is called. */
    static boolean covers(Opcode opcode) {
        return opcode.feature() == InstructionFeature.BASE && !OPS.contains(opcode);
    }

    /**
     * Emits an instruction.
     *
     * @param dirtyRegisters that may differ from the vCPU's
     */
    void emit(Instruction instruction, int dirtyRegisters) {
        start(dirtyRegisters);
        int word = instruction.word();
        int size = Fields.size(word);
        long imm12 = Fields.imm12(word);
        long imm9 = Immediates.offset9(word);
        boolean toWord = (Fields.loadStoreOpc(word) & 1) != 0;
        switch (instruction.opcode()) {
            case STRB_IMMEDIATE_UNSIGNED, STRH_IMMEDIATE_UNSIGNED, STR_IMMEDIATE_UNSIGNED ->
                store(instruction, size, imm12 << size);
            case STURB, STURH, STUR -> store(instruction, size, imm9);
            case LDRB_IMMEDIATE_UNSIGNED, LDRH_IMMEDIATE_UNSIGNED, LDR_IMMEDIATE_UNSIGNED ->
                load(instruction, size, imm12 << size, Extension.ZERO);
            case LDURB, LDURH, LDUR -> load(instruction, size, imm9, Extension.ZERO);
            case LDRSB_IMMEDIATE_UNSIGNED, LDRSH_IMMEDIATE_UNSIGNED ->
                load(instruction, size, imm12 << size, Extension.signed(toWord));
            case LDURSB, LDURSH -> load(instruction, size, imm9, Extension.signed(toWord));
            case LDRSW_IMMEDIATE_UNSIGNED -> load(instruction, 2, imm12 << 2, Extension.SIGNED_64);
            case LDURSW -> load(instruction, 2, imm9, Extension.SIGNED_64);
            case STRB_IMMEDIATE_POST, STRH_IMMEDIATE_POST, STR_IMMEDIATE_POST ->
                storeIndexed(instruction, size, 0, imm9);
            case STRB_IMMEDIATE_PRE, STRH_IMMEDIATE_PRE, STR_IMMEDIATE_PRE ->
                storeIndexed(instruction, size, imm9, imm9);
            case LDRB_IMMEDIATE_POST, LDRH_IMMEDIATE_POST, LDR_IMMEDIATE_POST ->
                loadIndexed(instruction, size, 0, imm9, Extension.ZERO);
            case LDRB_IMMEDIATE_PRE, LDRH_IMMEDIATE_PRE, LDR_IMMEDIATE_PRE ->
                loadIndexed(instruction, size, imm9, imm9, Extension.ZERO);
            case LDRSB_IMMEDIATE_POST, LDRSH_IMMEDIATE_POST ->
                loadIndexed(instruction, size, 0, imm9, Extension.signed(toWord));
            case LDRSB_IMMEDIATE_PRE, LDRSH_IMMEDIATE_PRE ->
                loadIndexed(instruction, size, imm9, imm9, Extension.signed(toWord));
            case LDRSW_IMMEDIATE_POST -> loadIndexed(instruction, 2, 0, imm9, Extension.SIGNED_64);
            case LDRSW_IMMEDIATE_PRE -> loadIndexed(instruction, 2, imm9, imm9, Extension.SIGNED_64);
            case STRB_REGISTER, STRH_REGISTER, STR_REGISTER -> {
                start(instruction);
                indexed(word, size);
                storeAt(size, Fields.rt(word));
            }
            case LDRB_REGISTER, LDRH_REGISTER, LDR_REGISTER -> loadRegister(instruction, size, Extension.ZERO);
            case LDRSB_REGISTER, LDRSH_REGISTER -> loadRegister(instruction, size, Extension.signed(toWord));
            case LDRSW_REGISTER -> loadRegister(instruction, 2, Extension.SIGNED_64);
            case LDR_LITERAL -> literal(instruction, Fields.opc(word) == 0 ? 2 : 3, Extension.ZERO);
            case LDRSW_LITERAL -> literal(instruction, 2, Extension.SIGNED_64);
            case STP, STNP -> storePair(instruction, pairOffset(word), 0);
            case STP_PRE -> storePair(instruction, pairOffset(word), pairOffset(word));
            case STP_POST -> storePair(instruction, 0, pairOffset(word));
            case LDP, LDNP -> loadPair(instruction, pairOffset(word), 0, false);
            case LDP_PRE -> loadPair(instruction, pairOffset(word), pairOffset(word), false);
            case LDP_POST -> loadPair(instruction, 0, pairOffset(word), false);
            case LDPSW -> loadPair(instruction, Immediates.offset7(word, 2), 0, true);
            case LDPSW_PRE -> loadPair(instruction, Immediates.offset7(word, 2), Immediates.offset7(word, 2), true);
            case LDPSW_POST -> loadPair(instruction, 0, Immediates.offset7(word, 2), true);
            case PRFM_IMMEDIATE, PRFM_LITERAL, PRFM_REGISTER, PRFUM -> {}
            default -> throw new IllegalStateException("not emitted: " + instruction);
        }
    }

    /** Told of {@link SimdMemoryEmitter}'s instructions. */
    void start(int dirtyRegisters) {
        dirty = dirtyRegisters;
        misaligned = false;
    }

    /** What becomes of a loaded value narrower than its register. */
    private enum Extension {
        ZERO,
        SIGNED_32,
        SIGNED_64;

        static Extension signed(boolean toWord) {
            return toWord ? SIGNED_32 : SIGNED_64;
        }
    }

    private static long pairOffset(int word) {
        return Immediates.offset7(word, Fields.opc(word) == 2 ? 3 : 2);
    }

    void start(Instruction instruction) {
        at = instruction.offset();
        base = NO_BASE;
    }

    void pushBase(int word, long offset) {
        base = Fields.rn(word);
        assembler.pushXOrSp(base);
        add(offset);
    }

    private void add(long offset) {
        if (offset != 0) {
            assembler.constant(offset);
            code.ladd();
        }
    }

    void indexed(int word, int size) {
        assembler.pushXOrSp(Fields.rn(word));
        assembler.pushX(Fields.rm(word));
        IntegerEmitter.extend(assembler, Fields.option(word), Fields.s(word) != 0 ? size : 0);
        code.ladd();
    }

    private void extend(int size, Extension extension) {
        if (extension == Extension.ZERO) {
            return;
        }
        code.l2i();
        switch (size) {
            case 0 -> code.i2b();
            case 1 -> code.i2s();
            default -> {}
        }
        code.i2l();
        assembler.narrow(extension == Extension.SIGNED_64);
    }

    private void load(Instruction instruction, int size, long offset, Extension extension) {
        start(instruction);
        pushBase(instruction.word(), offset);
        loadAt(size);
        extend(size, extension);
        assembler.popX(Fields.rt(instruction.word()));
    }

    private void store(Instruction instruction, int size, long offset) {
        start(instruction);
        pushBase(instruction.word(), offset);
        storeAt(size, Fields.rt(instruction.word()));
    }

    private void loadRegister(Instruction instruction, int size, Extension extension) {
        start(instruction);
        indexed(instruction.word(), size);
        loadAt(size);
        extend(size, extension);
        assembler.popX(Fields.rt(instruction.word()));
    }

    private void literal(Instruction instruction, int size, Extension extension) {
        start(instruction);
        assembler.pushAddress(instruction.offset() + Immediates.branchOffset19(instruction.word()));
        loadAt(size);
        extend(size, extension);
        assembler.popX(Fields.rt(instruction.word()));
    }

    // ---- Accesses. In a loop with registers in locals: the TLB's fast path in line, the rest out of the way, with no
    // local in use across it. Elsewhere: a call that does both, which is less code.

    /** Pops a virtual address, pushes {@code 1 << size} bytes from there, zero-extended. */
    void loadAt(int size) {
        code.lstore(T0);
        if (!inLoop) {
            callLoad(size);
            return;
        }
        Label end = code.newLabel();
        lookUp(false, 1L << size, slowPath(end, offset -> slowLoad(offset, size, 0, T2)));
        get(size, 0, T2);
        code.labelBinding(end).lload(T2);
    }

    /** Pops a virtual address, stores the low {@code 1 << size} bytes of a register there. */
    private void storeAt(int size, int register) {
        storeAt(size, () -> assembler.pushX(register));
    }

    /** Pops a virtual address, stores the low {@code 1 << size} bytes of a value there. */
    void storeAt(int size, Runnable value) {
        code.lstore(T0);
        if (!inLoop) {
            callStore(size, value);
            return;
        }
        Label end = code.newLabel();
        lookUp(true, 1L << size, slowPath(end, offset -> slowStore(offset, size, 0, value)));
        put(size, 0, value);
        code.labelBinding(end);
    }

    /**
     * A label for code at the end of the region, which makes a call aside and goes on at {@code end}.
     *
     * @param call emits it, of the instruction at the offset that it is given
     */
    Label slowPath(Label end, IntConsumer call) {
        Label label = code.newLabel();
        int offset = at;
        int dirtyHere = dirty;
        int dirtyVectors = vectors.dirty();
        slowPaths.add(() -> {
            code.labelBinding(label);
            vectors.flush(dirtyVectors);
            assembler.callAside(dirtyHere, used, () -> call.accept(offset));
            hints.forget();
            code.goto_(end);
        });
        return label;
    }

    void emitSlowPaths() {
        slowPaths.forEach(Runnable::run);
    }

    private void slowLoad(int instruction, int size, long offset, int local) {
        assembler.pushCpu();
        code.lload(T0);
        add(offset);
        code.loadConstant(1 << size);
        assembler.pushNext(instruction);
        code.invokestatic(SUPPORT, "load", GuestAccess.SLOW_LOAD).lstore(local);
    }

    private void slowStore(int instruction, int size, long offset, int register) {
        slowStore(instruction, size, offset, () -> assembler.pushX(register));
    }

    private void slowStore(int instruction, int size, long offset, Runnable value) {
        assembler.pushCpu();
        code.lload(T0);
        add(offset);
        value.run();
        code.loadConstant(1 << size);
        assembler.pushNext(instruction);
        code.invokestatic(SUPPORT, "store", GuestAccess.SLOW_STORE);
    }

    /** Pushes {@code 1 << size} bytes from T0, zero-extended. */
    private void callLoad(int size) {
        call(GuestAccess.load(size), GuestAccess.LOAD, () -> {});
    }

    private void callStore(int size, Runnable value) {
        call(GuestAccess.store(size), GuestAccess.STORE, value);
    }

    /** Calls a method of {@link GuestAccess} with the address in T0. */
    private void call(String method, MethodTypeDesc type, Runnable values) {
        assembler.pushCpu();
        code.lload(T0);
        values.run();
        assembler.pushNext(at);
        assembler.raising(() -> code.invokestatic(GuestAccess.CLASS, method, type));
    }

    /** Puts the host address of so many bytes from T0 into T1; jumps where there is none. */
    void lookUp(boolean store, long bytes, Label slow) {
        if (!inLoop || !hints.has(base, store, bytes)) {
            lookIntoTlb(store, bytes, slow);
            return;
        }
        Label miss = code.newLabel();
        Label known = code.newLabel();
        hints.resolve(base, store, T0, T1, miss);
        code.labelBinding(known);
        int by = base;
        slowPaths.add(() -> {
            code.labelBinding(miss);
            lookIntoTlb(store, bytes, slow);
            hints.learn(by, store, T0, T1);
            code.goto_(known);
        });
    }

    private void lookIntoTlb(boolean store, long bytes, Label slow) {
        assembler.pushTlb();
        code.lload(T0).loadConstant(bytes - 1);
        code.invokestatic(GuestAccess.CLASS, store ? "writable" : "readable", GuestAccess.LOOK_UP);
        code.lstore(T1).lload(T1).lconst_0().lcmp().ifeq(slow);
    }

    private void get(int size, long offset, int local) {
        code.lload(T1);
        add(offset);
        code.invokestatic(GuestAccess.CLASS, GuestAccess.get(size), GuestAccess.GET)
                .lstore(local);
    }

    private void put(int size, long offset, int register) {
        put(size, offset, () -> assembler.pushX(register));
    }

    private void put(int size, long offset, Runnable value) {
        code.lload(T1);
        add(offset);
        value.run();
        code.invokestatic(GuestAccess.CLASS, GuestAccess.put(size), GuestAccess.PUT);
    }

    void writeBack(int word, long distance) {
        if (distance == 0) {
            return;
        }
        int n = Fields.rn(word);
        assembler.pushXOrSp(n);
        add(distance);
        assembler.popXOrSp(n);
        misaligned = n == GuestAssembler.SP && (distance & 15) != 0;
    }

    /** Of an access whose distance is a register's. */
    void writeBackRegister(int word) {
        int n = Fields.rn(word);
        assembler.pushXOrSp(n).pushX(Fields.rm(word));
        code.ladd();
        assembler.popXOrSp(n);
        misaligned = n == GuestAssembler.SP;
    }

    /** Emits a call that may raise an exception of the instruction being emitted. */
    void mayRaise(Runnable call) {
        assembler.mayRaise(at, call);
    }

    boolean inLoop() {
        return inLoop;
    }

    private void loadIndexed(Instruction instruction, int size, long offset, long distance, Extension extension) {
        int word = instruction.word();
        start(instruction);
        pushBase(word, offset);
        loadAt(size);
        extend(size, extension);
        writeBack(word, distance);
        assembler.popX(Fields.rt(word));
    }

    private void storeIndexed(Instruction instruction, int size, long offset, long distance) {
        int word = instruction.word();
        start(instruction);
        pushBase(word, offset);
        storeAt(size, Fields.rt(word));
        writeBack(word, distance);
    }

    /** Both registers are read by one look at the TLB where their bytes lie in one page. */
    private void loadPair(Instruction instruction, long offset, long distance, boolean signed) {
        int word = instruction.word();
        int size = Fields.opc(word) == 2 ? 3 : 2;
        start(instruction);
        pushBase(word, offset);
        code.lstore(T0);
        if (inLoop) {
            Label end = code.newLabel();
            lookUp(false, 2L << size, slowPath(end, instructionOffset -> {
                slowLoad(instructionOffset, size, 0, T2);
                slowLoad(instructionOffset, size, 1L << size, T3);
            }));
            get(size, 0, T2);
            get(size, 1L << size, T3);
            code.labelBinding(end);
        } else {
            call(GuestAccess.loadPair(size), GuestAccess.LOAD_PAIR, () -> {});
            code.lstore(T2);
            assembler.pushCpu();
            code.getfield(CPU, "second", ConstantDescs.CD_long).lstore(T3);
        }
        writeBack(word, distance);
        popPart(T2, signed, Fields.rt(word));
        popPart(T3, signed, Fields.rt2(word));
    }

    private void popPart(int local, boolean signed, int register) {
        code.lload(local);
        if (signed) {
            code.l2i().i2l();
        }
        assembler.popX(register);
    }

    private void storePair(Instruction instruction, long offset, long distance) {
        int word = instruction.word();
        int size = Fields.opc(word) == 2 ? 3 : 2;
        start(instruction);
        pushBase(word, offset);
        code.lstore(T0);
        int first = Fields.rt(word);
        int second = Fields.rt2(word);
        if (inLoop) {
            Label end = code.newLabel();
            lookUp(true, 2L << size, slowPath(end, instructionOffset -> {
                slowStore(instructionOffset, size, 0, first);
                slowStore(instructionOffset, size, 1L << size, second);
            }));
            put(size, 0, first);
            put(size, 1L << size, second);
            code.labelBinding(end);
        } else {
            call(
                    GuestAccess.storePair(size),
                    GuestAccess.STORE_PAIR,
                    () -> assembler.pushX(first).pushX(second));
        }
        writeBack(word, distance);
    }
}
