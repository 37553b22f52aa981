// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.gic;

import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.cpu.Requests;
import org.jspecify.annotations.Nullable;

/**
 * What a CPU interface does, however its registers are reached: masking, preemption, acknowledgement, priority drop (Arm IHI
 * 0069 section 4.8, IHI 0048 section 3.3). Guarded by the monitor of its {@link Interrupts}.
 */
final class CpuInterface {
    /** Smallest binary points with five bits of priority. */
    static final int MIN_BPR0 = 2;

    static final int MIN_BPR1 = 3;
    private static final int IDLE_PRIORITY = 0xFF;
    /** What {@link #acknowledge} was asked for. */
    static final int GROUP0 = 1;

    static final int GROUP1 = 2;

    final int number;
    private final Interrupts interrupts;
    private @Nullable Cpu cpu;

    int priorityMask;
    int bpr0;
    int bpr1;
    /** Active priorities: bit {@code n} stands for group priority {@code 8 * n}. */
    int ap0;

    int ap1;
    boolean enable0;
    boolean enable1;
    /** EOIR drops the priority only, DIR deactivates. */
    boolean eoiMode;
    /** BPR0 serves both groups. */
    boolean commonBinaryPoint;
    /** Group 0 is signalled as FIQ. */
    boolean fiqEnabled;

    /** The highest-priority pending interrupt, as {@link Interrupts#select} returns it. */
    private int best = Interrupts.NONE;
    /** The request bits last given to the vCPU. */
    private int signalled;

    CpuInterface(Interrupts interrupts, int number) {
        this.interrupts = interrupts;
        this.number = number;
    }

    void connect(Cpu to) {
        cpu = to;
        signalled = 0;
        update();
    }

    /** The connected vCPU, for what only it can raise. */
    Cpu cpu() {
        if (cpu == null) {
            throw new IllegalStateException("the interrupt controller is not connected to vCPU " + number);
        }
        return cpu;
    }

    void reset() {
        priorityMask = 0;
        bpr0 = MIN_BPR0;
        bpr1 = MIN_BPR1;
        ap0 = 0;
        ap1 = 0;
        enable0 = false;
        enable1 = false;
        eoiMode = false;
        commonBinaryPoint = false;
        fiqEnabled = false;
    }

    /** Recomputes the highest-priority pending interrupt and the outputs. */
    void update() {
        best = interrupts.select(number, enable0, enable1);
        int wanted = 0;
        if (best != Interrupts.NONE && preempts(best)) {
            wanted = fiqEnabled && !interrupts.isGroup1(number, intid(best)) ? Requests.FIQ : Requests.IRQ;
        }
        if (wanted == signalled || cpu == null) {
            return;
        }
        int gone = signalled & ~wanted;
        int come = wanted & ~signalled;
        signalled = wanted;
        if (gone != 0) {
            cpu.withdraw(gone);
        }
        if (come != 0) {
            cpu.request(come);
        }
    }

    private static int intid(int key) {
        return key & 0x3FF;
    }

    private static int priority(int key) {
        return key >> 10;
    }

    /** Whether the interrupt may be signalled: above the mask, and of a higher group priority than the running one. */
    private boolean preempts(int key) {
        int priority = priority(key);
        if (priority >= priorityMask) {
            return false;
        }
        return groupPriority(priority, interrupts.isGroup1(number, intid(key))) < runningPriority();
    }

    private int groupPriority(int priority, boolean group1) {
        // BPR1 counts one higher than BPR0: 3 here is as 2 there.
        int point = group1 && !commonBinaryPoint ? bpr1 - 1 : bpr0;
        return priority & ~0 << point + 1;
    }

    /** The group priority of the highest-priority active interrupt; 0xFF when none is. */
    int runningPriority() {
        int all = ap0 | ap1;
        return all == 0 ? IDLE_PRIORITY : Integer.numberOfTrailingZeros(all) << 3;
    }

    /** HPPIR: the highest-priority pending interrupt if it is of the groups asked for, else 1023. */
    int highestPending(int groups) {
        return best == Interrupts.NONE || (groupOf(best) & groups) == 0 ? Interrupts.SPURIOUS : intid(best);
    }

    /** The group of the highest-priority pending interrupt, 0 for none. */
    int pendingGroup() {
        return best == Interrupts.NONE ? 0 : groupOf(best);
    }

    /** Whether an acknowledgement of any group would now return an interrupt. */
    boolean signals() {
        return best != Interrupts.NONE && preempts(best);
    }

    private int groupOf(int key) {
        return interrupts.isGroup1(number, intid(key)) ? GROUP1 : GROUP0;
    }

    /**
     * IAR: takes the interrupt that is signalled.
     *
     * @return its INTID, with the sender of a GICv2's SGI in bits 12:10; 1023 when there is none of the groups asked for
     */
    int acknowledge(int groups) {
        int taken = best;
        if (!signals() || (groupOf(taken) & groups) == 0) {
            return Interrupts.SPURIOUS;
        }
        int intid = intid(taken);
        boolean group1 = groupOf(taken) == GROUP1;
        int level = 1 << (groupPriority(priority(taken), group1) >> 3);
        if (group1) {
            ap1 |= level;
        } else {
            ap0 |= level;
        }
        int source = interrupts.activate(number, intid);
        // The priorities of this interface changed as well, whatever the interrupt's targets are now.
        interrupts.update(number, intid);
        update();
        return source << 10 | intid;
    }

    /** EOIR: drops the running priority if it is of one of these groups, and deactivates unless DIR is to do that. */
    void end(int intid, int groups) {
        if (!interrupts.exists(intid)) {
            return;
        }
        int highest = Integer.lowestOneBit(ap0 | ap1);
        int group = (ap0 & highest) != 0 ? GROUP0 : GROUP1;
        if (highest == 0 || (group & groups) == 0) {
            return;
        }
        if (group == GROUP0) {
            ap0 &= ~highest;
        } else {
            ap1 &= ~highest;
        }
        if (!eoiMode) {
            interrupts.deactivate(number, intid);
        }
        update();
    }

    /** DIR. Without the split that EOImode makes, it does nothing. */
    void deactivate(int intid) {
        if (eoiMode && interrupts.exists(intid)) {
            interrupts.deactivate(number, intid);
        }
    }

    /** BPR1 as it reads: with a common binary point, what is equivalent to BPR0. */
    int readBpr1() {
        return commonBinaryPoint ? Math.min(bpr0 + 1, 7) : bpr1;
    }

    void writeBpr0(int value) {
        bpr0 = Math.max(value & 7, MIN_BPR0);
        update();
    }

    void writeBpr1(int value) {
        if (!commonBinaryPoint) {
            bpr1 = Math.max(value & 7, MIN_BPR1);
            update();
        }
    }
}
