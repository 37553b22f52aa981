// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.platform;

/** {@code size} bytes of guest-physical address space from {@code base}. */
public record AddressRange(long base, long size) {
    public AddressRange {
        if (base < 0 || size <= 0) {
            throw new IllegalStateException("an address range needs a positive size and a base below 2^63");
        }
        Math.addExact(base, size);
    }

    /** The address after the last. */
    public long end() {
        return base + size;
    }

    /** Whether the two share an address. */
    public boolean overlaps(AddressRange other) {
        return base < other.end() && other.base < end();
    }

    /** Whether every address of {@code other} is in this range. */
    public boolean contains(AddressRange other) {
        return base <= other.base && other.end() <= end();
    }

    @Override
    public String toString() {
        return "0x%x-0x%x".formatted(base, end() - 1);
    }
}
