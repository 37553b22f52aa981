// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/** Bytecode that applies an {@link FpOperation} to the elements of registers. */
final class FpElementEmitter {
    static final ClassDesc FLOAT_CLASS = ConstantDescs.CD_Float;
    static final ClassDesc DOUBLE_CLASS = ConstantDescs.CD_Double;

    private static final MethodTypeDesc TO_DOUBLE = MethodTypeDesc.of(ConstantDescs.CD_double, ConstantDescs.CD_long);
    private static final MethodTypeDesc FROM_DOUBLE = MethodTypeDesc.of(ConstantDescs.CD_long, ConstantDescs.CD_double);
    private static final MethodTypeDesc TO_FLOAT = MethodTypeDesc.of(ConstantDescs.CD_float, ConstantDescs.CD_int);
    private static final MethodTypeDesc FROM_FLOAT = MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_float);

    private final CodeBuilder code;
    private final VectorRegisters vectors;

    FpElementEmitter(GuestAssembler assembler, VectorRegisters vectors) {
        this.code = assembler.code;
        this.vectors = vectors;
    }

    /** Where an operand comes from. */
    @FunctionalInterface
    interface Operand {
        /** Pushes the raw bits for element {@code index} of the result. */
        void push(int index);
    }

    /** Pushes the raw bits of an element: a long, or an int for single precision. */
    void pushBits(int register, int index, boolean isDouble) {
        if (isDouble) {
            vectors.push(register, index);
            return;
        }
        vectors.push(register, index >> 1);
        if ((index & 1) != 0) {
            code.bipush(32).lushr();
        }
        code.l2i();
    }

    /** Element by element. */
    Operand elements(int register, boolean isDouble) {
        return index -> pushBits(register, index, isDouble);
    }

    /** One element with all. */
    Operand element(int register, int index, boolean isDouble) {
        return ignored -> pushBits(register, index, isDouble);
    }

    Operand zero(boolean isDouble) {
        return isDouble ? index -> code.lconst_0() : index -> code.iconst_0();
    }

    /** Makes a floating-point number of raw bits on the stack. */
    void toFloat(boolean isDouble) {
        if (isDouble) {
            code.invokestatic(DOUBLE_CLASS, "longBitsToDouble", TO_DOUBLE);
        } else {
            code.invokestatic(FLOAT_CLASS, "intBitsToFloat", TO_FLOAT);
        }
    }

    private void toBits(boolean isDouble) {
        if (isDouble) {
            code.invokestatic(DOUBLE_CLASS, "doubleToRawLongBits", FROM_DOUBLE);
        } else {
            code.invokestatic(FLOAT_CLASS, "floatToRawIntBits", FROM_FLOAT);
        }
    }

    /** Writes element 0 of {@code d}; the rest of the register becomes zero. */
    void scalar(FpOperation operation, boolean isDouble, int d, Operand... operands) {
        apply(operation, isDouble, 0, operands);
        popScalar(d, isDouble);
    }

    /** Pops the raw bits of an element to a register, whose rest becomes zero. */
    void popScalar(int d, boolean isDouble) {
        if (!isDouble) {
            code.i2l().loadConstant(GuestAssembler.LOW_WORD).land();
        }
        vectors.popScalar(d);
    }

    /** Writes every element of {@code d}, of one or two {@code words} of 64 bits. All operands are read before. */
    void vector(FpOperation operation, boolean isDouble, int d, int words, Operand... operands) {
        for (int half = 0; half < words; half++) {
            if (isDouble) {
                apply(operation, true, half, operands);
            } else {
                apply(operation, false, 2 * half, operands);
                code.i2l().loadConstant(GuestAssembler.LOW_WORD).land();
                apply(operation, false, 2 * half + 1, operands);
                code.i2l().bipush(32).lshl().lor();
            }
            code.lstore(vectors.result() + 2 * half);
        }
        for (int half = 0; half < words; half++) {
            code.lload(vectors.result() + 2 * half);
            vectors.pop(d, half);
        }
        if (words == 1) {
            vectors.zeroAbove(d);
        }
    }

    /** Pushes the raw bits of one element's result. */
    private void apply(FpOperation operation, boolean isDouble, int index, Operand... operands) {
        if (operation.floats()) {
            vectors.pushStatus();
        }
        for (Operand operand : operands) {
            operand.push(index);
            if (operation.floats()) {
                toFloat(isDouble);
            }
        }
        if (operation.rounding() >= 0) {
            code.loadConstant(operation.rounding()).iconst_0();
        }
        if (!operation.floats()) {
            vectors.pushStatus();
        }
        code.invokestatic(operation.owner(isDouble), operation.method(isDouble), operation.type(isDouble));
        if (operation.floats()) {
            toBits(isDouble);
        }
    }
}
