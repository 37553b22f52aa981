// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import dev.jvmm.softcpu.cpu.Op;
import dev.jvmm.softcpu.decode.Fields;
import dev.jvmm.softcpu.decode.Immediates;
import dev.jvmm.softcpu.decode.Opcode;
import dev.jvmm.softcpu.fp.Fp32;
import dev.jvmm.softcpu.fp.Fp64;
import dev.jvmm.softcpu.fp.FpEstimate;
import dev.jvmm.softcpu.fp.FpRounding;
import dev.jvmm.softcpu.semantics.FpElements;
import dev.jvmm.softcpu.semantics.FpLanes;
import dev.jvmm.softcpu.semantics.FpLanes.Binary32;
import dev.jvmm.softcpu.semantics.FpLanes.Binary64;
import dev.jvmm.softcpu.semantics.FpLanes.Fused32;
import dev.jvmm.softcpu.semantics.FpLanes.Fused64;
import dev.jvmm.softcpu.semantics.FpLanes.Unary32;
import dev.jvmm.softcpu.semantics.FpLanes.Unary64;
import org.jspecify.annotations.Nullable;

/**
 * Ops of the AdvSIMD instructions on floating-point elements, of vectors and of scalars (Arm ARM C4.1.96). What an
 * instruction does to one element is chosen here, how that reaches registers is {@link FpLanes}.
 */
final class FpVectorOps {
    private FpVectorOps() {}

    /** The op, or null for an opcode of another group. */
    static @Nullable Op build(Opcode opcode, int insn) {
        Op op = twoOperands(opcode, insn);
        if (op == null) {
            op = oneOperand(opcode, insn);
        }
        if (op == null) {
            op = conversion(opcode, insn);
        }
        return op != null ? op : lengthsAndReductions(opcode, insn);
    }

    private static @Nullable Op twoOperands(Opcode opcode, int insn) {
        return switch (opcode) {
            case FADD_VECTOR -> vector(insn, Fp32::add, Fp64::add);
            case FSUB_VECTOR -> vector(insn, Fp32::sub, Fp64::sub);
            case FMUL_VECTOR -> vector(insn, Fp32::mul, Fp64::mul);
            case FDIV_VECTOR -> vector(insn, Fp32::div, Fp64::div);
            case FMULX_VECTOR -> vector(insn, Fp32::mulx, Fp64::mulx);
            case FMULX_SCALAR -> scalar(insn, Fp32::mulx, Fp64::mulx);
            case FMAX_VECTOR -> vector(insn, Fp32::max, Fp64::max);
            case FMIN_VECTOR -> vector(insn, Fp32::min, Fp64::min);
            case FMAXNM_VECTOR -> vector(insn, Fp32::maxNum, Fp64::maxNum);
            case FMINNM_VECTOR -> vector(insn, Fp32::minNum, Fp64::minNum);
            case FABD_VECTOR -> vector(insn, FpElements::absoluteDifference32, FpElements::absoluteDifference64);
            case FABD_SCALAR -> scalar(insn, FpElements::absoluteDifference32, FpElements::absoluteDifference64);
            case FRECPS_VECTOR -> vector(insn, Fp32::recipStepFused, Fp64::recipStepFused);
            case FRECPS_SCALAR -> scalar(insn, Fp32::recipStepFused, Fp64::recipStepFused);
            case FRSQRTS_VECTOR -> vector(insn, Fp32::rsqrtStepFused, Fp64::rsqrtStepFused);
            case FRSQRTS_SCALAR -> scalar(insn, Fp32::rsqrtStepFused, Fp64::rsqrtStepFused);
            case FCMEQ_REGISTER_VECTOR -> vector(insn, FpElements::equal32, FpElements::equal64);
            case FCMEQ_REGISTER_SCALAR -> scalar(insn, FpElements::equal32, FpElements::equal64);
            case FCMGE_REGISTER_VECTOR -> vector(insn, FpElements::greaterOrEqual32, FpElements::greaterOrEqual64);
            case FCMGE_REGISTER_SCALAR -> scalar(insn, FpElements::greaterOrEqual32, FpElements::greaterOrEqual64);
            case FCMGT_REGISTER_VECTOR -> vector(insn, FpElements::greater32, FpElements::greater64);
            case FCMGT_REGISTER_SCALAR -> scalar(insn, FpElements::greater32, FpElements::greater64);
            case FACGE_VECTOR ->
                vector(insn, FpElements::absoluteGreaterOrEqual32, FpElements::absoluteGreaterOrEqual64);
            case FACGE_SCALAR ->
                scalar(insn, FpElements::absoluteGreaterOrEqual32, FpElements::absoluteGreaterOrEqual64);
            case FACGT_VECTOR -> vector(insn, FpElements::absoluteGreater32, FpElements::absoluteGreater64);
            case FACGT_SCALAR -> scalar(insn, FpElements::absoluteGreater32, FpElements::absoluteGreater64);
            case FMLA_VECTOR -> fused(insn, Fp32::fusedMulAdd, Fp64::fusedMulAdd);
            case FMLS_VECTOR -> fused(insn, FpElements::subtractProduct32, FpElements::subtractProduct64);
            case FMUL_ELEMENT -> vectorByElement(insn, Fp32::mul, Fp64::mul);
            case FMUL_ELEMENT_SCALAR -> scalarByElement(insn, Fp32::mul, Fp64::mul);
            case FMULX_ELEMENT -> vectorByElement(insn, Fp32::mulx, Fp64::mulx);
            case FMULX_ELEMENT_SCALAR -> scalarByElement(insn, Fp32::mulx, Fp64::mulx);
            case FMLA_ELEMENT -> fusedByElement(insn, Fp32::fusedMulAdd, Fp64::fusedMulAdd);
            case FMLA_ELEMENT_SCALAR -> fusedScalarByElement(insn, Fp32::fusedMulAdd, Fp64::fusedMulAdd);
            case FMLS_ELEMENT -> fusedByElement(insn, FpElements::subtractProduct32, FpElements::subtractProduct64);
            case FMLS_ELEMENT_SCALAR ->
                fusedScalarByElement(insn, FpElements::subtractProduct32, FpElements::subtractProduct64);
            case FADDP_VECTOR -> pairwise(insn, Fp32::add, Fp64::add);
            case FMAXP_VECTOR -> pairwise(insn, Fp32::max, Fp64::max);
            case FMINP_VECTOR -> pairwise(insn, Fp32::min, Fp64::min);
            case FMAXNMP_VECTOR -> pairwise(insn, Fp32::maxNum, Fp64::maxNum);
            case FMINNMP_VECTOR -> pairwise(insn, Fp32::minNum, Fp64::minNum);
            default -> null;
        };
    }

    private static @Nullable Op oneOperand(Opcode opcode, int insn) {
        return switch (opcode) {
            case FABS_VECTOR -> vector(insn, FpElements::abs32, FpElements::abs64);
            case FNEG_VECTOR -> vector(insn, FpElements::negate32, FpElements::negate64);
            case FSQRT_VECTOR -> vector(insn, Fp32::sqrt, Fp64::sqrt);
            case FRINTN_VECTOR -> integral(insn, FpRounding.TIE_EVEN);
            case FRINTM_VECTOR -> integral(insn, FpRounding.NEGATIVE_INFINITY);
            case FRINTP_VECTOR -> integral(insn, FpRounding.POSITIVE_INFINITY);
            case FRINTZ_VECTOR -> integral(insn, FpRounding.ZERO);
            case FRINTA_VECTOR -> integral(insn, FpRounding.TIE_AWAY);
            case FRINTX_VECTOR -> vector(insn, FpElements::integralExact32, FpElements::integralExact64);
            case FRINTI_VECTOR -> vector(insn, FpElements::integral32, FpElements::integral64);
            case FCMEQ_ZERO_VECTOR -> zeroVector(insn, FpElements::equal32, FpElements::equal64);
            case FCMEQ_ZERO_SCALAR -> zeroScalar(insn, FpElements::equal32, FpElements::equal64);
            case FCMGE_ZERO_VECTOR -> zeroVector(insn, FpElements::greaterOrEqual32, FpElements::greaterOrEqual64);
            case FCMGE_ZERO_SCALAR -> zeroScalar(insn, FpElements::greaterOrEqual32, FpElements::greaterOrEqual64);
            case FCMGT_ZERO_VECTOR -> zeroVector(insn, FpElements::greater32, FpElements::greater64);
            case FCMGT_ZERO_SCALAR -> zeroScalar(insn, FpElements::greater32, FpElements::greater64);
            case FCMLE_ZERO_VECTOR ->
                vector(
                        insn,
                        (a, s) -> FpElements.greaterOrEqual32(0, a, s),
                        (a, s) -> FpElements.greaterOrEqual64(0, a, s));
            case FCMLE_ZERO_SCALAR ->
                scalar(
                        insn,
                        (a, s) -> FpElements.greaterOrEqual32(0, a, s),
                        (a, s) -> FpElements.greaterOrEqual64(0, a, s));
            case FCMLT_ZERO_VECTOR ->
                vector(insn, (a, s) -> FpElements.greater32(0, a, s), (a, s) -> FpElements.greater64(0, a, s));
            case FCMLT_ZERO_SCALAR ->
                scalar(insn, (a, s) -> FpElements.greater32(0, a, s), (a, s) -> FpElements.greater64(0, a, s));
            case FRECPE_VECTOR -> vector(insn, Fp32::recipEstimate, Fp64::recipEstimate);
            case FRECPE_SCALAR -> scalar(insn, Fp32::recipEstimate, Fp64::recipEstimate);
            case FRSQRTE_VECTOR -> vector(insn, Fp32::rsqrtEstimate, Fp64::rsqrtEstimate);
            case FRSQRTE_SCALAR -> scalar(insn, Fp32::rsqrtEstimate, Fp64::rsqrtEstimate);
            case FRECPX -> scalar(insn, Fp32::recipExponent, Fp64::recipExponent);
            case URECPE -> words(insn, (a, s) -> FpEstimate.unsignedRecipEstimate(a));
            case URSQRTE -> words(insn, (a, s) -> FpEstimate.unsignedRsqrtEstimate(a));
            default -> null;
        };
    }

    private static @Nullable Op conversion(Opcode opcode, int insn) {
        return switch (opcode) {
            case FCVTNS_VECTOR -> toInteger(insn, true, FpRounding.TIE_EVEN);
            case FCVTNU_VECTOR -> toInteger(insn, false, FpRounding.TIE_EVEN);
            case FCVTMS_VECTOR -> toInteger(insn, true, FpRounding.NEGATIVE_INFINITY);
            case FCVTMU_VECTOR -> toInteger(insn, false, FpRounding.NEGATIVE_INFINITY);
            case FCVTAS_VECTOR -> toInteger(insn, true, FpRounding.TIE_AWAY);
            case FCVTAU_VECTOR -> toInteger(insn, false, FpRounding.TIE_AWAY);
            case FCVTPS_VECTOR -> toInteger(insn, true, FpRounding.POSITIVE_INFINITY);
            case FCVTPU_VECTOR -> toInteger(insn, false, FpRounding.POSITIVE_INFINITY);
            case FCVTZS_VECTOR_INTEGER -> toInteger(insn, true, FpRounding.ZERO);
            case FCVTZU_VECTOR_INTEGER -> toInteger(insn, false, FpRounding.ZERO);
            case FCVTNS_ADVSIMD_SCALAR -> toIntegerScalar(insn, true, FpRounding.TIE_EVEN);
            case FCVTNU_ADVSIMD_SCALAR -> toIntegerScalar(insn, false, FpRounding.TIE_EVEN);
            case FCVTMS_ADVSIMD_SCALAR -> toIntegerScalar(insn, true, FpRounding.NEGATIVE_INFINITY);
            case FCVTMU_ADVSIMD_SCALAR -> toIntegerScalar(insn, false, FpRounding.NEGATIVE_INFINITY);
            case FCVTAS_ADVSIMD_SCALAR -> toIntegerScalar(insn, true, FpRounding.TIE_AWAY);
            case FCVTAU_ADVSIMD_SCALAR -> toIntegerScalar(insn, false, FpRounding.TIE_AWAY);
            case FCVTPS_ADVSIMD_SCALAR -> toIntegerScalar(insn, true, FpRounding.POSITIVE_INFINITY);
            case FCVTPU_ADVSIMD_SCALAR -> toIntegerScalar(insn, false, FpRounding.POSITIVE_INFINITY);
            case FCVTZS_ADVSIMD_SCALAR_INTEGER -> toIntegerScalar(insn, true, FpRounding.ZERO);
            case FCVTZU_ADVSIMD_SCALAR_INTEGER -> toIntegerScalar(insn, false, FpRounding.ZERO);
            case FCVTZS_VECTOR_FIXED_POINT -> fixedVector(insn, to32(insn, true), to64(insn, true));
            case FCVTZU_VECTOR_FIXED_POINT -> fixedVector(insn, to32(insn, false), to64(insn, false));
            case FCVTZS_ADVSIMD_SCALAR_FIXED_POINT -> fixedScalar(insn, to32(insn, true), to64(insn, true));
            case FCVTZU_ADVSIMD_SCALAR_FIXED_POINT -> fixedScalar(insn, to32(insn, false), to64(insn, false));
            case SCVTF_VECTOR_INTEGER -> vector(insn, from32(true, 0), from64(true, 0));
            case UCVTF_VECTOR_INTEGER -> vector(insn, from32(false, 0), from64(false, 0));
            case SCVTF_ADVSIMD_SCALAR_INTEGER -> scalar(insn, from32(true, 0), from64(true, 0));
            case UCVTF_ADVSIMD_SCALAR_INTEGER -> scalar(insn, from32(false, 0), from64(false, 0));
            case SCVTF_VECTOR_FIXED_POINT ->
                fixedVector(insn, from32(true, fractionBits(insn)), from64(true, fractionBits(insn)));
            case UCVTF_VECTOR_FIXED_POINT ->
                fixedVector(insn, from32(false, fractionBits(insn)), from64(false, fractionBits(insn)));
            case SCVTF_ADVSIMD_SCALAR_FIXED_POINT ->
                fixedScalar(insn, from32(true, fractionBits(insn)), from64(true, fractionBits(insn)));
            case UCVTF_ADVSIMD_SCALAR_FIXED_POINT ->
                fixedScalar(insn, from32(false, fractionBits(insn)), from64(false, fractionBits(insn)));
            default -> null;
        };
    }

    private static @Nullable Op lengthsAndReductions(Opcode opcode, int insn) {
        int d = Fields.rd(insn);
        int n = Fields.rn(insn);
        int part = Fields.q(insn);
        return switch (opcode) {
            case FCVTL ->
                isDouble(insn)
                        ? new SemanticOp(c -> FpElements.lengthenSingle(c, d, n, part))
                        : new SemanticOp(c -> FpElements.lengthenHalf(c, d, n, part));
            case FCVTN ->
                isDouble(insn)
                        ? new SemanticOp(c -> FpElements.narrowToSingle(c, d, n, part))
                        : new SemanticOp(c -> FpElements.narrowToHalf(c, d, n, part));
            case FCVTXN_VECTOR -> new SemanticOp(c -> FpElements.narrowToOdd(c, d, n, part));
            case FCVTXN_SCALAR ->
                new SemanticOp(c -> FpLanes.setSingle(c, d, Fp64.toSingleRoundOdd(FpLanes.doubleOf(c, n), c.fp)));
            case FMOV_VECTOR_IMMEDIATE -> immediate(insn);
            case FMAXV -> new SemanticOp(c -> FpLanes.across32(c, d, n, Fp32::max));
            case FMINV -> new SemanticOp(c -> FpLanes.across32(c, d, n, Fp32::min));
            case FMAXNMV -> new SemanticOp(c -> FpLanes.across32(c, d, n, Fp32::maxNum));
            case FMINNMV -> new SemanticOp(c -> FpLanes.across32(c, d, n, Fp32::minNum));
            case FADDP_SCALAR -> pairwiseScalar(insn, Fp32::add, Fp64::add);
            case FMAXP_SCALAR -> pairwiseScalar(insn, Fp32::max, Fp64::max);
            case FMINP_SCALAR -> pairwiseScalar(insn, Fp32::min, Fp64::min);
            case FMAXNMP_SCALAR -> pairwiseScalar(insn, Fp32::maxNum, Fp64::maxNum);
            case FMINNMP_SCALAR -> pairwiseScalar(insn, Fp32::minNum, Fp64::minNum);
            default -> null;
        };
    }

    private static boolean isDouble(int insn) {
        return Fields.vectorSz(insn) != 0;
    }

    /** 64-bit words of the vectors. */
    private static int words(int insn) {
        return Fields.q(insn) + 1;
    }

    private static Op vector(int insn, Binary32 single, Binary64 wide) {
        int d = Fields.rd(insn);
        int n = Fields.rn(insn);
        int m = Fields.rm(insn);
        int words = words(insn);
        return isDouble(insn)
                ? new SemanticOp(c -> FpLanes.vector64(c, d, n, m, wide))
                : new SemanticOp(c -> FpLanes.vector32(c, d, n, m, words, single));
    }

    private static Op scalar(int insn, Binary32 single, Binary64 wide) {
        int d = Fields.rd(insn);
        int n = Fields.rn(insn);
        int m = Fields.rm(insn);
        return isDouble(insn)
                ? new SemanticOp(c -> FpLanes.scalar64(c, d, n, m, wide))
                : new SemanticOp(c -> FpLanes.scalar32(c, d, n, m, single));
    }

    private static Op fused(int insn, Fused32 single, Fused64 wide) {
        int d = Fields.rd(insn);
        int n = Fields.rn(insn);
        int m = Fields.rm(insn);
        int words = words(insn);
        return isDouble(insn)
                ? new SemanticOp(c -> FpLanes.fusedVector64(c, d, n, m, wide))
                : new SemanticOp(c -> FpLanes.fusedVector32(c, d, n, m, words, single));
    }

    /** The element of Rm: H:L counts single, H double precision. Its register is M:Rm. */
    private static int elementIndex(int insn) {
        return isDouble(insn) ? Fields.h(insn) : Fields.h(insn) << 1 | Fields.elementL(insn);
    }

    private static Op vectorByElement(int insn, Binary32 single, Binary64 wide) {
        int d = Fields.rd(insn);
        int n = Fields.rn(insn);
        int m = Fields.rm(insn);
        int index = elementIndex(insn);
        int words = words(insn);
        return isDouble(insn)
                ? new SemanticOp(c -> FpLanes.vector64ByElement(c, d, n, m, index, wide))
                : new SemanticOp(c -> FpLanes.vector32ByElement(c, d, n, m, index, words, single));
    }

    private static Op scalarByElement(int insn, Binary32 single, Binary64 wide) {
        int d = Fields.rd(insn);
        int n = Fields.rn(insn);
        int m = Fields.rm(insn);
        int index = elementIndex(insn);
        return isDouble(insn)
                ? new SemanticOp(c -> FpLanes.scalar64ByElement(c, d, n, m, index, wide))
                : new SemanticOp(c -> FpLanes.scalar32ByElement(c, d, n, m, index, single));
    }

    private static Op fusedByElement(int insn, Fused32 single, Fused64 wide) {
        int d = Fields.rd(insn);
        int n = Fields.rn(insn);
        int m = Fields.rm(insn);
        int index = elementIndex(insn);
        int words = words(insn);
        return isDouble(insn)
                ? new SemanticOp(c -> FpLanes.fusedVector64ByElement(c, d, n, m, index, wide))
                : new SemanticOp(c -> FpLanes.fusedVector32ByElement(c, d, n, m, index, words, single));
    }

    private static Op fusedScalarByElement(int insn, Fused32 single, Fused64 wide) {
        int d = Fields.rd(insn);
        int n = Fields.rn(insn);
        int m = Fields.rm(insn);
        int index = elementIndex(insn);
        return isDouble(insn)
                ? new SemanticOp(c -> FpLanes.fused64ByElement(c, d, n, m, index, wide))
                : new SemanticOp(c -> FpLanes.fused32ByElement(c, d, n, m, index, single));
    }

    private static Op pairwise(int insn, Binary32 single, Binary64 wide) {
        int d = Fields.rd(insn);
        int n = Fields.rn(insn);
        int m = Fields.rm(insn);
        int words = words(insn);
        return isDouble(insn)
                ? new SemanticOp(c -> FpLanes.pairwise64(c, d, n, m, wide))
                : new SemanticOp(c -> FpLanes.pairwise32(c, d, n, m, words, single));
    }

    private static Op pairwiseScalar(int insn, Binary32 single, Binary64 wide) {
        int d = Fields.rd(insn);
        int n = Fields.rn(insn);
        return isDouble(insn)
                ? new SemanticOp(c -> FpLanes.pairwiseScalar64(c, d, n, wide))
                : new SemanticOp(c -> FpLanes.pairwiseScalar32(c, d, n, single));
    }

    private static Op vector(int insn, Unary32 single, Unary64 wide) {
        return isDouble(insn) ? doubles(insn, wide) : words(insn, single);
    }

    private static Op doubles(int insn, Unary64 operation) {
        int d = Fields.rd(insn);
        int n = Fields.rn(insn);
        return new SemanticOp(c -> FpLanes.vector64(c, d, n, operation));
    }

    /** Elements of 32 bits. */
    private static Op words(int insn, Unary32 operation) {
        int d = Fields.rd(insn);
        int n = Fields.rn(insn);
        int words = words(insn);
        return new SemanticOp(c -> FpLanes.vector32(c, d, n, words, operation));
    }

    private static Op scalar(int insn, Unary32 single, Unary64 wide) {
        return scalar(insn, isDouble(insn), single, wide);
    }

    private static Op scalar(int insn, boolean isDouble, Unary32 single, Unary64 wide) {
        int d = Fields.rd(insn);
        int n = Fields.rn(insn);
        return isDouble
                ? new SemanticOp(c -> FpLanes.scalar64(c, d, n, wide))
                : new SemanticOp(c -> FpLanes.scalar32(c, d, n, single));
    }

    private static Op zeroVector(int insn, Binary32 single, Binary64 wide) {
        return vector(insn, (a, s) -> single.apply(a, 0, s), (a, s) -> wide.apply(a, 0, s));
    }

    private static Op zeroScalar(int insn, Binary32 single, Binary64 wide) {
        return scalar(insn, (a, s) -> single.apply(a, 0, s), (a, s) -> wide.apply(a, 0, s));
    }

    private static Op integral(int insn, int rounding) {
        return vector(
                insn,
                (a, s) -> Fp32.roundToIntegral(a, rounding, false, s),
                (a, s) -> Fp64.roundToIntegral(a, rounding, false, s));
    }

    private static Op toInteger(int insn, boolean signed, int rounding) {
        return vector(insn, to32(signed, 0, rounding), to64(signed, 0, rounding));
    }

    private static Op toIntegerScalar(int insn, boolean signed, int rounding) {
        return scalar(insn, to32(signed, 0, rounding), to64(signed, 0, rounding));
    }

    private static Unary32 to32(boolean signed, int fractionBits, int rounding) {
        return (a, s) -> (int) Fp32.toFixed(a, signed, 32, fractionBits, rounding, s);
    }

    private static Unary64 to64(boolean signed, int fractionBits, int rounding) {
        return (a, s) -> Fp64.toFixed(a, signed, 64, fractionBits, rounding, s);
    }

    private static Unary32 to32(int insn, boolean signed) {
        return to32(signed, fractionBits(insn), FpRounding.ZERO);
    }

    private static Unary64 to64(int insn, boolean signed) {
        return to64(signed, fractionBits(insn), FpRounding.ZERO);
    }

    private static Unary32 from32(boolean signed, int fractionBits) {
        return (a, s) -> Fp32.fromFixed(FpElements.integer(a, false, signed), signed, fractionBits, s);
    }

    private static Unary64 from64(boolean signed, int fractionBits) {
        return (a, s) -> Fp64.fromFixed(a, signed, fractionBits, s);
    }

    /** Whether immh says elements of 64 bits. */
    private static boolean isDoubleShift(int insn) {
        return (Fields.immh(insn) & 8) != 0;
    }

    /** Of the fixed-point conversions: twice the element's bits less immh:immb. */
    private static int fractionBits(int insn) {
        return (isDoubleShift(insn) ? 128 : 64) - (Fields.immh(insn) << 3 | Fields.immb(insn));
    }

    private static Op fixedVector(int insn, Unary32 single, Unary64 wide) {
        return isDoubleShift(insn) ? doubles(insn, wide) : words(insn, single);
    }

    private static Op fixedScalar(int insn, Unary32 single, Unary64 wide) {
        return scalar(insn, isDoubleShift(insn), single, wide);
    }

    private static Op immediate(int insn) {
        int d = Fields.rd(insn);
        long word = Immediates.advSimdExpandImmediate(Fields.op(insn), 15, Immediates.modifiedImmediate(insn));
        long high = Fields.q(insn) != 0 ? word : 0;
        return new SemanticOp(c -> {
            c.v[2 * d] = word;
            c.v[2 * d + 1] = high;
        });
    }
}
