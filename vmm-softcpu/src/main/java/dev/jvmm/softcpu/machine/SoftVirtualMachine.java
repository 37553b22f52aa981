// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.machine;

import dev.jvmm.core.bus.Bus;
import dev.jvmm.core.cpu.GuestEventListener;
import dev.jvmm.core.cpu.MachineSpec;
import dev.jvmm.core.cpu.VirtualMachine;
import dev.jvmm.core.irq.IrqLine;
import dev.jvmm.core.irq.MsiTarget;
import dev.jvmm.softcpu.code.CodeCache;
import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.cpu.CurrentCpu;
import dev.jvmm.softcpu.cpu.Requests;
import dev.jvmm.softcpu.gic.SoftGic;
import dev.jvmm.softcpu.machine.Vcpu.Power;
import dev.jvmm.softcpu.memory.PhysicalMemory;
import dev.jvmm.softcpu.timer.GenericTimers;
import dev.jvmm.softcpu.translate.TranslationOptions;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A machine of software CPUs. Control methods follow the contract of {@link VirtualMachine}. */
final class SoftVirtualMachine implements VirtualMachine {
    private final PhysicalMemory memory;
    private final CodeCache codeCache;
    private final SoftGic gic;
    private final GenericTimers timers;
    private final MachineMaintenance maintenance;
    private final VcpuGate gate;
    private final List<Vcpu> vcpus;
    private final Arena arena;

    private long entry;
    private long argument;
    private boolean started;
    private boolean closed;

    private final SoftMachineParts parts;

    SoftVirtualMachine(
            MachineSpec spec, Bus bus, GuestEventListener listener, @Nullable TranslationOptions translation) {
        parts = new SoftMachineParts(spec, bus, listener, translation);
        this.memory = parts.memory;
        this.codeCache = parts.codeCache;
        this.gic = parts.gic;
        this.timers = parts.timers;
        this.maintenance = parts.maintenance;
        this.gate = parts.gate;
        this.arena = parts.arena;
        this.vcpus = parts.vcpus();
        bus.add(gic.regions());
        resetVcpus();
    }

    @Override
    public void map(long gpa, MemorySegment segment, Access access) {
        memory.map(gpa, segment, access == Access.READ_WRITE_EXECUTE);
        dropTranslations();
    }

    @Override
    public void unmap(long gpa) {
        memory.unmap(gpa);
        dropTranslations();
    }

    /**
     * Makes every vCPU look at the new memory map. The calling vCPU does so now, since its next instruction may depend on
     * it; the others at their next block. Nobody is waited for: the caller may hold a device's lock that they want.
     */
    private void dropTranslations() {
        Cpu caller = CurrentCpu.get();
        for (Vcpu vcpu : vcpus) {
            if (vcpu.cpu == caller) {
                caller.mmu.clear();
            } else {
                maintenance.mailbox(vcpu.cpu).postEverything();
            }
        }
    }

    @Override
    public IrqLine spi(int spi) {
        return gic.spi(spi);
    }

    @Override
    public @Nullable MsiTarget msi() {
        return null;
    }

    @Override
    public void setEntry(long pc, long x0) {
        entry = pc;
        argument = x0;
        applyEntry();
    }

    private void applyEntry() {
        Cpu first = vcpus.getFirst().cpu;
        first.pc = entry;
        first.x[0] = argument;
    }

    @Override
    public void start() {
        if (started) {
            throw new IllegalStateException("started twice");
        }
        started = true;
        vcpus.forEach(Vcpu::startThread);
        resume();
    }

    @Override
    public void pause() {
        synchronized (gate) {
            gate.setPaused(true);
            vcpus.forEach(vcpu -> vcpu.cpu.request(Requests.LEAVE));
            while (vcpus.stream().anyMatch(Vcpu::running)) {
                gate.await();
            }
        }
        timers.stop();
    }

    @Override
    public void resume() {
        timers.start();
        gate.setPaused(false);
    }

    @Override
    public void reset() {
        gic.reset();
        timers.reset();
        codeCache.invalidateAll();
        resetVcpus();
        applyEntry();
    }

    private void resetVcpus() {
        synchronized (gate) {
            for (Vcpu vcpu : vcpus) {
                vcpu.cpu.reset();
                vcpu.setPower(vcpu.cpu.number == 0 ? Power.ON : Power.OFF);
            }
        }
    }

    @Override
    public String dumpState() {
        StringBuilder text = new StringBuilder();
        for (Vcpu vcpu : vcpus) {
            text.append("vCPU ")
                    .append(vcpu.cpu.number)
                    .append(": ")
                    .append(vcpu.interpreter.interpretedInstructions());
            text.append(" instructions interpreted\n").append(RegisterDump.of(vcpu.cpu));
        }
        return text.toString();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        gate.close();
        vcpus.forEach(vcpu -> vcpu.cpu.request(Requests.LEAVE));
        if (started) {
            vcpus.forEach(Vcpu::join);
        }
        timers.close();
        parts.close();
        arena.close();
    }

    @Override
    public Map<String, Long> counters() {
        Map<String, Long> counters = new LinkedHashMap<>();
        long interpreted = sum(vcpu -> vcpu.interpreter.interpretedInstructions());
        if (parts.translator() == null || TranslationOptions.COUNT) {
            counters.put("instructions", interpreted + sum(vcpu -> vcpu.cpu.translatedInstructions));
        }
        counters.put("interpreted instructions", interpreted);
        if (parts.translator() != null) {
            counters.put("region entries", sum(vcpu -> vcpu.interpreter.regionEntries()));
            counters.put("nests of regions", sum(vcpu -> vcpu.interpreter.nests()));
            counters.put("slow accesses of regions", sum(vcpu -> vcpu.cpu.mmu.slowAccesses()));
            counters.putAll(parts.translator().counters());
        }
        counters.put("code invalidations", codeCache.generation());
        return counters;
    }

    private long sum(ToLongFunction<Vcpu> count) {
        return vcpus.stream().mapToLong(count).sum();
    }
}
