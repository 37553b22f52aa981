// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.timer;

import dev.jvmm.core.irq.IrqLine;

/**
 * One timer: a compare value and what follows from it (Arm ARM D11.2.4). Programmed by its vCPU, expired by the timer
 * thread; both under the monitor of this object, which is taken before that of the interrupt controller.
 */
final class Comparator {
    private static final long ENABLE = 1;
    private static final long IMASK = 1 << 1;
    private static final long ISTATUS = 1 << 2;

    private final GenericTimers owner;
    private final IrqLine line;

    private long control;
    private long compare;
    /**
     * The count at which the line is to rise, or {@link GenericTimers#NEVER}. Written under the monitor, read without by the
     * timer thread, which looks again before it sleeps.
     */
    private volatile long deadline = GenericTimers.NEVER;

    Comparator(GenericTimers owner, IrqLine line) {
        this.owner = owner;
        this.line = line;
    }

    synchronized long control() {
        return control | ((control & ENABLE) != 0 && reached(owner.count()) ? ISTATUS : 0);
    }

    void setControl(long value) {
        synchronized (this) {
            control = value & (ENABLE | IMASK);
            update();
        }
        owner.deadlineSet(deadline);
    }

    synchronized long compareValue() {
        return compare;
    }

    void setCompareValue(long value) {
        synchronized (this) {
            compare = value;
            update();
        }
        owner.deadlineSet(deadline);
    }

    synchronized void reset() {
        control = 0;
        compare = 0;
        update();
    }

    long deadline() {
        return deadline;
    }

    /** Raises the line if it is time; returns the deadline that remains. */
    long expire(long now) {
        if (deadline > now) {
            return deadline;
        }
        synchronized (this) {
            update();
            return deadline;
        }
    }

    /** The comparison is of unsigned values: a compare value in the far future never counts as past. */
    private boolean reached(long now) {
        return Long.compareUnsigned(now, compare) >= 0;
    }

    /** The one place that decides about the line. */
    private void update() {
        if ((control & (ENABLE | IMASK)) != ENABLE) {
            setDeadline(GenericTimers.NEVER);
            line.set(false);
            return;
        }
        if (reached(owner.count())) {
            setDeadline(GenericTimers.NEVER);
            line.set(true);
            return;
        }
        line.set(false);
        // What has the top bit set is thousands of years away.
        setDeadline(compare < 0 ? GenericTimers.NEVER : compare);
    }

    private void setDeadline(long value) {
        if (deadline != value) {
            deadline = value;
        }
    }
}
