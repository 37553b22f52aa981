// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.cpu;

/**
 * The local exclusive monitor of one vCPU. It remembers what a load-exclusive saw; the store-exclusive succeeds when a
 * compare-and-set from that value does. A location that was changed and changed back in between is not noticed, which
 * the guest's own use of the value makes harmless for the lock-free algorithms that exclusives are for.
 */
public final class ExclusiveMonitor {
    private static final long OPEN = 0;

    private long address = OPEN;
    private int size;
    private long low;
    private long high;

    /** Marks {@code size} bytes at a host address for exclusive access, with the value that was loaded. */
    public void mark(long hostAddress, int bytes, long lowValue, long highValue) {
        address = hostAddress;
        size = bytes;
        low = lowValue;
        high = highValue;
    }

    /** Whether the monitor holds this very location. */
    public boolean holds(long hostAddress, int bytes) {
        return address == hostAddress && size == bytes;
    }

    /** Bits 63:0 of what was loaded. */
    public long low() {
        return low;
    }

    /** Bits 127:64 of what was loaded by a 16-byte pair. */
    public long high() {
        return high;
    }

    /** CLREX, and the end of every store-exclusive and exception return. */
    public void clear() {
        address = OPEN;
    }
}
