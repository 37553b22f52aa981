// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.fp;

/**
 * Reciprocal and reciprocal square root estimates, which the architecture defines to the bit (Arm ARM DDI 0487,
 * shared/functions/float/fprecipestimate, fprsqrtestimate, fprecpx, and the integer forms).
 */
public final class FpEstimate {
    /** RecipEstimate of 256 to 511 in units of 1/512; the results are 256 to 511 in units of 1/256. */
    private static final short[] RECIPROCAL = reciprocals();

    /** RecipSqrtEstimate of 128 to 511 in units of 1/512; the results are 256 to 511 in units of 1/256. */
    private static final short[] RECIPROCAL_SQUARE_ROOT = reciprocalSquareRoots();

    private FpEstimate() {}

    private static short[] reciprocals() {
        var table = new short[512];
        for (int a = 256; a < 512; a++) {
            int doubledMiddle = a * 2 + 1;
            table[a] = (short) (((1 << 19) / doubledMiddle + 1) / 2);
        }
        return table;
    }

    private static short[] reciprocalSquareRoots() {
        var table = new short[512];
        for (int a = 128; a < 512; a++) {
            int middle = a < 256 ? a * 2 + 1 : ((a & ~1) + 1) * 2;
            int root = 512;
            while (middle * (root + 1) * (root + 1) < 1 << 28) {
                root++;
            }
            table[a] = (short) ((root + 1) / 2);
        }
        return table;
    }

    /** UnsignedRecipEstimate, the element operation of URECPE. */
    public static int unsignedRecipEstimate(int operand) {
        return operand >= 0 ? -1 : RECIPROCAL[operand >>> 23] << 23;
    }

    /** UnsignedRSqrtEstimate, the element operation of URSQRTE. */
    public static int unsignedRsqrtEstimate(int operand) {
        return operand >>> 30 == 0 ? -1 : RECIPROCAL_SQUARE_ROOT[operand >>> 23] << 23;
    }

    /** FPRecipEstimate. */
    static long recipEstimate(FpFormat format, long operand, FpStatus status) {
        long value = format.flushInput(operand, status);
        if (format.isNan(value)) {
            return FpNan.process(format, value, status);
        }
        boolean negative = format.isNegative(value);
        if (format.isInfinite(value)) {
            return format.zero(negative);
        }
        if (format.isZero(value)) {
            status.raise(FpStatus.DZC);
            return format.infinity(negative);
        }
        int bias = format.bias();
        int exponent = format.exponent(value);
        if (exponent < -1 - bias) {
            return FpRounder.overflow(format, negative, status.rounding(), status);
        }
        if (status.flushesToZero() && exponent >= bias - 1) {
            status.raise(FpStatus.UFC);
            return format.zero(negative);
        }
        int resultExponent = bias - 1 - exponent;
        long estimate = RECIPROCAL[(int) (format.significand(value) >>> 55)];
        // The estimate's leading one is the mantissa's: implied in a normal result, written out in a denormal one.
        long mantissa = estimate << format.fractionBits() - 8;
        long magnitude = resultExponent > 0
                ? mantissa + ((long) (resultExponent - 1) << format.fractionBits())
                : mantissa >>> 1 - resultExponent;
        return format.signed(negative, magnitude);
    }

    /** FPRSqrtEstimate. */
    static long rsqrtEstimate(FpFormat format, long operand, FpStatus status) {
        long value = format.flushInput(operand, status);
        if (format.isNan(value)) {
            return FpNan.process(format, value, status);
        }
        boolean negative = format.isNegative(value);
        if (format.isZero(value)) {
            status.raise(FpStatus.DZC);
            return format.infinity(negative);
        }
        if (negative) {
            return FpNan.invalid(format, status);
        }
        if (format.isInfinite(value)) {
            return 0;
        }
        int biasedExponent = format.exponent(value) + format.bias();
        boolean odd = (biasedExponent & 1) != 0;
        int scaled = (int) (format.significand(value) >>> (odd ? 56 : 55));
        long mantissa = (long) RECIPROCAL_SQUARE_ROOT[scaled] << format.fractionBits() - 8;
        int resultExponent = (3 * format.bias() - 1 - biasedExponent) / 2;
        return mantissa + ((long) (resultExponent - 1) << format.fractionBits());
    }

    /** FPRecpX. */
    static long recipExponent(FpFormat format, long operand, FpStatus status) {
        // Flushing a denormal changes only the flag: like zero it has the largest result.
        long value = format.flushInput(operand, status);
        if (format.isNan(value)) {
            return FpNan.process(format, value, status);
        }
        long exponentField = value & format.infinity();
        long result = exponentField == 0
                ? format.infinity() - (1L << format.fractionBits())
                : exponentField ^ format.infinity();
        return value & format.signBit() | result;
    }
}
