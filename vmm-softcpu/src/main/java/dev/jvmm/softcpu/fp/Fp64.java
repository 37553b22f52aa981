// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.fp;

import static java.lang.Double.doubleToRawLongBits;
import static java.lang.Double.longBitsToDouble;

/**
 * Double precision as AArch64 defines it, on raw encodings. Negations and absolute values are the caller's: they are
 * operations on the sign bit.
 *
 * <p>Each operation has up to three stages, so that what a caller inlines stays small. The first takes the host's result
 * where it is the architecture's and no flag can change. The second, still in the host's arithmetic, finds out whether
 * the result was exact. The third, shared by the formats, computes in integers.
 */
public final class Fp64 {
    private static final FpFormat FORMAT = FpFormat.DOUBLE;

    /** Sums of two numbers below this, and the terms of their error, stay finite. */
    private static final double SUM_SAFE = 0x1p1022;

    /** The error of a result whose operand or self is above this is not lost to underflow. */
    private static final double ERROR_SAFE = 0x1p-900;

    private Fp64() {}

    /** FPAdd. */
    public static long add(long a, long b, FpStatus status) {
        return doubleToRawLongBits(add(status, longBitsToDouble(a), longBitsToDouble(b)));
    }

    /** FPAdd. */
    public static double add(FpStatus status, double x, double y) {
        double sum = x + y;
        // No sum of two finite numbers is tiny and inexact.
        return status.isNearestInexact() && Math.abs(sum) <= Double.MAX_VALUE ? sum : slowAdd(status, x, y);
    }

    private static double slowAdd(FpStatus status, double x, double y) {
        long a = doubleToRawLongBits(x);
        long b = doubleToRawLongBits(y);
        return longBitsToDouble(addTracked(a, b, status));
    }

    private static long addTracked(long a, long b, FpStatus status) {
        double x = longBitsToDouble(a);
        double y = longBitsToDouble(b);
        if (status.isNearest() && Math.abs(x) < SUM_SAFE && Math.abs(y) < SUM_SAFE) {
            return doubleToRawLongBits(trackedSum(x, y, status));
        }
        return FpArithmetic.add(FORMAT, a, b, false, status);
    }

    /** FPSub. */
    public static long sub(long a, long b, FpStatus status) {
        return doubleToRawLongBits(sub(status, longBitsToDouble(a), longBitsToDouble(b)));
    }

    /** FPSub. */
    public static double sub(FpStatus status, double x, double y) {
        double difference = x - y;
        return status.isNearestInexact() && Math.abs(difference) <= Double.MAX_VALUE
                ? difference
                : slowSub(status, x, y);
    }

    private static double slowSub(FpStatus status, double x, double y) {
        long a = doubleToRawLongBits(x);
        long b = doubleToRawLongBits(y);
        return longBitsToDouble(subTracked(a, b, status));
    }

    private static long subTracked(long a, long b, FpStatus status) {
        double x = longBitsToDouble(a);
        double y = longBitsToDouble(b);
        if (status.isNearest() && Math.abs(x) < SUM_SAFE && Math.abs(y) < SUM_SAFE) {
            return doubleToRawLongBits(trackedSum(x, -y, status));
        }
        return FpArithmetic.add(FORMAT, a, b, true, status);
    }

    private static double trackedSum(double x, double y, FpStatus status) {
        double sum = x + y;
        if (sumError(x, y, sum) != 0) {
            status.raise(FpStatus.IXC);
        }
        return sum;
    }

    /** Knuth's TwoSum: exactly {@code x + y - sum}. */
    static double sumError(double x, double y, double sum) {
        double virtualY = sum - x;
        return (x - (sum - virtualY)) + (y - virtualY);
    }

    /** FPMul. */
    public static long mul(long a, long b, FpStatus status) {
        return doubleToRawLongBits(mul(status, longBitsToDouble(a), longBitsToDouble(b)));
    }

    /** FPMul. */
    public static double mul(FpStatus status, double x, double y) {
        double product = x * y;
        return status.isNearestInexact() && isOrdinary(product) ? product : slowMul(status, x, y);
    }

    private static double slowMul(FpStatus status, double x, double y) {
        long a = doubleToRawLongBits(x);
        long b = doubleToRawLongBits(y);
        return longBitsToDouble(mulTracked(a, b, false, status));
    }

    /** FPMulX. */
    public static long mulx(long a, long b, FpStatus status) {
        double product = longBitsToDouble(a) * longBitsToDouble(b);
        if (status.isNearestInexact() && isOrdinary(product)) {
            return doubleToRawLongBits(product);
        }
        return mulTracked(a, b, true, status);
    }

    private static long mulTracked(long a, long b, boolean extended, FpStatus status) {
        double x = longBitsToDouble(a);
        double y = longBitsToDouble(b);
        double product = x * y;
        if (status.isNearest()) {
            if (product == 0 && (x == 0 || y == 0)) {
                return doubleToRawLongBits(product);
            }
            if (Math.abs(product) > ERROR_SAFE && Math.abs(product) <= Double.MAX_VALUE) {
                return tracked(product, Math.fma(x, y, -product), status);
            }
        }
        return FpArithmetic.multiply(FORMAT, a, b, extended, status);
    }

    /** FPDiv. */
    public static long div(long a, long b, FpStatus status) {
        return doubleToRawLongBits(div(status, longBitsToDouble(a), longBitsToDouble(b)));
    }

    /** FPDiv. */
    public static double div(FpStatus status, double x, double y) {
        double quotient = x / y;
        return status.isNearestInexact() && isOrdinary(quotient) ? quotient : slowDiv(status, x, y);
    }

    private static double slowDiv(FpStatus status, double x, double y) {
        long a = doubleToRawLongBits(x);
        long b = doubleToRawLongBits(y);
        return longBitsToDouble(divTracked(a, b, status));
    }

    private static long divTracked(long a, long b, FpStatus status) {
        double x = longBitsToDouble(a);
        double y = longBitsToDouble(b);
        double quotient = x / y;
        if (status.isNearest() && isOrdinary(quotient) && Math.abs(x) > ERROR_SAFE) {
            return tracked(quotient, Math.fma(-quotient, y, x), status);
        }
        return FpArithmetic.divide(FORMAT, a, b, status);
    }

    /** FPSqrt. */
    public static long sqrt(long value, FpStatus status) {
        return doubleToRawLongBits(sqrt(status, longBitsToDouble(value)));
    }

    /** FPSqrt. */
    public static double sqrt(FpStatus status, double x) {
        double root = Math.sqrt(x);
        return status.isNearestInexact() && isOrdinary(root) ? root : slowSqrt(status, x);
    }

    private static double slowSqrt(FpStatus status, double x) {
        return longBitsToDouble(sqrtTracked(doubleToRawLongBits(x), status));
    }

    private static long sqrtTracked(long value, FpStatus status) {
        double x = longBitsToDouble(value);
        double root = Math.sqrt(x);
        if (status.isNearest() && isOrdinary(root) && x > ERROR_SAFE) {
            return tracked(root, Math.fma(-root, root, x), status);
        }
        return FpArithmetic.squareRoot(FORMAT, value, status);
    }

    /** FPMulAdd: {@code addend + a * b}, rounded once. */
    public static long fusedMulAdd(long addend, long a, long b, FpStatus status) {
        return doubleToRawLongBits(
                fusedMulAdd(status, longBitsToDouble(addend), longBitsToDouble(a), longBitsToDouble(b)));
    }

    /** FPMulAdd: {@code addend + x * y}, rounded once. */
    public static double fusedMulAdd(FpStatus status, double addend, double x, double y) {
        double sum = Math.fma(x, y, addend);
        return status.isNearestInexact() && isOrdinary(sum) ? sum : slowFusedMulAdd(status, addend, x, y);
    }

    private static double slowFusedMulAdd(FpStatus status, double addend, double x, double y) {
        long c = doubleToRawLongBits(addend);
        long a = doubleToRawLongBits(x);
        long b = doubleToRawLongBits(y);
        return longBitsToDouble(fusedMulAddTracked(c, a, b, status));
    }

    private static long fusedMulAddTracked(long addend, long a, long b, FpStatus status) {
        double x = longBitsToDouble(a);
        double y = longBitsToDouble(b);
        double z = longBitsToDouble(addend);
        double product = x * y;
        if (status.isNearest() && Math.abs(product) < SUM_SAFE && Math.abs(z) < SUM_SAFE) {
            // With an exact product the fused operation is a sum.
            boolean exactProduct =
                    product == 0 ? x == 0 || y == 0 : Math.abs(product) > ERROR_SAFE && Math.fma(x, y, -product) == 0;
            if (exactProduct) {
                return doubleToRawLongBits(trackedSum(product, z, status));
            }
        }
        return FpArithmetic.fusedMultiplyAdd(FORMAT, addend, a, b, status);
    }

    /** FPRecipStepFused: {@code 2.0 - a * b}, rounded once. */
    public static long recipStepFused(long a, long b, FpStatus status) {
        double step = Math.fma(-longBitsToDouble(a), longBitsToDouble(b), 2.0);
        if (status.isNearestInexact() && isOrdinary(step)) {
            return doubleToRawLongBits(step);
        }
        return FpArithmetic.recipStepFused(FORMAT, a, b, status);
    }

    /** FPRSqrtStepFused: {@code (3.0 - a * b) / 2.0}, rounded once. */
    public static long rsqrtStepFused(long a, long b, FpStatus status) {
        double step = Math.fma(-longBitsToDouble(a), longBitsToDouble(b), 3.0) * 0.5;
        if (status.isNearestInexact() && isOrdinary(step)) {
            return doubleToRawLongBits(step);
        }
        return FpArithmetic.rsqrtStepFused(FORMAT, a, b, status);
    }

    /** FPMax. */
    public static long max(long a, long b, FpStatus status) {
        double max = Math.max(longBitsToDouble(a), longBitsToDouble(b));
        return !Double.isNaN(max) && !status.flushesToZero()
                ? doubleToRawLongBits(max)
                : FpComparison.max(FORMAT, a, b, status);
    }

    /** FPMin. */
    public static long min(long a, long b, FpStatus status) {
        double min = Math.min(longBitsToDouble(a), longBitsToDouble(b));
        return !Double.isNaN(min) && !status.flushesToZero()
                ? doubleToRawLongBits(min)
                : FpComparison.min(FORMAT, a, b, status);
    }

    /** FPMaxNum. */
    public static long maxNum(long a, long b, FpStatus status) {
        double max = Math.max(longBitsToDouble(a), longBitsToDouble(b));
        return !Double.isNaN(max) && !status.flushesToZero()
                ? doubleToRawLongBits(max)
                : FpComparison.maxNum(FORMAT, a, b, status);
    }

    /** FPMinNum. */
    public static long minNum(long a, long b, FpStatus status) {
        double min = Math.min(longBitsToDouble(a), longBitsToDouble(b));
        return !Double.isNaN(min) && !status.flushesToZero()
                ? doubleToRawLongBits(min)
                : FpComparison.minNum(FORMAT, a, b, status);
    }

    /**
     * FPCompare.
     *
     * @param signalAllNans whether a quiet NaN raises Invalid Operation too, as in FCMPE
     * @return NZCV as a nibble, N in bit 3
     */
    public static int compare(long a, long b, boolean signalAllNans, FpStatus status) {
        return compare(status, longBitsToDouble(a), longBitsToDouble(b), signalAllNans);
    }

    /** FPCompare; parameters and result as above. */
    public static int compare(FpStatus status, double x, double y, boolean signalAllNans) {
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

    private static int slowCompare(FpStatus status, double x, double y, boolean signalAllNans) {
        return FpComparison.compare(FORMAT, doubleToRawLongBits(x), doubleToRawLongBits(y), signalAllNans, status);
    }

    /** FPCompareEQ. */
    public static boolean compareEq(long a, long b, FpStatus status) {
        return compare(a, b, false, status) == FpComparison.EQUAL;
    }

    /** FPCompareGE. */
    public static boolean compareGe(long a, long b, FpStatus status) {
        int nzcv = compare(a, b, true, status);
        return nzcv == FpComparison.GREATER || nzcv == FpComparison.EQUAL;
    }

    /** FPCompareGT. */
    public static boolean compareGt(long a, long b, FpStatus status) {
        return compare(a, b, true, status) == FpComparison.GREATER;
    }

    /**
     * FPRoundInt.
     *
     * @param rounding a constant of {@link FpRounding} other than ODD; FRINTI and FRINTX pass {@link FpStatus#rounding}
     * @param exact whether a change of value raises Inexact, as in FRINTX
     */
    public static long roundToIntegral(long value, int rounding, boolean exact, FpStatus status) {
        double x = longBitsToDouble(value);
        if (Double.isNaN(x) || status.flushesToZero()) {
            return FpConversion.roundToIntegral(FORMAT, value, rounding, exact, status);
        }
        double integral = integral(x, rounding);
        if (exact && integral != x) {
            status.raise(FpStatus.IXC);
        }
        return doubleToRawLongBits(integral);
    }

    /** The nearest integer in a direction; what is not a finite number remains so. */
    static double integral(double x, int rounding) {
        return switch (rounding) {
            case FpRounding.TIE_EVEN -> Math.rint(x);
            case FpRounding.POSITIVE_INFINITY -> Math.ceil(x);
            case FpRounding.NEGATIVE_INFINITY -> Math.floor(x);
            case FpRounding.ZERO -> truncated(x);
            case FpRounding.TIE_AWAY -> {
                double truncated = truncated(x);
                yield Math.abs(x - truncated) >= 0.5 ? truncated + Math.copySign(1.0, x) : truncated;
            }
            default -> throw new IllegalStateException("no rounding mode " + rounding);
        };
    }

    private static double truncated(double x) {
        return Math.copySign(Math.floor(Math.abs(x)), x);
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
    public static long toFixed(long value, boolean signed, int width, int fractionBits, int rounding, FpStatus status) {
        if (fractionBits == 0 && !status.flushesToZero()) {
            double x = longBitsToDouble(value);
            double integral = integral(x, rounding);
            long integer = (long) integral;
            if (Math.abs(integral) < (width == Integer.SIZE ? 0x1p31 : 0x1p63) && (signed || integer >= 0)) {
                if (integral != x) {
                    status.raise(FpStatus.IXC);
                }
                return width == Integer.SIZE ? integer & 0xFFFF_FFFFL : integer;
            }
        }
        return FpConversion.toFixed(FORMAT, value, signed, width, fractionBits, rounding, status);
    }

    /**
     * FixedToFP in the mode of FPCR.RMode.
     *
     * @param value sign- or zero-extended to 64 bits
     * @param signed whether the value is signed
     * @param fractionBits of the value, 0 to 64
     */
    public static long fromFixed(long value, boolean signed, int fractionBits, FpStatus status) {
        if (fractionBits == 0 && value == (int) value && (signed || value >= 0)) {
            return doubleToRawLongBits((double) value);
        }
        return FpConversion.fromFixed(FORMAT, value, signed, fractionBits, status);
    }

    /** FPConvert to single precision. */
    public static int toSingle(long value, FpStatus status) {
        double x = longBitsToDouble(value);
        float narrow = (float) x;
        if (status.isNearest() && Math.abs(narrow) > Float.MIN_NORMAL && Math.abs(narrow) <= Float.MAX_VALUE) {
            if (narrow != x) {
                status.raise(FpStatus.IXC);
            }
            return Float.floatToRawIntBits(narrow);
        }
        return (int) FpConversion.convert(FORMAT, FpFormat.SINGLE, value, status.rounding(), status);
    }

    /** FPConvert to single precision with rounding to odd, the element operation of FCVTXN. */
    public static int toSingleRoundOdd(long value, FpStatus status) {
        return (int) FpConversion.convert(FORMAT, FpFormat.SINGLE, value, FpRounding.ODD, status);
    }

    /** FPConvert to half precision, the IEEE or the alternative format by FPCR.AHP, in the low 16 bits. */
    public static int toHalf(long value, FpStatus status) {
        return (int) FpConversion.convert(FORMAT, FpFormat.HALF, value, status.rounding(), status);
    }

    /** FPRecipEstimate. */
    public static long recipEstimate(long value, FpStatus status) {
        return FpEstimate.recipEstimate(FORMAT, value, status);
    }

    /** FPRSqrtEstimate. */
    public static long rsqrtEstimate(long value, FpStatus status) {
        return FpEstimate.rsqrtEstimate(FORMAT, value, status);
    }

    /** FPRecpX. */
    public static long recipExponent(long value, FpStatus status) {
        return FpEstimate.recipExponent(FORMAT, value, status);
    }

    /** Finite, and so far above the denormals that the exact result cannot have been tiny. */
    private static boolean isOrdinary(double result) {
        return Math.abs(result) > Double.MIN_NORMAL && Math.abs(result) <= Double.MAX_VALUE;
    }

    private static long tracked(double result, double error, FpStatus status) {
        if (error != 0) {
            status.raise(FpStatus.IXC);
        }
        return doubleToRawLongBits(result);
    }
}
