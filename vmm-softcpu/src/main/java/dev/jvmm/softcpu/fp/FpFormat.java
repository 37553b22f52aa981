// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.fp;

/**
 * An IEEE 754 binary interchange format and the taking apart of its encodings, which are held in the low bits of a
 * {@code long} with zeros above. A record, because HotSpot folds the fields of a constant record.
 *
 * @param exponentBits width of the biased exponent
 * @param fractionBits width of the fraction
 */
record FpFormat(int exponentBits, int fractionBits) {
    static final FpFormat HALF = new FpFormat(5, 10);
    static final FpFormat SINGLE = new FpFormat(8, 23);
    static final FpFormat DOUBLE = new FpFormat(11, 52);

    boolean isHalf() {
        return exponentBits == 5;
    }

    long signBit() {
        return 1L << exponentBits + fractionBits;
    }

    long magnitudeMask() {
        return signBit() - 1;
    }

    long fractionMask() {
        return (1L << fractionBits) - 1;
    }

    long infinity() {
        return (1L << exponentBits) - 1 << fractionBits;
    }

    long infinity(boolean negative) {
        return signed(negative, infinity());
    }

    long zero(boolean negative) {
        return signed(negative, 0);
    }

    long maxNormal() {
        return infinity() - 1;
    }

    long quietBit() {
        return 1L << fractionBits - 1;
    }

    long defaultNan() {
        return infinity() | quietBit();
    }

    long signed(boolean negative, long magnitude) {
        return negative ? signBit() | magnitude : magnitude;
    }

    int bias() {
        return (1 << exponentBits - 1) - 1;
    }

    /** The exponent of the smallest normal number. */
    int minExponent() {
        return 1 - bias();
    }

    long magnitude(long value) {
        return value & magnitudeMask();
    }

    boolean isNegative(long value) {
        return (value & signBit()) != 0;
    }

    boolean isZero(long value) {
        return magnitude(value) == 0;
    }

    boolean isInfinite(long value) {
        return magnitude(value) == infinity();
    }

    boolean isNan(long value) {
        return magnitude(value) > infinity();
    }

    boolean isSignalingNan(long value) {
        return isNan(value) && (value & quietBit()) == 0;
    }

    boolean isQuietNan(long value) {
        return isNan(value) && (value & quietBit()) != 0;
    }

    /** What FPUnpack does first: with FPCR.FZ a denormal becomes a zero of its sign and Input Denormal is raised. */
    long flushInput(long value, FpStatus status) {
        if (!status.flushesToZero() || isHalf()) {
            return value;
        }
        long magnitude = magnitude(value);
        if (magnitude == 0 || magnitude > fractionMask()) {
            return value;
        }
        status.raise(FpStatus.IDC);
        return value & signBit();
    }

    /** The exponent {@code e} of a finite number other than zero with magnitude in [2^e, 2^(e+1)). */
    int exponent(long value) {
        int biased = biasedExponent(value);
        if (biased != 0) {
            return biased - bias();
        }
        int leadingOne = Long.SIZE - 1 - Long.numberOfLeadingZeros(value & fractionMask());
        return minExponent() - fractionBits + leadingOne;
    }

    /** The significand of a finite number other than zero, its leading one in bit 63. */
    long significand(long value) {
        long fraction = value & fractionMask();
        if (biasedExponent(value) != 0) {
            return (fraction | 1L << fractionBits) << Long.SIZE - 1 - fractionBits;
        }
        return fraction << Long.numberOfLeadingZeros(fraction);
    }

    int biasedExponent(long value) {
        return (int) (magnitude(value) >>> fractionBits);
    }

    /** A key whose signed order is the order of numbers that are not NaN; both zeros have the same. */
    long orderingKey(long value) {
        long magnitude = magnitude(value);
        return isNegative(value) ? -magnitude : magnitude;
    }
}
