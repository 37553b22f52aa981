// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.core.bus;

import java.util.List;

/**
 * A block of registers. It gets offsets, never addresses: it does not know where it lives.
 *
 * <p>Called from any vCPU thread, several at once. Must not throw for anything a guest does, must not block on host I/O,
 * must not allocate.
 */
public interface MmioDevice {
    /**
     * A load.
     *
     * @param offset in bytes from the start of the region; not necessarily a multiple of {@code size}
     * @param size 1, 2, 4 or 8 bytes
     * @return the value, zero-extended from {@code size} bytes (higher bits are ignored)
     */
    long read(long offset, int size);

    /**
     * A store.
     *
     * @param value zero-extended from {@code size} bytes
     */
    void write(long offset, int size, long value);

    /** The stores that a backend may deliver late, merged, and from a thread of its own; fixed for the device's life. */
    default List<Doorbell> doorbells() {
        return List.of();
    }
}
