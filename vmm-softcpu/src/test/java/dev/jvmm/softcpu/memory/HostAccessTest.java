// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every width at an address that isn't aligned, and elements of arrays, beside what must not change. */
class HostAccessTest {
    private static final long PATTERN = 0xF1E2_D3C4_B5A6_9788L;

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment memory = arena.allocate(32, 8);
    private final long address = memory.address() + 9;

    @AfterEach
    void free() {
        arena.close();
    }

    @Test
    void loadsAreOfTheirWidthAndSigned() {
        store();
        assertThat(HostAccess.getByte(address)).isEqualTo((byte) PATTERN);
        assertThat(HostAccess.getShort(address)).isEqualTo((short) PATTERN);
        assertThat(HostAccess.getInt(address)).isEqualTo((int) PATTERN);
        assertThat(HostAccess.getLong(address)).isEqualTo(PATTERN);
    }

    @Test
    void storesChangeAsManyBytesAsTheyAreWide() {
        for (int size = 1; size <= 8; size *= 2) {
            memory.fill((byte) 0x55);
            switch (size) {
                case 1 -> HostAccess.putByte(address, (int) PATTERN);
                case 2 -> HostAccess.putShort(address, (int) PATTERN);
                case 4 -> HostAccess.putInt(address, (int) PATTERN);
                default -> HostAccess.putLong(address, PATTERN);
            }
            for (int i = 0; i < 32; i++) {
                byte expected = i >= 9 && i < 9 + size ? (byte) (PATTERN >>> 8 * (i - 9)) : 0x55;
                assertThat(memory.get(ValueLayout.JAVA_BYTE, i))
                        .as("byte %d of %d", i, size)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void elementsAreWhereJavaHasThem() {
        long[] array = {1, 2, 3};
        HostAccess.put(array, 1, PATTERN);
        assertThat(array).containsExactly(1, PATTERN, 3);
        assertThat(HostAccess.get(array, 1)).isEqualTo(PATTERN);
        assertThat(HostAccess.get(array, 2)).isEqualTo(3);
        assertThat(HostAccess.getAcquire(array, 0)).isEqualTo(1);
    }

    private void store() {
        ValueLayout.OfLong layout = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
        memory.set(layout, 9, PATTERN);
    }
}
