// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.differential;

import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.cpu.CpuParts;
import dev.jvmm.softcpu.cpu.DebugInterface;
import dev.jvmm.softcpu.cpu.ExceptionModel;
import dev.jvmm.softcpu.cpu.FirmwareInterface;
import dev.jvmm.softcpu.cpu.InterruptInterface;
import dev.jvmm.softcpu.cpu.Maintenance;
import dev.jvmm.softcpu.cpu.TimerInterface;
import dev.jvmm.softcpu.exception.GuestException;
import dev.jvmm.softcpu.mmu.Mmu;
import dev.jvmm.softcpu.mmu.SlowPath;
import dev.jvmm.softcpu.mmu.Tlbs;
import dev.jvmm.softcpu.state.CpuState;
import dev.jvmm.softcpu.testing.NoFetchTranslations;
import org.jspecify.annotations.Nullable;

/** A vCPU with nothing around it but memory: user-mode instructions need no more, and using more is the test's mistake. */
record BareParts(SlowPath memory, Tlbs tlbs, ExceptionModel exceptions)
        implements CpuParts, Maintenance, FirmwareInterface, DebugInterface, TimerInterface {
    /** Exceptions that are not expected. */
    static class NoExceptions implements ExceptionModel {
        @Override
        public void takeSynchronous(Cpu cpu, GuestException exception, long returnAddress) {
            throw absent();
        }

        @Override
        public void takeIrq(Cpu cpu) {
            throw absent();
        }

        @Override
        public void takeFiq(Cpu cpu) {
            throw absent();
        }

        @Override
        public void exceptionReturn(Cpu cpu) {
            throw absent();
        }
    }

    private static IllegalStateException absent() {
        return new IllegalStateException("the vCPU under test has only memory");
    }

    @Override
    public Mmu mmu(CpuState state, GuestException exception) {
        return new Mmu(tlbs, memory, new NoFetchTranslations());
    }

    @Override
    public Maintenance maintenance() {
        return this;
    }

    @Override
    public FirmwareInterface firmware() {
        return this;
    }

    @Override
    public DebugInterface debug(Cpu cpu) {
        return this;
    }

    @Override
    public TimerInterface timer(Cpu cpu) {
        return this;
    }

    @Override
    public @Nullable InterruptInterface interrupts(Cpu cpu) {
        return null;
    }

    @Override
    public void invalidateAll(Cpu from) {
        throw absent();
    }

    @Override
    public void invalidate(Cpu from, long va) {
        throw absent();
    }

    @Override
    public void complete(Cpu from) {
        throw absent();
    }

    @Override
    public void sendEvent() {
        throw absent();
    }

    @Override
    public void invalidateInstructions() {
        throw absent();
    }

    @Override
    public void invalidateInstructions(long gpa) {
        throw absent();
    }

    @Override
    public void call(Cpu cpu) {
        throw absent();
    }

    @Override
    public boolean returnStarts(int targetEl, boolean debugMasked) {
        return false;
    }

    @Override
    public void update() {
        // No debug state follows the context here.
    }

    @Override
    public void reset() {
        throw absent();
    }

    @Override
    public void beforeFetch() {
        throw absent();
    }

    @Override
    public void beforeInstruction() {
        throw absent();
    }

    @Override
    public void afterInstruction(boolean loadExclusive) {
        throw absent();
    }

    @Override
    public long frequency() {
        throw absent();
    }

    @Override
    public long physicalCount() {
        throw absent();
    }

    @Override
    public long virtualCount() {
        throw absent();
    }

    @Override
    public long control(boolean virtual) {
        throw absent();
    }

    @Override
    public void setControl(boolean virtual, long value) {
        throw absent();
    }

    @Override
    public long compareValue(boolean virtual) {
        throw absent();
    }

    @Override
    public void setCompareValue(boolean virtual, long value) {
        throw absent();
    }
}
