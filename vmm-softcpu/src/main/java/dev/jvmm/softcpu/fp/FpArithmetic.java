// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.fp;

/**
 * Arithmetic in integers for every operand, mode and flag: what {@link Fp32} and {@link Fp64} fall back on where the
 * host's arithmetic cannot answer (Arm ARM DDI 0487, shared/functions/float).
 */
final class FpArithmetic {
    private FpArithmetic() {}

    /** FPAdd, or FPSub, which differs only for NaNs from the addition of the negated operand. */
    static long add(FpFormat format, long left, long right, boolean subtract, FpStatus status) {
        long a = format.flushInput(left, status);
        long b = format.flushInput(right, status);
        if (format.isNan(a) || format.isNan(b)) {
            return FpNan.process(format, a, b, status);
        }
        if (subtract) {
            b ^= format.signBit();
        }
        boolean oppositeSigns = ((a ^ b) & format.signBit()) != 0;
        if (format.isInfinite(a)) {
            return format.isInfinite(b) && oppositeSigns ? FpNan.invalid(format, status) : a;
        }
        if (format.isInfinite(b)) {
            return b;
        }
        if (oppositeSigns && format.magnitude(a) == format.magnitude(b)) {
            return FpRounder.exactZero(format, status);
        }
        if (format.isZero(b)) {
            return a;
        }
        if (format.isZero(a)) {
            return b;
        }
        return format.magnitude(a) >= format.magnitude(b)
                ? addFinite(format, a, b, oppositeSigns, status)
                : addFinite(format, b, a, oppositeSigns, status);
    }

    private static long addFinite(FpFormat format, long larger, long smaller, boolean oppositeSigns, FpStatus status) {
        int exponent = format.exponent(larger);
        long augend = format.significand(larger) >>> 1;
        long addend =
                FpRounder.shiftRightSticky(format.significand(smaller) >>> 1, exponent - format.exponent(smaller));
        long sum = oppositeSigns ? augend - addend : augend + addend;
        return FpRounder.round(format, format.isNegative(larger), exponent + 1, sum, status);
    }

    /** FPMul, or FPMulX, for which infinity times zero is two. */
    static long multiply(FpFormat format, long left, long right, boolean extended, FpStatus status) {
        long a = format.flushInput(left, status);
        long b = format.flushInput(right, status);
        if (format.isNan(a) || format.isNan(b)) {
            return FpNan.process(format, a, b, status);
        }
        boolean negative = ((a ^ b) & format.signBit()) != 0;
        boolean zero = format.isZero(a) || format.isZero(b);
        if (format.isInfinite(a) || format.isInfinite(b)) {
            if (!zero) {
                return format.infinity(negative);
            }
            return extended ? format.signed(negative, two(format)) : FpNan.invalid(format, status);
        }
        if (zero) {
            return format.zero(negative);
        }
        long significandA = format.significand(a);
        long significandB = format.significand(b);
        long product =
                Math.unsignedMultiplyHigh(significandA, significandB) | (significandA * significandB == 0 ? 0 : 1);
        return FpRounder.round(format, negative, format.exponent(a) + format.exponent(b) + 1, product, status);
    }

    /** FPDiv. */
    static long divide(FpFormat format, long dividend, long divisor, FpStatus status) {
        long a = format.flushInput(dividend, status);
        long b = format.flushInput(divisor, status);
        if (format.isNan(a) || format.isNan(b)) {
            return FpNan.process(format, a, b, status);
        }
        boolean negative = ((a ^ b) & format.signBit()) != 0;
        if (format.isInfinite(a)) {
            return format.isInfinite(b) ? FpNan.invalid(format, status) : format.infinity(negative);
        }
        if (format.isZero(b)) {
            if (format.isZero(a)) {
                return FpNan.invalid(format, status);
            }
            status.raise(FpStatus.DZC);
            return format.infinity(negative);
        }
        if (format.isZero(a) || format.isInfinite(b)) {
            return format.zero(negative);
        }
        return divideFinite(format, negative, a, b, status);
    }

    private static long divideFinite(FpFormat format, boolean negative, long a, long b, FpStatus status) {
        // 53-bit significands, so that a remainder shifted by 11 is still an unsigned long.
        long divisor = format.significand(b) >>> 11;
        long remainder = format.significand(a) >>> 11;
        long quotient = 0;
        if (remainder >= divisor) {
            quotient = 1;
            remainder -= divisor;
        }
        for (int bits = 0; bits < 55; bits += 11) {
            remainder <<= 11;
            quotient = quotient << 11 | Long.divideUnsigned(remainder, divisor);
            remainder = Long.remainderUnsigned(remainder, divisor);
        }
        int exponent = format.exponent(a) - format.exponent(b);
        return roundRoot(format, negative, exponent, quotient, remainder, status);
    }

    /** FPSqrt. */
    static long squareRoot(FpFormat format, long operand, FpStatus status) {
        long value = format.flushInput(operand, status);
        if (format.isNan(value)) {
            return FpNan.process(format, value, status);
        }
        if (format.isZero(value)) {
            return value;
        }
        if (format.isNegative(value)) {
            return FpNan.invalid(format, status);
        }
        if (format.isInfinite(value)) {
            return value;
        }
        int exponent = format.exponent(value);
        // Two integer bits, so that the exponent is even: the radicand is in [1, 4) with 52 fraction bits.
        long radicand = format.significand(value) >>> 11 << (exponent & 1);
        long root = 0;
        long remainder = 0;
        for (int bit = 55; bit >= 0; bit--) {
            long digits = bit >= 29 ? radicand >>> 2 * (bit - 29) & 3 : 0;
            remainder = remainder << 2 | digits;
            long trial = root << 2 | 1;
            root <<= 1;
            if (remainder >= trial) {
                remainder -= trial;
                root |= 1;
            }
        }
        return roundRoot(format, false, exponent >> 1, root, remainder, status);
    }

    /** Rounds {@code digits * 2^(exponent - 55)}, to which a remainder other than zero adds less than one digit. */
    private static long roundRoot(
            FpFormat format, boolean negative, int exponent, long digits, long remainder, FpStatus status) {
        long significand = digits << 1 | (remainder == 0 ? 0 : 1);
        return FpRounder.round(format, negative, exponent + 7, significand, status);
    }

    /** FPMulAdd: {@code addend + left * right}, rounded once. */
    static long fusedMultiplyAdd(FpFormat format, long addend, long left, long right, FpStatus status) {
        long c = format.flushInput(addend, status);
        long a = format.flushInput(left, status);
        long b = format.flushInput(right, status);
        boolean infiniteProduct = format.isInfinite(a) || format.isInfinite(b);
        boolean zeroProduct = format.isZero(a) || format.isZero(b);
        if (format.isNan(a) || format.isNan(b) || format.isNan(c)) {
            if (infiniteProduct && zeroProduct && format.isQuietNan(c)) {
                return FpNan.invalid(format, status);
            }
            return FpNan.process(format, c, a, b, status);
        }
        boolean negative = ((a ^ b) & format.signBit()) != 0;
        if (infiniteProduct) {
            boolean opposite = format.isInfinite(c) && format.isNegative(c) != negative;
            return zeroProduct || opposite ? FpNan.invalid(format, status) : format.infinity(negative);
        }
        if (format.isInfinite(c)) {
            return c;
        }
        if (zeroProduct) {
            return format.isZero(c) && format.isNegative(c) != negative ? FpRounder.exactZero(format, status) : c;
        }
        return fusedMultiplyAddFinite(format, c, a, b, 0, status);
    }

    /** FPRecipStepFused: {@code 2.0 - left * right}, rounded once. */
    static long recipStepFused(FpFormat format, long left, long right, FpStatus status) {
        return stepFused(format, two(format), 0, left, right, status);
    }

    /** FPRSqrtStepFused: {@code (3.0 - left * right) / 2.0}, rounded once. */
    static long rsqrtStepFused(FpFormat format, long left, long right, FpStatus status) {
        return stepFused(format, two(format) | format.quietBit(), -1, left, right, status);
    }

    /** {@code (constant - left * right) * 2^scale}; the NaN of a negated left operand is negated too. */
    private static long stepFused(FpFormat format, long constant, int scale, long left, long right, FpStatus status) {
        long a = format.flushInput(left ^ format.signBit(), status);
        long b = format.flushInput(right, status);
        if (format.isNan(a) || format.isNan(b)) {
            return FpNan.process(format, a, b, status);
        }
        boolean zeroProduct = format.isZero(a) || format.isZero(b);
        if (zeroProduct) {
            return constant + ((long) scale << format.fractionBits());
        }
        if (format.isInfinite(a) || format.isInfinite(b)) {
            return format.infinity(((a ^ b) & format.signBit()) != 0);
        }
        return fusedMultiplyAddFinite(format, constant, a, b, scale, status);
    }

    private static long two(FpFormat format) {
        return (long) (format.bias() + 1) << format.fractionBits();
    }

    /** {@code (c + a * b) * 2^scale}, rounded once; a and b are finite and not zero, c is finite. */
    private static long fusedMultiplyAddFinite(FpFormat format, long c, long a, long b, int scale, FpStatus status) {
        boolean negative = ((a ^ b) & format.signBit()) != 0;
        long significandA = format.significand(a);
        long significandB = format.significand(b);
        long high = Math.unsignedMultiplyHigh(significandA, significandB);
        long low = significandA * significandB;
        int exponent = format.exponent(a) + format.exponent(b) + 1;
        if (format.isZero(c)) {
            return FpRounder.round(format, negative, exponent + scale, high | (low == 0 ? 0 : 1), status);
        }

        // Product and addend become 127-bit numbers X with the value X * 2^(exponent - 126): one bit is free for a
        // carry, and at most 53 + 53 are significant, so the shift by one loses none.
        low = low >>> 1 | high << 63;
        high >>>= 1;
        long addendHigh = format.significand(c) >>> 1;
        long addendLow = 0;
        int addendExponent = format.exponent(c);
        boolean sameSign = format.isNegative(c) == negative;
        if (exponent >= addendExponent) {
            int distance = exponent - addendExponent;
            addendLow = shiftedLow(addendHigh, addendLow, distance);
            addendHigh = shiftedHigh(addendHigh, distance);
        } else {
            int distance = addendExponent - exponent;
            low = shiftedLow(high, low, distance);
            high = shiftedHigh(high, distance);
            exponent = addendExponent;
        }

        if (sameSign) {
            low += addendLow;
            high += addendHigh + (Long.compareUnsigned(low, addendLow) < 0 ? 1 : 0);
        } else {
            long borrow = Long.compareUnsigned(low, addendLow) < 0 ? 1 : 0;
            low -= addendLow;
            high -= addendHigh + borrow;
            if (high < 0) {
                negative = !negative;
                low = -low;
                high = low == 0 ? -high : ~high;
            }
        }
        return roundWide(format, negative, exponent + scale, high, low, status);
    }

    /** Rounds a 128-bit number X of the value X * 2^(exponent - 126). */
    private static long roundWide(
            FpFormat format, boolean negative, int exponent, long high, long low, FpStatus status) {
        if ((high | low) == 0) {
            return FpRounder.exactZero(format, status);
        }
        if (high == 0) {
            return FpRounder.round(format, negative, exponent - 63, low, status);
        }
        int leadingZeros = Long.numberOfLeadingZeros(high);
        long top = leadingZeros == 0 ? high : high << leadingZeros | low >>> -leadingZeros;
        long significand = top | (low << leadingZeros == 0 ? 0 : 1);
        return FpRounder.round(format, negative, exponent + 1 - leadingZeros, significand, status);
    }

    /** The high half of a 128-bit number shifted right. */
    private static long shiftedHigh(long high, int distance) {
        return distance >= Long.SIZE ? 0 : high >>> distance;
    }

    /** The low half of a 128-bit number shifted right, with the lost bits ORed into the last bit. */
    private static long shiftedLow(long high, long low, int distance) {
        if (distance == 0) {
            return low;
        }
        if (distance >= Long.SIZE) {
            return FpRounder.shiftRightSticky(high, distance - Long.SIZE) | (low == 0 ? 0 : 1);
        }
        return high << -distance | FpRounder.shiftRightSticky(low, distance);
    }
}
