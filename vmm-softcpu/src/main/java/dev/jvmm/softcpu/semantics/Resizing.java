// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.semantics;

/**
 * {@link SizedOperation}s: products, and what has lanes of two sizes, the wide ones twice as wide as the narrow ones. "Low lanes" are
 * the narrow ones of the low 32 bits; what is above those doesn't count. And how they apply to registers, which are the
 * index of their low half in {@link dev.jvmm.softcpu.state.CpuState#v}.
 */
@SuppressWarnings("UnusedVariable") // the operations have the shape of a SizedOperation
public final class Resizing {
    private Resizing() {}

    /** The low lanes of both, zero-extended, added: UADDL. */
    public static long addUnsigned(long a, long b, int size) {
        // Two narrow lanes never carry out of a wide one.
        return Permutations.spread(a, size) + Permutations.spread(b, size);
    }

    /** SADDL. */
    public static long addSigned(long a, long b, int size) {
        return addWideSigned(Permutations.spreadSigned(a, size), b, size);
    }

    /** USUBL. */
    public static long subtractUnsigned(long a, long b, int size) {
        return subtractWideUnsigned(Permutations.spread(a, size), b, size);
    }

    /** SSUBL. */
    public static long subtractSigned(long a, long b, int size) {
        return subtractWideSigned(Permutations.spreadSigned(a, size), b, size);
    }

    /** Wide lanes of {@code a} and low lanes of {@code b}: UADDW. */
    public static long addWideUnsigned(long a, long b, int size) {
        return addWide(a, Permutations.spread(b, size), size);
    }

    /** SADDW. */
    public static long addWideSigned(long a, long b, int size) {
        return addWide(a, Permutations.spreadSigned(b, size), size);
    }

    /** USUBW. */
    public static long subtractWideUnsigned(long a, long b, int size) {
        return subtractWide(a, Permutations.spread(b, size), size);
    }

    /** SSUBW. */
    public static long subtractWideSigned(long a, long b, int size) {
        return subtractWide(a, Permutations.spreadSigned(b, size), size);
    }

    /** UABDL. */
    public static long differenceUnsigned(long a, long b, int size) {
        return Permutations.spread(Packed.absoluteDifferenceUnsigned(a, b, Packed.high(size)), size);
    }

    /** SABDL: no difference is more than a narrow unsigned lane holds. */
    public static long differenceSigned(long a, long b, int size) {
        return Permutations.spread(Packed.absoluteDifferenceSigned(a, b, Packed.high(size)), size);
    }

    /** Wide lanes added: what the accumulating instructions end with, and ADDHN begins. */
    public static long addWide(long a, long b, int size) {
        return Packed.add(a, b, Packed.high(size + 1));
    }

    /** Wide lanes subtracted. */
    public static long subtractWide(long a, long b, int size) {
        return Packed.subtract(a, b, Packed.high(size + 1));
    }

    /** RADDHN: the sum of wide lanes and of half a unit of its upper half's last place. */
    public static long addWideRounding(long a, long b, int size) {
        return addWide(addWide(a, b, size), half(size), size);
    }

    /** RSUBHN. */
    public static long subtractWideRounding(long a, long b, int size) {
        return addWide(subtractWide(a, b, size), half(size), size);
    }

    /** The top bit of the lower half of each wide lane. */
    private static long half(int size) {
        return Packed.high(size + 1) >>> (8 << size);
    }

    // ---- Products.

    /** UMULL: the products of the low lanes. */
    public static long multiplyUnsigned(long a, long b, int size) {
        return switch (size) {
            case 0 -> multiplyBytes(a, b);
            case 1 -> (a & 0xFFFFL) * (b & 0xFFFFL) | (a & 0xFFFF_0000L) * (b & 0xFFFF_0000L);
            default -> (a & 0xFFFF_FFFFL) * (b & 0xFFFF_FFFFL);
        };
    }

    /**
     * The product of lanes at bit k is at bit 2k, its place in the result. Of bytes 0 and 3 a single multiplication makes both, with
     * something between them.
     */
    private static long multiplyBytes(long a, long b) {
        return (a & 0xFF00_00FFL) * (b & 0xFF00_00FFL) & 0xFFFF_0000_0000_FFFFL
                | (a & 0xFF00L) * (b & 0xFF00L)
                | (a & 0xFF_0000L) * (b & 0xFF_0000L);
    }

    /** SMULL. */
    public static long multiplySigned(long a, long b, int size) {
        return switch (size) {
            case 0 -> multiply16(Permutations.spreadSigned(a, 0), Permutations.spreadSigned(b, 0));
            case 1 -> (short) a * (short) b & 0xFFFF_FFFFL | (long) ((int) a >> 16) * ((int) b >> 16) << 32;
            default -> (long) (int) a * (int) b;
        };
    }

    /** MUL: all lanes have one size. */
    public static long multiply(long a, long b, int size) {
        return switch (size) {
            case 0 -> Permutations.evenLanes(multiplyBytes(a, b), multiplyBytes(a >>> 32, b >>> 32), 0);
            case 1 -> multiply16(a, b);
            default -> a * b & 0xFFFF_FFFFL | (a >>> 32) * (b & 0xFFFF_FFFF_0000_0000L);
        };
    }

    /** The low lane of a shifted source times a lane that is alone: nothing comes from below its place. */
    private static long multiply16(long a, long b) {
        return a * b & 0xFFFFL
                | (a >>> 16) * (b & 0xFFFF_0000L) & 0xFFFF_0000L
                | (a >>> 32) * (b & 0xFFFF_0000_0000L) & 0xFFFF_0000_0000L
                | (a >>> 48) * (b & 0xFFFF_0000_0000_0000L);
    }

    // ---- Sums of neighbours.

    /** UADDLP: the sums of neighbouring lanes of {@code a}. */
    public static long addPairsUnsigned(long a, long b, int size) {
        long mask = Permutations.even(size);
        return (a & mask) + (a >>> (8 << size) & mask);
    }

    /** SADDLP. */
    public static long addPairsSigned(long a, long b, int size) {
        int bits = 8 << size;
        long sign = half(size);
        // Each lane with its sign flipped is unsigned, and too big by the sign's weight.
        long flipped = a ^ (sign | sign << bits);
        return subtractWide(addPairsUnsigned(flipped, 0, size), sign << 1, size);
    }

    /** The sum of all wide lanes, zero-extended. */
    public static long sumWide(long a, long b, int size) {
        return switch (size) {
            case 0 -> a + (a >>> 16) + (a >>> 32) + (a >>> 48) & 0xFFFFL;
            case 1 -> a + (a >>> 32) & 0xFFFF_FFFFL;
            default -> a;
        };
    }

    /** RSHRN by {@code places}, 1 to the bits of a narrow lane: those of the result are the low ones of each wide lane. */
    public static long shiftRounding(long a, long places, int size) {
        return addWide(a, Lanes.replicate(1L << places - 1, size + 1), size) >>> places;
    }

    // ---- Registers.

    /**
     * "Long": the low lanes, and those above them, of {@code a} and {@code b}.
     *
     * @param combine the destination's lanes with those of the result: {@link Packed#second} replaces them
     */
    public static void lengthen(
            long[] v, int d, long a, long b, int size, SizedOperation operation, PackedOperation combine) {
        long wide = Packed.high(size + 1);
        v[d] = combine.apply(v[d], operation.apply(a, b, size), wide);
        v[d + 1] = combine.apply(v[d + 1], operation.apply(a >>> 32, b >>> 32, size), wide);
    }

    /** "Wide": the lanes of the register {@code n}, and the low lanes and those above them of {@code b}. */
    public static void widen(long[] v, int d, int n, long b, int size, SizedOperation operation) {
        v[d] = operation.apply(v[n], b, size);
        v[d + 1] = operation.apply(v[n + 1], b >>> 32, size);
    }

    /**
     * "Narrow": the upper halves of wide lanes.
     *
     * @param upper whether the upper half of the destination is written, and nothing else; else the low one
     */
    public static void narrow(long[] v, int d, int n, int m, int size, SizedOperation operation, boolean upper) {
        long low = operation.apply(v[n], v[m], size);
        long high = operation.apply(v[n + 1], v[m + 1], size);
        putNarrow(v, d, Permutations.oddLanes(low, high, size), upper);
    }

    /** RSHRN. */
    public static void narrowRounding(long[] v, int d, int n, int size, int places, boolean upper) {
        long low = shiftRounding(v[n], places, size);
        long high = shiftRounding(v[n + 1], places, size);
        putNarrow(v, d, Permutations.evenLanes(low, high, size), upper);
    }

    private static void putNarrow(long[] v, int d, long value, boolean upper) {
        if (upper) {
            v[d + 1] = value;
        } else {
            v[d] = value;
            v[d + 1] = 0;
        }
    }

    /**
     * Half registers with half registers of {@code n} and the constants {@code b0} and {@code b1}.
     *
     * @param upper -1 for 128 bits, 0 to clear the upper half
     * @param high the top bit of every lane that {@code combine} works on
     */
    public static void apply(
            long[] v,
            int d,
            int n,
            long b0,
            long b1,
            int size,
            SizedOperation operation,
            PackedOperation combine,
            long high,
            long upper) {
        v[d] = combine.apply(v[d], operation.apply(v[n], b0, size), high);
        v[d + 1] = combine.apply(v[d + 1], operation.apply(v[n + 1], b1, size), high) & upper;
    }

    /** SADDLV and UADDLV: the sum of all lanes of 64 bits, or of 128 if {@code full}. */
    public static void sumLong(long[] v, int d, int n, int size, boolean full, SizedOperation pairs) {
        long low = pairs.apply(v[n], 0, size);
        v[d] = sumWide(full ? addWide(low, pairs.apply(v[n + 1], 0, size), size) : low, 0, size);
        v[d + 1] = 0;
    }
}
