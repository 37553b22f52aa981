// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.fp;

/** Conversions for every operand and mode (Arm ARM DDI 0487, shared/functions/float). */
final class FpConversion {
    private FpConversion() {}

    /** FPConvert between two different formats. */
    static long convert(FpFormat from, FpFormat to, long operand, int rounding, FpStatus status) {
        long value = from.flushInput(operand, status);
        boolean negative = from.isNegative(value);
        // The alternative half-precision format has neither infinities nor NaNs.
        boolean alternativeSource = from.isHalf() && status.alternativeHalf();
        boolean alternativeResult = to.isHalf() && status.alternativeHalf();
        if (!alternativeSource && from.isNan(value)) {
            return convertNan(from, to, value, alternativeResult, status);
        }
        if (!alternativeSource && from.isInfinite(value)) {
            if (!alternativeResult) {
                return to.infinity(negative);
            }
            status.raise(FpStatus.IOC);
            return to.signed(negative, to.magnitudeMask());
        }
        if (from.isZero(value)) {
            return to.zero(negative);
        }
        return FpRounder.round(to, negative, from.exponent(value), from.significand(value), rounding, status);
    }

    private static long convertNan(FpFormat from, FpFormat to, long nan, boolean alternativeResult, FpStatus status) {
        if (alternativeResult || from.isSignalingNan(nan)) {
            status.raise(FpStatus.IOC);
        }
        boolean negative = from.isNegative(nan);
        if (alternativeResult) {
            return to.zero(negative);
        }
        if (status.defaultNan()) {
            return to.defaultNan();
        }
        long payload = nan & from.fractionMask();
        int widening = to.fractionBits() - from.fractionBits();
        return to.signed(negative, to.defaultNan() | (widening > 0 ? payload << widening : payload >>> -widening));
    }

    /**
     * FPToFixed.
     *
     * @param width of the result, 32 or 64 bits
     * @param fractionBits of the result, 0 to {@code width}
     * @return the result zero-extended to 64 bits
     */
    static long toFixed(
            FpFormat format, long operand, boolean signed, int width, int fractionBits, int rounding, FpStatus status) {
        long value = format.flushInput(operand, status);
        if (format.isNan(value)) {
            status.raise(FpStatus.IOC);
            return 0;
        }
        if (format.isZero(value)) {
            return 0;
        }
        boolean negative = format.isNegative(value);
        long limit = limit(negative, signed, width);
        int exponent = format.exponent(value) + fractionBits;
        if (format.isInfinite(value) || exponent >= Long.SIZE) {
            return saturate(negative, limit, width, status);
        }
        long significand = format.significand(value);
        long fraction = fractionOf(exponent, significand);
        long magnitude = roundedMagnitude(rounding, negative, exponent, significand);
        if (Long.compareUnsigned(magnitude, limit) > 0) {
            return saturate(negative, limit, width, status);
        }
        if (fraction != 0) {
            status.raise(FpStatus.IXC);
        }
        return truncate(negative ? -magnitude : magnitude, width);
    }

    /** The largest magnitude, unsigned, that fits. */
    private static long limit(boolean negative, boolean signed, int width) {
        if (signed) {
            return (1L << width - 1) - (negative ? 0 : 1);
        }
        return negative ? 0 : -1L >>> -width;
    }

    private static long saturate(boolean negative, long limit, int width, FpStatus status) {
        status.raise(FpStatus.IOC);
        return truncate(negative ? -limit : limit, width);
    }

    private static long truncate(long value, int width) {
        return value & -1L >>> -width;
    }

    /** FixedToFP of a 64-bit number, sign- or zero-extended by the caller. */
    static long fromFixed(FpFormat format, long value, boolean signed, int fractionBits, FpStatus status) {
        if (value == 0) {
            return 0;
        }
        boolean negative = signed && value < 0;
        long magnitude = negative ? -value : value;
        return FpRounder.round(format, negative, Long.SIZE - 1 - fractionBits, magnitude, status);
    }

    /** FPRoundInt. */
    static long roundToIntegral(FpFormat format, long operand, int rounding, boolean exact, FpStatus status) {
        long value = format.flushInput(operand, status);
        if (format.isNan(value)) {
            return FpNan.process(format, value, status);
        }
        if (format.isZero(value) || format.isInfinite(value) || format.exponent(value) >= format.fractionBits()) {
            return value;
        }
        boolean negative = format.isNegative(value);
        int exponent = format.exponent(value);
        long significand = format.significand(value);
        if (exact && fractionOf(exponent, significand) != 0) {
            status.raise(FpStatus.IXC);
        }
        long magnitude = roundedMagnitude(rounding, negative, exponent, significand);
        return magnitude == 0
                ? format.zero(negative)
                : FpRounder.round(format, negative, Long.SIZE - 1, magnitude, FpRounding.ZERO, status);
    }

    /** The integer part, rounded, of {@code significand * 2^(exponent - 63)}; the exponent is at most 63. */
    private static long roundedMagnitude(int rounding, boolean negative, int exponent, long significand) {
        long magnitude = exponent < 0 ? 0 : significand >>> Long.SIZE - 1 - exponent;
        boolean increments =
                FpRounding.incrementsMagnitude(rounding, negative, magnitude, fractionOf(exponent, significand));
        return increments ? magnitude + 1 : magnitude;
    }

    /** The part below one as a 64-bit binary fraction whose last bit is sticky. */
    private static long fractionOf(int exponent, long significand) {
        if (exponent < 0) {
            return FpRounder.shiftRightSticky(significand, -1 - exponent);
        }
        return exponent == Long.SIZE - 1 ? 0 : significand << exponent + 1;
    }
}
