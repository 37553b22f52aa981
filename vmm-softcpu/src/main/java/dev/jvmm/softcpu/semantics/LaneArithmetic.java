// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.semantics;

import dev.jvmm.softcpu.fp.FpStatus;

/** {@link LaneOperation}s: arithmetic of one lane (Arm ARM C7.2, shared pseudocode SignedSatQ and UnsignedSatQ). */
@SuppressWarnings("UnusedVariable") // all have the shape of a LaneOperation
public final class LaneArithmetic {
    private LaneArithmetic() {}

    /** SignedSatQ of a value that 64 bits hold. */
    public static long saturateSigned(FpStatus fp, long value, int bits) {
        long limit = -1L >>> 65 - bits;
        if (value > limit) {
            fp.raise(FpStatus.QC);
            return limit;
        }
        if (value < ~limit) {
            fp.raise(FpStatus.QC);
            return ~limit;
        }
        return value;
    }

    /** UnsignedSatQ of a value that a long holds; {@code bits} less than 64. */
    public static long saturateUnsigned(FpStatus fp, long value, int bits) {
        if (value < 0) {
            fp.raise(FpStatus.QC);
            return 0;
        }
        long limit = -1L >>> 64 - bits;
        if (value > limit) {
            fp.raise(FpStatus.QC);
            return limit;
        }
        return value;
    }

    private static long saturated(FpStatus fp, long value) {
        fp.raise(FpStatus.QC);
        return value;
    }

    /** The bound on the side of {@code sign}'s sign. */
    private static long signedBound(FpStatus fp, long sign, int bits) {
        return saturated(fp, sign >> 63 ^ -1L >>> 65 - bits);
    }

    /** SQADD. */
    public static long saturatingAddSigned(FpStatus fp, long d, long a, long b, int bits) {
        long sum = a + b;
        return bits == 64 && ((a ^ sum) & (b ^ sum)) < 0 ? signedBound(fp, a, 64) : saturateSigned(fp, sum, bits);
    }

    /** UQADD. */
    public static long saturatingAddUnsigned(FpStatus fp, long d, long a, long b, int bits) {
        long sum = a + b;
        if (bits != 64) {
            return saturateUnsigned(fp, sum, bits);
        }
        return Long.compareUnsigned(sum, a) < 0 ? saturated(fp, -1L) : sum;
    }

    /** SQSUB. */
    public static long saturatingSubtractSigned(FpStatus fp, long d, long a, long b, int bits) {
        long difference = a - b;
        return bits == 64 && ((a ^ b) & (a ^ difference)) < 0
                ? signedBound(fp, a, 64)
                : saturateSigned(fp, difference, bits);
    }

    /** UQSUB. */
    public static long saturatingSubtractUnsigned(FpStatus fp, long d, long a, long b, int bits) {
        return Long.compareUnsigned(a, b) < 0 ? saturated(fp, 0) : a - b;
    }

    /** SUQADD: the destination is signed, the source unsigned. Lanes come zero-extended. */
    public static long accumulateUnsignedToSigned(FpStatus fp, long d, long a, long b, int bits) {
        long old = d << 64 - bits >> 64 - bits;
        long sum = old + a;
        if (bits != 64) {
            return saturateSigned(fp, sum, bits);
        }
        boolean overflow = old >= 0 ? (a | sum) < 0 : (a & sum) < 0;
        return overflow ? saturated(fp, Long.MAX_VALUE) : sum;
    }

    /** USQADD: the destination is unsigned, the source signed. Lanes come zero-extended. */
    public static long accumulateSignedToUnsigned(FpStatus fp, long d, long a, long b, int bits) {
        long addend = a << 64 - bits >> 64 - bits;
        long sum = d + addend;
        if (bits != 64) {
            return saturateUnsigned(fp, sum, bits);
        }
        if (addend < 0) {
            return Long.compareUnsigned(sum, d) > 0 ? saturated(fp, 0) : sum;
        }
        return Long.compareUnsigned(sum, d) < 0 ? saturated(fp, -1L) : sum;
    }

    /** SQABS. */
    public static long saturatingAbsolute(FpStatus fp, long d, long a, long b, int bits) {
        return a == Long.MIN_VALUE ? saturated(fp, Long.MAX_VALUE) : saturateSigned(fp, Math.abs(a), bits);
    }

    /** SQNEG. */
    public static long saturatingNegate(FpStatus fp, long d, long a, long b, int bits) {
        return a == Long.MIN_VALUE ? saturated(fp, Long.MAX_VALUE) : saturateSigned(fp, -a, bits);
    }

    /** SHSUB, UHSUB. */
    public static long halvingSubtract(FpStatus fp, long d, long a, long b, int bits) {
        return a - b >> 1;
    }

    /** SQDMULL: lanes of the result have 32 or 64 bits. */
    public static long doublingMultiply(FpStatus fp, long d, long a, long b, int bits) {
        long product = a * b;
        // Only the square of the most negative number overflows.
        return product == 1L << bits - 2 ? saturated(fp, -1L >>> 65 - bits) : product << 1;
    }

    /** SQDMLAL. */
    public static long doublingMultiplyAdd(FpStatus fp, long d, long a, long b, int bits) {
        return saturatingAddSigned(fp, 0, d, doublingMultiply(fp, 0, a, b, bits), bits);
    }

    /** SQDMLSL. */
    public static long doublingMultiplySubtract(FpStatus fp, long d, long a, long b, int bits) {
        return saturatingSubtractSigned(fp, 0, d, doublingMultiply(fp, 0, a, b, bits), bits);
    }

    /** SQDMULH: lanes of 16 or 32 bits. */
    public static long doublingMultiplyHigh(FpStatus fp, long d, long a, long b, int bits) {
        return saturateSigned(fp, a * b >> bits - 1, bits);
    }

    /** SQRDMULH. */
    public static long roundingDoublingMultiplyHigh(FpStatus fp, long d, long a, long b, int bits) {
        return saturateSigned(fp, a * b + (1L << bits - 2) >> bits - 1, bits);
    }

    /** SQXTN: lanes come sign-extended. */
    public static long narrowSigned(FpStatus fp, long d, long a, long b, int bits) {
        return saturateSigned(fp, a, bits);
    }

    /** UQXTN: lanes come zero-extended. */
    public static long narrowUnsigned(FpStatus fp, long d, long a, long b, int bits) {
        return a >>> bits != 0 ? saturated(fp, -1L) : a;
    }

    /** SQXTUN: lanes come sign-extended. */
    public static long narrowSignedToUnsigned(FpStatus fp, long d, long a, long b, int bits) {
        return saturateUnsigned(fp, a, bits);
    }

    /** CLS: lanes come sign-extended. */
    public static long countLeadingSign(FpStatus fp, long d, long a, long b, int bits) {
        return Integers.countLeadingSign64(a) - (64 - bits);
    }

    /** CLZ: lanes come zero-extended. */
    public static long countLeadingZeros(FpStatus fp, long d, long a, long b, int bits) {
        return (long) Long.numberOfLeadingZeros(a) - (64 - bits);
    }

    /** PMUL and PMULL: the product of two polynomials of 8 bits over {0, 1}. */
    public static long polynomialMultiply(FpStatus fp, long d, long a, long b, int bits) {
        return Polynomials.multiplyLow(a, b);
    }
}
