// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.kvm;

import static dev.jvmm.it.behaviour.BareMetalVm.expectEqual;
import static dev.jvmm.it.behaviour.GuestCode.DEVICE;

import dev.jvmm.core.bus.Bus;
import dev.jvmm.core.bus.Doorbell;
import dev.jvmm.core.clock.VmClock;
import dev.jvmm.core.cpu.CpuOptions;
import dev.jvmm.core.cpu.GicVersion;
import dev.jvmm.core.cpu.GuestEventListener;
import dev.jvmm.core.cpu.Hypervisor;
import dev.jvmm.core.cpu.MachineSpec;
import dev.jvmm.core.error.VmException;
import dev.jvmm.core.irq.MsiTarget;
import dev.jvmm.it.behaviour.A64;
import dev.jvmm.it.behaviour.BareMetalVm;
import dev.jvmm.it.behaviour.GuestCode;
import dev.jvmm.kvm.arm64.KvmMachine;
import dev.jvmm.kvm.sys.EventFd;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What only KVM has: interrupts raised by events, and refusals of what the host cannot do. */
final class KvmScenarios {
    private static final int SPI = 41;

    private final Hypervisor kvm;
    private final GicVersion gic;
    private final GuestCode guest;

    KvmScenarios(Hypervisor kvm, GicVersion gic) {
        this.kvm = kvm;
        this.gic = gic;
        this.guest = new GuestCode(gic, BareMetalVm.RAM);
    }

    private BareMetalVm vm(List<Doorbell> doorbells) {
        return new BareMetalVm(kvm, BareMetalVm.spec(gic, 1, 0, CpuOptions.HOST), doorbells);
    }

    Map<String, Runnable> all() {
        Map<String, Runnable> scenarios = new LinkedHashMap<>();
        scenarios.put("an access without syndrome is an external abort", this::pairStore);
        scenarios.put("a doorbell is no exit (ioeventfd)", this::doorbell);
        scenarios.put("an event raises an edge interrupt (irqfd)", this::irqEvent);
        scenarios.put("an event raises a level that the guest's end of interrupt lowers (resample)", this::resample);
        if (gic == GicVersion.V3) {
            scenarios.put("a message becomes the interrupt that the guest's ITS makes of it", this::message);
        }
        scenarios.put("an interrupt controller that the host lacks is refused with the mend", this::refusals);
        return scenarios;
    }

    private void pairStore() {
        try (BareMetalVm vm = vm(List.of())) {
            A64 code = guest.useVectors(guest.start()).storePair(1, 2, DEVICE);
            GuestCode.powerOff(code.mov(3, 1).store(8, 3, DEVICE, 0));
            vm.run(guest.vectors(code, service -> {}));
            String report = vm.next();
            // EC 0x25: a data abort from the same level; DFSC 0x10: external, not on a walk (Arm ARM D19.2.40).
            long syndrome = Long.parseLong(report.substring(report.indexOf('=') + 1), 16);
            expectEqual(report.substring(0, 4), "108/");
            expectEqual(syndrome >>> 26, 0x25L);
            expectEqual(syndrome & 0x3f, 0x10L);
            vm.expect("off");
            expectEqual(vm.machine.counters().getOrDefault("exits no syndrome", -1L), 1L);
        }
    }

    private void doorbell() {
        try (BareMetalVm vm = vm(List.of(new Doorbell(0x50, 4, 1)))) {
            A64 code = guest.start().mov(1, 1).store(4, 1, DEVICE, 0x50);
            vm.run(GuestCode.powerOff(code));
            List<String> both = Stream.of(vm.next(), vm.next()).sorted().toList();
            expectEqual(both, List.of("50/4=1", "off"));
            expectEqual(vm.threads, List.of("kvm-doorbells"));
            expectEqual(vm.machine.counters().getOrDefault("exits MMIO write", -1L), 0L);
        }
    }

    private void irqEvent() {
        try (EventFd event = new EventFd();
                BareMetalVm vm = vm(List.of())) {
            ((KvmMachine) vm.machine).addIrqEvent(SPI - 32, event, null);
            vm.onStore = (offset, value) -> {
                if (offset == 0x10) {
                    event.signal();
                }
            };
            A64 code = guest.enableInterrupt(guest.useVectors(guest.start()), SPI, true);
            code.mov(10, 0).mov(1, 1).store(4, 1, DEVICE, 0x10);
            code.label("wait").branchIfZero(10, "wait");
            GuestCode.powerOff(code.store(4, 10, DEVICE, 0x20));
            vm.run(guest.vectors(code, service -> service.add(10, 10, 1)));
            vm.expect("10/4=1", "100/4=29", "20/4=1", "off");
        }
    }

    private void resample() {
        try (EventFd event = new EventFd();
                EventFd resampled = new EventFd();
                Arena arena = Arena.ofConfined();
                BareMetalVm vm = vm(List.of())) {
            MemorySegment count = arena.allocate(ValueLayout.JAVA_LONG);
            ((KvmMachine) vm.machine).addIrqEvent(SPI - 32, event, resampled);
            vm.onStore = (offset, value) -> {
                if (offset == 0x10) {
                    event.signal();
                }
            };
            A64 code = guest.enableInterrupt(guest.useVectors(guest.start()), SPI, false);
            code.mov(10, 0).mov(1, 1).store(4, 1, DEVICE, 0x10);
            code.label("wait").branchIfZero(10, "wait");
            GuestCode.powerOff(code.store(4, 10, DEVICE, 0x20));
            vm.run(guest.vectors(code, service -> service.add(10, 10, 1)));
            // Were the level not lowered at the end of the interrupt, the guest would never reach its last store.
            vm.expect("10/4=1", "100/4=29", "20/4=1", "off");
            expectEqual(resampled.take(count) > 0, true);
        }
    }

    private void message() {
        expectEqual(kvm.hasInterruptTranslation(), true);
        try (BareMetalVm vm =
                new BareMetalVm(kvm, BareMetalVm.spec(gic, 1, BareMetalVm.ITS, CpuOptions.HOST), List.of())) {
            MsiTarget target = Objects.requireNonNull(vm.machine.msi());
            vm.onStore = (offset, value) -> {
                if (offset == 0x10) {
                    target.signal(
                            TranslationService.DEVICE_ID, TranslationService.DOORBELL, TranslationService.EVENT_ID);
                }
            };
            A64 code = guest.enableInterrupt(guest.useVectors(guest.start().mov(10, 0)), SPI, true);
            TranslationService.setUp(vm, code);
            code.store(4, A64.ZERO, DEVICE, 0x10);
            code.label("wait").branchIfZero(10, "wait");
            vm.run(guest.vectors(GuestCode.powerOff(code), service -> service.add(10, 10, 1)));
            vm.expect("10/4=0", "100/4=%x".formatted(TranslationService.INTERRUPT), "off");
        }
    }

    private void refusals() {
        if (kvm.gicVersions().contains(GicVersion.V2)) {
            return;
        }
        MachineSpec.Gic gic = new MachineSpec.Gic(GicVersion.V2, 0x0800_0000L, 0x0801_0000L, 0, 96);
        try {
            kvm.create(
                            new MachineSpec(
                                    1, gic, new MachineSpec.TimerInterrupts(29, 30, 27, 26), 36, VmClock.host()),
                            new Bus(),
                            new NoEvents())
                    .close();
            throw new AssertionError("a GICv2 was made");
        } catch (VmException e) {
            expectEqual(String.valueOf(e.getMessage()).contains("use --gic 3"), true);
        }
    }

    private static final class NoEvents implements GuestEventListener {
        @Override
        public void systemOff() {}

        @Override
        public void systemReset() {}

        @Override
        public void cpuStopped(int cpu, String report) {}
    }
}
