// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.semantics;

/**
 * {@link PackedOperation}s: all lanes of 64 bits at once, without carries from one lane into the next; and how they apply
 * to registers. Registers are the index of their low half in {@link dev.jvmm.softcpu.state.CpuState#v}.
 */
@SuppressWarnings("UnusedVariable") // the operations have the shape of a PackedOperation
public final class Packed {
    private Packed() {}

    /** The top bit of every lane; {@code size} is the logarithm of a lane's bytes. */
    public static long high(int size) {
        return Lanes.replicate(1L << (8 << size) - 1, size);
    }

    /** All 128 bits. */
    public static void apply(long[] v, int d, int n, int m, long high, PackedOperation operation) {
        v[d] = operation.apply(v[n], v[m], high);
        v[d + 1] = operation.apply(v[n + 1], v[m + 1], high);
    }

    /** The low 64 bits; the others become zero. */
    public static void applyLow(long[] v, int d, int n, int m, long high, PackedOperation operation) {
        v[d] = operation.apply(v[n], v[m], high);
        v[d + 1] = 0;
    }

    /** As {@link #apply}, with one second operand for both halves. */
    public static void applyConstant(long[] v, int d, int n, long b, long high, PackedOperation operation) {
        v[d] = operation.apply(v[n], b, high);
        v[d + 1] = operation.apply(v[n + 1], b, high);
    }

    /** As {@link #applyLow}, with a constant second operand. */
    public static void applyLowConstant(long[] v, int d, int n, long b, long high, PackedOperation operation) {
        v[d] = operation.apply(v[n], b, high);
        v[d + 1] = 0;
    }

    /**
     * SSRA and USRA: adds the shifted lanes to the destination's.
     *
     * @param shift to the right by {@code places}
     * @param upper -1 for 128 bits, 0 to clear the upper half
     */
    public static void accumulate(long[] v, int d, int n, long places, long high, PackedOperation shift, long upper) {
        v[d] = add(v[d], shift.apply(v[n], places, high), high);
        v[d + 1] = add(v[d + 1], shift.apply(v[n + 1], places, high), high) & upper;
    }

    /**
     * SLI and SRI: the source moved by {@code rotation} to the right goes where {@code mask} has ones, which leaves out the
     * bits that come from another lane.
     *
     * @param upper -1 for 128 bits, 0 to clear the upper half
     */
    public static void insert(long[] v, int d, int n, int rotation, long mask, long upper) {
        v[d] = select(mask, Long.rotateRight(v[n], rotation), v[d]);
        v[d + 1] = select(mask, Long.rotateRight(v[n + 1], rotation), v[d + 1]) & upper;
    }

    /** Combines the even with the odd lanes of the concatenation of {@code m} (above) and {@code n}, 128 bits each. */
    public static void applyPairwise(long[] v, int d, int n, int m, int size, long high, PackedOperation operation) {
        long n0 = v[n];
        long n1 = v[n + 1];
        long m0 = v[m];
        long m1 = v[m + 1];
        if (size == 3) {
            v[d] = operation.apply(n0, n1, high);
            v[d + 1] = operation.apply(m0, m1, high);
            return;
        }
        v[d] = operation.apply(Permutations.evenLanes(n0, n1, size), Permutations.oddLanes(n0, n1, size), high);
        v[d + 1] = operation.apply(Permutations.evenLanes(m0, m1, size), Permutations.oddLanes(m0, m1, size), high);
    }

    /** As {@link #applyPairwise}, 64 bits each. */
    public static void applyPairwiseLow(long[] v, int d, int n, int m, int size, long high, PackedOperation operation) {
        long a = v[n];
        long b = v[m];
        v[d] = operation.apply(Permutations.evenLanes(a, b, size), Permutations.oddLanes(a, b, size), high);
        v[d + 1] = 0;
    }

    /** Across the lanes, with an operation whose operands' order doesn't matter; {@code full}: 128 bits, else 64. */
    public static void reduce(long[] v, int d, int n, int size, boolean full, long high, PackedOperation operation) {
        int bits = 8 << size;
        long result = full ? operation.apply(v[n], v[n + 1], high) : v[n];
        for (int shift = 32; shift >= bits; shift >>= 1) {
            result = operation.apply(result, result >>> shift, high);
        }
        v[d] = result & -1L >>> 64 - bits;
        v[d + 1] = 0;
    }

    /** All ones in every lane whose top bit is set in {@code top}, which has no other bits. */
    private static long fill(long top, long high) {
        return top | top - (top >>> Long.numberOfTrailingZeros(high));
    }

    /** The bits of {@code a} where {@code mask} has ones, else those of {@code b}. */
    public static long select(long mask, long a, long b) {
        return a & mask | b & ~mask;
    }

    /**
     * BSL, BIT and BIF: the bits of {@code a} where the register {@code mask} has ones, else those of {@code b}.
     *
     * @param upper -1 for 128 bits, 0 to clear the upper half
     */
    public static void select(long[] v, int d, int a, int b, int mask, long upper) {
        v[d] = select(v[mask], v[a], v[b]);
        v[d + 1] = select(v[mask + 1], v[a + 1], v[b + 1]) & upper;
    }

    /** Replaces lanes. */
    public static long second(long a, long b, long high) {
        return b;
    }

    public static long and(long a, long b, long high) {
        return a & b;
    }

    public static long andNot(long a, long b, long high) {
        return a & ~b;
    }

    public static long or(long a, long b, long high) {
        return a | b;
    }

    public static long orNot(long a, long b, long high) {
        return a | ~b;
    }

    public static long exclusiveOr(long a, long b, long high) {
        return a ^ b;
    }

    public static long not(long a, long b, long high) {
        return ~a;
    }

    public static long add(long a, long b, long high) {
        return (a & ~high) + (b & ~high) ^ (a ^ b) & high;
    }

    public static long subtract(long a, long b, long high) {
        return (a | high) - (b & ~high) ^ (a ^ ~b) & high;
    }

    public static long negate(long a, long b, long high) {
        return subtract(0, a, high);
    }

    public static long absolute(long a, long b, long high) {
        long negative = fill(a & high, high);
        return subtract(a ^ negative, negative, high);
    }

    /** CMTST. */
    public static long test(long a, long b, long high) {
        return ~equal(a & b, 0, high);
    }

    public static long equal(long a, long b, long high) {
        long difference = a ^ b;
        return fill(~((difference & ~high) + ~high | difference) & high, high);
    }

    /** CMHS. */
    public static long higherOrSame(long a, long b, long high) {
        long lower = (a | high) - (b & ~high);
        return fill((a & ~b | ~(a ^ b) & lower) & high, high);
    }

    /** CMHI. */
    public static long higher(long a, long b, long high) {
        return ~higherOrSame(b, a, high);
    }

    /** CMGE. */
    public static long greaterOrEqual(long a, long b, long high) {
        return higherOrSame(a ^ high, b ^ high, high);
    }

    /** CMGT. */
    public static long greater(long a, long b, long high) {
        return ~greaterOrEqual(b, a, high);
    }

    /** CMLE. */
    public static long lessOrEqual(long a, long b, long high) {
        return greaterOrEqual(b, a, high);
    }

    /** CMLT. */
    public static long less(long a, long b, long high) {
        return greater(b, a, high);
    }

    public static long maxUnsigned(long a, long b, long high) {
        return select(higherOrSame(a, b, high), a, b);
    }

    public static long minUnsigned(long a, long b, long high) {
        return select(higherOrSame(a, b, high), b, a);
    }

    public static long maxSigned(long a, long b, long high) {
        return select(greaterOrEqual(a, b, high), a, b);
    }

    public static long minSigned(long a, long b, long high) {
        return select(greaterOrEqual(a, b, high), b, a);
    }

    /** UHADD. */
    public static long halvingAddUnsigned(long a, long b, long high) {
        return (a & b) + ((a ^ b) >>> 1 & ~high);
    }

    /** URHADD. */
    public static long roundingHalvingAddUnsigned(long a, long b, long high) {
        return (a | b) - ((a ^ b) >>> 1 & ~high);
    }

    /** SHADD: a bias of half the range makes the lanes unsigned. */
    public static long halvingAddSigned(long a, long b, long high) {
        return halvingAddUnsigned(a ^ high, b ^ high, high) ^ high;
    }

    /** SRHADD. */
    public static long roundingHalvingAddSigned(long a, long b, long high) {
        return roundingHalvingAddUnsigned(a ^ high, b ^ high, high) ^ high;
    }

    /** UABD. */
    public static long absoluteDifferenceUnsigned(long a, long b, long high) {
        long apart = (a | high) - (b & ~high);
        long lower = (~a & b | ~(a ^ b) & ~apart) & high;
        long negative = fill(lower, high);
        // Negated where negative: no such lane is zero, so the addition carries into none.
        return (apart ^ (a ^ ~b) & high ^ negative) + (lower >>> Long.numberOfTrailingZeros(high));
    }

    /** SABD. */
    public static long absoluteDifferenceSigned(long a, long b, long high) {
        return absoluteDifferenceUnsigned(a ^ high, b ^ high, high);
    }

    /** SHL by {@code places}, less than the bits of a lane. */
    public static long left(long a, long places, long high) {
        return a << places & leftMask(places, high);
    }

    /** Ones but in the places that bits of the lane below come into when lanes are shifted left. */
    public static long leftMask(long places, long high) {
        long low = high >>> Long.numberOfTrailingZeros(high);
        return ~((low << places) - low);
    }

    /** USHR by {@code places}, 1 to the bits of a lane. */
    public static long right(long a, long places, long high) {
        return a >>> places & rightMask(places, high);
    }

    /** Ones but in the top places of each lane, which bits of the lane above come into when lanes are shifted right. */
    public static long rightMask(long places, long high) {
        return places == 64 ? 0 : ~(high - (high >>> places - 1) | high);
    }

    /** SSHR by {@code places}, 1 to one less than the bits of a lane. */
    public static long rightSigned(long a, long places, long high) {
        long sign = high >>> places;
        return subtract(right(a, places, high) ^ sign, sign, high);
    }

    /** URSHR by {@code places}, 1 to the bits of a lane. */
    public static long rightRounding(long a, long places, long high) {
        return right(a, places, high) + roundingBit(a, places, high);
    }

    /** SRSHR by {@code places}, 1 to the bits of a lane. */
    public static long rightRoundingSigned(long a, long places, long high) {
        long most = Math.min(places, Long.numberOfTrailingZeros(high));
        return add(rightSigned(a, most, high), roundingBit(a, places, high), high);
    }

    /** The last bit that a shift to the right loses, at the bottom of each lane. */
    private static long roundingBit(long a, long places, long high) {
        return a >>> places - 1 & high >>> Long.numberOfTrailingZeros(high);
    }

    /** CNT: lanes of 8 bits. */
    public static long populationCount(long a, long b, long high) {
        long pairs = a - (a >>> 1 & 0x5555_5555_5555_5555L);
        long nibbles = (pairs & 0x3333_3333_3333_3333L) + (pairs >>> 2 & 0x3333_3333_3333_3333L);
        return nibbles + (nibbles >>> 4) & 0x0F0F_0F0F_0F0F_0F0FL;
    }

    /** RBIT: the bits of each byte. */
    public static long reverseBits(long a, long b, long high) {
        return Long.reverseBytes(Long.reverse(a));
    }

    /** REV16: the bytes of each halfword. */
    public static long reverse16(long a, long b, long high) {
        return Integers.reverse16(a);
    }

    /** REV32: the bytes of each word. */
    public static long reverse32Bytes(long a, long b, long high) {
        return Integers.reverse32(a);
    }

    /** REV32: the halfwords of each word. */
    public static long reverse32Halfwords(long a, long b, long high) {
        return (a & 0x0000_FFFF_0000_FFFFL) << 16 | a >>> 16 & 0x0000_FFFF_0000_FFFFL;
    }

    /** REV64: the bytes. */
    public static long reverse64Bytes(long a, long b, long high) {
        return Long.reverseBytes(a);
    }

    /** REV64: the halfwords. */
    public static long reverse64Halfwords(long a, long b, long high) {
        return Long.rotateLeft(reverse32Halfwords(a, 0, 0), 32);
    }

    /** REV64: the words. */
    public static long reverse64Words(long a, long b, long high) {
        return Long.rotateLeft(a, 32);
    }
}
