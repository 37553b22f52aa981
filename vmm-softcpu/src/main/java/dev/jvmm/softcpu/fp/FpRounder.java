// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.fp;

/** The one place where an exact result becomes an encoding (Arm ARM DDI 0487, shared/functions/float/fpround). */
final class FpRounder {
    private FpRounder() {}

    /** {@link #round(FpFormat, boolean, int, long, int, FpStatus)} in the mode of FPCR.RMode. */
    static long round(FpFormat format, boolean negative, int exponent, long significand, FpStatus status) {
        return round(format, negative, exponent, significand, status.rounding(), status);
    }

    /**
     * FPRound of {@code significand * 2^(exponent - 63)}, with the flags it raises.
     *
     * @param significand unsigned, not zero, need not be normalised; bits lost below it are ORed into its last bit, and
     *     if any were lost at most one leading bit is clear
     */
    static long round(
            FpFormat format, boolean negative, int exponent, long significand, int rounding, FpStatus status) {
        int leadingZeros = Long.numberOfLeadingZeros(significand);
        long aligned = significand << leadingZeros;
        int normalizedExponent = exponent - leadingZeros;
        boolean alternativeHalf = format.isHalf() && status.alternativeHalf();
        if (normalizedExponent > format.bias() && !alternativeHalf) {
            return overflow(format, negative, rounding, status);
        }
        int belowMinimum = format.minExponent() - normalizedExponent;
        boolean tiny = belowMinimum > 0;
        if (tiny) {
            if (status.flushesToZero() && !format.isHalf()) {
                status.raise(FpStatus.UFC);
                return format.zero(negative);
            }
            aligned = shiftRightSticky(aligned, belowMinimum);
        }

        int discarded = Long.SIZE - 1 - format.fractionBits();
        long mantissa = aligned >>> discarded;
        long fraction = aligned << Long.SIZE - discarded;
        boolean inexact = fraction != 0;
        if (tiny && inexact) {
            status.raise(FpStatus.UFC);
        }
        if (FpRounding.incrementsMagnitude(rounding, negative, mantissa, fraction)) {
            mantissa++;
        } else if (inexact && rounding == FpRounding.ODD) {
            mantissa |= 1;
        }

        // The leading one of a normal mantissa adds one to the exponent field, and so does the carry of an increment.
        long exponentField = tiny ? 0 : (long) -belowMinimum << format.fractionBits();
        long magnitude = exponentField + mantissa;
        if (alternativeHalf) {
            if (magnitude > format.magnitudeMask()) {
                status.raise(FpStatus.IOC);
                return format.signed(negative, format.magnitudeMask());
            }
        } else if (magnitude >= format.infinity()) {
            return overflow(format, negative, rounding, status);
        }
        if (inexact) {
            status.raise(FpStatus.IXC);
        }
        return format.signed(negative, magnitude);
    }

    static long overflow(FpFormat format, boolean negative, int rounding, FpStatus status) {
        status.raise(FpStatus.OFC | FpStatus.IXC);
        return FpRounding.overflowsToInfinity(rounding, negative)
                ? format.infinity(negative)
                : format.signed(negative, format.maxNormal());
    }

    /** The zero of an exact sum of opposite numbers. */
    static long exactZero(FpFormat format, FpStatus status) {
        return format.zero(status.rounding() == FpRounding.NEGATIVE_INFINITY);
    }

    /** A logical shift right by any distance of zero or more that ORs the bits it loses into the last bit. */
    static long shiftRightSticky(long value, int distance) {
        if (distance == 0) {
            return value;
        }
        if (distance >= Long.SIZE) {
            return value == 0 ? 0 : 1;
        }
        return value >>> distance | (value << -distance == 0 ? 0 : 1);
    }
}
