// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.memory;

/**
 * Atomic access to 16 bytes (LDXP, STXP, CASP of 64-bit registers), which no Java host offers. Such accesses exclude one
 * another by a striped lock; the write starts with a compare-and-set of the low half, so that a 64-bit atomic of another
 * vCPU on that half is never lost. A concurrent plain 64-bit store to the high half alone is the one thing not excluded.
 */
public final class PairAccess {
    private static final Object[] STRIPES = new Object[64];

    static {
        for (int i = 0; i < STRIPES.length; i++) {
            STRIPES[i] = new Object();
        }
    }

    private PairAccess() {}

    private static Object stripe(long address) {
        return STRIPES[(int) (address >>> 4) & STRIPES.length - 1];
    }

    /** Loads 16 bytes into {@code target[0]} (low) and {@code target[1]}; {@code address} is a multiple of 16. */
    public static void load(long address, long[] target) {
        synchronized (stripe(address)) {
            target[0] = HostAccess.getVolatile(address, 8);
            target[1] = HostAccess.getVolatile(address + 8, 8);
        }
    }

    /** Stores 16 bytes if they are as expected; {@code address} is a multiple of 16. */
    public static boolean compareAndSet(long address, long expectedLow, long expectedHigh, long low, long high) {
        synchronized (stripe(address)) {
            if (HostAccess.getVolatile(address + 8, 8) != expectedHigh
                    || !HostAccess.compareAndSet(address, 8, expectedLow, low)) {
                return false;
            }
            HostAccess.putLong(address + 8, high);
            return true;
        }
    }
}
