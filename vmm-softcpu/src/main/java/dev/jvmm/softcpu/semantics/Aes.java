// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.semantics;

/**
 * FEAT_AES (Arm ARM C7.2 AESE to AESMC; FIPS 197). The state is a vector register: byte {@code r + 4 * c} is row r of
 * column c. Registers are the index of their low half in {@link dev.jvmm.softcpu.state.CpuState#v}.
 */
public final class Aes {
    private static final byte[] SUBSTITUTION = new byte[256];
    private static final byte[] INVERSE_SUBSTITUTION = new byte[256];

    /** The column that MixColumns makes of a column with this byte in row 0 and zeros. */
    private static final int[] MIX = new int[256];

    private static final int[] INVERSE_MIX = new int[256];

    static {
        // Walks the powers of the generator 3 and, backwards, of its inverse.
        int power = 1;
        int inverse = 1;
        do {
            power ^= doubled(power);
            // 0xF6 is the inverse of 3.
            inverse = multiply(inverse, 0xF6);
            setSubstitution(power, inverse);
        } while (power != 1);
        setSubstitution(0, 0);
        for (int i = 0; i < 256; i++) {
            MIX[i] = doubled(i) | i << 8 | i << 16 | multiply(i, 3) << 24;
            INVERSE_MIX[i] = multiply(i, 14) | multiply(i, 9) << 8 | multiply(i, 13) << 16 | multiply(i, 11) << 24;
        }
    }

    private Aes() {}

    private static void setSubstitution(int value, int inverse) {
        int twice = inverse | inverse << 8;
        int result = (inverse ^ twice >> 7 ^ twice >> 6 ^ twice >> 5 ^ twice >> 4 ^ 0x63) & 0xFF;
        SUBSTITUTION[value] = (byte) result;
        INVERSE_SUBSTITUTION[result] = (byte) value;
    }

    private static int doubled(int a) {
        return (a << 1 ^ (a >> 7) * 0x11B) & 0xFF;
    }

    private static int multiply(int a, int b) {
        int result = 0;
        int factor = a;
        for (int rest = b; rest != 0; rest >>= 1) {
            if ((rest & 1) != 0) {
                result ^= factor;
            }
            factor = doubled(factor);
        }
        return result;
    }

    /** AESE: AddRoundKey, ShiftRows, SubBytes. */
    public static void encrypt(long[] v, int d, int n) {
        substitute(v, d, v[d] ^ v[n], v[d + 1] ^ v[n + 1], 4, SUBSTITUTION);
    }

    /** AESD: AddRoundKey, InvShiftRows, InvSubBytes. */
    public static void decrypt(long[] v, int d, int n) {
        substitute(v, d, v[d] ^ v[n], v[d + 1] ^ v[n + 1], -4, INVERSE_SUBSTITUTION);
    }

    /** Moves row r by {@code r * step} bytes, then substitutes each byte. */
    private static void substitute(long[] v, int d, long low, long high, int step, byte[] substitution) {
        long resultLow = 0;
        long resultHigh = 0;
        for (int i = 0; i < 8; i++) {
            resultLow |= (long) (substitution[byteOf(low, high, source(i, step))] & 0xFF) << 8 * i;
            resultHigh |= (long) (substitution[byteOf(low, high, source(i + 8, step))] & 0xFF) << 8 * i;
        }
        v[d] = resultLow;
        v[d + 1] = resultHigh;
    }

    private static int source(int i, int step) {
        return i + (i & 3) * step & 15;
    }

    private static int byteOf(long low, long high, int index) {
        return (int) ((index < 8 ? low : high) >>> 8 * index) & 0xFF;
    }

    /** AESMC: MixColumns. */
    public static void mixColumns(long[] v, int d, int n) {
        v[d] = mix(v[n], MIX);
        v[d + 1] = mix(v[n + 1], MIX);
    }

    /** AESIMC: InvMixColumns. */
    public static void inverseMixColumns(long[] v, int d, int n) {
        v[d] = mix(v[n], INVERSE_MIX);
        v[d + 1] = mix(v[n + 1], INVERSE_MIX);
    }

    private static long mix(long columns, int[] table) {
        return mixColumn((int) columns, table) & 0xFFFF_FFFFL | (long) mixColumn((int) (columns >>> 32), table) << 32;
    }

    private static int mixColumn(int column, int[] table) {
        return table[column & 0xFF]
                ^ Integer.rotateLeft(table[column >>> 8 & 0xFF], 8)
                ^ Integer.rotateLeft(table[column >>> 16 & 0xFF], 16)
                ^ Integer.rotateLeft(table[column >>> 24], 24);
    }
}
