// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.core.clock;

import java.time.Clock;
import java.time.Instant;

/** The time a VM lives in. Safe from any thread. */
public interface VmClock {
    /** Monotonic nanoseconds from an arbitrary start. */
    long nanos();

    /** Wall-clock time, as a real-time clock chip shows it. */
    Instant wallTime();

    /** The host's time. */
    static VmClock host() {
        return new VmClock() {
            private final Clock wall = Clock.systemUTC();

            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public Instant wallTime() {
                return wall.instant();
            }
        };
    }
}
