// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.core.bus;

/** A device and where it stands: {@code size} bytes from guest-physical address {@code base}. */
public record MmioRegion(String name, long base, long size, MmioDevice device) {
    public MmioRegion {
        if (base < 0 || size <= 0) {
            throw new IllegalStateException(name + ": an MMIO region needs a positive size and an address below 2^63");
        }
        Math.addExact(base, size);
    }
}
