// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.semantics;

/** Integer operations of A64 that Java has no operator for (Arm ARM C6). Values of 32 bits come and go zero-extended. */
public final class Integers {
    private static final long LOW_WORD = 0xFFFF_FFFFL;

    private Integers() {}

    /** The operand of a shifted-register instruction, 64 bits; {@code type} 0 LSL, 1 LSR, 2 ASR, 3 ROR. */
    public static long shift64(long value, int type, int amount) {
        return switch (type) {
            case 0 -> value << amount;
            case 1 -> value >>> amount;
            case 2 -> value >> amount;
            default -> Long.rotateRight(value, amount);
        };
    }

    /** The operand of a shifted-register instruction, 32 bits, zero-extended. */
    public static long shift32(long value, int type, int amount) {
        int word = (int) value;
        return switch (type) {
                    case 0 -> word << amount;
                    case 1 -> word >>> amount;
                    case 2 -> word >> amount;
                    default -> Integer.rotateRight(word, amount);
                }
                & LOW_WORD;
    }

    /** ExtendReg: {@code option} 0 UXTB to 7 SXTX, then a left shift. */
    public static long extend(long value, int option, int shift) {
        long extended = switch (option) {
            case 0 -> value & 0xFF;
            case 1 -> value & 0xFFFF;
            case 2 -> value & LOW_WORD;
            case 4 -> (byte) value;
            case 5 -> (short) value;
            case 6 -> (int) value;
            default -> value;
        };
        return extended << shift;
    }

    /** UDIV, 64 bits: a division by zero is zero. */
    public static long unsignedDivide64(long a, long b) {
        return b == 0 ? 0 : Long.divideUnsigned(a, b);
    }

    /** UDIV, 32 bits. */
    public static long unsignedDivide32(long a, long b) {
        long divisor = b & LOW_WORD;
        return divisor == 0 ? 0 : (a & LOW_WORD) / divisor;
    }

    /** SDIV, 64 bits: a division by zero is zero, the most negative number over minus one is itself. */
    public static long signedDivide64(long a, long b) {
        return b == 0 ? 0 : a / b;
    }

    /** SDIV, 32 bits. */
    public static long signedDivide32(long a, long b) {
        return (int) b == 0 ? 0 : (int) a / (int) b & LOW_WORD;
    }

    /** REV16: the bytes of each halfword. */
    public static long reverse16(long value) {
        return (value & 0x00FF_00FF_00FF_00FFL) << 8 | value >>> 8 & 0x00FF_00FF_00FF_00FFL;
    }

    /** REV32: the bytes of each word. */
    public static long reverse32(long value) {
        return Long.rotateLeft(Long.reverseBytes(value), 32);
    }

    /** CLS, 64 bits: how many bits below the top one equal it. */
    public static long countLeadingSign64(long value) {
        return Long.numberOfLeadingZeros((value ^ value >> 63) << 1 | 1);
    }

    /** CLS, 32 bits. */
    public static long countLeadingSign32(long value) {
        int word = (int) value;
        return Integer.numberOfLeadingZeros((word ^ word >> 31) << 1 | 1);
    }

    /** CRC32 and CRC32C of {@code bytes} low bytes of {@code data}, with the reflected polynomial. */
    public static long crc32(long accumulator, long data, int bytes, int[] table) {
        int crc = (int) accumulator;
        for (int i = 0; i < bytes; i++) {
            crc = table[(crc ^ (int) (data >>> (8 * i))) & 0xFF] ^ crc >>> 8;
        }
        return crc & LOW_WORD;
    }

    /** The table of a reflected polynomial. */
    public static int[] crcTable(int reflectedPolynomial) {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int value = i;
            for (int bit = 0; bit < 8; bit++) {
                value = (value & 1) != 0 ? value >>> 1 ^ reflectedPolynomial : value >>> 1;
            }
            table[i] = value;
        }
        return table;
    }
}
