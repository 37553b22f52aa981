// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.timer;

import dev.jvmm.softcpu.cpu.TimerInterface;

/** The EL1 physical and virtual timer of one vCPU. */
final class CpuTimers implements TimerInterface {
    private final GenericTimers owner;
    private final Comparator physical;
    private final Comparator virtual;

    CpuTimers(GenericTimers owner, GenericTimers.Lines lines) {
        this.owner = owner;
        physical = new Comparator(owner, lines.physical());
        virtual = new Comparator(owner, lines.virtual());
    }

    private Comparator timer(boolean isVirtual) {
        return isVirtual ? virtual : physical;
    }

    @Override
    public long frequency() {
        return GenericTimers.FREQUENCY;
    }

    @Override
    public long physicalCount() {
        return owner.count();
    }

    @Override
    public long virtualCount() {
        return owner.count();
    }

    @Override
    public long control(boolean isVirtual) {
        return timer(isVirtual).control();
    }

    @Override
    public void setControl(boolean isVirtual, long value) {
        timer(isVirtual).setControl(value);
    }

    @Override
    public long compareValue(boolean isVirtual) {
        return timer(isVirtual).compareValue();
    }

    @Override
    public void setCompareValue(boolean isVirtual, long value) {
        timer(isVirtual).setCompareValue(value);
    }

    void reset() {
        physical.reset();
        virtual.reset();
    }

    /** Raises the lines of expired timers; returns the next deadline. */
    long expire(long now) {
        return Math.min(physical.expire(now), virtual.expire(now));
    }

    long deadline() {
        return Math.min(physical.deadline(), virtual.deadline());
    }
}
