// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import dev.jvmm.softcpu.decode.Opcode;
import dev.jvmm.softcpu.fp.Fp32;
import dev.jvmm.softcpu.fp.Fp64;
import dev.jvmm.softcpu.fp.FpRounding;
import dev.jvmm.softcpu.semantics.FpElements;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The method that an instruction's op applies to each floating-point element.
 *
 * @param single its class for single precision
 * @param name its name without a suffix
 * @param suffixed whether the name ends with 32 or 64
 * @param floats whether it takes and returns {@code float} and {@code double}, with the status first; else raw bits, with the
 *     status last. With floats, results stay in the host's floating-point registers on their way to the next instruction
 * @param operands how many elements it takes
 * @param rounding a constant of {@link FpRounding} that it takes as well, followed by false; or -1
 */
record FpOperation(
        ClassDesc single, ClassDesc wide, String name, boolean suffixed, boolean floats, int operands, int rounding) {
    private static final ClassDesc FP32 = GuestAssembler.describe(Fp32.class);
    private static final ClassDesc FP64 = GuestAssembler.describe(Fp64.class);
    private static final ClassDesc ELEMENTS = GuestAssembler.describe(FpElements.class);

    private static FpOperation floats(String name, int operands) {
        return new FpOperation(FP32, FP64, name, false, true, operands, -1);
    }

    private static FpOperation bits(String name, int operands) {
        return new FpOperation(FP32, FP64, name, false, false, operands, -1);
    }

    private static FpOperation elementFloats(String name, int operands) {
        return new FpOperation(ELEMENTS, ELEMENTS, name, false, true, operands, -1);
    }

    private static FpOperation elementBits(String name, int operands) {
        return new FpOperation(ELEMENTS, ELEMENTS, name, true, false, operands, -1);
    }

    private static FpOperation integral(int rounding) {
        return new FpOperation(FP32, FP64, "roundToIntegral", false, false, 1, rounding);
    }

    /** The operation of an instruction that applies one to elements; null for other instructions. */
    static @Nullable FpOperation of(Opcode opcode) {
        return switch (opcode) {
            case FADD_SCALAR, FADD_VECTOR, FADDP_VECTOR, FADDP_SCALAR -> floats("add", 2);
            case FSUB_SCALAR, FSUB_VECTOR -> floats("sub", 2);
            case FMUL_SCALAR, FMUL_VECTOR, FMUL_ELEMENT, FMUL_ELEMENT_SCALAR -> floats("mul", 2);
            case FDIV_SCALAR, FDIV_VECTOR -> floats("div", 2);
            case FSQRT_SCALAR, FSQRT_VECTOR -> floats("sqrt", 1);
            case FMADD, FMLA_VECTOR, FMLA_ELEMENT, FMLA_ELEMENT_SCALAR -> floats("fusedMulAdd", 3);
            case FMSUB, FMLS_VECTOR, FMLS_ELEMENT, FMLS_ELEMENT_SCALAR -> elementFloats("subtractProduct", 3);
            case FNMADD -> elementFloats("negatedSum", 3);
            case FNMSUB -> elementFloats("negatedAddend", 3);
            case FNMUL_SCALAR -> elementBits("negatedProduct", 2);
            case FABS_SCALAR, FABS_VECTOR -> elementBits("abs", 1);
            case FNEG_SCALAR, FNEG_VECTOR -> elementBits("negate", 1);
            case FABD_VECTOR, FABD_SCALAR -> elementBits("absoluteDifference", 2);
            case FMAX_SCALAR, FMAX_VECTOR, FMAXP_VECTOR, FMAXP_SCALAR -> bits("max", 2);
            case FMIN_SCALAR, FMIN_VECTOR, FMINP_VECTOR, FMINP_SCALAR -> bits("min", 2);
            case FMAXNM_SCALAR, FMAXNM_VECTOR, FMAXNMP_VECTOR, FMAXNMP_SCALAR -> bits("maxNum", 2);
            case FMINNM_SCALAR, FMINNM_VECTOR, FMINNMP_VECTOR, FMINNMP_SCALAR -> bits("minNum", 2);
            case FMULX_VECTOR, FMULX_SCALAR, FMULX_ELEMENT, FMULX_ELEMENT_SCALAR -> bits("mulx", 2);
            case FRECPS_VECTOR, FRECPS_SCALAR -> bits("recipStepFused", 2);
            case FRSQRTS_VECTOR, FRSQRTS_SCALAR -> bits("rsqrtStepFused", 2);
            case FRECPE_VECTOR, FRECPE_SCALAR -> bits("recipEstimate", 1);
            case FRSQRTE_VECTOR, FRSQRTE_SCALAR -> bits("rsqrtEstimate", 1);
            case FCMEQ_REGISTER_VECTOR, FCMEQ_REGISTER_SCALAR, FCMEQ_ZERO_VECTOR, FCMEQ_ZERO_SCALAR ->
                elementBits("equal", 2);
            case FCMGE_REGISTER_VECTOR,
                    FCMGE_REGISTER_SCALAR,
                    FCMGE_ZERO_VECTOR,
                    FCMGE_ZERO_SCALAR,
                    FCMLE_ZERO_VECTOR,
                    FCMLE_ZERO_SCALAR -> elementBits("greaterOrEqual", 2);
            case FCMGT_REGISTER_VECTOR,
                    FCMGT_REGISTER_SCALAR,
                    FCMGT_ZERO_VECTOR,
                    FCMGT_ZERO_SCALAR,
                    FCMLT_ZERO_VECTOR,
                    FCMLT_ZERO_SCALAR -> elementBits("greater", 2);
            case FACGE_VECTOR, FACGE_SCALAR -> elementBits("absoluteGreaterOrEqual", 2);
            case FACGT_VECTOR, FACGT_SCALAR -> elementBits("absoluteGreater", 2);
            case FRINTX_SCALAR, FRINTX_VECTOR -> elementBits("integralExact", 1);
            case FRINTI_SCALAR, FRINTI_VECTOR -> elementBits("integral", 1);
            case FRINTN_SCALAR, FRINTN_VECTOR -> integral(FpRounding.TIE_EVEN);
            case FRINTP_SCALAR, FRINTP_VECTOR -> integral(FpRounding.POSITIVE_INFINITY);
            case FRINTM_SCALAR, FRINTM_VECTOR -> integral(FpRounding.NEGATIVE_INFINITY);
            case FRINTZ_SCALAR, FRINTZ_VECTOR -> integral(FpRounding.ZERO);
            case FRINTA_SCALAR, FRINTA_VECTOR -> integral(FpRounding.TIE_AWAY);
            default -> null;
        };
    }

    ClassDesc owner(boolean isDouble) {
        return isDouble ? wide : single;
    }

    String method(boolean isDouble) {
        return suffixed ? name + (isDouble ? "64" : "32") : name;
    }

    MethodTypeDesc type(boolean isDouble) {
        ClassDesc element = floats
                ? isDouble ? ConstantDescs.CD_double : ConstantDescs.CD_float
                : isDouble ? ConstantDescs.CD_long : ConstantDescs.CD_int;
        ClassDesc[] elements = new ClassDesc[operands];
        Arrays.fill(elements, element);
        MethodTypeDesc type = MethodTypeDesc.of(element, elements);
        if (floats) {
            return type.insertParameterTypes(0, VectorRegisters.STATUS);
        }
        if (rounding >= 0) {
            type = type.insertParameterTypes(operands, ConstantDescs.CD_int, ConstantDescs.CD_boolean);
        }
        return type.insertParameterTypes(type.parameterCount(), VectorRegisters.STATUS);
    }
}
