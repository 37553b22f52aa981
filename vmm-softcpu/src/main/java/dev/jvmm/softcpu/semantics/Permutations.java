// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.semantics;

/**
 * Advanced SIMD instructions that move lanes (Arm ARM C7.2). Registers are the index of their low half in {@link
 * dev.jvmm.softcpu.state.CpuState#v}; a size is the logarithm of a lane's bytes; {@code full} is Q: 128 bits, else 64,
 * and the upper half of the destination becomes zero.
 */
public final class Permutations {
    private static final long EVEN_WORDS = 0x0000_0000_FFFF_FFFFL;
    private static final long EVEN_HALFWORDS = 0x0000_FFFF_0000_FFFFL;
    private static final long EVEN_BYTES = 0x00FF_00FF_00FF_00FFL;

    private Permutations() {}

    /** Ones in the even lanes of 8, 16 or 32 bits. */
    public static long even(int size) {
        return switch (size) {
            case 0 -> EVEN_BYTES;
            case 1 -> EVEN_HALFWORDS;
            default -> EVEN_WORDS;
        };
    }

    /** The lanes of the low 32 bits, each zero-extended to twice its size. */
    public static long spread(long value, int size) {
        long result = value & EVEN_WORDS;
        if (size < 2) {
            result = (result | result << 16) & EVEN_HALFWORDS;
        }
        if (size < 1) {
            result = (result | result << 8) & EVEN_BYTES;
        }
        return result;
    }

    /** The lanes of the low 32 bits, each sign-extended to twice its size. */
    public static long spreadSigned(long value, int size) {
        long wide = Packed.high(size + 1);
        // The sign of the narrow lane, which is subtracted twice from the lane it was flipped in.
        long sign = wide >>> (8 << size);
        return Packed.subtract(spread(value, size) ^ sign, sign, wide);
    }

    /** The even lanes, packed into the low 32 bits: XTN of 64 bits. */
    public static long gather(long value, int size) {
        long result = value & even(size);
        if (size < 1) {
            result = (result | result >>> 8) & EVEN_HALFWORDS;
        }
        if (size < 2) {
            result = (result | result >>> 16) & EVEN_WORDS;
        }
        return result;
    }

    /** The even lanes of {@code high} above those of {@code low}. */
    public static long evenLanes(long low, long high, int size) {
        return gather(low, size) | gather(high, size) << 32;
    }

    /** The odd lanes of {@code high} above those of {@code low}. */
    public static long oddLanes(long low, long high, int size) {
        int bits = 8 << size;
        return evenLanes(low >>> bits, high >>> bits, size);
    }

    /** The lanes of the low 32 bits of both: of {@code a} the even, of {@code b} the odd ones of the result. */
    public static long interleave(long a, long b, int size) {
        return spread(a, size) | spread(b, size) << (8 << size);
    }

    /** ZIP1 ({@code part} 0) and ZIP2 (1). */
    public static void zip(long[] v, int d, int n, int m, int size, boolean full, int part) {
        if (!full) {
            v[d] = interleave(v[n] >>> 32 * part, v[m] >>> 32 * part, size);
            v[d + 1] = 0;
            return;
        }
        long a = v[n + part];
        long b = v[m + part];
        v[d] = size == 3 ? a : interleave(a, b, size);
        v[d + 1] = size == 3 ? b : interleave(a >>> 32, b >>> 32, size);
    }

    /** UZP1 ({@code part} 0) and UZP2 (1). */
    public static void unzip(long[] v, int d, int n, int m, int size, boolean full, int part) {
        if (size == 3) {
            zip(v, d, n, m, size, full, part);
            return;
        }
        int shift = part * (8 << size);
        if (!full) {
            v[d] = evenLanes(v[n] >>> shift, v[m] >>> shift, size);
            v[d + 1] = 0;
            return;
        }
        long low = evenLanes(v[n] >>> shift, v[n + 1] >>> shift, size);
        v[d + 1] = evenLanes(v[m] >>> shift, v[m + 1] >>> shift, size);
        v[d] = low;
    }

    /** The even lanes of {@code a}, with those of {@code b} in the odd places. */
    public static long alternate(long a, long b, int size) {
        long mask = even(size);
        return a & mask | (b & mask) << (8 << size);
    }

    /** TRN1 ({@code part} 0) and TRN2 (1). */
    public static void transpose(long[] v, int d, int n, int m, int size, boolean full, int part) {
        if (size == 3) {
            zip(v, d, n, m, size, full, part);
            return;
        }
        int shift = part * (8 << size);
        v[d] = alternate(v[n] >>> shift, v[m] >>> shift, size);
        v[d + 1] = full ? alternate(v[n + 1] >>> shift, v[m + 1] >>> shift, size) : 0;
    }

    /** EXT with Q = 1: the 16 bytes from byte {@code position} on of {@code m} (above) and {@code n}. */
    public static void extract(long[] v, int d, int n, int m, int position) {
        long middle = v[n + 1];
        long above = v[m];
        int shift = 8 * position;
        if (position < 8) {
            long low = funnel(v[n], middle, shift);
            v[d + 1] = funnel(middle, above, shift);
            v[d] = low;
        } else {
            long high = funnel(above, v[m + 1], shift - 64);
            v[d] = funnel(middle, above, shift - 64);
            v[d + 1] = high;
        }
    }

    /** EXT with Q = 0. */
    public static void extractLow(long[] v, int d, int n, int m, int position) {
        v[d] = funnel(v[n], v[m], 8 * position);
        v[d + 1] = 0;
    }

    /** The 64 bits from bit {@code shift} on of {@code high} and {@code low}; {@code shift} 0 to 63. */
    public static long funnel(long low, long high, int shift) {
        return low >>> shift | high << 1 << (63 - shift);
    }

    /**
     * TBL and TBX.
     *
     * @param length of the table in bytes
     * @param keep -1 for TBX, where a byte with an index beyond the table keeps its value; 0 for TBL
     */
    public static void lookUp(long[] v, int d, int n, int m, int length, boolean full, long keep) {
        long low = lookUp(v, n, v[m], length, v[d] & keep);
        long high = full ? lookUp(v, n, v[m + 1], length, v[d + 1] & keep) : 0;
        v[d] = low;
        v[d + 1] = high;
    }

    private static long lookUp(long[] v, int n, long indices, int length, long old) {
        long result = 0;
        for (int shift = 0; shift < 64; shift += 8) {
            int index = (int) (indices >>> shift) & 0xFF;
            // The register after V31 is V0.
            long value = index < length ? v[n + (index >> 3) & 63] >>> 8 * index : old >>> shift;
            result |= (value & 0xFF) << shift;
        }
        return result;
    }

    /** XTN, SHRN: the low half of each lane of 128 bits shifted right; {@code size} is that of the result's lanes. */
    public static void narrow(long[] v, int d, int n, int size, int shift, boolean upper) {
        long result = evenLanes(v[n] >>> shift, v[n + 1] >>> shift, size);
        if (upper) {
            v[d + 1] = result;
        } else {
            v[d] = result;
            v[d + 1] = 0;
        }
    }

    /** USHLL, SHLL: the lanes of one half of {@code n} lengthened and shifted left by less than a lane's bits or all. */
    public static void lengthen(long[] v, int d, int half, int size, int shift) {
        long value = v[half];
        v[d] = spread(value, size) << shift;
        v[d + 1] = spread(value >>> 32, size) << shift;
    }

    /** SSHLL: as {@link #lengthen}, sign-extended. */
    public static void lengthenSigned(long[] v, int d, int half, int size, int shift) {
        long value = v[half];
        long wide = Packed.high(size + 1);
        v[d] = Packed.left(spreadSigned(value, size), shift, wide);
        v[d + 1] = Packed.left(spreadSigned(value >>> 32, size), shift, wide);
    }
}
