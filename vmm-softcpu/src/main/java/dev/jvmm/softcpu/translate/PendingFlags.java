// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import dev.jvmm.softcpu.cpu.Cpu;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/**
 * Bytecode for the flags: the operands of what last set them, and its kind (see {@link Cpu#pendingFlags}). Where registers have
 * locals so have these, and are written back at exits, calls and exceptions; else they are in the vCPU, and the locals hold them
 * too in the block that set them.
 */
final class PendingFlags {
    /** How many locals it takes. */
    static final int LOCALS = 5;

    private static final ClassDesc CPU = GuestAssembler.CPU;
    private static final ClassDesc LONG = ConstantDescs.CD_long;
    private static final ClassDesc INT = ConstantDescs.CD_int;

    private final GuestAssembler assembler;
    private final CodeBuilder code;
    private final boolean inLocals;
    private final int kind;
    private final int a;
    private final int b;

    /** The locals hold the operands. */
    private boolean known;

    /** @param first the first of {@link #LOCALS} locals */
    PendingFlags(GuestAssembler assembler, int first) {
        this.assembler = assembler;
        this.code = assembler.code;
        this.inLocals = assembler.home == RegisterHome.LOCALS;
        this.known = inLocals;
        this.kind = first;
        this.a = first + 1;
        this.b = first + 3;
    }

    /** What is known from earlier instructions no longer holds. */
    void startBlock() {
        known = inLocals;
    }

    /** Pops the operands of what sets the flags: two for additions and subtractions, else one. */
    void set(FlagState state) {
        if (state.operands() == 2) {
            code.lstore(b);
        }
        code.lstore(a);
        known = true;
        if (inLocals) {
            code.loadConstant(state.kind()).istore(kind);
            return;
        }
        assembler.pushCpu();
        code.lload(a).putfield(CPU, "pendingA", LONG);
        if (state.operands() == 2) {
            assembler.pushCpu();
            code.lload(b).putfield(CPU, "pendingB", LONG);
        }
        assembler.pushCpu();
        code.loadConstant(state.kind()).putfield(CPU, "pendingFlags", INT);
    }

    /** Pushes the first operand. */
    CodeBuilder pushA() {
        return push("pendingA", a);
    }

    /** Pushes the second operand. */
    CodeBuilder pushB() {
        return push("pendingB", b);
    }

    private CodeBuilder push(String field, int local) {
        if (known) {
            return code.lload(local);
        }
        assembler.pushCpu();
        return code.getfield(CPU, field, LONG);
    }

    /** Other code may have changed the flags. */
    void reload() {
        if (!inLocals) {
            known = false;
            return;
        }
        assembler.pushCpu();
        code.getfield(CPU, "pendingFlags", INT).istore(kind);
        assembler.pushCpu();
        code.getfield(CPU, "pendingA", LONG).lstore(a);
        assembler.pushCpu();
        code.getfield(CPU, "pendingB", LONG).lstore(b);
    }

    /** Other code may look at the flags. */
    void flush() {
        if (!inLocals) {
            return;
        }
        assembler.pushCpu();
        code.iload(kind).putfield(CPU, "pendingFlags", INT);
        assembler.pushCpu();
        code.lload(a).putfield(CPU, "pendingA", LONG);
        assembler.pushCpu();
        code.lload(b).putfield(CPU, "pendingB", LONG);
    }

    /** Works the flags out, for an op that reads or changes them. */
    void settle() {
        flush();
        assembler.pushCpu();
        code.invokevirtual(CPU, "settleFlags", MethodTypeDesc.of(ConstantDescs.CD_void));
        settled();
    }

    private void settled() {
        if (inLocals) {
            code.loadConstant(FlagState.SETTLED.kind()).istore(kind);
        }
    }

    /** Jumps when a condition of the A64 encoding holds, of which nothing is known. */
    void ifHolds(int condition, Label label) {
        flush();
        settled();
        assembler.pushCpu();
        code.loadConstant(condition)
                .invokestatic(GuestAssembler.SUPPORT, "holds", MethodTypeDesc.of(ConstantDescs.CD_boolean, CPU, INT))
                .ifne(label);
    }
}
