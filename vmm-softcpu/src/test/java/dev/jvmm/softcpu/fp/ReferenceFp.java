// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.fp;

import java.math.BigInteger;

/**
 * The floating-point functions of the Arm ARM (DDI 0487, shared/functions/float, as of Armv8.0-A) with unbounded
 * rational arithmetic and no regard for speed. Function and variable names are the manual's; it shares nothing with the
 * code under test but the constants of FPCR, FPSR and the rounding modes.
 */
final class ReferenceFp {
    private enum FpType {
        NONZERO,
        ZERO,
        INFINITY,
        QNAN,
        SNAN
    }

    private record Unpacked(FpType type, int sign, Real value) {
        boolean isNan() {
            return type == FpType.QNAN || type == FpType.SNAN;
        }

        boolean isInfinity() {
            return type == FpType.INFINITY;
        }

        boolean isZero() {
            return type == FpType.ZERO;
        }
    }

    private static final Real TWO = Real.of(2);
    private static final Real HALF = Real.of(1).timesPowerOfTwo(-1);

    private final int n;
    private final int fpcr;
    private int fpsr;

    /**
     * @param n width of the operands: 16, 32 or 64
     */
    ReferenceFp(int n, int fpcr, int fpsr) {
        this.n = n;
        this.fpcr = fpcr;
        this.fpsr = fpsr;
    }

    int fpsr() {
        return fpsr;
    }

    private boolean fz() {
        return (fpcr & FpStatus.FZ) != 0;
    }

    private boolean ahp() {
        return (fpcr & FpStatus.AHP) != 0;
    }

    private int fpRoundingMode() {
        return fpcr >> 22 & 3;
    }

    private static int exponentWidth(int n) {
        return n == 16 ? 5 : n == 32 ? 8 : 11;
    }

    private static int fractionWidth(int n) {
        return n - 1 - exponentWidth(n);
    }

    private static long ones(int width) {
        return width == 0 ? 0 : -1L >>> 64 - width;
    }

    private static long pack(int n, int sign, long exponent, long fraction) {
        return (long) sign << n - 1 | exponent << fractionWidth(n) | fraction;
    }

    private static long fpZero(int n, int sign) {
        return pack(n, sign, 0, 0);
    }

    private static long fpInfinity(int n, int sign) {
        return pack(n, sign, ones(exponentWidth(n)), 0);
    }

    private static long fpMaxNormal(int n, int sign) {
        return pack(n, sign, ones(exponentWidth(n)) - 1, ones(fractionWidth(n)));
    }

    private static long fpDefaultNan(int n) {
        return pack(n, 0, ones(exponentWidth(n)), 1L << fractionWidth(n) - 1);
    }

    /** 2.0, 3.0 or 1.5. */
    private long constant(Real value) {
        return fpRound(n, value, FpRounding.TIE_EVEN);
    }

    private long invalid() {
        fpsr |= FpStatus.IOC;
        return fpDefaultNan(n);
    }

    private long fpNeg(long op) {
        return op ^ 1L << n - 1;
    }

    private Unpacked fpUnpack(long op) {
        return fpUnpack(n, op);
    }

    private Unpacked fpUnpack(int width, long op) {
        int f = fractionWidth(width);
        int e = exponentWidth(width);
        int sign = (int) (op >>> width - 1 & 1);
        long exp = op >>> f & ones(e);
        long frac = op & ones(f);
        int bias = (1 << e - 1) - 1;
        Real magnitude;
        FpType type;
        if (exp == 0) {
            boolean flush = fz() && width != 16;
            if (frac == 0 || flush) {
                if (frac != 0) {
                    fpsr |= FpStatus.IDC;
                }
                return new Unpacked(FpType.ZERO, sign, Real.ZERO);
            }
            type = FpType.NONZERO;
            magnitude = Real.of(frac).timesPowerOfTwo(1 - bias - f);
        } else if (exp == ones(e) && !(width == 16 && ahp())) {
            if (frac == 0) {
                type = FpType.INFINITY;
                magnitude = Real.of(1).timesPowerOfTwo(5000);
            } else {
                type = (frac >>> f - 1) == 1 ? FpType.QNAN : FpType.SNAN;
                magnitude = Real.ZERO;
            }
        } else {
            type = FpType.NONZERO;
            magnitude = Real.of(1L << f | frac).timesPowerOfTwo((int) exp - bias - f);
        }
        return new Unpacked(type, sign, sign == 1 ? magnitude.negate() : magnitude);
    }

    private long fpProcessNan(FpType type, long op) {
        long result = op;
        if (type == FpType.SNAN) {
            result |= 1L << fractionWidth(n) - 1;
            fpsr |= FpStatus.IOC;
        }
        return (fpcr & FpStatus.DN) != 0 ? fpDefaultNan(n) : result;
    }

    private long fpProcessNans(FpType[] types, long... ops) {
        for (FpType wanted : new FpType[] {FpType.SNAN, FpType.QNAN}) {
            for (int i = 0; i < ops.length; i++) {
                if (types[i] == wanted) {
                    return fpProcessNan(wanted, ops[i]);
                }
            }
        }
        throw new AssertionError("no NaN");
    }

    private long fpProcessNans(Unpacked a, Unpacked b, long op1, long op2) {
        return fpProcessNans(new FpType[] {a.type, b.type}, op1, op2);
    }

    private long fpRound(Real op) {
        return fpRound(n, op, fpRoundingMode());
    }

    /** FPRoundBase for a result of the given width. */
    private long fpRound(int width, Real op, int rounding) {
        int e = exponentWidth(width);
        int f = fractionWidth(width);
        int minimumExp = 2 - (1 << e - 1);
        int sign = op.signum() < 0 ? 1 : 0;
        Real mantissa = op.abs();
        int exponent = mantissa.exponent();
        mantissa = mantissa.timesPowerOfTwo(-exponent);
        if (fz() && width != 16 && exponent < minimumExp) {
            fpsr |= FpStatus.UFC;
            return fpZero(width, sign);
        }
        int biasedExp = Math.max(exponent - minimumExp + 1, 0);
        if (biasedExp == 0) {
            mantissa = mantissa.timesPowerOfTwo(-(minimumExp - exponent));
        }
        Real scaled = mantissa.timesPowerOfTwo(f);
        BigInteger intMant = scaled.floor();
        Real error = scaled.minus(Real.of(intMant));
        if (biasedExp == 0 && error.signum() != 0) {
            fpsr |= FpStatus.UFC;
        }
        boolean roundUp;
        boolean overflowToInf;
        switch (rounding) {
            case FpRounding.TIE_EVEN -> {
                int half = error.compareTo(HALF);
                roundUp = half > 0 || half == 0 && intMant.testBit(0);
                overflowToInf = true;
            }
            case FpRounding.POSITIVE_INFINITY -> {
                roundUp = error.signum() != 0 && sign == 0;
                overflowToInf = sign == 0;
            }
            case FpRounding.NEGATIVE_INFINITY -> {
                roundUp = error.signum() != 0 && sign == 1;
                overflowToInf = sign == 1;
            }
            default -> {
                roundUp = false;
                overflowToInf = false;
            }
        }
        if (roundUp) {
            intMant = intMant.add(BigInteger.ONE);
            if (intMant.equals(BigInteger.TWO.pow(f))) {
                biasedExp = 1;
            }
            if (intMant.equals(BigInteger.TWO.pow(f + 1))) {
                biasedExp++;
                intMant = intMant.shiftRight(1);
            }
        }
        if (error.signum() != 0 && rounding == FpRounding.ODD) {
            intMant = intMant.setBit(0);
        }
        long result;
        boolean inexact = error.signum() != 0;
        if (width != 16 || !ahp()) {
            if (biasedExp >= (1 << e) - 1) {
                result = overflowToInf ? fpInfinity(width, sign) : fpMaxNormal(width, sign);
                fpsr |= FpStatus.OFC;
                inexact = true;
            } else {
                result = pack(width, sign, biasedExp, intMant.longValue() & ones(f));
            }
        } else if (biasedExp >= 1 << e) {
            result = (long) sign << 15 | ones(15);
            fpsr |= FpStatus.IOC;
            inexact = false;
        } else {
            result = pack(width, sign, biasedExp, intMant.longValue() & ones(f));
        }
        if (inexact) {
            fpsr |= FpStatus.IXC;
        }
        return result;
    }

    /** The result of a sum: FPRound, or the zero whose sign depends on the rounding mode. */
    private long fpRoundSum(Real sum) {
        if (sum.signum() == 0) {
            return fpZero(n, fpRoundingMode() == FpRounding.NEGATIVE_INFINITY ? 1 : 0);
        }
        return fpRound(sum);
    }

    long fpAdd(long op1, long op2) {
        Unpacked a = fpUnpack(op1);
        Unpacked b = fpUnpack(op2);
        if (a.isNan() || b.isNan()) {
            return fpProcessNans(a, b, op1, op2);
        }
        if (a.isInfinity() && b.isInfinity() && a.sign != b.sign) {
            return invalid();
        }
        if (a.isInfinity() && a.sign == 0 || b.isInfinity() && b.sign == 0) {
            return fpInfinity(n, 0);
        }
        if (a.isInfinity() || b.isInfinity()) {
            return fpInfinity(n, 1);
        }
        if (a.isZero() && b.isZero() && a.sign == b.sign) {
            return fpZero(n, a.sign);
        }
        return fpRoundSum(a.value.plus(b.value));
    }

    long fpSub(long op1, long op2) {
        Unpacked a = fpUnpack(op1);
        Unpacked b = fpUnpack(op2);
        if (a.isNan() || b.isNan()) {
            return fpProcessNans(a, b, op1, op2);
        }
        if (a.isInfinity() && b.isInfinity() && a.sign == b.sign) {
            return invalid();
        }
        if (a.isInfinity() && a.sign == 0 || b.isInfinity() && b.sign == 1) {
            return fpInfinity(n, 0);
        }
        if (a.isInfinity() || b.isInfinity()) {
            return fpInfinity(n, 1);
        }
        if (a.isZero() && b.isZero() && a.sign != b.sign) {
            return fpZero(n, a.sign);
        }
        return fpRoundSum(a.value.minus(b.value));
    }

    long fpMul(long op1, long op2) {
        return fpMul(op1, op2, false);
    }

    long fpMulX(long op1, long op2) {
        return fpMul(op1, op2, true);
    }

    private long fpMul(long op1, long op2, boolean extended) {
        Unpacked a = fpUnpack(op1);
        Unpacked b = fpUnpack(op2);
        int sign = a.sign ^ b.sign;
        if (a.isNan() || b.isNan()) {
            return fpProcessNans(a, b, op1, op2);
        }
        if (a.isInfinity() && b.isZero() || a.isZero() && b.isInfinity()) {
            if (!extended) {
                return invalid();
            }
            return sign == 1 ? fpNeg(constant(TWO)) : constant(TWO);
        }
        if (a.isInfinity() || b.isInfinity()) {
            return fpInfinity(n, sign);
        }
        if (a.isZero() || b.isZero()) {
            return fpZero(n, sign);
        }
        return fpRound(a.value.times(b.value));
    }

    long fpDiv(long op1, long op2) {
        Unpacked a = fpUnpack(op1);
        Unpacked b = fpUnpack(op2);
        int sign = a.sign ^ b.sign;
        if (a.isNan() || b.isNan()) {
            return fpProcessNans(a, b, op1, op2);
        }
        if (a.isInfinity() && b.isInfinity() || a.isZero() && b.isZero()) {
            return invalid();
        }
        if (a.isInfinity() || b.isZero()) {
            if (!a.isInfinity()) {
                fpsr |= FpStatus.DZC;
            }
            return fpInfinity(n, sign);
        }
        if (a.isZero() || b.isInfinity()) {
            return fpZero(n, sign);
        }
        return fpRound(a.value.dividedBy(b.value));
    }

    long fpSqrt(long op) {
        Unpacked a = fpUnpack(op);
        if (a.isNan()) {
            return fpProcessNan(a.type, op);
        }
        if (a.isZero()) {
            return fpZero(n, a.sign);
        }
        if (a.isInfinity() && a.sign == 0) {
            return fpInfinity(n, 0);
        }
        if (a.sign == 1) {
            return invalid();
        }
        return fpRound(a.value.squareRoot());
    }

    long fpMulAdd(long addend, long op1, long op2) {
        Unpacked c = fpUnpack(addend);
        Unpacked a = fpUnpack(op1);
        Unpacked b = fpUnpack(op2);
        boolean infinityTimesZero = a.isInfinity() && b.isZero() || a.isZero() && b.isInfinity();
        long result = 0;
        boolean done = c.isNan() || a.isNan() || b.isNan();
        if (done) {
            result = fpProcessNans(new FpType[] {c.type, a.type, b.type}, addend, op1, op2);
        }
        if (c.type == FpType.QNAN && infinityTimesZero) {
            return invalid();
        }
        if (done) {
            return result;
        }
        int signP = a.sign ^ b.sign;
        boolean infP = a.isInfinity() || b.isInfinity();
        boolean zeroP = a.isZero() || b.isZero();
        if (infinityTimesZero || c.isInfinity() && infP && c.sign != signP) {
            return invalid();
        }
        if (c.isInfinity() && c.sign == 0 || infP && signP == 0) {
            return fpInfinity(n, 0);
        }
        if (c.isInfinity() || infP) {
            return fpInfinity(n, 1);
        }
        if (c.isZero() && zeroP && c.sign == signP) {
            return fpZero(n, c.sign);
        }
        return fpRoundSum(c.value.plus(a.value.times(b.value)));
    }

    long fpRecipStepFused(long op1, long op2) {
        long negated = fpNeg(op1);
        Unpacked a = fpUnpack(negated);
        Unpacked b = fpUnpack(op2);
        if (a.isNan() || b.isNan()) {
            return fpProcessNans(a, b, negated, op2);
        }
        if (a.isInfinity() && b.isZero() || a.isZero() && b.isInfinity()) {
            return constant(TWO);
        }
        if (a.isInfinity() || b.isInfinity()) {
            return fpInfinity(n, a.sign ^ b.sign);
        }
        return fpRoundSum(TWO.plus(a.value.times(b.value)));
    }

    long fpRsqrtStepFused(long op1, long op2) {
        long negated = fpNeg(op1);
        Unpacked a = fpUnpack(negated);
        Unpacked b = fpUnpack(op2);
        if (a.isNan() || b.isNan()) {
            return fpProcessNans(a, b, negated, op2);
        }
        if (a.isInfinity() && b.isZero() || a.isZero() && b.isInfinity()) {
            return constant(Real.of(3).times(HALF));
        }
        if (a.isInfinity() || b.isInfinity()) {
            return fpInfinity(n, a.sign ^ b.sign);
        }
        return fpRoundSum(Real.of(3).plus(a.value.times(b.value)).times(HALF));
    }

    long fpMax(long op1, long op2) {
        Unpacked a = fpUnpack(op1);
        Unpacked b = fpUnpack(op2);
        if (a.isNan() || b.isNan()) {
            return fpProcessNans(a, b, op1, op2);
        }
        return fpPick(a.value.compareTo(b.value) > 0 ? a : b, a.sign & b.sign);
    }

    long fpMin(long op1, long op2) {
        Unpacked a = fpUnpack(op1);
        Unpacked b = fpUnpack(op2);
        if (a.isNan() || b.isNan()) {
            return fpProcessNans(a, b, op1, op2);
        }
        return fpPick(a.value.compareTo(b.value) < 0 ? a : b, a.sign | b.sign);
    }

    private long fpPick(Unpacked picked, int signOfZero) {
        return switch (picked.type) {
            case INFINITY -> fpInfinity(n, picked.sign);
            case ZERO -> fpZero(n, signOfZero);
            case NONZERO, QNAN, SNAN -> fpRound(picked.value);
        };
    }

    long fpMaxNum(long op1, long op2) {
        FpType type1 = fpUnpack(op1).type;
        FpType type2 = fpUnpack(op2).type;
        if (type1 == FpType.QNAN && type2 != FpType.QNAN) {
            return fpMax(fpInfinity(n, 1), op2);
        }
        if (type1 != FpType.QNAN && type2 == FpType.QNAN) {
            return fpMax(op1, fpInfinity(n, 1));
        }
        return fpMax(op1, op2);
    }

    long fpMinNum(long op1, long op2) {
        FpType type1 = fpUnpack(op1).type;
        FpType type2 = fpUnpack(op2).type;
        if (type1 == FpType.QNAN && type2 != FpType.QNAN) {
            return fpMin(fpInfinity(n, 0), op2);
        }
        if (type1 != FpType.QNAN && type2 == FpType.QNAN) {
            return fpMin(op1, fpInfinity(n, 0));
        }
        return fpMin(op1, op2);
    }

    long fpCompare(long op1, long op2, boolean signalNans) {
        Unpacked a = fpUnpack(op1);
        Unpacked b = fpUnpack(op2);
        if (a.isNan() || b.isNan()) {
            if (a.type == FpType.SNAN || b.type == FpType.SNAN || signalNans) {
                fpsr |= FpStatus.IOC;
            }
            return 0b0011;
        }
        int order = a.value.compareTo(b.value);
        return order == 0 ? 0b0110 : order < 0 ? 0b1000 : 0b0010;
    }

    long fpCompareEq(long op1, long op2) {
        return fpCompare(op1, op2, false) == 0b0110 ? 1 : 0;
    }

    long fpCompareGe(long op1, long op2) {
        long nzcv = fpCompare(op1, op2, true);
        return nzcv == 0b0110 || nzcv == 0b0010 ? 1 : 0;
    }

    long fpCompareGt(long op1, long op2) {
        return fpCompare(op1, op2, true) == 0b0010 ? 1 : 0;
    }

    private static BigInteger roundToInteger(Real value, int rounding) {
        BigInteger intResult = value.floor();
        Real error = value.minus(Real.of(intResult));
        int half = error.compareTo(HALF);
        boolean roundUp = switch (rounding) {
            case FpRounding.TIE_EVEN -> half > 0 || half == 0 && intResult.testBit(0);
            case FpRounding.POSITIVE_INFINITY -> error.signum() != 0;
            case FpRounding.NEGATIVE_INFINITY -> false;
            case FpRounding.ZERO -> error.signum() != 0 && intResult.signum() < 0;
            case FpRounding.TIE_AWAY -> half > 0 || half == 0 && intResult.signum() >= 0;
            default -> throw new IllegalArgumentException("rounding " + rounding);
        };
        return roundUp ? intResult.add(BigInteger.ONE) : intResult;
    }

    long fpRoundInt(long op, int rounding, boolean exact) {
        Unpacked a = fpUnpack(op);
        if (a.isNan()) {
            return fpProcessNan(a.type, op);
        }
        if (a.isInfinity()) {
            return fpInfinity(n, a.sign);
        }
        if (a.isZero()) {
            return fpZero(n, a.sign);
        }
        Real rounded = Real.of(roundToInteger(a.value, rounding));
        long result = rounded.signum() == 0 ? fpZero(n, a.sign) : fpRound(n, rounded, FpRounding.ZERO);
        if (exact && rounded.compareTo(a.value) != 0) {
            fpsr |= FpStatus.IXC;
        }
        return result;
    }

    long fpToFixed(long op, boolean signed, int width, int fbits, int rounding) {
        Unpacked a = fpUnpack(op);
        if (a.isNan()) {
            fpsr |= FpStatus.IOC;
        }
        Real value = a.value.timesPowerOfTwo(fbits);
        BigInteger intResult = roundToInteger(value, rounding);
        BigInteger lowest = signed ? BigInteger.TWO.pow(width - 1).negate() : BigInteger.ZERO;
        BigInteger highest = BigInteger.TWO.pow(signed ? width - 1 : width).subtract(BigInteger.ONE);
        BigInteger saturated = intResult.max(lowest).min(highest);
        if (!saturated.equals(intResult)) {
            fpsr |= FpStatus.IOC;
        } else if (Real.of(intResult).compareTo(value) != 0) {
            fpsr |= FpStatus.IXC;
        }
        return saturated.longValue() & ones(width);
    }

    long fixedToFp(long op, boolean signed, int fbits) {
        BigInteger integer = BigInteger.valueOf(op);
        if (!signed && op < 0) {
            integer = integer.add(BigInteger.ONE.shiftLeft(64));
        }
        Real value = Real.of(integer).timesPowerOfTwo(-fbits);
        return value.signum() == 0 ? 0 : fpRound(value);
    }

    long fpConvert(long op, int m) {
        return fpConvert(op, m, fpRoundingMode());
    }

    long fpConvert(long op, int m, int rounding) {
        Unpacked a = fpUnpack(op);
        boolean altHp = m == 16 && ahp();
        return switch (a.type) {
            case SNAN, QNAN -> {
                if (a.type == FpType.SNAN || altHp) {
                    fpsr |= FpStatus.IOC;
                }
                if (altHp) {
                    yield fpZero(m, a.sign);
                }
                yield (fpcr & FpStatus.DN) != 0 ? fpDefaultNan(m) : fpConvertNan(op, m);
            }
            case INFINITY -> {
                if (!altHp) {
                    yield fpInfinity(m, a.sign);
                }
                fpsr |= FpStatus.IOC;
                yield (long) a.sign << m - 1 | ones(m - 1);
            }
            case ZERO -> fpZero(m, a.sign);
            case NONZERO -> fpRound(m, a.value, rounding);
        };
    }

    /** FPConvertNaN: the fraction below the quiet bit goes through a 51-bit field, aligned at the top. */
    private long fpConvertNan(long op, int m) {
        int from = fractionWidth(n) - 1;
        int to = fractionWidth(m) - 1;
        long field = (op & ones(from)) << 51 - from;
        return fpDefaultNan(m) | (op >>> n - 1) << m - 1 | field >>> 51 - to;
    }

    private static int recipEstimate(int a) {
        int doubled = a * 2 + 1;
        int b = (1 << 19) / doubled;
        return (b + 1) / 2;
    }

    private static int recipSqrtEstimate(int scaled) {
        int a = scaled;
        if (a < 256) {
            a = a * 2 + 1;
        } else {
            a = a >> 1 << 1;
            a = (a + 1) * 2;
        }
        int b = 512;
        while (a * (b + 1) * (b + 1) < 1 << 28) {
            b++;
        }
        return (b + 1) / 2;
    }

    long fpRecipEstimate(long op) {
        Unpacked a = fpUnpack(op);
        if (a.isNan()) {
            return fpProcessNan(a.type, op);
        }
        if (a.isInfinity()) {
            return fpZero(n, a.sign);
        }
        if (a.isZero()) {
            fpsr |= FpStatus.DZC;
            return fpInfinity(n, a.sign);
        }
        Real smallest = Real.of(1).timesPowerOfTwo(n == 32 ? -128 : -1024);
        if (a.value.abs().compareTo(smallest) < 0) {
            boolean toInfinity = switch (fpRoundingMode()) {
                case FpRounding.TIE_EVEN -> true;
                case FpRounding.POSITIVE_INFINITY -> a.sign == 0;
                case FpRounding.NEGATIVE_INFINITY -> a.sign == 1;
                default -> false;
            };
            fpsr |= FpStatus.OFC | FpStatus.IXC;
            return toInfinity ? fpInfinity(n, a.sign) : fpMaxNormal(n, a.sign);
        }
        Real largest = Real.of(1).timesPowerOfTwo(n == 32 ? 126 : 1022);
        if (fz() && a.value.abs().compareTo(largest) >= 0) {
            fpsr |= FpStatus.UFC;
            return fpZero(n, a.sign);
        }
        int f = fractionWidth(n);
        long fraction = (op & ones(f)) << 52 - f;
        int exp = (int) (op >>> f & ones(exponentWidth(n)));
        if (exp == 0) {
            if ((fraction >>> 51 & 1) == 0) {
                exp = -1;
                fraction = fraction << 2 & ones(52);
            } else {
                fraction = fraction << 1 & ones(52);
            }
        }
        int scaled = (int) (1 << 8 | fraction >>> 44);
        int resultExp = (n == 32 ? 253 : 2045) - exp;
        long estimate = recipEstimate(scaled);
        fraction = (estimate & 0xFF) << 44;
        if (resultExp == 0) {
            fraction = 1L << 51 | fraction >>> 1;
        } else if (resultExp == -1) {
            fraction = 1L << 50 | fraction >>> 2;
            resultExp = 0;
        }
        return pack(n, a.sign, resultExp, fraction >>> 52 - f);
    }

    long fpRsqrtEstimate(long op) {
        Unpacked a = fpUnpack(op);
        if (a.isNan()) {
            return fpProcessNan(a.type, op);
        }
        if (a.isZero()) {
            fpsr |= FpStatus.DZC;
            return fpInfinity(n, a.sign);
        }
        if (a.sign == 1) {
            return invalid();
        }
        if (a.isInfinity()) {
            return fpZero(n, 0);
        }
        int f = fractionWidth(n);
        long fraction = (op & ones(f)) << 52 - f;
        int exp = (int) (op >>> f & ones(exponentWidth(n)));
        if (exp == 0) {
            while ((fraction >>> 51 & 1) == 0) {
                fraction = fraction << 1 & ones(52);
                exp--;
            }
            fraction = fraction << 1 & ones(52);
        }
        int scaled = (exp & 1) == 0 ? (int) (1 << 8 | fraction >>> 44) : (int) (1 << 7 | fraction >>> 45);
        int resultExp = ((n == 32 ? 380 : 3068) - exp) / 2;
        long estimate = recipSqrtEstimate(scaled);
        return pack(n, 0, resultExp, (estimate & 0xFF) << f - 8);
    }

    long fpRecpX(long op) {
        Unpacked a = fpUnpack(op);
        if (a.isNan()) {
            return fpProcessNan(a.type, op);
        }
        long exp = op >>> fractionWidth(n) & ones(exponentWidth(n));
        long maxExp = ones(exponentWidth(n)) - 1;
        return pack(n, a.sign, exp == 0 ? maxExp : exp ^ ones(exponentWidth(n)), 0);
    }

    static int unsignedRecipEstimate(int op) {
        return op >>> 31 == 0 ? -1 : recipEstimate(op >>> 23) << 23;
    }

    static int unsignedRsqrtEstimate(int op) {
        return op >>> 30 == 0 ? -1 : recipSqrtEstimate(op >>> 23) << 23;
    }
}
