// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.semantics;

/**
 * FEAT_SHA1 and FEAT_SHA256 (Arm ARM C7.2 SHA1C to SHA256SU1; FIPS 180-4). Registers are the index of their low half in
 * {@link dev.jvmm.softcpu.state.CpuState#v}; words are numbered from the low end.
 */
public final class Sha {
    private static final long LOW_WORD = 0xFFFF_FFFFL;

    private Sha() {}

    private static int word(long[] v, int register, int index) {
        return (int) (v[register + (index >> 1)] >>> 32 * (index & 1));
    }

    private static void set(long[] v, int d, int word0, int word1, int word2, int word3) {
        v[d] = word0 & LOW_WORD | (long) word1 << 32;
        v[d + 1] = word2 & LOW_WORD | (long) word3 << 32;
    }

    private static int choose(int x, int y, int z) {
        return (y ^ z) & x ^ z;
    }

    private static int majority(int x, int y, int z) {
        return x & y | (x | y) & z;
    }

    /** SHA1C ({@code function} 0), SHA1P (1) and SHA1M (2): four rounds. */
    public static void sha1Hash(long[] v, int d, int n, int m, int function) {
        int x0 = word(v, d, 0);
        int x1 = word(v, d, 1);
        int x2 = word(v, d, 2);
        int x3 = word(v, d, 3);
        int y = word(v, n, 0);
        for (int i = 0; i < 4; i++) {
            int mixed = switch (function) {
                case 0 -> choose(x1, x2, x3);
                case 1 -> x1 ^ x2 ^ x3;
                default -> majority(x1, x2, x3);
            };
            int next = y + Integer.rotateLeft(x0, 5) + mixed + word(v, m, i);
            y = x3;
            x3 = x2;
            x2 = Integer.rotateLeft(x1, 30);
            x1 = x0;
            x0 = next;
        }
        set(v, d, x0, x1, x2, x3);
    }

    /** SHA1H: fixed rotate. */
    public static void sha1FixedRotate(long[] v, int d, int n) {
        v[d] = Integer.rotateLeft((int) v[n], 30) & LOW_WORD;
        v[d + 1] = 0;
    }

    /** SHA1SU0: schedule update 0. */
    public static void sha1Schedule0(long[] v, int d, int n, int m) {
        long low = v[d + 1] ^ v[d] ^ v[m];
        long high = v[n] ^ v[d + 1] ^ v[m + 1];
        v[d] = low;
        v[d + 1] = high;
    }

    /** SHA1SU1: schedule update 1. */
    public static void sha1Schedule1(long[] v, int d, int n) {
        int t0 = word(v, d, 0) ^ word(v, n, 1);
        int t1 = word(v, d, 1) ^ word(v, n, 2);
        int t2 = word(v, d, 2) ^ word(v, n, 3);
        int t3 = word(v, d, 3);
        set(
                v,
                d,
                Integer.rotateLeft(t0, 1),
                Integer.rotateLeft(t1, 1),
                Integer.rotateLeft(t2, 1),
                Integer.rotateLeft(t3, 1) ^ Integer.rotateLeft(t0, 2));
    }

    /**
     * SHA256H and SHA256H2: four rounds on the state words 0 to 3 in {@code abcd} and 4 to 7 in {@code efgh}.
     *
     * @param first whether the first half of the state is the result; else the second
     */
    public static void sha256Hash(long[] v, int d, int abcd, int efgh, int m, boolean first) {
        int x0 = word(v, abcd, 0);
        int x1 = word(v, abcd, 1);
        int x2 = word(v, abcd, 2);
        int x3 = word(v, abcd, 3);
        int y0 = word(v, efgh, 0);
        int y1 = word(v, efgh, 1);
        int y2 = word(v, efgh, 2);
        int y3 = word(v, efgh, 3);
        for (int i = 0; i < 4; i++) {
            int t = y3 + sum1(y0) + choose(y0, y1, y2) + word(v, m, i);
            int nextX = t + sum0(x0) + majority(x0, x1, x2);
            int nextY = t + x3;
            x3 = x2;
            x2 = x1;
            x1 = x0;
            x0 = nextX;
            y3 = y2;
            y2 = y1;
            y1 = y0;
            y0 = nextY;
        }
        if (first) {
            set(v, d, x0, x1, x2, x3);
        } else {
            set(v, d, y0, y1, y2, y3);
        }
    }

    private static int sum0(int x) {
        return Integer.rotateRight(x, 2) ^ Integer.rotateRight(x, 13) ^ Integer.rotateRight(x, 22);
    }

    private static int sum1(int x) {
        return Integer.rotateRight(x, 6) ^ Integer.rotateRight(x, 11) ^ Integer.rotateRight(x, 25);
    }

    private static int sigma0(int x) {
        return Integer.rotateRight(x, 7) ^ Integer.rotateRight(x, 18) ^ x >>> 3;
    }

    private static int sigma1(int x) {
        return Integer.rotateRight(x, 17) ^ Integer.rotateRight(x, 19) ^ x >>> 10;
    }

    /** SHA256SU0: schedule update 0. */
    public static void sha256Schedule0(long[] v, int d, int n) {
        set(
                v,
                d,
                word(v, d, 0) + sigma0(word(v, d, 1)),
                word(v, d, 1) + sigma0(word(v, d, 2)),
                word(v, d, 2) + sigma0(word(v, d, 3)),
                word(v, d, 3) + sigma0(word(v, n, 0)));
    }

    /** SHA256SU1: schedule update 1. */
    public static void sha256Schedule1(long[] v, int d, int n, int m) {
        int word0 = word(v, d, 0) + word(v, n, 1) + sigma1(word(v, m, 2));
        int word1 = word(v, d, 1) + word(v, n, 2) + sigma1(word(v, m, 3));
        int word2 = word(v, d, 2) + word(v, n, 3) + sigma1(word0);
        int word3 = word(v, d, 3) + word(v, m, 0) + sigma1(word1);
        set(v, d, word0, word1, word2, word3);
    }
}
