// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.testing;

import dev.jvmm.core.clock.VmClock;
import dev.jvmm.devices.timer.DeviceTimer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Time that passes when the test says so: a clock and a timer on it. For one thread. */
public final class ManualTime implements VmClock, DeviceTimer {
    private record Entry(Instant due, Runnable action) {}

    private final List<Entry> entries = new ArrayList<>();
    private Instant now;
    private Duration steps = Duration.ZERO;

    public ManualTime(Instant start) {
        now = start;
    }

    /** Lets time pass, running what falls due in order. */
    public void advance(Duration duration) {
        Instant end = now.plus(duration);
        while (true) {
            Entry next = entries.stream().min(Comparator.comparing(Entry::due)).orElse(null);
            if (next == null || next.due.isAfter(end)) {
                break;
            }
            entries.remove(next);
            now = next.due;
            next.action.run();
        }
        now = end;
    }

    /** Steps the wall clock without time passing, as an administrator setting the host's clock does. */
    public void stepWallClock(Duration step) {
        steps = steps.plus(step);
    }

    /** How many actions wait for their time. */
    public int pending() {
        return entries.size();
    }

    @Override
    public long nanos() {
        return Duration.between(Instant.EPOCH, now).toNanos();
    }

    @Override
    public Instant wallTime() {
        return now.plus(steps);
    }

    @Override
    public Scheduled after(Duration delay, Runnable action) {
        Entry entry = new Entry(now.plus(delay), action);
        entries.add(entry);
        return () -> entries.remove(entry);
    }
}
