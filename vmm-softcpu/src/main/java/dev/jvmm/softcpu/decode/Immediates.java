// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.decode;

/** Values that instructions encode indirectly (Arm ARM DDI 0487, shared pseudocode). No method allocates. */
public final class Immediates {
    private Immediates() {}

    /** The low {@code bits} of {@code value}, sign-extended. */
    public static long signExtend(long value, int bits) {
        return value << (64 - bits) >> (64 - bits);
    }

    /**
     * The immediate of AND, ORR, EOR and ANDS (immediate): the `wmask` of DecodeBitMasks with immediate TRUE.
     *
     * @return 64 bits; for sf = 0 the low 32, the others zero. Zero, which no valid encoding gives, where the encoding is
     *     reserved (an allocated opcode never has such an encoding)
     */
    public static long logicalImmediate(int instruction) {
        return bitMask(
                Fields.sf(instruction), Fields.n(instruction), Fields.imms(instruction), Fields.immr(instruction));
    }

    /** As {@link #logicalImmediate(int)}, from the fields: {@code sf} and {@code n} one bit, the others six bits. */
    public static long bitMask(int sf, int n, int imms, int immr) {
        int length = 31 - Integer.numberOfLeadingZeros(n << 6 | (~imms & 0x3f));
        if (length < 1 || (sf == 0 && n == 1)) {
            return 0;
        }
        int levels = (1 << length) - 1;
        int ones = imms & levels;
        if (ones == levels) {
            return 0;
        }
        int elementSize = 1 << length;
        int rotation = immr & levels;
        long element = (1L << (ones + 1)) - 1;
        if (rotation != 0) {
            long mask = elementSize == 64 ? -1 : (1L << elementSize) - 1;
            element = (element >>> rotation | element << (elementSize - rotation)) & mask;
        }
        for (int size = elementSize; size < 64; size *= 2) {
            element |= element << size;
        }
        return sf == 0 ? element & 0xffff_ffffL : element;
    }

    /** Byte offset of B and BL: -128 MiB to 128 MiB - 4. */
    public static long branchOffset26(int instruction) {
        return (long) (instruction << 6) >> 4;
    }

    /** Byte offset of B.cond, CBZ, CBNZ and of loads from literals: -1 MiB to 1 MiB - 4. */
    public static long branchOffset19(int instruction) {
        return (long) (instruction << 8 >> 13) << 2;
    }

    /** Byte offset of TBZ and TBNZ: -32 KiB to 32 KiB - 4. */
    public static long branchOffset14(int instruction) {
        return (long) (instruction << 13 >> 18) << 2;
    }

    /** Byte offset of ADR: -1 MiB to 1 MiB - 1. */
    public static long adrOffset(int instruction) {
        return (long) (instruction << 8 >> 13) << 2 | Fields.immlo(instruction);
    }

    /** Byte offset of ADRP from the page of the instruction: a multiple of 4096. */
    public static long adrpOffset(int instruction) {
        return adrOffset(instruction) << 12;
    }

    /** Bit number that TBZ and TBNZ test, 0 to 63. */
    public static int testedBit(int instruction) {
        return Fields.b5(instruction) << 5 | Fields.b40(instruction);
    }

    /** The immediate of ADD and SUB (immediate) with its shift applied. */
    public static long addSubtractImmediate(int instruction) {
        return (long) Fields.imm12(instruction) << (Fields.sh(instruction) * 12);
    }

    /** Byte offset of a load or store with an unscaled, pre-indexed or post-indexed immediate: -256 to 255. */
    public static long offset9(int instruction) {
        return (long) (instruction << 11 >> 23);
    }

    /** Byte offset of a load or store of a pair; {@code scale} is the logarithm of one register's bytes. */
    public static long offset7(int instruction, int scale) {
        return (long) (instruction << 10 >> 25) << scale;
    }

    /** Byte offset of a load or store with an unsigned immediate; {@code scale} is the logarithm of its bytes. */
    public static long offset12(int instruction, int scale) {
        return (long) Fields.imm12(instruction) << scale;
    }

    /** The logarithm of the bytes that a load or store of one SIMD and floating-point register moves: 0 to 4. */
    public static int simdScale(int instruction) {
        return (Fields.loadStoreOpc(instruction) & 2) << 1 | Fields.size(instruction);
    }

    /** The logarithm of a lane's bytes, of the narrower operand, in an Advanced SIMD shift by immediate. */
    public static int shiftSize(int instruction) {
        return 31 - Integer.numberOfLeadingZeros(Fields.immh(instruction));
    }

    /** The places of an Advanced SIMD shift left by immediate: 0 to one less than the bits of a lane. */
    public static int leftShift(int instruction) {
        return (Fields.immh(instruction) << 3 | Fields.immb(instruction)) - (8 << shiftSize(instruction));
    }

    /** The places of an Advanced SIMD shift right by immediate: 1 to the bits of a lane. */
    public static int rightShift(int instruction) {
        return (16 << shiftSize(instruction)) - (Fields.immh(instruction) << 3 | Fields.immb(instruction));
    }

    /** As {@link #rightShift}; a signed shift by all bits of a lane leaves its sign, as does a shift by one less. */
    public static int signedRightShift(int instruction) {
        return Math.min(rightShift(instruction), (8 << shiftSize(instruction)) - 1);
    }

    /** SLI: the bits of all lanes of 64 bits that are replaced. */
    public static long leftInsertMask(int instruction) {
        return everyLane(-1L << leftShift(instruction), instruction);
    }

    /** SRI. */
    public static long rightInsertMask(int instruction) {
        int bits = 8 << shiftSize(instruction);
        int places = rightShift(instruction);
        return places == 64 ? 0 : everyLane((-1L >>> 64 - bits) >>> places, instruction);
    }

    private static long everyLane(long value, int instruction) {
        long result = value;
        int size = shiftSize(instruction);
        if (size == 3) {
            return result;
        }
        result &= -1L >>> 64 - (8 << size);
        for (int bits = 8 << size; bits < 64; bits *= 2) {
            result |= result << bits;
        }
        return result;
    }

    /** The lane's number in an Advanced SIMD instruction by element, of lanes of 16 (H:L:M) or 32 bits (H:L). */
    public static int elementIndex(int instruction) {
        int high = Fields.h(instruction) << 1 | Fields.elementL(instruction);
        return Fields.vectorSize(instruction) == 1 ? high << 1 | Fields.m(instruction) : high;
    }

    /** The register of that lane: V0 to V15 for lanes of 16 bits. */
    public static int elementRegister(int instruction) {
        boolean halfwords = Fields.vectorSize(instruction) == 1;
        return (halfwords ? 0 : Fields.m(instruction) << 4) | Fields.elementRm(instruction);
    }

    /** The eight bits a:b:c:d:e:f:g:h of an Advanced SIMD modified immediate. */
    public static int modifiedImmediate(int instruction) {
        return Fields.abc(instruction) << 5 | Fields.defgh(instruction);
    }

    /** AdvSIMDExpandImm: the 64 bits that MOVI, MVNI (before inversion), ORR, BIC and FMOV (vector, immediate) use. */
    public static long advSimdExpandImmediate(int op, int cmode, int imm8) {
        long immediate = imm8;
        return switch (cmode >>> 1) {
            case 0, 1, 2, 3 -> replicate32(immediate << 8 * (cmode >>> 1));
            case 4, 5 -> replicate16(immediate << 8 * (cmode >>> 1 & 1));
            case 6 -> replicate32((cmode & 1) == 0 ? immediate << 8 | 0xff : immediate << 16 | 0xffff);
            case 7 -> {
                if ((cmode & 1) == 0) {
                    yield op == 0 ? replicate16(immediate << 8 | immediate) : byteMask(imm8);
                }
                yield op == 0 ? replicate32(vfpExpandImmediate32(imm8) & 0xffff_ffffL) : vfpExpandImmediate64(imm8);
            }
            default -> throw new IllegalStateException("cmode has four bits, not " + cmode);
        };
    }

    /** VFPExpandImm for single precision: the bits of the float. */
    public static int vfpExpandImmediate32(int imm8) {
        int sign = (imm8 & 0x80) << 24;
        int exponent = (imm8 & 0x40) == 0 ? 0x4000_0000 : 0x3e00_0000;
        return sign | exponent | (imm8 & 0x3f) << 19;
    }

    /** VFPExpandImm for double precision: the bits of the double. */
    public static long vfpExpandImmediate64(int imm8) {
        long sign = (long) (imm8 & 0x80) << 56;
        long exponent = (imm8 & 0x40) == 0 ? 0x4000_0000_0000_0000L : 0x3fc0_0000_0000_0000L;
        return sign | exponent | (long) (imm8 & 0x3f) << 48;
    }

    private static long byteMask(int imm8) {
        long result = 0;
        for (int i = 0; i < 8; i++) {
            if ((imm8 >>> i & 1) != 0) {
                result |= 0xffL << (8 * i);
            }
        }
        return result;
    }

    private static long replicate32(long element) {
        return element << 32 | element;
    }

    private static long replicate16(long element) {
        return replicate32(element << 16 | element);
    }
}
