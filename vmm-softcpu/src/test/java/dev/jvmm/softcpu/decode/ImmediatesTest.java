// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImmediatesTest {

    /** A logical immediate is a rotated run of ones, repeated: written down bit by bit and compared for all encodings. */
    @Test
    void logicalImmediatesAreRotatedRunsOfOnesAndReservedOnesAreUnallocated() {
        Set<Long> values = new HashSet<>();
        for (int sf = 0; sf < 2; sf++) {
            for (int fields = 0; fields < 1 << 13; fields++) {
                int n = fields >>> 12;
                int immr = fields >>> 6 & 0x3f;
                int imms = fields & 0x3f;
                long expected = repeatedRun(sf, n, immr, imms);
                int andImmediate = sf << 31 | 0x1200_0000 | fields << 10;
                assertThat(Immediates.bitMask(sf, n, imms, immr))
                        .as("sf=%d N=%d immr=%d imms=%d", sf, n, immr, imms)
                        .isEqualTo(expected);
                assertThat(Decoder.decode(andImmediate))
                        .isEqualTo(expected == 0 ? Opcode.UNALLOCATED : Opcode.AND_IMMEDIATE);
                if (sf == 1 && expected != 0) {
                    values.add(expected);
                    assertThat(Immediates.logicalImmediate(andImmediate)).isEqualTo(expected);
                }
            }
        }
        // The well-known number of distinct 64-bit logical immediates
        assertThat(values).hasSize(5334);
    }

    /** The element size is told by the leading ones of N:NOT(imms) (DecodeBitMasks); zero where reserved. */
    private static long repeatedRun(int sf, int n, int immr, int imms) {
        int size;
        if (n == 1) {
            size = 64;
        } else if ((imms & 0x20) == 0) {
            size = 32;
        } else if ((imms & 0x10) == 0) {
            size = 16;
        } else if ((imms & 8) == 0) {
            size = 8;
        } else if ((imms & 4) == 0) {
            size = 4;
        } else if ((imms & 2) == 0) {
            size = 2;
        } else {
            return 0;
        }
        int ones = imms % size + 1;
        if (ones == size || (size == 64 && sf == 0)) {
            return 0;
        }
        long result = 0;
        for (int bit = 0; bit < (sf == 0 ? 32 : 64); bit++) {
            int beforeRotation = (bit + immr) % size;
            if (beforeRotation < ones) {
                result |= 1L << bit;
            }
        }
        return result;
    }

    @Test
    void floatingPointImmediatesAreSixteenthsTimesAPowerOfTwo() {
        for (int imm8 = 0; imm8 < 256; imm8++) {
            int exponent = (imm8 >>> 4 & 3) + ((imm8 & 0x40) == 0 ? 1 : -3);
            double expected = Math.scalb((16 + (imm8 & 15)) / 16.0, exponent) * ((imm8 & 0x80) == 0 ? 1 : -1);
            assertThat(Float.intBitsToFloat(Immediates.vfpExpandImmediate32(imm8)))
                    .isEqualTo((float) expected);
            assertThat(Double.longBitsToDouble(Immediates.vfpExpandImmediate64(imm8)))
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0,  0x000000ab000000ab", // 32-bit shifted
        "0, 2,  0x0000ab000000ab00",
        "1, 4,  0x00ab000000ab0000",
        "1, 7,  0xab000000ab000000",
        "0, 8,  0x00ab00ab00ab00ab", // 16-bit shifted
        "1, 11, 0xab00ab00ab00ab00",
        "0, 12, 0x0000abff0000abff", // shifting ones
        "1, 13, 0x00abffff00abffff",
        "0, 14, 0xabababababababab", // 8-bit
        "1, 14, 0xff00ff00ff00ffff", // byte mask
        "0, 15, 0xc1580000c1580000", // single, -13.5
        "1, 15, 0xc02b000000000000", // double, -13.5
    })
    void modifiedImmediatesExpandByCmode(int op, int cmode, String expected) {
        assertThat(Immediates.advSimdExpandImmediate(op, cmode, 0xab))
                .isEqualTo(Long.parseUnsignedLong(expected.substring(2), 16));
    }

    @Test
    void offsetsAreSignedAndScaled() {
        assertThat(Immediates.branchOffset26(0x1600_0000)).isEqualTo(-128L << 20);
        assertThat(Immediates.branchOffset26(0x15ff_ffff)).isEqualTo((128L << 20) - 4);
        assertThat(Immediates.branchOffset19(0x5480_0000)).isEqualTo(-1L << 20);
        assertThat(Immediates.branchOffset19(0x547f_ffe0)).isEqualTo((1L << 20) - 4);
        assertThat(Immediates.branchOffset14(0x3604_0000)).isEqualTo(-32L << 10);
        assertThat(Immediates.branchOffset14(0xb603_ffe0)).isEqualTo((32L << 10) - 4);
        assertThat(Immediates.testedBit(0xb608_0000)).isEqualTo(33);
        assertThat(Immediates.adrOffset(0x1080_0000)).isEqualTo(-1L << 20);
        assertThat(Immediates.adrOffset(0x707f_ffe0)).isEqualTo((1L << 20) - 1);
        assertThat(Immediates.adrpOffset(0xf0ff_ffe0)).isEqualTo(-4096);
        assertThat(Immediates.adrpOffset(0x9080_0000)).isEqualTo(-4L << 30);
        assertThat(Immediates.offset9(0xf850_0000)).isEqualTo(-256);
        assertThat(Immediates.offset9(0xf84f_f000)).isEqualTo(255);
        assertThat(Immediates.offset7(0xa960_0000, 3)).isEqualTo(-512);
        assertThat(Immediates.offset7(0x2d5f_8000, 2)).isEqualTo(252);
        assertThat(Immediates.offset12(0xf97f_fc00, 3)).isEqualTo(4095 * 8);
        assertThat(Immediates.addSubtractImmediate(0x917f_fc00)).isEqualTo(4095L << 12);
        assertThat(Immediates.simdScale(0x3dc0_0000)).isEqualTo(4);
        assertThat(Immediates.simdScale(0xfd40_0000)).isEqualTo(3);
    }
}
