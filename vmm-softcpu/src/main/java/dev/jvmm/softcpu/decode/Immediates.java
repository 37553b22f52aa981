// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.decode;

/** Immediates of A64 that take more than a shift to read. */
public final class Immediates {
    private Immediates() {}

    /** The low {@code bits} of {@code value}, sign-extended. */
    public static long signExtend(long value, int bits) {
        return value << 64 - bits >> 64 - bits;
    }

    /**
     * DecodeBitMasks (Arm ARM, shared/functions): the wmask of a logical immediate instruction that is allocated; of 32
     * bits, zero-extended, when sf is 0.
     */
    public static long logicalImmediate(int instruction) {
        int n = Fields.n(instruction);
        int immr = Fields.immr(instruction);
        int imms = Fields.imms(instruction);
        int length = 31 - Integer.numberOfLeadingZeros(n << 6 | ~imms & 0x3F);
        int size = 1 << length;
        int ones = (imms & size - 1) + 1;
        int rotation = immr & size - 1;
        long element = ones == 64 ? -1L : (1L << ones) - 1;
        long mask = size == 64 ? -1L : (1L << size) - 1;
        long rotated = rotation == 0 ? element : (element >>> rotation | element << size - rotation) & mask;
        long result = rotated;
        for (int width = size; width < 64; width *= 2) {
            result |= result << width;
        }
        return Fields.sf(instruction) != 0 ? result : result & 0xFFFF_FFFFL;
    }
}
