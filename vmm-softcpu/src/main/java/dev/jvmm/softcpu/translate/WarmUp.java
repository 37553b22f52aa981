// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import dev.jvmm.softcpu.code.Region;
import dev.jvmm.softcpu.cpu.Cpu;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A region that waits for HotSpot. HotSpot's interpreter executes it several times slower than ours executes the guest's
 * code, so it is called without a vCPU, which does nothing, as often as it takes to be compiled, and then now and again until
 * such calls have become much faster than at first: there is no other way to know that a method is compiled.
 *
 * <p>A region that HotSpot declines to compile, because it is too large or the code cache is full, never gets there: it is given
 * up, and made again when its code goes on being hot.
 */
final class WarmUp {
    /** Calls whose time is taken together: four times as many make HotSpot compile (Tier3InvocationThreshold is 200). */
    private static final int CALLS = 64;

    private static final int FIRST_LOOKS = 4;

    /** So many calls of that many regions make C2 compile them (the launcher's Tier4BackEdgeThreshold is 200,000). */
    private static final int PREPARATIONS = 1500;

    /** An interpreted call takes some five times what a compiled one does, and three times when {@link #time} is interpreted. */
    private static final int SPEED_UP = 2;

    private static final long FIRST_INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long LAST_INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** What is to be done with a region. */
    enum State {
        WAITING,
        COMPILED,
        DECLINED
    }

    private final Region region;
    private final long slow;
    private final long started;
    private long interval = FIRST_INTERVAL_NANOS;
    private long nextLook;

    WarmUp(Region region) {
        this.region = region;
        // Not the last of them: it may be compiled by then.
        long shortest = Long.MAX_VALUE;
        for (int i = 1; i < FIRST_LOOKS; i++) {
            shortest = Math.min(shortest, time());
        }
        this.slow = shortest;
        long unused = time();
        this.started = System.nanoTime();
        this.nextLook = started + interval;
    }

    /** When to look next, of {@link System#nanoTime}. */
    long nextLook() {
        return nextLook;
    }

    /** Looks whether the region is compiled. */
    State look() {
        // More than once: the first calls after a while wait for the host's caches, whether they are compiled or not.
        for (int i = 0; i < FIRST_LOOKS; i++) {
            if (time() * SPEED_UP < slow) {
                return State.COMPILED;
            }
        }
        long now = System.nanoTime();
        if (now - started > PATIENCE_NANOS) {
            return State.DECLINED;
        }
        interval = Math.min(2 * interval, LAST_INTERVAL_NANOS);
        nextLook = now + interval;
        return State.WAITING;
    }

    /**
     * Makes HotSpot compile the loop that takes the times, as one that calls many methods: with one alone it would be compiled for
     * that, and again when the first region comes. Some 10 ms.
     */
    static void prepare() {
        Region first = new Region() {
            @Override
            public int run(Cpu cpu) {
                return CLOSED;
            }
        };
        Region second = new Region() {
            @Override
            public int run(Cpu cpu) {
                return CLOSED;
            }
        };
        Region third = new Region() {
            @Override
            public int run(Cpu cpu) {
                return CLOSED;
            }
        };
        for (int i = 0; i < PREPARATIONS; i++) {
            for (Region region : List.of(first, second, third)) {
                long unused = time(region);
            }
        }
    }

    private long time() {
        return time(region);
    }

    @SuppressWarnings("NullAway") // the region's gate is for calls without a vCPU
    private static long time(Region region) {
        long before = System.nanoTime();
        for (int i = 0; i < CALLS; i++) {
            if (region.run(null) != Region.CLOSED) {
                throw new IllegalStateException("a region without gate");
            }
        }
        return System.nanoTime() - before;
    }
}
