// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.virtio.queue;

import dev.jvmm.core.memory.GuestMemory;
import org.jspecify.annotations.Nullable;

/**
 * Where a driver put a split virtqueue (virtio 1.3 section 2.7), as its registers said; nothing is checked yet.
 *
 * @param size number of descriptors
 * @param maximumSize the size the device offers, at most 32768
 * @param descriptors guest-physical address of the descriptor table, {@code 16 * size} bytes
 * @param driver guest-physical address of the driver area, the available ring, {@code 6 + 2 * size} bytes
 * @param device guest-physical address of the device area, the used ring, {@code 6 + 8 * size} bytes
 */
public record QueueLayout(int size, int maximumSize, long descriptors, long driver, long device) {
    static final int DESCRIPTOR_BYTES = 16;

    static long availableBytes(int size) {
        return 6 + 2L * size;
    }

    static long usedBytes(int size) {
        return 6 + 8L * size;
    }

    /** Why no queue can stand there (size, alignment or an area outside RAM); null when one can. */
    public @Nullable String problem(GuestMemory memory) {
        if (size <= 0 || size > maximumSize || Integer.bitCount(size) != 1) {
            return "queue size " + size + " is not a power of two from 1 to " + maximumSize;
        }
        if ((descriptors & 15) != 0 || (driver & 1) != 0 || (device & 3) != 0) {
            return "a queue area is not aligned (descriptors 16, driver 2, device 4 bytes)";
        }
        boolean inRam = memory.contains(descriptors, (long) DESCRIPTOR_BYTES * size)
                && memory.contains(driver, availableBytes(size))
                && memory.contains(device, usedBytes(size));
        return inRam ? null : "a queue area lies outside RAM";
    }
}
