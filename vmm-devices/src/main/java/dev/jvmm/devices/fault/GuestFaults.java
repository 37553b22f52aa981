// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.fault;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what a guest does wrong to one device and logs some of it: a burst of {@value #BURST} lines, then at most one
 * line every {@value #PERIOD_SECONDS} seconds, so that no guest fills the host's log. Safe from any thread.
 */
public final class GuestFaults {
    private static final int BURST = 5;
    private static final int PERIOD_SECONDS = 10;
    private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(PERIOD_SECONDS);

    private final Logger log;
    private final String device;
    private final LongAdder count = new LongAdder();
    private final AtomicLong logged = new AtomicLong();
    // System.nanoTime from which the next line past the burst is allowed; moved by compare-and-set.
    private final AtomicLong nextLine = new AtomicLong(System.nanoTime());

    /**
     * @param logger the class of the device, whose logger is used
     * @param device how log lines name the device
     */
    public GuestFaults(Class<?> logger, String device) {
        log = LoggerFactory.getLogger(logger);
        this.device = device;
    }

    /** One more mistake; {@code what} says which, for the log. */
    public void report(String what) {
        count.increment();
        if (mayLog()) {
            log.warn("{}: {} (number {})", device, what, count.sum());
        }
    }

    /** How many mistakes there were. */
    public long count() {
        return count.sum();
    }

    private boolean mayLog() {
        if (logged.get() < BURST && logged.incrementAndGet() <= BURST) {
            return true;
        }
        long now = System.nanoTime();
        long allowedFrom = nextLine.get();
        return now - allowedFrom >= 0 && nextLine.compareAndSet(allowedFrom, now + PERIOD_NANOS);
    }
}
