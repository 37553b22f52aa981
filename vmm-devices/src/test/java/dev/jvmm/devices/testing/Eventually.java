// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.testing;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread does. The limit only ends tests that hang: it says nothing on how fast it has to be. */
public final class Eventually {
    private static final long LIMIT_MILLIS = 60_000;
    private static final long PAUSE_NANOS = 20_000;

    private Eventually() {}

    public static void await(String what, BooleanSupplier condition) {
        long start = System.currentTimeMillis();
        while (!condition.getAsBoolean()) {
            if (System.currentTimeMillis() - start > LIMIT_MILLIS) {
                throw new AssertionError("gave up waiting: " + what);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
