// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import static dev.jvmm.softcpu.interpret.Operands.destination;

import dev.jvmm.softcpu.cpu.Op;
import dev.jvmm.softcpu.decode.Fields;
import dev.jvmm.softcpu.decode.Immediates;
import dev.jvmm.softcpu.decode.Opcode;
import dev.jvmm.softcpu.fp.Fp16;
import dev.jvmm.softcpu.fp.Fp32;
import dev.jvmm.softcpu.fp.Fp64;
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

/** Ops of the scalar floating-point instructions (Arm ARM C4.1.96, floating-point data processing). */
final class FpOps {
    private static final int DOUBLE = 1;
    private static final int HALF = 3;
    private static final long LOW_WORD = 0xFFFF_FFFFL;

    private FpOps() {}

    /** The op, or null for an opcode of another group. */
    static @Nullable Op build(Opcode opcode, int insn) {
        return switch (opcode) {
            case FMOV_REGISTER -> unary(insn, (a, s) -> a, (a, s) -> a);
            case FABS_SCALAR -> unary(insn, FpElements::abs32, FpElements::abs64);
            case FNEG_SCALAR -> unary(insn, FpElements::negate32, FpElements::negate64);
            case FSQRT_SCALAR -> unary(insn, Fp32::sqrt, Fp64::sqrt);
            case FCVT -> convert(insn);
            case FRINTN_SCALAR -> integral(insn, FpRounding.TIE_EVEN);
            case FRINTP_SCALAR -> integral(insn, FpRounding.POSITIVE_INFINITY);
            case FRINTM_SCALAR -> integral(insn, FpRounding.NEGATIVE_INFINITY);
            case FRINTZ_SCALAR -> integral(insn, FpRounding.ZERO);
            case FRINTA_SCALAR -> integral(insn, FpRounding.TIE_AWAY);
            case FRINTX_SCALAR -> unary(insn, FpElements::integralExact32, FpElements::integralExact64);
            case FRINTI_SCALAR -> unary(insn, FpElements::integral32, FpElements::integral64);
            case FMUL_SCALAR -> binary(insn, Fp32::mul, Fp64::mul);
            case FDIV_SCALAR -> binary(insn, Fp32::div, Fp64::div);
            case FADD_SCALAR -> binary(insn, Fp32::add, Fp64::add);
            case FSUB_SCALAR -> binary(insn, Fp32::sub, Fp64::sub);
            case FMAX_SCALAR -> binary(insn, Fp32::max, Fp64::max);
            case FMIN_SCALAR -> binary(insn, Fp32::min, Fp64::min);
            case FMAXNM_SCALAR -> binary(insn, Fp32::maxNum, Fp64::maxNum);
            case FMINNM_SCALAR -> binary(insn, Fp32::minNum, Fp64::minNum);
            case FNMUL_SCALAR -> binary(insn, FpElements::negatedProduct32, FpElements::negatedProduct64);
            case FCMP -> compare(insn, false);
            case FCMPE -> compare(insn, true);
            case FCMP_ZERO -> compareZero(insn, false);
            case FCMPE_ZERO -> compareZero(insn, true);
            case FCCMP -> compareConditional(insn, false);
            case FCCMPE -> compareConditional(insn, true);
            case FCSEL -> select(insn);
            case FMOV_SCALAR_IMMEDIATE -> immediate(insn);
            case FMADD -> fused(insn, Fp32::fusedMulAdd, Fp64::fusedMulAdd);
            case FMSUB -> fused(insn, FpElements::subtractProduct32, FpElements::subtractProduct64);
            case FNMADD -> fused(insn, FpElements::negatedSum32, FpElements::negatedSum64);
            case FNMSUB -> fused(insn, FpElements::negatedAddend32, FpElements::negatedAddend64);
            case SCVTF_SCALAR_FIXED_POINT -> fromGeneral(insn, true, 64 - Fields.scale(insn));
            case UCVTF_SCALAR_FIXED_POINT -> fromGeneral(insn, false, 64 - Fields.scale(insn));
            case SCVTF_SCALAR_INTEGER -> fromGeneral(insn, true, 0);
            case UCVTF_SCALAR_INTEGER -> fromGeneral(insn, false, 0);
            case FCVTZS_SCALAR_FIXED_POINT -> toGeneral(insn, true, 64 - Fields.scale(insn), FpRounding.ZERO);
            case FCVTZU_SCALAR_FIXED_POINT -> toGeneral(insn, false, 64 - Fields.scale(insn), FpRounding.ZERO);
            case FCVTNS_SCALAR -> toGeneral(insn, true, 0, FpRounding.TIE_EVEN);
            case FCVTNU_SCALAR -> toGeneral(insn, false, 0, FpRounding.TIE_EVEN);
            case FCVTAS_SCALAR -> toGeneral(insn, true, 0, FpRounding.TIE_AWAY);
            case FCVTAU_SCALAR -> toGeneral(insn, false, 0, FpRounding.TIE_AWAY);
            case FCVTPS_SCALAR -> toGeneral(insn, true, 0, FpRounding.POSITIVE_INFINITY);
            case FCVTPU_SCALAR -> toGeneral(insn, false, 0, FpRounding.POSITIVE_INFINITY);
            case FCVTMS_SCALAR -> toGeneral(insn, true, 0, FpRounding.NEGATIVE_INFINITY);
            case FCVTMU_SCALAR -> toGeneral(insn, false, 0, FpRounding.NEGATIVE_INFINITY);
            case FCVTZS_SCALAR_INTEGER -> toGeneral(insn, true, 0, FpRounding.ZERO);
            case FCVTZU_SCALAR_INTEGER -> toGeneral(insn, false, 0, FpRounding.ZERO);
            case FMOV_TO_GENERAL -> moveToGeneral(insn);
            case FMOV_FROM_GENERAL -> moveFromGeneral(insn);
            case FMOV_TO_GENERAL_TOP -> moveTopToGeneral(insn);
            case FMOV_FROM_GENERAL_TOP -> moveTopFromGeneral(insn);
            default -> null;
        };
    }

    private static boolean isDouble(int insn) {
        return Fields.ftype(insn) == DOUBLE;
    }

    private static Op unary(int insn, Unary32 single, Unary64 wide) {
        int d = Fields.rd(insn);
        int n = Fields.rn(insn);
        return isDouble(insn)
                ? new SemanticOp(c -> FpLanes.scalar64(c, d, n, wide))
                : new SemanticOp(c -> FpLanes.scalar32(c, d, n, single));
    }

    private static Op binary(int insn, Binary32 single, Binary64 wide) {
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
        int a = Fields.ra(insn);
        return isDouble(insn)
                ? new SemanticOp(c -> FpLanes.fused64(c, d, a, n, m, wide))
                : new SemanticOp(c -> FpLanes.fused32(c, d, a, n, m, single));
    }

    private static Op integral(int insn, int rounding) {
        return unary(
                insn,
                (a, s) -> Fp32.roundToIntegral(a, rounding, false, s),
                (a, s) -> Fp64.roundToIntegral(a, rounding, false, s));
    }

    private static Op convert(int insn) {
        int d = Fields.rd(insn);
        int n = Fields.rn(insn);
        int to = Fields.convertOpc(insn);
        return switch (Fields.ftype(insn)) {
            case HALF ->
                to == DOUBLE
                        ? new SemanticOp(c ->
                                FpLanes.setDouble(c, d, Fp16.toDouble(FpLanes.single(c, n) & 0xFFFF, c.fp)))
                        : new SemanticOp(c ->
                                FpLanes.setSingle(c, d, Fp16.toSingle(FpLanes.single(c, n) & 0xFFFF, c.fp)));
            case DOUBLE ->
                to == HALF
                        ? new SemanticOp(c -> FpLanes.setSingle(c, d, Fp64.toHalf(FpLanes.doubleOf(c, n), c.fp)))
                        : new SemanticOp(c -> FpLanes.setSingle(c, d, Fp64.toSingle(FpLanes.doubleOf(c, n), c.fp)));
            default ->
                to == HALF
                        ? new SemanticOp(c -> FpLanes.setSingle(c, d, Fp32.toHalf(FpLanes.single(c, n), c.fp)))
                        : new SemanticOp(c -> FpLanes.setDouble(c, d, Fp32.toDouble(FpLanes.single(c, n), c.fp)));
        };
    }

    private static Op compare(int insn, boolean signalAllNans) {
        int n = Fields.rn(insn);
        int m = Fields.rm(insn);
        return isDouble(insn)
                ? new SemanticOp(
                        c -> FpElements.compare64(c, FpLanes.doubleOf(c, n), FpLanes.doubleOf(c, m), signalAllNans))
                : new SemanticOp(
                        c -> FpElements.compare32(c, FpLanes.single(c, n), FpLanes.single(c, m), signalAllNans));
    }

    private static Op compareZero(int insn, boolean signalAllNans) {
        int n = Fields.rn(insn);
        return isDouble(insn)
                ? new SemanticOp(c -> FpElements.compare64(c, FpLanes.doubleOf(c, n), 0, signalAllNans))
                : new SemanticOp(c -> FpElements.compare32(c, FpLanes.single(c, n), 0, signalAllNans));
    }

    private static Op compareConditional(int insn, boolean signalAllNans) {
        int n = Fields.rn(insn);
        int m = Fields.rm(insn);
        int condition = Fields.cond(insn);
        int otherwise = Fields.nzcv(insn) << 28;
        boolean wide = isDouble(insn);
        return new SemanticOp(c -> {
            if (!c.holds(condition)) {
                c.setNzcv(otherwise);
            } else if (wide) {
                FpElements.compare64(c, FpLanes.doubleOf(c, n), FpLanes.doubleOf(c, m), signalAllNans);
            } else {
                FpElements.compare32(c, FpLanes.single(c, n), FpLanes.single(c, m), signalAllNans);
            }
        });
    }

    private static Op select(int insn) {
        int d = Fields.rd(insn);
        int n = Fields.rn(insn);
        int m = Fields.rm(insn);
        int condition = Fields.cond(insn);
        return isDouble(insn)
                ? new SemanticOp(c -> FpLanes.setDouble(c, d, FpLanes.doubleOf(c, c.holds(condition) ? n : m)))
                : new SemanticOp(c -> FpLanes.setSingle(c, d, FpLanes.single(c, c.holds(condition) ? n : m)));
    }

    private static Op immediate(int insn) {
        int d = Fields.rd(insn);
        int imm8 = Fields.imm8(insn);
        long value = isDouble(insn)
                ? Immediates.vfpExpandImmediate64(imm8)
                : Immediates.vfpExpandImmediate32(imm8) & LOW_WORD;
        return new SemanticOp(c -> FpLanes.setDouble(c, d, value));
    }

    private static Op fromGeneral(int insn, boolean signed, int fractionBits) {
        int d = Fields.rd(insn);
        int n = Fields.rn(insn);
        boolean wide = Fields.sf(insn) != 0;
        if (isDouble(insn)) {
            return new SemanticOp(c -> FpLanes.setDouble(
                    c, d, Fp64.fromFixed(FpElements.integer(c.x[n], wide, signed), signed, fractionBits, c.fp)));
        }
        return new SemanticOp(c -> FpLanes.setSingle(
                c, d, Fp32.fromFixed(FpElements.integer(c.x[n], wide, signed), signed, fractionBits, c.fp)));
    }

    private static Op toGeneral(int insn, boolean signed, int fractionBits, int rounding) {
        int d = destination(Fields.rd(insn));
        int n = Fields.rn(insn);
        int width = Fields.sf(insn) != 0 ? 64 : 32;
        if (isDouble(insn)) {
            return new SemanticOp(
                    c -> c.x[d] = Fp64.toFixed(FpLanes.doubleOf(c, n), signed, width, fractionBits, rounding, c.fp));
        }
        return new SemanticOp(
                c -> c.x[d] = Fp32.toFixed(FpLanes.single(c, n), signed, width, fractionBits, rounding, c.fp));
    }

    private static Op moveToGeneral(int insn) {
        int d = destination(Fields.rd(insn));
        int n = Fields.rn(insn);
        return Fields.sf(insn) != 0
                ? new SemanticOp(c -> c.x[d] = c.v[2 * n])
                : new SemanticOp(c -> c.x[d] = c.v[2 * n] & LOW_WORD);
    }

    private static Op moveFromGeneral(int insn) {
        int d = Fields.rd(insn);
        int n = Fields.rn(insn);
        return Fields.sf(insn) != 0
                ? new SemanticOp(c -> FpLanes.setDouble(c, d, c.x[n]))
                : new SemanticOp(c -> FpLanes.setSingle(c, d, (int) c.x[n]));
    }

    private static Op moveTopToGeneral(int insn) {
        int d = destination(Fields.rd(insn));
        int n = Fields.rn(insn);
        return new SemanticOp(c -> c.x[d] = c.v[2 * n + 1]);
    }

    private static Op moveTopFromGeneral(int insn) {
        int d = Fields.rd(insn);
        int n = Fields.rn(insn);
        return new SemanticOp(c -> c.v[2 * d + 1] = c.x[n]);
    }
}
