// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import dev.jvmm.softcpu.code.Region;
import dev.jvmm.softcpu.cpu.CodeLinks;
import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.cpu.Op;
import dev.jvmm.softcpu.exception.GuestException;
import dev.jvmm.softcpu.mmu.Mmu;
import dev.jvmm.softcpu.semantics.Integers;
import dev.jvmm.softcpu.state.CpuState;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/**
 * Bytecode for guest registers, flags and what leads out of a region. Pushes and pops follow the stack machine: the last
 * operand pushed is the first to be used. A register that has a local has the same one throughout a region, so that one exception
 * handler can write them all back.
 */
final class GuestAssembler {
    static final ClassDesc CPU = describe(Cpu.class);
    static final ClassDesc SUPPORT = describe(RegionSupport.class);
    static final ClassDesc INTEGERS = describe(Integers.class);
    static final ClassDesc OP = describe(Op.class);
    static final ClassDesc LINKS = describe(CodeLinks.class);
    static final ClassDesc GUEST_EXCEPTION = describe(GuestException.class);
    private static final ClassDesc MMU = describe(Mmu.class);
    private static final ClassDesc LONG = ConstantDescs.CD_long;
    private static final ClassDesc INT = ConstantDescs.CD_int;

    static final long LOW_WORD = 0xFFFF_FFFFL;

    // Locals. 0 is the region, 1 the vCPU.
    private static final int CPU_LOCAL = 1;
    private static final int AT = 2;
    private static final int BASE = 3;
    private static final int TLB = 5;
    private static final int REGISTERS = 7;
    static final int FLAG_KIND = 8;
    static final int FLAG_A = 9;
    static final int FLAG_B = 11;
    private static final int NEXT = 13;
    private static final int STATUS = 15;
    static final int T0 = 16;
    static final int T1 = 18;
    static final int T2 = 20;
    static final int T3 = 22;
    private static final int COUNT = 24;
    private static final int X0 = 26;
    /** Number of the stack pointer here and in sets of registers. */
    static final int SP = 31;

    private static final int SP_INDEX = CpuState.SP;

    final CodeBuilder code;
    final RegisterHome home;
    private final Label handler;
    private final Label handlerAside;
    private boolean raises;
    private boolean raisesAside;

    /**
     * @param handler where exceptions of guest instructions go; see {@link #handler}
     */
    GuestAssembler(CodeBuilder code, RegisterHome home, Label handler) {
        this.code = code;
        this.home = home;
        this.handler = handler;
        this.handlerAside = code.newLabel();
    }

    static ClassDesc describe(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }

    /** The first local that is not in use here. */
    int free() {
        return X0 + home.locals(SP_INDEX + 1);
    }

    private static int index(int register) {
        return register == SP ? SP_INDEX : register;
    }

    // ---- Constants and registers.

    GuestAssembler constant(long value) {
        code.loadConstant(value);
        return this;
    }

    /** Pushes X{@code register}; 31 is XZR. */
    GuestAssembler pushX(int register) {
        if (register == 31) {
            code.lconst_0();
        } else {
            pushXOrSp(register);
        }
        return this;
    }

    /** Pushes X{@code register}; 31 is SP. */
    GuestAssembler pushXOrSp(int register) {
        home.push(code, REGISTERS, X0, index(register));
        return this;
    }

    /** Pops to X{@code register}; 31 is XZR. */
    void popX(int register) {
        if (register == 31) {
            code.pop2();
        } else {
            popXOrSp(register);
        }
    }

    /** Pops to X{@code register}; 31 is SP. */
    void popXOrSp(int register) {
        home.pop(code, REGISTERS, X0, index(register));
    }

    /** Zeroes bits 63:32 of the long on the stack unless {@code wide}. */
    GuestAssembler narrow(boolean wide) {
        if (!wide) {
            constant(LOW_WORD);
            code.land();
        }
        return this;
    }

    GuestAssembler pushCpu() {
        code.aload(CPU_LOCAL);
        return this;
    }

    GuestAssembler pushTlb() {
        code.lload(TLB);
        return this;
    }

    /** Pushes the virtual address of an offset in the region's page. */
    GuestAssembler pushAddress(long offset) {
        code.lload(BASE);
        if (offset != 0) {
            constant(offset);
            code.ladd();
        }
        return this;
    }

    GuestAssembler invokeInteger(String name, ClassDesc... parameters) {
        code.invokestatic(INTEGERS, name, MethodTypeDesc.of(LONG, parameters));
        return this;
    }

    // ---- Between locals and the vCPU.

    /** The region's start: what the locals hold. {@code used}: set of registers. */
    void prologue(int used) {
        pushCpu();
        code.getfield(CPU, "x", LONG.arrayType()).astore(REGISTERS);
        home.open(code, REGISTERS, SP_INDEX);
        pushCpu();
        code.getfield(CPU, "pc", LONG);
        constant(-4096L);
        code.land().lstore(BASE);
        constant(0);
        code.lstore(NEXT)
                .iconst_0()
                .istore(STATUS)
                .iconst_0()
                .istore(AT)
                .lconst_0()
                .lstore(COUNT);
        reload(used);
        storePc();
    }

    /** {@link Cpu#pc} becomes the start of the page: what ops count from. */
    private void storePc() {
        pushCpu().pushAddress(0);
        code.putfield(CPU, "pc", LONG);
    }

    /** Loads what other code may have changed into the locals. */
    private void reload(int used) {
        loadTlb();
        pushCpu();
        code.getfield(CPU, "pendingFlags", INT).istore(FLAG_KIND);
        pushCpu();
        code.getfield(CPU, "pendingA", LONG).lstore(FLAG_A);
        pushCpu();
        code.getfield(CPU, "pendingB", LONG).lstore(FLAG_B);
        load(used);
    }

    void loadTlb() {
        pushCpu();
        code.getfield(CPU, "mmu", MMU)
                .invokevirtual(MMU, "tlb", MethodTypeDesc.of(LONG))
                .lstore(TLB);
    }

    /** Other code may have changed the registers of the set. */
    void load(int set) {
        for (int rest = set; rest != 0; rest &= rest - 1) {
            home.load(code, REGISTERS, X0, index(Integer.numberOfTrailingZeros(rest)));
        }
    }

    /** Other code may look at the registers of the set. */
    void flush(int set) {
        for (int rest = set; rest != 0; rest &= rest - 1) {
            home.flush(code, REGISTERS, X0, index(Integer.numberOfTrailingZeros(rest)));
        }
    }

    /** Counts guest instructions that are about to be executed. */
    void count(int instructions) {
        code.lload(COUNT).loadConstant((long) instructions).ladd().lstore(COUNT);
    }

    /** Adds what was counted to the vCPU's count. */
    private void flushCount() {
        if (!TranslationOptions.COUNT) {
            return;
        }
        pushCpu();
        code.dup()
                .getfield(CPU, "translatedInstructions", LONG)
                .lload(COUNT)
                .ladd()
                .putfield(CPU, "translatedInstructions", LONG)
                .lconst_0()
                .lstore(COUNT);
    }

    private void flushFlags() {
        pushCpu();
        code.iload(FLAG_KIND).putfield(CPU, "pendingFlags", INT);
        pushCpu();
        code.lload(FLAG_A).putfield(CPU, "pendingA", LONG);
        pushCpu();
        code.lload(FLAG_B).putfield(CPU, "pendingB", LONG);
    }

    /** Works out pending flags, for an op that reads or changes them. */
    void settleFlags() {
        pushCpu();
        code.iload(FLAG_KIND)
                .lload(FLAG_A)
                .lload(FLAG_B)
                .invokevirtual(CPU, "settleFlags", MethodTypeDesc.of(ConstantDescs.CD_void, INT, LONG, LONG));
        flagKind(FlagState.SETTLED);
    }

    void flagKind(FlagState state) {
        code.loadConstant(state.kind()).istore(FLAG_KIND);
    }

    // ---- Control.

    /**
     * Emits a call off the fast path that may raise an exception of the guest instruction at {@code offset}, with everything in the
     * vCPU before it and loaded again after it: no local lives on across the call, so HotSpot keeps them in host registers where
     * the call isn't made.
     *
     * @param dirty registers that may differ from the vCPU's
     * @param used every register of the region
     */
    void mayRaiseAside(int offset, int dirty, int used, Runnable call) {
        raisesAside = true;
        flush(dirty);
        flushFlags();
        flushCount();
        code.loadConstant(offset).istore(AT);
        Label start = code.newBoundLabel();
        call.run();
        Label end = code.newBoundLabel();
        code.exceptionCatch(start, end, handlerAside, GUEST_EXCEPTION);
        pushCpu();
        code.getfield(CPU, "pc", LONG).lstore(BASE);
        reload(used);
    }

    /** The handler of exceptions raised aside. The exception is on the stack. */
    void handlerAside() {
        if (!raisesAside) {
            return;
        }
        code.labelBinding(handlerAside).astore(NEXT);
        pushCpu();
        code.aload(NEXT).iload(AT);
        code.invokestatic(SUPPORT, "fault", MethodTypeDesc.of(INT, CPU, GUEST_EXCEPTION, INT));
        code.ireturn();
    }

    /** Whether the handler is needed. */
    boolean raises() {
        return raises;
    }

    /**
     * Emits a call that may raise an exception of the guest instruction at {@code offset}. Only calls are covered by the handler:
     * each covered JVM instruction costs HotSpot's compilers a path that keeps all locals.
     */
    void mayRaise(int offset, Runnable call) {
        raises = true;
        code.loadConstant(offset).istore(AT);
        Label start = code.newBoundLabel();
        call.run();
        Label end = code.newBoundLabel();
        code.exceptionCatch(start, end, handler, GUEST_EXCEPTION);
    }

    /** Pops the address where execution goes on and leaves through the epilogue. */
    void exit(int status, Label epilogue) {
        code.lstore(NEXT).loadConstant(status).istore(STATUS).goto_(epilogue);
    }

    void epilogue(Label label, int written, boolean changesFlags) {
        code.labelBinding(label);
        flush(written);
        flushCount();
        if (changesFlags) {
            flushFlags();
        }
        pushCpu();
        code.lload(NEXT).putfield(CPU, "pc", LONG).iload(STATUS).ireturn();
    }

    /** The handler of every exception that an instruction of the region raises. The exception is on the stack. */
    void handler(int written) {
        code.astore(NEXT); // two slots, free here
        flush(written);
        flushCount();
        pushCpu();
        code.aload(NEXT)
                .iload(FLAG_KIND)
                .lload(FLAG_A)
                .lload(FLAG_B)
                .lload(BASE)
                .iload(AT)
                .i2l()
                .ladd();
        code.invokestatic(SUPPORT, "fault", MethodTypeDesc.of(INT, CPU, GUEST_EXCEPTION, INT, LONG, LONG, LONG));
        code.ireturn();
    }

    /** Jumps when a request is urgent. */
    void ifUrgent(Label label) {
        pushCpu();
        code.invokevirtual(CPU, "urgent", MethodTypeDesc.of(INT)).ifne(label);
    }

    /** Ends a call without a vCPU; see {@link WarmUp}. */
    void gate() {
        Label open = code.newLabel();
        pushCpu();
        code.ifnonnull(open).loadConstant(Region.CLOSED).ireturn().labelBinding(open);
    }

    /** Jumps when CPACR_EL1 traps FP and AdvSIMD instructions. */
    void ifFpTrapped(Label label) {
        pushCpu();
        code.getfield(CPU, "fpTrapped", ConstantDescs.CD_boolean).ifne(label);
    }

    void returnStatus(int status) {
        code.loadConstant(status).ireturn();
    }

    /** Pops the address of the function, calls it, returns unless it comes back to {@code returnOffset}. */
    void call(int returnOffset, int dirty, boolean changesFlags, int used) {
        code.lstore(NEXT);
        flush(dirty);
        flushCount();
        if (changesFlags) {
            flushFlags();
        }
        pushCpu();
        code.lload(NEXT).putfield(CPU, "pc", LONG);
        pushCpu();
        code.getfield(CPU, "links", LINKS);
        pushCpu().pushAddress(returnOffset);
        code.invokevirtual(LINKS, "call", MethodTypeDesc.of(INT, CPU, LONG)).istore(STATUS);
        Label back = code.newLabel();
        code.iload(STATUS).ifeq(back).iload(STATUS).ireturn();
        code.labelBinding(back);
        storePc();
        reload(used);
    }

    /** Executes the op in a static field of the region's class. */
    void execute(ClassDesc owner, String field) {
        code.getstatic(owner, field, OP);
        pushCpu();
        code.invokeinterface(OP, "execute", MethodTypeDesc.of(ConstantDescs.CD_void, CPU));
    }

    /** After an op that leaves: the PC, where the op hasn't set it, and nothing pending. */
    void leave(int nextOffset, boolean setPc) {
        if (setPc) {
            pushCpu().pushAddress(nextOffset);
            code.putfield(CPU, "pc", LONG);
        }
        flushCount();
        pushCpu();
        code.iconst_0().putfield(CPU, "pendingFlags", INT);
        returnStatus(Region.UNWIND);
    }

    /** Jumps when instructions were invalidated. */
    void ifCodeChanged(Label label) {
        pushCpu();
        code.getfield(CPU, "links", LINKS)
                .invokevirtual(LINKS, "codeChanged", MethodTypeDesc.of(ConstantDescs.CD_boolean))
                .ifne(label);
    }

    /** Pops a branch target, pushes where the branch leads; see {@link Cpu#branchTarget}. */
    void branchTarget() {
        code.lstore(NEXT);
        pushCpu();
        code.lload(NEXT).invokevirtual(CPU, "branchTarget", MethodTypeDesc.of(LONG, LONG));
    }
}
