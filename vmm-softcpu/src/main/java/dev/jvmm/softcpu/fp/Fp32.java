// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.fp;

import static java.lang.Float.floatToRawIntBits;
import static java.lang.Float.intBitsToFloat;

/**
 * Single precision as AArch64 defines it, on raw encodings. Negations and absolute values are the caller's: they are
 * operations on the sign bit.
 *
 * <p>Each operation has the stages that {@link Fp64} describes. Whether a host result was exact is told in double
 * precision, which holds the product of any two single-precision numbers.
 */
public final class Fp32 {
    private static final FpFormat FORMAT = FpFormat.SINGLE;

    /** Sums of two numbers below this, and the terms of their error, stay finite. */
    private static final float SUM_SAFE = 0x1p126f;

    /** Integers up to this magnitude are exact; so is -2^63, whose absolute value overflows to itself. */
    private static final long EXACT_INTEGERS = 1L << 24;

    private Fp32() {}

    /** FPAdd. */
    public static int add(int a, int b, FpStatus status) {
        return floatToRawIntBits(add(status, intBitsToFloat(a), intBitsToFloat(b)));
    }

    /** FPAdd. */
    public static float add(FpStatus status, float x, float y) {
        float sum = x + y;
        // No sum of two finite numbers is tiny and inexact.
        return status.isNearestInexact() && Math.abs(sum) <= Float.MAX_VALUE ? sum : slowAdd(status, x, y);
    }

    private static float slowAdd(FpStatus status, float x, float y) {
        int a = floatToRawIntBits(x);
        int b = floatToRawIntBits(y);
        return intBitsToFloat(addTracked(a, b, status));
    }

    private static int addTracked(int a, int b, FpStatus status) {
        float x = intBitsToFloat(a);
        float y = intBitsToFloat(b);
        if (status.isNearest() && Math.abs(x) < SUM_SAFE && Math.abs(y) < SUM_SAFE) {
            return floatToRawIntBits(trackedSum(x, y, status));
        }
        return (int) FpArithmetic.add(FORMAT, widen(a), widen(b), false, status);
    }

    /** FPSub. */
    public static int sub(int a, int b, FpStatus status) {
        return floatToRawIntBits(sub(status, intBitsToFloat(a), intBitsToFloat(b)));
    }

    /** FPSub. */
    public static float sub(FpStatus status, float x, float y) {
        float difference = x - y;
        return status.isNearestInexact() && Math.abs(difference) <= Float.MAX_VALUE
                ? difference
                : slowSub(status, x, y);
    }

    private static float slowSub(FpStatus status, float x, float y) {
        int a = floatToRawIntBits(x);
        int b = floatToRawIntBits(y);
        return intBitsToFloat(subTracked(a, b, status));
    }

    private static int subTracked(int a, int b, FpStatus status) {
        float x = intBitsToFloat(a);
        float y = intBitsToFloat(b);
        if (status.isNearest() && Math.abs(x) < SUM_SAFE && Math.abs(y) < SUM_SAFE) {
            return floatToRawIntBits(trackedSum(x, -y, status));
        }
        return (int) FpArithmetic.add(FORMAT, widen(a), widen(b), true, status);
    }

    private static float trackedSum(float x, float y, FpStatus status) {
        float sum = x + y;
        float virtualY = sum - x;
        // Knuth's TwoSum: exactly x + y - sum.
        float error = (x - (sum - virtualY)) + (y - virtualY);
        if (error != 0) {
            status.raise(FpStatus.IXC);
        }
        return sum;
    }

    /** FPMul. */
    public static int mul(int a, int b, FpStatus status) {
        return floatToRawIntBits(mul(status, intBitsToFloat(a), intBitsToFloat(b)));
    }

    /** FPMul. */
    public static float mul(FpStatus status, float x, float y) {
        float product = x * y;
        return status.isNearestInexact() && isOrdinary(product) ? product : slowMul(status, x, y);
    }

    private static float slowMul(FpStatus status, float x, float y) {
        int a = floatToRawIntBits(x);
        int b = floatToRawIntBits(y);
        return intBitsToFloat(mulTracked(a, b, false, status));
    }

    /** FPMulX. */
    public static int mulx(int a, int b, FpStatus status) {
        float product = intBitsToFloat(a) * intBitsToFloat(b);
        if (status.isNearestInexact() && isOrdinary(product)) {
            return floatToRawIntBits(product);
        }
        return mulTracked(a, b, true, status);
    }

    private static int mulTracked(int a, int b, boolean extended, FpStatus status) {
        double exact = (double) intBitsToFloat(a) * intBitsToFloat(b);
        float product = (float) exact;
        if (status.isNearest() && (product == exact || isOrdinary(product))) {
            return tracked(product, product == exact, status);
        }
        return (int) FpArithmetic.multiply(FORMAT, widen(a), widen(b), extended, status);
    }

    /** FPDiv. */
    public static int div(int a, int b, FpStatus status) {
        return floatToRawIntBits(div(status, intBitsToFloat(a), intBitsToFloat(b)));
    }

    /** FPDiv. */
    public static float div(FpStatus status, float x, float y) {
        float quotient = x / y;
        return status.isNearestInexact() && isOrdinary(quotient) ? quotient : slowDiv(status, x, y);
    }

    private static float slowDiv(FpStatus status, float x, float y) {
        int a = floatToRawIntBits(x);
        int b = floatToRawIntBits(y);
        return intBitsToFloat(divTracked(a, b, status));
    }

    private static int divTracked(int a, int b, FpStatus status) {
        float x = intBitsToFloat(a);
        float y = intBitsToFloat(b);
        float quotient = x / y;
        boolean exact = (double) quotient * y == x;
        if (status.isNearest() && (exact || isOrdinary(quotient))) {
            return tracked(quotient, exact, status);
        }
        return (int) FpArithmetic.divide(FORMAT, widen(a), widen(b), status);
    }

    /** FPSqrt. */
    public static int sqrt(int value, FpStatus status) {
        return floatToRawIntBits(sqrt(status, intBitsToFloat(value)));
    }

    /** FPSqrt. */
    public static float sqrt(FpStatus status, float x) {
        float root = (float) Math.sqrt(x);
        return status.isNearestInexact() && isOrdinary(root) ? root : slowSqrt(status, x);
    }

    private static float slowSqrt(FpStatus status, float x) {
        return intBitsToFloat(sqrtTracked(floatToRawIntBits(x), status));
    }

    private static int sqrtTracked(int value, FpStatus status) {
        float x = intBitsToFloat(value);
        float root = (float) Math.sqrt(x);
        boolean exact = (double) root * root == x;
        if (status.isNearest() && (exact || isOrdinary(root))) {
            return tracked(root, exact, status);
        }
        return (int) FpArithmetic.squareRoot(FORMAT, widen(value), status);
    }

    /** FPMulAdd: {@code addend + a * b}, rounded once. */
    public static int fusedMulAdd(int addend, int a, int b, FpStatus status) {
        return floatToRawIntBits(fusedMulAdd(status, intBitsToFloat(addend), intBitsToFloat(a), intBitsToFloat(b)));
    }

    /** FPMulAdd: {@code addend + x * y}, rounded once. */
    public static float fusedMulAdd(FpStatus status, float addend, float x, float y) {
        float sum = Math.fma(x, y, addend);
        return status.isNearestInexact() && isOrdinary(sum) ? sum : slowFusedMulAdd(status, addend, x, y);
    }

    private static float slowFusedMulAdd(FpStatus status, float addend, float x, float y) {
        int c = floatToRawIntBits(addend);
        int a = floatToRawIntBits(x);
        int b = floatToRawIntBits(y);
        return intBitsToFloat(fusedMulAddTracked(c, a, b, status));
    }

    private static int fusedMulAddTracked(int addend, int a, int b, FpStatus status) {
        float x = intBitsToFloat(a);
        float y = intBitsToFloat(b);
        float z = intBitsToFloat(addend);
        float sum = Math.fma(x, y, z);
        double product = (double) x * y;
        double wideSum = product + z;
        boolean exact = sum == wideSum && Fp64.sumError(product, z, wideSum) == 0;
        if (status.isNearest() && (exact || isOrdinary(sum))) {
            return tracked(sum, exact, status);
        }
        return (int) FpArithmetic.fusedMultiplyAdd(FORMAT, widen(addend), widen(a), widen(b), status);
    }

    /** FPRecipStepFused: {@code 2.0 - a * b}, rounded once. */
    public static int recipStepFused(int a, int b, FpStatus status) {
        float step = Math.fma(-intBitsToFloat(a), intBitsToFloat(b), 2.0f);
        if (status.isNearestInexact() && isOrdinary(step)) {
            return floatToRawIntBits(step);
        }
        return (int) FpArithmetic.recipStepFused(FORMAT, widen(a), widen(b), status);
    }

    /** FPRSqrtStepFused: {@code (3.0 - a * b) / 2.0}, rounded once. */
    public static int rsqrtStepFused(int a, int b, FpStatus status) {
        float step = Math.fma(-intBitsToFloat(a), intBitsToFloat(b), 3.0f) * 0.5f;
        if (status.isNearestInexact() && isOrdinary(step)) {
            return floatToRawIntBits(step);
        }
        return (int) FpArithmetic.rsqrtStepFused(FORMAT, widen(a), widen(b), status);
    }

    /** FPMax. */
    public static int max(int a, int b, FpStatus status) {
        float max = Math.max(intBitsToFloat(a), intBitsToFloat(b));
        return !Float.isNaN(max) && !status.flushesToZero()
                ? floatToRawIntBits(max)
                : (int) FpComparison.max(FORMAT, widen(a), widen(b), status);
    }

    /** FPMin. */
    public static int min(int a, int b, FpStatus status) {
        float min = Math.min(intBitsToFloat(a), intBitsToFloat(b));
        return !Float.isNaN(min) && !status.flushesToZero()
                ? floatToRawIntBits(min)
                : (int) FpComparison.min(FORMAT, widen(a), widen(b), status);
    }

    /** FPMaxNum. */
    public static int maxNum(int a, int b, FpStatus status) {
        float max = Math.max(intBitsToFloat(a), intBitsToFloat(b));
        return !Float.isNaN(max) && !status.flushesToZero()
                ? floatToRawIntBits(max)
                : (int) FpComparison.maxNum(FORMAT, widen(a), widen(b), status);
    }

    /** FPMinNum. */
    public static int minNum(int a, int b, FpStatus status) {
        float min = Math.min(intBitsToFloat(a), intBitsToFloat(b));
        return !Float.isNaN(min) && !status.flushesToZero()
                ? floatToRawIntBits(min)
                : (int) FpComparison.minNum(FORMAT, widen(a), widen(b), status);
    }

    /**
     * FPCompare.
     *
     * @param signalAllNans whether a quiet NaN raises Invalid Operation too, as in FCMPE
     * @return NZCV as a nibble, N in bit 3
     */
    public static int compare(int a, int b, boolean signalAllNans, FpStatus status) {
        return compare(status, intBitsToFloat(a), intBitsToFloat(b), signalAllNans);
    }

    /** FPCompare; parameters and result as above. */
    public static int compare(FpStatus status, float x, float y, boolean signalAllNans) {
        if (status.flushesToZero()) {
            return slowCompare(status, x, y, signalAllNans);
        }
        if (x < y) {
            return FpComparison.LESS;
        }
        if (x > y) {
            return FpComparison.GREATER;
        }
        return x == y ? FpComparison.EQUAL : slowCompare(status, x, y, signalAllNans);
    }

    private static int slowCompare(FpStatus status, float x, float y, boolean signalAllNans) {
        return FpComparison.compare(
                FORMAT, widen(floatToRawIntBits(x)), widen(floatToRawIntBits(y)), signalAllNans, status);
    }

    /** FPCompareEQ. */
    public static boolean compareEq(int a, int b, FpStatus status) {
        return compare(a, b, false, status) == FpComparison.EQUAL;
    }

    /** FPCompareGE. */
    public static boolean compareGe(int a, int b, FpStatus status) {
        int nzcv = compare(a, b, true, status);
        return nzcv == FpComparison.GREATER || nzcv == FpComparison.EQUAL;
    }

    /** FPCompareGT. */
    public static boolean compareGt(int a, int b, FpStatus status) {
        return compare(a, b, true, status) == FpComparison.GREATER;
    }

    /**
     * FPRoundInt.
     *
     * @param rounding a constant of {@link FpRounding} other than ODD; FRINTI and FRINTX pass {@link FpStatus#rounding}
     * @param exact whether a change of value raises Inexact, as in FRINTX
     */
    public static int roundToIntegral(int value, int rounding, boolean exact, FpStatus status) {
        float x = intBitsToFloat(value);
        if (Float.isNaN(x) || status.flushesToZero()) {
            return (int) FpConversion.roundToIntegral(FORMAT, widen(value), rounding, exact, status);
        }
        float integral = (float) Fp64.integral(x, rounding);
        if (exact && integral != x) {
            status.raise(FpStatus.IXC);
        }
        return floatToRawIntBits(integral);
    }

    /**
     * FPToFixed.
     *
     * @param signed whether the result is signed
     * @param width of the result, 32 or 64 bits
     * @param fractionBits of the result, 0 to {@code width}
     * @param rounding a constant of {@link FpRounding} other than ODD
     * @return the result, zero-extended to 64 bits
     */
    public static long toFixed(int value, boolean signed, int width, int fractionBits, int rounding, FpStatus status) {
        if (fractionBits == 0 && !status.flushesToZero()) {
            float x = intBitsToFloat(value);
            double integral = Fp64.integral(x, rounding);
            long integer = (long) integral;
            if (Math.abs(integral) < (width == Integer.SIZE ? 0x1p31 : 0x1p63) && (signed || integer >= 0)) {
                if (integral != x) {
                    status.raise(FpStatus.IXC);
                }
                return width == Integer.SIZE ? integer & 0xFFFF_FFFFL : integer;
            }
        }
        return FpConversion.toFixed(FORMAT, widen(value), signed, width, fractionBits, rounding, status);
    }

    /**
     * FixedToFP in the mode of FPCR.RMode.
     *
     * @param value sign- or zero-extended to 64 bits
     * @param signed whether the value is signed
     * @param fractionBits of the value, 0 to 64
     */
    public static int fromFixed(long value, boolean signed, int fractionBits, FpStatus status) {
        boolean smallEnough = Math.abs(value) <= EXACT_INTEGERS || status.isNearestInexact();
        if (fractionBits == 0 && smallEnough && (signed || value >= 0)) {
            return floatToRawIntBits((float) value);
        }
        return (int) FpConversion.fromFixed(FORMAT, value, signed, fractionBits, status);
    }

    /** FPConvert to double precision. */
    public static long toDouble(int value, FpStatus status) {
        float x = intBitsToFloat(value);
        if (!Float.isNaN(x) && !status.flushesToZero()) {
            return Double.doubleToRawLongBits(x);
        }
        return FpConversion.convert(FORMAT, FpFormat.DOUBLE, widen(value), status.rounding(), status);
    }

    /** FPConvert to half precision, the IEEE or the alternative format by FPCR.AHP, in the low 16 bits. */
    public static int toHalf(int value, FpStatus status) {
        return (int) FpConversion.convert(FORMAT, FpFormat.HALF, widen(value), status.rounding(), status);
    }

    /** FPRecipEstimate. */
    public static int recipEstimate(int value, FpStatus status) {
        return (int) FpEstimate.recipEstimate(FORMAT, widen(value), status);
    }

    /** FPRSqrtEstimate. */
    public static int rsqrtEstimate(int value, FpStatus status) {
        return (int) FpEstimate.rsqrtEstimate(FORMAT, widen(value), status);
    }

    /** FPRecpX. */
    public static int recipExponent(int value, FpStatus status) {
        return (int) FpEstimate.recipExponent(FORMAT, widen(value), status);
    }

    /** Finite, and so far above the denormals that the exact result cannot have been tiny. */
    private static boolean isOrdinary(float result) {
        return Math.abs(result) > Float.MIN_NORMAL && Math.abs(result) <= Float.MAX_VALUE;
    }

    private static int tracked(float result, boolean exact, FpStatus status) {
        if (!exact) {
            status.raise(FpStatus.IXC);
        }
        return floatToRawIntBits(result);
    }

    private static long widen(int value) {
        return value & 0xFFFF_FFFFL;
    }
}
