// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.timer;

import dev.jvmm.core.clock.VmClock;
import dev.jvmm.core.irq.IrqLine;
import dev.jvmm.softcpu.cpu.TimerInterface;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The Generic Timers of all vCPUs and the counter that they share (Arm ARM D11.2). The counter runs at 62.5 MHz, starts at 0,
 * and moves between {@link #start} and {@link #stop} only; the virtual counter has no offset from the physical one.
 *
 * <p>One daemon thread raises the lines of timers that expire. A vCPU that programs a timer wakes it only for a deadline
 * sooner than the one it waits for.
 */
public final class GenericTimers implements AutoCloseable {
    /** CNTFRQ_EL0: one count is 16 ns. */
    public static final long FREQUENCY = 62_500_000;

    private static final int NANOS_SHIFT = 4;
    /** {@link #waitingFor} of a thread that waits for no deadline. */
    static final long NEVER = Long.MAX_VALUE;
    /** Longest wait, in counts: so that the conversion to nanoseconds cannot overflow. */
    private static final long LONGEST_WAIT = 1L << 40;

    /** The lines of one vCPU's timers to the interrupt controller. */
    public record Lines(IrqLine physical, IrqLine virtual) {}

    /**
     * How the counter follows from the clock.
     *
     * @param running whether it moves
     * @param origin running: the clock's nanoseconds at count 0; else the nanoseconds that were counted
     */
    private record Epoch(boolean running, long origin) {}

    private final VmClock clock;
    private final List<CpuTimers> timers;

    // Written under the monitor of this; read by vCPUs and the timer thread without, one volatile read.
    private volatile Epoch epoch = new Epoch(false, 0);
    /**
     * The count that the timer thread waits for. It stores this, then looks at all deadlines again; a vCPU stores its
     * deadline, then looks at this: sequentially consistent accesses, so one of the two sees the other.
     */
    private volatile long waitingFor = NEVER;
    // Guarded by the monitor of this for writing.
    private volatile @Nullable Thread thread;
    private volatile boolean closed;

    /** Timers for as many vCPUs as there are pairs of lines; the counter stands still until {@link #start}. */
    public GenericTimers(VmClock clock, List<Lines> lines) {
        this.clock = clock;
        timers = IntStream.range(0, lines.size())
                .mapToObj(cpu -> new CpuTimers(this, lines.get(cpu)))
                .toList();
    }

    /** The timers of a vCPU. */
    public TimerInterface of(int cpu) {
        return timers.get(cpu);
    }

    /** The counter, both physical and virtual. From any thread. */
    public long count() {
        Epoch now = epoch;
        long nanos = now.running ? clock.nanos() - now.origin : now.origin;
        return Math.max(nanos, 0) >>> NANOS_SHIFT;
    }

    /** Lets the counter move on from where it stands. */
    public synchronized void start() {
        resumeCounting();
        if (thread == null && !closed) {
            Thread created = new Thread(this::expireForever, "generic-timer");
            created.setDaemon(true);
            thread = created;
            created.start();
        }
        LockSupport.unpark(thread);
    }

    /** As {@link #start}, for a caller that calls {@link #expire} itself. */
    synchronized void resumeCounting() {
        Epoch now = epoch;
        if (!now.running) {
            epoch = new Epoch(true, clock.nanos() - now.origin);
        }
    }

    /** Stops the counter: no timer expires until the next {@link #start}. */
    public synchronized void stop() {
        Epoch now = epoch;
        if (now.running) {
            epoch = new Epoch(false, clock.nanos() - now.origin);
        }
    }

    /** Ends the timer thread; for good. */
    @Override
    public synchronized void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    /** Counter to 0 and timers off. Whether the counter moves stays as it is. */
    public synchronized void reset() {
        epoch = epoch.running ? new Epoch(true, clock.nanos()) : new Epoch(false, 0);
        for (CpuTimers each : timers) {
            each.reset();
        }
    }

    /** Called by a vCPU that has set a deadline; a count. */
    void deadlineSet(long deadline) {
        if (deadline < waitingFor) {
            LockSupport.unpark(thread);
        }
    }

    /**
     * Raises the lines of the timers that have expired.
     *
     * @return the next deadline, a count; {@link #NEVER} for none
     */
    long expire() {
        long now = count();
        long next = NEVER;
        for (CpuTimers each : timers) {
            next = Math.min(next, each.expire(now));
        }
        return next;
    }

    private void expireForever() {
        while (!closed) {
            long next = expire();
            waitingFor = next;
            if (earliest() < next) {
                continue;
            }
            if (next == NEVER || !epoch.running) {
                LockSupport.park(this);
                continue;
            }
            long wait = next - count();
            if (wait > 0) {
                LockSupport.parkNanos(this, Math.min(wait, LONGEST_WAIT) << NANOS_SHIFT);
            }
        }
    }

    private long earliest() {
        long next = NEVER;
        for (CpuTimers each : timers) {
            next = Math.min(next, each.deadline());
        }
        return next;
    }
}
