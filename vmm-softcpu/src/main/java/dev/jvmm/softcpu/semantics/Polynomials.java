// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.semantics;

/** Products of polynomials over {0, 1}: PMULL with 64-bit operands (Arm ARM C7.2, shared pseudocode PolynomialMult). */
public final class Polynomials {
    private static final long EVERY_FOURTH = 0x1111_1111_1111_1111L;

    private Polynomials() {}

    /**
     * The low 64 bits of the product. Bits four places apart are multiplied as integers: fewer than 16 of them meet in any
     * place but the highest, so that their carries stay out of the places that count.
     */
    public static long multiplyLow(long a, long b) {
        long a0 = a & EVERY_FOURTH;
        long a1 = a & EVERY_FOURTH << 1;
        long a2 = a & EVERY_FOURTH << 2;
        long a3 = a & EVERY_FOURTH << 3;
        long b0 = b & EVERY_FOURTH;
        long b1 = b & EVERY_FOURTH << 1;
        long b2 = b & EVERY_FOURTH << 2;
        long b3 = b & EVERY_FOURTH << 3;
        long r0 = a0 * b0 ^ a1 * b3 ^ a2 * b2 ^ a3 * b1;
        long r1 = a0 * b1 ^ a1 * b0 ^ a2 * b3 ^ a3 * b2;
        long r2 = a0 * b2 ^ a1 * b1 ^ a2 * b0 ^ a3 * b3;
        long r3 = a0 * b3 ^ a1 * b2 ^ a2 * b1 ^ a3 * b0;
        return r0 & EVERY_FOURTH | r1 & EVERY_FOURTH << 1 | r2 & EVERY_FOURTH << 2 | r3 & EVERY_FOURTH << 3;
    }

    /** The high 64 bits of the product: the low ones of the mirrored polynomials' product, mirrored. */
    public static long multiplyHigh(long a, long b) {
        return Long.reverse(multiplyLow(Long.reverse(a), Long.reverse(b))) >>> 1;
    }

    /** PMULL of the 64-bit halves at {@code n} and {@code m} of the vector registers into the register at {@code d}. */
    public static void multiplyLong(long[] v, int d, int n, int m) {
        long a = v[n];
        long b = v[m];
        v[d] = multiplyLow(a, b);
        v[d + 1] = multiplyHigh(a, b);
    }
}
