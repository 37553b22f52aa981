// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.core.bus;

/**
 * A store that only says "look": a virtqueue's notification. A backend may take it without stopping the vCPU (KVM's
 * ioeventfd), merge several into one, and hand it to {@link MmioDevice#write} later, on a thread of its own.
 *
 * @param offset in bytes from the start of the region
 * @param size of the store: 1, 2, 4 or 8 bytes; other sizes at this offset are ordinary stores
 * @param value zero-extended; a store of another value is an ordinary store
 */
public record Doorbell(long offset, int size, long value) {
    public Doorbell {
        if (offset < 0 || (size != 1 && size != 2 && size != 4 && size != 8)) {
            throw new IllegalStateException("a doorbell of " + size + " bytes at offset " + offset);
        }
    }
}
