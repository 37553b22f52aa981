// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm.arm64;

import static dev.jvmm.kvm.abi.Arm64Constants.KVM_ARM_IRQ_TYPE_SHIFT;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_ARM_IRQ_TYPE_SPI;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_ARM_VCPU_PMU_V3;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_ARM_VCPU_PMU_V3_CTRL;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_ARM_VCPU_PMU_V3_INIT;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_ARM_VCPU_PMU_V3_IRQ;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_ARM_VCPU_PVTIME_CTRL;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_ARM_VCPU_PVTIME_IPA;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_ARM_VCPU_TIMER_CTRL;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_ARM_VCPU_TIMER_IRQ_PTIMER;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_ARM_VCPU_TIMER_IRQ_VTIMER;

import dev.jvmm.core.bus.Bus;
import dev.jvmm.core.cpu.CpuOptions;
import dev.jvmm.core.cpu.GicVersion;
import dev.jvmm.core.cpu.GuestEventListener;
import dev.jvmm.core.cpu.MachineSpec;
import dev.jvmm.core.cpu.VirtualMachine;
import dev.jvmm.core.error.VmException;
import dev.jvmm.core.irq.IrqLine;
import dev.jvmm.core.irq.MsiTarget;
import dev.jvmm.kvm.Doorbells;
import dev.jvmm.kvm.ExitCounts;
import dev.jvmm.kvm.IrqLines;
import dev.jvmm.kvm.KvmSystem;
import dev.jvmm.kvm.KvmVcpu;
import dev.jvmm.kvm.KvmVm;
import dev.jvmm.kvm.MemorySlots;
import dev.jvmm.kvm.MsiSender;
import dev.jvmm.kvm.VcpuThreads;
import dev.jvmm.kvm.abi.KvmConstants;
import dev.jvmm.kvm.sys.EventFd;
import dev.jvmm.kvm.sys.Mapping;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An arm64 machine on KVM. Control methods are called by one thread at a time. */
public final class KvmMachine implements VirtualMachine {
    private static final int FIRST_SPI = 32;
    /** The width of guest-physical addresses where the kernel cannot be asked for another. */
    private static final int DEFAULT_ADDRESS_BITS = 40;

    private static final int SMALLEST_ADDRESS_BITS = 32;
    private static final int MOST_GICV2_CPUS = 8;
    /** Arm DEN 0057 3.2.2: the structure is 16 bytes long and 64-byte aligned. */
    private static final int STOLEN_TIME_STRIDE = 64;

    private final MachineSpec spec;
    private final KvmVm vm;
    private final List<KvmVcpu> vcpus = new ArrayList<>();
    private final Vgic vgic;
    private final VcpuFeatures features;
    private final MemorySlots slots;
    private final IrqLines lines;
    private final @Nullable MsiTarget msi;
    private final Doorbells doorbells;
    private final VcpuThreads threads;

    /** What {@link #close} undoes, last first. */
    private final Deque<AutoCloseable> resources = new ArrayDeque<>();

    private long entry;
    private long entryArgument;

    KvmMachine(MachineSpec spec, Bus bus, GuestEventListener listener) {
        this.spec = spec;
        boolean made = false;
        try {
            Arena arena = keep(Arena.ofShared());
            KvmSystem system = keep(KvmSystem.open());
            vm = keep(system.createVm(vmType(system, spec.physicalAddressBits())));
            check(spec);
            boolean reportsUnreadable =
                    enableIfThere("KVM_CAP_ARM_NISV_TO_USER", KvmConstants.KVM_CAP_ARM_NISV_TO_USER);
            enableIfThere("KVM_CAP_ARM_SYSTEM_SUSPEND", KvmConstants.KVM_CAP_ARM_SYSTEM_SUSPEND);
            features = VcpuFeatures.choose(vm, spec.cpu());
            for (int cpu = 0; cpu < spec.cpus(); cpu++) {
                KvmVcpu vcpu = keep(vm.createVcpu(cpu));
                vcpus.add(vcpu);
                features.initialise(vcpu, cpu > 0);
                features.finish(vcpu);
            }
            vgic = keep(
                    switch (spec.gic().version()) {
                        case V2 -> new VgicV2(vm, spec);
                        case V3 -> new VgicV3(vm, spec);
                    });
            vgic.initialise();
            setPrivateInterrupts();
            slots = new MemorySlots(vm);
            tellStolenTime(arena);
            lines = new IrqLines(vm, arena);
            msi = spec.gic().its() == 0 ? null : new MsiSender(vm, arena);
            doorbells = keep(new Doorbells(vm));
            bus.listen(doorbells);
            keep(() -> bus.unlisten(doorbells));
            boolean canInjectAbort = reportsUnreadable && vm.capability(KvmConstants.KVM_CAP_ARM_INJECT_EXT_DABT) > 0;
            threads = keep(
                    new VcpuThreads(vcpus, new Arm64Exits(bus, listener, features, canInjectAbort, this::isLastOn)));
            made = true;
        } finally {
            if (!made) {
                close();
            }
        }
    }

    /** Asked by the vCPU's thread. Others may be on their way into or out of the guest: held for the look. */
    private boolean isLastOn(KvmVcpu vcpu) {
        return threads.allOthers(vcpu, other -> other.mpState() == KvmConstants.KVM_MP_STATE_STOPPED);
    }

    private <T extends AutoCloseable> T keep(T resource) {
        resources.push(resource);
        return resource;
    }

    private static long vmType(KvmSystem system, int wanted) {
        int most = system.capability(KvmConstants.KVM_CAP_ARM_VM_IPA_SIZE);
        int limit = most == 0 ? DEFAULT_ADDRESS_BITS : most;
        if (wanted > limit) {
            throw VmException.host(
                    "this machine needs " + wanted + "-bit guest-physical addresses and this host's KVM has " + limit
                            + ": give the VM less with --memory");
        }
        return most == 0 ? 0 : Math.max(wanted, SMALLEST_ADDRESS_BITS);
    }

    private void check(MachineSpec asked) {
        int most = Math.max(1, vm.capability(KvmConstants.KVM_CAP_MAX_VCPUS));
        GicVersion gic = asked.gic().version();
        if (!supports(vm, gic)) {
            throw VmException.host(
                    switch (gic) {
                        case V2 -> "--gic 2: this host's interrupt controller cannot act as a GICv2; use --gic 3";
                        case V3 -> "--gic 3: this host's interrupt controller is a GICv2; use --gic 2";
                    });
        }
        int limit = gic == GicVersion.V2 ? Math.min(most, MOST_GICV2_CPUS) : most;
        if (asked.cpus() > limit) {
            throw VmException.host("--cpus " + asked.cpus() + ": this host's KVM takes at most " + limit
                    + " vCPUs with " + (gic == GicVersion.V2 ? "a GICv2" : "a GICv3"));
        }
    }

    static boolean supports(KvmVm vm, GicVersion version) {
        return vm.canCreateDevice(
                switch (version) {
                    case V2 -> KvmConstants.KVM_DEV_TYPE_ARM_VGIC_V2;
                    case V3 -> KvmConstants.KVM_DEV_TYPE_ARM_VGIC_V3;
                });
    }

    private boolean enableIfThere(String name, int capability) {
        if (vm.capability(capability) == 0) {
            return false;
        }
        vm.enable(name, capability);
        return true;
    }

    private void setPrivateInterrupts() {
        // One vCPU's word counts for all.
        KvmVcpu first = vcpus.getFirst();
        first.attributes()
                .setInt(
                        KVM_ARM_VCPU_TIMER_CTRL,
                        KVM_ARM_VCPU_TIMER_IRQ_VTIMER,
                        spec.interrupts().virtual());
        first.attributes()
                .setInt(
                        KVM_ARM_VCPU_TIMER_CTRL,
                        KVM_ARM_VCPU_TIMER_IRQ_PTIMER,
                        spec.interrupts().physical());
        if (features.has(KVM_ARM_VCPU_PMU_V3)) {
            for (KvmVcpu vcpu : vcpus) {
                vcpu.attributes()
                        .setInt(
                                KVM_ARM_VCPU_PMU_V3_CTRL,
                                KVM_ARM_VCPU_PMU_V3_IRQ,
                                spec.cpu().pmuInterrupt());
                vcpu.attributes().command(KVM_ARM_VCPU_PMU_V3_CTRL, KVM_ARM_VCPU_PMU_V3_INIT);
            }
        }
    }

    /** A granule of memory of the backend's own, in which the kernel keeps 64 bytes for each vCPU. */
    private void tellStolenTime(Arena arena) {
        long base = spec.cpu().stealTime();
        if (base == 0) {
            return;
        }
        MemorySegment granule = Mapping.anonymous("jvmm-stolen-time", CpuOptions.STEAL_TIME_SIZE, false, arena);
        slots.map(base, granule, false);
        for (KvmVcpu vcpu : vcpus) {
            vcpu.attributes()
                    .setLong(
                            KVM_ARM_VCPU_PVTIME_CTRL,
                            KVM_ARM_VCPU_PVTIME_IPA,
                            base + (long) vcpu.id() * STOLEN_TIME_STRIDE);
        }
    }

    @Override
    public void map(long gpa, MemorySegment memory, Access access) {
        slots.map(gpa, memory, access == Access.READ_EXECUTE);
    }

    @Override
    public void unmap(long gpa) {
        slots.unmap(gpa);
    }

    @Override
    public IrqLine spi(int spi) {
        return lines.line(KVM_ARM_IRQ_TYPE_SPI << KVM_ARM_IRQ_TYPE_SHIFT | FIRST_SPI + spi);
    }

    /**
     * Lets an event raise a shared peripheral interrupt, for devices that live in the kernel or in another process
     * (irqfd). The caller keeps the events open until {@link #removeIrqEvent} or {@link #close}.
     *
     * @param resample null for an edge; else a level, which the kernel lowers when the guest ends the interrupt, and
     *     then signals this event, upon which the device says again whether it needs service
     */
    public void addIrqEvent(int spi, EventFd event, @Nullable EventFd resample) {
        vm.addIrqEvent(spi, event, resample);
    }

    /** Takes back {@link #addIrqEvent}. */
    public void removeIrqEvent(int spi, EventFd event) {
        vm.removeIrqEvent(spi, event);
    }

    @Override
    public @Nullable MsiTarget msi() {
        return msi;
    }

    @Override
    public void setEntry(long pc, long x0) {
        entry = pc;
        entryArgument = x0;
    }

    @Override
    public void start() {
        enterFirst();
        threads.start();
    }

    private void enterFirst() {
        KvmVcpu first = vcpus.getFirst();
        first.setRegister(Arm64Registers.PC, entry);
        first.setRegister(Arm64Registers.x(0), entryArgument);
    }

    @Override
    public void pause() {
        threads.pause();
        doorbells.drain();
    }

    @Override
    public void resume() {
        threads.resume();
    }

    @Override
    public void reset() {
        threads.unhalt();
        for (KvmVcpu vcpu : vcpus) {
            features.initialise(vcpu, vcpu.id() > 0);
        }
        vgic.reset();
        enterFirst();
    }

    @Override
    public String dumpState() {
        StringBuilder text = new StringBuilder();
        for (KvmVcpu vcpu : vcpus) {
            text.append(StateDump.of(vcpu));
        }
        counters()
                .forEach((name, count) ->
                        text.append(name).append(": ").append(count).append(System.lineSeparator()));
        return text.toString();
    }

    /** Exits of all vCPUs by kind. */
    @Override
    public Map<String, Long> counters() {
        Map<String, Long> counters = new LinkedHashMap<>();
        ExitCounts.sum(vcpus.stream().map(KvmVcpu::exits).toList())
                .forEach((kind, count) -> counters.put("exits " + label(kind), count));
        return counters;
    }

    private static String label(ExitCounts.Kind kind) {
        return switch (kind) {
            case MMIO_READ -> "MMIO read";
            case MMIO_WRITE -> "MMIO write";
            case SYSTEM_EVENT -> "system event";
            case NO_SYNDROME -> "no syndrome";
            case INTERRUPTED -> "interrupted";
            case OTHER -> "other";
        };
    }

    @Override
    public void close() {
        RuntimeException failure = null;
        while (!resources.isEmpty()) {
            try {
                resources.pop().close();
            } catch (Exception e) {
                failure = new IllegalStateException("a part of the VM could not be closed", e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
