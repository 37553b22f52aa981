// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.timer;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Calls a device back later. The delay is host time and a lower bound: whoever cares what time the VM has asks its
 * clock when called. Safe from any thread.
 */
@FunctionalInterface
public interface DeviceTimer {
    /** What was scheduled. */
    @FunctionalInterface
    interface Scheduled {
        /** Keeps the action from running if it has not begun; safe at any time. */
        void cancel();
    }

    /** Runs {@code action}, which must be short, once after {@code delay} on a thread of the timer. */
    Scheduled after(Duration delay, Runnable action);

    /** A timer on the host's monotonic clock; all VMs of a process share its one daemon thread. */
    static DeviceTimer host() {
        return HostTimer.INSTANCE;
    }

    /** The process-wide timer thread, started on first use. */
    final class HostTimer implements DeviceTimer {
        private static final HostTimer INSTANCE = new HostTimer();

        private final ScheduledThreadPoolExecutor executor;

        private HostTimer() {
            executor = new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().daemon().name("jvmm-device-timer").factory());
            executor.setRemoveOnCancelPolicy(true);
        }

        @Override
        public Scheduled after(Duration delay, Runnable action) {
            Future<?> future = executor.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> future.cancel(false);
        }
    }
}
