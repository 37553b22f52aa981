// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PermutationsTest {
    private static final long INDICES = 0xFF_20_1F_10_0F_01_00_80L;

    private final long[] v = new long[64];

    @Test
    void tableLookupGivesZeroBeyondTheTable() {
        loadTable(2, 32);
        v[10] = INDICES;
        v[11] = INDICES;
        Permutations.lookUp(v, 0, 2, 10, 32, true, 0);

        assertThat(v[0]).isEqualTo(0x00_00_9F_90_8F_81_80_00L);
        assertThat(v[1]).isEqualTo(v[0]);
    }

    @Test
    void tableLookupExtensionKeepsBytesBeyondTheTable() {
        loadTable(2, 32);
        v[10] = INDICES;
        v[0] = 0x11_22_33_44_55_66_77_88L;
        v[1] = -1L;
        Permutations.lookUp(v, 0, 2, 10, 32, false, -1L);

        assertThat(v[0]).isEqualTo(0x11_22_9F_90_8F_81_80_88L);
        assertThat(v[1]).isZero();
    }

    @Test
    void registersOfATableWrapFromTheLastToTheFirst() {
        loadTable(62, 32);
        v[10] = INDICES;
        Permutations.lookUp(v, 4, 62, 10, 32, false, 0);

        assertThat(v[4]).isEqualTo(0x00_00_9F_90_8F_81_80_00L);
    }

    @Test
    void aTableRegisterMayBeTheDestination() {
        loadTable(2, 16);
        v[10] = 0x0001_0203_0405_0607L;
        v[11] = 0x0001_0203_0405_0607L;
        Permutations.lookUp(v, 2, 2, 10, 16, true, 0);

        assertThat(v[2]).isEqualTo(0x8081_8283_8485_8687L);
        assertThat(v[3]).isEqualTo(0x8081_8283_8485_8687L);
    }

    @Test
    void extractionMayOverwriteEitherSource() {
        for (int position = 0; position < 16; position++) {
            loadTable(2, 32);
            Permutations.extract(v, 2, 2, 4, position);
            long[] ontoFirst = {v[2], v[3]};
            loadTable(2, 32);
            Permutations.extract(v, 4, 2, 4, position);

            assertThat(v[4])
                    .as("position %d", position)
                    .isEqualTo(0x8786_8584_8382_8180L + position * 0x0101_0101_0101_0101L);
            assertThat(v[5])
                    .as("position %d", position)
                    .isEqualTo(0x8F8E_8D8C_8B8A_8988L + position * 0x0101_0101_0101_0101L);
            assertThat(ontoFirst).containsExactly(v[4], v[5]);
        }
    }

    /** Byte i of the table is 0x80 + i. */
    private void loadTable(int register, int length) {
        for (int i = 0; i < length; i++) {
            Lanes.set(v, register + (i >> 4 << 1) & 63, 0, i & 15, 0x80 + i);
        }
    }
}
