// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import dev.jvmm.softcpu.code.Region;
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
    static final ClassDesc GUEST_EXCEPTION = describe(GuestException.class);
    private static final ClassDesc MMU = describe(Mmu.class);
    private static final ClassDesc LONG = ConstantDescs.CD_long;
    private static final ClassDesc INT = ConstantDescs.CD_int;

    static final long LOW_WORD = 0xFFFF_FFFFL;

    // Locals. 0 is the region, 1 the vCPU.
    private static final int CPU_LOCAL = 1;
    private static final int BASE = 2;
    private static final int TLB = 4;
    private static final int REGISTERS = 6;
    private static final int NEXT = 7;
    private static final int STATUS = 9;
    static final int T0 = 10;
    static final int T1 = 12;
    static final int T2 = 14;
    static final int T3 = 16;
    private static final int FLAGS = 18;
    private static final int X0 = FLAGS + PendingFlags.LOCALS;
    /** Number of the stack pointer here and in sets of registers. */
    static final int SP = 31;

    private static final int SP_INDEX = CpuState.SP;

    final CodeBuilder code;
    final RegisterHome home;
    final PendingFlags flags;
    private final Label handler;
    private boolean covers;

    /**
     * @param handler where exceptions of guest instructions go while registers are in locals; see {@link #handler}
     */
    GuestAssembler(CodeBuilder code, RegisterHome home, Label handler) {
        this.code = code;
        this.home = home;
        this.handler = handler;
        this.flags = new PendingFlags(this, FLAGS);
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

    /** Pushes the host address of the TLB in use. */
    GuestAssembler pushTlb() {
        if (home == RegisterHome.LOCALS) {
            code.lload(TLB);
        } else {
            pushTlb(code, CPU_LOCAL);
        }
        return this;
    }

    /** Pushes the host address of the TLB in use of the vCPU in a local. */
    static void pushTlb(CodeBuilder code, int cpu) {
        code.aload(cpu).getfield(CPU, "mmu", MMU).invokestatic(MMU, "tlb", MethodTypeDesc.of(LONG, MMU));
    }

    /** Pushes what {@link Cpu#next} must be when the instruction at {@code offset} raises an exception. */
    GuestAssembler pushNext(int offset) {
        code.loadConstant(offset / 4 + 1);
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
        pushCpu().pushAddress(0);
        code.putfield(CPU, "pc", LONG);
        reload(used);
    }

    /** Loads what other code may have changed into the locals. */
    private void reload(int used) {
        loadTlb();
        flags.reload();
        load(used);
    }

    /** Other code may have changed the TLB in use. */
    void loadTlb() {
        if (home == RegisterHome.LOCALS) {
            pushTlb(code, CPU_LOCAL);
            code.lstore(TLB);
        }
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
        pushCpu();
        code.dup()
                .getfield(CPU, "translatedInstructions", LONG)
                .loadConstant((long) instructions)
                .ladd()
                .putfield(CPU, "translatedInstructions", LONG);
    }

    // ---- Control.

    /**
     * Emits a call off the fast path that may raise an exception, with everything in the vCPU before it and loaded again after
     * it: no local lives on across the call, so HotSpot keeps them in host registers where the call isn't made.
     *
     * @param dirty registers that may differ from the vCPU's
     * @param used every register of the region
     */
    void callAside(int dirty, int used, Runnable call) {
        flush(dirty);
        flags.flush();
        call.run();
        pushCpu();
        code.getfield(CPU, "pc", LONG).lstore(BASE);
        reload(used);
    }

    /** Emits a call that may raise an exception of the guest instruction at {@code offset}. */
    void mayRaise(int offset, Runnable call) {
        storeNext(offset);
        raising(call);
    }

    /** {@link Cpu#next} becomes what it must be when the instruction at {@code offset} raises an exception. */
    void storeNext(int offset) {
        pushCpu().pushNext(offset);
        code.putfield(CPU, "next", INT);
    }

    /**
     * Emits a call that sets {@link Cpu#next} before it raises an exception. Only calls are covered by the handler: each covered JVM
     * instruction costs HotSpot's compilers a path that keeps all locals.
     */
    void raising(Runnable call) {
        if (home == RegisterHome.VCPU) {
            call.run();
            return;
        }
        covers = true;
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
        if (changesFlags) {
            flags.flush();
        }
        pushCpu();
        code.lload(NEXT).putfield(CPU, "pc", LONG).iload(STATUS).ireturn();
    }

    /** Whether the handler is needed. */
    boolean covers() {
        return covers;
    }

    /** The handler of exceptions raised while registers are in locals: brings them to the vCPU. The exception is on the stack. */
    void handler(int written) {
        flush(written);
        flags.flush();
        code.athrow();
    }

    /** Jumps when a request is urgent. */
    void ifUrgent(Label label) {
        pushCpu();
        code.getfield(CPU, "requests", INT);
        pushCpu();
        code.getfield(CPU, "enabledRequests", INT).iand().ifne(label);
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

    /** Jumps when the stack pointer in the vCPU is misaligned. */
    void ifStackMisaligned(Label label) {
        pushCpu();
        code.getfield(CPU, "x", LONG.arrayType())
                .loadConstant(SP_INDEX)
                .laload()
                .l2i()
                .bipush(15)
                .iand()
                .ifne(label);
    }

    void returnStatus(int status) {
        code.loadConstant(status).ireturn();
    }

    /**
     * Calls a function, returns unless it comes back to {@code returnOffset}.
     *
     * @param pushTarget pushes its address
     */
    void call(Runnable pushTarget, int returnOffset, int dirty, boolean changesFlags, int used) {
        flush(dirty);
        if (changesFlags) {
            flags.flush();
        }
        pushCpu();
        pushTarget.run();
        pushAddress(returnOffset);
        Label back = code.newLabel();
        code.invokestatic(SUPPORT, "call", MethodTypeDesc.of(INT, CPU, LONG, LONG))
                .istore(STATUS)
                .iload(STATUS)
                .ifeq(back)
                .iload(STATUS)
                .ireturn()
                .labelBinding(back);
        reload(used);
    }

    /** Executes the op in a static field of the region's class. */
    void execute(ClassDesc owner, String field) {
        code.getstatic(owner, field, OP);
        pushCpu();
        code.invokeinterface(OP, "execute", MethodTypeDesc.of(ConstantDescs.CD_void, CPU));
    }

    /** After an op that leaves: the PC, where the op hasn't set it. */
    void leave(int nextOffset, boolean setPc) {
        if (setPc) {
            pushCpu().pushAddress(nextOffset);
            code.putfield(CPU, "pc", LONG);
        }
        returnStatus(Region.UNWIND);
    }

    /** Jumps when instructions were invalidated. */
    void ifCodeChanged(Label label) {
        pushCpu();
        code.invokestatic(SUPPORT, "codeChanged", MethodTypeDesc.of(ConstantDescs.CD_boolean, CPU))
                .ifne(label);
    }

    /** Pushes where an indirect branch to the address in X{@code register} leads; see {@link Cpu#branchTarget}. */
    void pushBranchTarget(int register) {
        pushCpu().pushX(register);
        code.invokestatic(CPU, "branchTarget", MethodTypeDesc.of(LONG, CPU, LONG));
    }
}
