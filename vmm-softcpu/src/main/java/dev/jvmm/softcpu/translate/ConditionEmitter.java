// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import dev.jvmm.softcpu.state.CpuState;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/** Bytecode of conditions (Arm ARM C1.2.4), made of the operands of what last set the flags wherever that is known. */
final class ConditionEmitter {
    private static final ClassDesc INT = ConstantDescs.CD_int;
    private static final ClassDesc LONG = ConstantDescs.CD_long;
    private static final MethodTypeDesc LONG_LONG_TO_INT = MethodTypeDesc.of(INT, LONG, LONG);
    private static final MethodTypeDesc INT_INT_TO_INT = MethodTypeDesc.of(INT, INT, INT);
    private static final ClassDesc LONG_CLASS = ConstantDescs.CD_Long;
    private static final ClassDesc INTEGER_CLASS = ConstantDescs.CD_Integer;

    private static final int NZCV_N = 1 << 31;
    private static final int NZCV_Z = 1 << 30;
    private static final int NZCV_C = 1 << 29;
    private static final int NZCV_V = 1 << 28;

    private final PendingFlags flags;
    private final CodeBuilder code;

    ConditionEmitter(GuestAssembler assembler) {
        this.flags = assembler.flags;
        this.code = assembler.code;
    }

    /** Jumps when {@code condition} of the A64 encoding holds; {@code state} says what is known about the flags. */
    void ifHolds(int condition, FlagState state, Label label) {
        if (condition >= 14) {
            code.goto_(label);
            return;
        }
        boolean done = switch (state.kind()) {
            case CpuState.FLAGS_SUB64 -> compare64(condition, label);
            case CpuState.FLAGS_SUB32 -> compare32(condition, label);
            case CpuState.FLAGS_ADD64 -> sum(condition, label, true);
            case CpuState.FLAGS_ADD32 -> sum(condition, label, false);
            case CpuState.FLAGS_LOGICAL -> logical(condition, label);
            case CpuState.FLAGS_NZCV -> packed(condition, label);
            default -> false;
        };
        if (!done) {
            flags.ifHolds(condition, label);
        }
    }

    private boolean compare64(int condition, Label label) {
        if (condition == 6 || condition == 7) {
            return false;
        }
        flags.pushA();
        flags.pushB();
        switch (condition) {
            case 2, 3, 8, 9 -> code.invokestatic(LONG_CLASS, "compareUnsigned", LONG_LONG_TO_INT);
            case 4, 5 -> code.lsub().lconst_0().lcmp();
            default -> code.lcmp();
        }
        jump(condition, label);
        return true;
    }

    private boolean compare32(int condition, Label label) {
        if (condition == 6 || condition == 7) {
            return false;
        }
        flags.pushA().l2i();
        flags.pushB().l2i();
        switch (condition) {
            case 0 -> code.if_icmpeq(label);
            case 1 -> code.if_icmpne(label);
            case 2, 3, 8, 9 -> {
                code.invokestatic(INTEGER_CLASS, "compareUnsigned", INT_INT_TO_INT);
                jump(condition, label);
            }
            case 4, 5 -> {
                code.isub();
                jump(condition, label);
            }
            case 10 -> code.if_icmpge(label);
            case 11 -> code.if_icmplt(label);
            case 12 -> code.if_icmpgt(label);
            default -> code.if_icmple(label);
        }
        return true;
    }

    /** An int on the stack compares to zero as the two operands of a subtraction to each other. */
    private void jump(int condition, Label label) {
        switch (condition) {
            case 0 -> code.ifeq(label);
            case 1 -> code.ifne(label);
            case 2, 5, 10 -> code.ifge(label);
            case 3, 4, 11 -> code.iflt(label);
            case 8, 12 -> code.ifgt(label);
            case 9, 13 -> code.ifle(label);
            default -> throw new IllegalStateException("condition " + condition);
        }
    }

    private boolean sum(int condition, Label label, boolean wide) {
        if (condition > 5) {
            return false;
        }
        flags.pushA();
        flags.pushB().ladd();
        if (condition == 2 || condition == 3) {
            // Carry: the sum is less than an operand.
            if (wide) {
                flags.pushA().invokestatic(LONG_CLASS, "compareUnsigned", LONG_LONG_TO_INT);
            } else {
                code.l2i();
                flags.pushA().l2i().invokestatic(INTEGER_CLASS, "compareUnsigned", INT_INT_TO_INT);
            }
            if (condition == 2) {
                code.iflt(label);
            } else {
                code.ifge(label);
            }
            return true;
        }
        if (wide) {
            code.lconst_0().lcmp();
        } else {
            code.l2i();
        }
        jump(condition, label);
        return true;
    }

    /** C and V are clear. */
    private boolean logical(int condition, Label label) {
        switch (condition) {
            case 2, 6, 8 -> {}
            case 3, 7, 9 -> code.goto_(label);
            default -> {
                flags.pushA().lconst_0().lcmp();
                jump(condition, label);
            }
        }
        return true;
    }

    /** NZCV in bits 31 to 28. */
    private boolean packed(int condition, Label label) {
        flags.pushA().l2i();
        int wanted = 0;
        switch (condition >> 1) {
            case 0 -> code.loadConstant(NZCV_Z).iand();
            case 1 -> code.loadConstant(NZCV_C).iand();
            case 2 -> code.loadConstant(NZCV_N).iand();
            case 3 -> code.loadConstant(NZCV_V).iand();
            case 4 -> {
                code.loadConstant(NZCV_C | NZCV_Z).iand();
                wanted = NZCV_C;
            }
            default -> {
                // N where it differs from V, and for GT and LE also Z.
                code.iconst_3().ishl().loadConstant(NZCV_N).iand();
                flags.pushA().l2i();
                code.loadConstant(condition >> 1 == 5 ? NZCV_N : NZCV_N | NZCV_Z)
                        .iand();
                code.ixor();
            }
        }
        // GE and GT hold where nothing is left; the others of an even number where their bit is.
        boolean whenNothing = condition >= 10;
        boolean negated = (condition & 1) != 0;
        if (wanted != 0) {
            code.loadConstant(wanted);
            if (negated) {
                code.if_icmpne(label);
            } else {
                code.if_icmpeq(label);
            }
        } else if (whenNothing != negated) {
            code.ifeq(label);
        } else {
            code.ifne(label);
        }
        return true;
    }
}
