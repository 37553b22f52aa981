// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.testing;

import dev.jvmm.core.bus.MmioDevice;
import java.util.random.RandomGenerator;

/** A guest that stores and loads at random: nothing it does may throw. */
public final class RandomAccesses {
    private static final int[] SIZES = {1, 2, 4, 8};

    private RandomAccesses() {}

    /**
     * Makes {@code count} accesses within the {@code length} bytes from {@code offset} of the device.
     *
     * @param aligned whether every access is naturally aligned
     */
    public static void run(
            MmioDevice device, long offset, long length, int count, boolean aligned, RandomGenerator random) {
        for (int i = 0; i < count; i++) {
            int size = SIZES[random.nextInt(SIZES.length)];
            long at = offset + random.nextLong(length - size + 1);
            if (aligned) {
                at &= -size;
            }
            if (random.nextBoolean()) {
                long value = random.nextInt(4) == 0 ? random.nextLong() : random.nextInt(0x100);
                device.write(at, size, size == 8 ? value : value & ((1L << (8 * size)) - 1));
            } else {
                device.read(at, size);
            }
        }
    }
}
