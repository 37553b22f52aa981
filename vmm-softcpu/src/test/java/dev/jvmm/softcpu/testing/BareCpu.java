// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.testing;

import dev.jvmm.core.clock.VmClock;
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
import dev.jvmm.softcpu.mmu.Tlb;
import dev.jvmm.softcpu.mmu.Tlbs;
import dev.jvmm.softcpu.state.CpuState;
import dev.jvmm.softcpu.system.ArmExceptionModel;
import dev.jvmm.softcpu.timer.GenericTimers;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** vCPUs that execute nothing: registers, requests and nothing behind the rest. */
public final class BareCpu implements CpuParts {
    private BareCpu() {}

    /** vCPUs 0 to {@code count - 1}. */
    public static List<Cpu> several(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Cpu(number, new BareCpu()))
                .toList();
    }

    public static Cpu one() {
        return several(1).getFirst();
    }

    private static IllegalStateException unused() {
        return new IllegalStateException("a bare vCPU was asked to execute something");
    }

    @Override
    public Mmu mmu(CpuState state, GuestException exception) {
        return new Mmu(new Tlbs(Arena.ofAuto()), new NoMemory(), new NoFetchTranslations());
    }

    @Override
    public ExceptionModel exceptions() {
        return new ArmExceptionModel();
    }

    @Override
    public Maintenance maintenance() {
        return new NoMaintenance();
    }

    @Override
    public FirmwareInterface firmware() {
        return cpu -> {
            throw unused();
        };
    }

    @Override
    public DebugInterface debug(Cpu cpu) {
        return new NoDebug();
    }

    @Override
    public TimerInterface timer(Cpu cpu) {
        return new GenericTimers(VmClock.host(), List.of(new GenericTimers.Lines(level -> {}, level -> {}))).of(0);
    }

    @Override
    public @Nullable InterruptInterface interrupts(Cpu cpu) {
        return null;
    }

    private static final class NoMemory implements SlowPath {
        @Override
        public long load(int regime, long va, int size) {
            throw unused();
        }

        @Override
        public void store(int regime, long va, int size, long value) {
            throw unused();
        }

        @Override
        public void alignmentFault(long va, boolean write) {
            throw unused();
        }

        @Override
        public long atomicAddress(int regime, long va, int size, boolean write) {
            throw unused();
        }

        @Override
        public long zeroAddress(int regime, long va, int bytes) {
            throw unused();
        }

        @Override
        public long fetchAddress(int regime, long va) {
            throw unused();
        }

        @Override
        public boolean fetchedNonGlobal() {
            return false;
        }

        @Override
        public int fetchedShift() {
            return Tlb.PAGE_SHIFT;
        }

        @Override
        public long maintenanceAddress(int regime, long va, boolean write) {
            throw unused();
        }

        @Override
        public long translationResult(int regime, long va, boolean write) {
            throw unused();
        }
    }

    private static final class NoMaintenance implements Maintenance {
        @Override
        public void invalidateAll(Cpu from) {
            throw unused();
        }

        @Override
        public void invalidate(Cpu from, long va) {
            throw unused();
        }

        @Override
        public void complete(Cpu from) {
            throw unused();
        }

        @Override
        public void sendEvent() {
            throw unused();
        }

        @Override
        public void invalidateInstructions() {
            throw unused();
        }

        @Override
        public void invalidateInstructions(long gpa) {
            throw unused();
        }
    }

    private static final class NoDebug implements DebugInterface {
        @Override
        public void reset() {
            throw unused();
        }

        @Override
        public boolean returnStarts(int targetEl, boolean debugMasked) {
            throw unused();
        }

        @Override
        public void update() {
            throw unused();
        }

        @Override
        public void beforeFetch() {
            throw unused();
        }

        @Override
        public void beforeInstruction() {
            throw unused();
        }

        @Override
        public void afterInstruction(boolean loadExclusive) {
            throw unused();
        }
    }
}
