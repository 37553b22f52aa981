// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.kvm;

import static dev.jvmm.it.kvm.BareMetalProof.expectEqual;
import static dev.jvmm.it.kvm.GuestCode.DEVICE;

import dev.jvmm.core.bus.Bus;
import dev.jvmm.core.clock.VmClock;
import dev.jvmm.core.cpu.GicVersion;
import dev.jvmm.core.cpu.GuestEventListener;
import dev.jvmm.core.cpu.Hypervisor;
import dev.jvmm.core.cpu.MachineSpec;
import dev.jvmm.core.error.VmException;
import dev.jvmm.kvm.arm64.KvmMachine;
import dev.jvmm.kvm.sys.EventFd;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What only KVM has: interrupts raised by events, and refusals of what the host cannot do. */
final class KvmScenarios {
    private static final int SPI = 41;

    private final Hypervisor kvm;

    KvmScenarios(Hypervisor kvm) {
        this.kvm = kvm;
    }

    Map<String, Runnable> all() {
        Map<String, Runnable> scenarios = new LinkedHashMap<>();
        scenarios.put("an event raises an edge interrupt (irqfd)", this::irqEvent);
        scenarios.put("an event raises a level that the guest's end of interrupt lowers (resample)", this::resample);
        scenarios.put("an interrupt controller that the host lacks is refused with the mend", this::refusals);
        return scenarios;
    }

    private void irqEvent() {
        try (EventFd event = new EventFd();
                BareMetalProof vm = new BareMetalProof(kvm, 1, List.of())) {
            ((KvmMachine) vm.machine).addIrqEvent(SPI - 32, event, null);
            vm.onStore = (offset, value) -> {
                if (offset == 0x10) {
                    event.signal();
                }
            };
            A64 code = GuestCode.enableInterrupt(GuestCode.useVectors(GuestCode.start()), SPI, true);
            code.mov(10, 0).mov(1, 1).store(4, 1, DEVICE, 0x10);
            code.label("wait").branchIfZero(10, "wait");
            GuestCode.powerOff(code.store(4, 10, DEVICE, 0x20));
            vm.run(GuestCode.vectors(code, service -> service.add(10, 10, 1)));
            vm.expect("10/4=1", "100/4=29", "20/4=1", "off");
        }
    }

    private void resample() {
        try (EventFd event = new EventFd();
                EventFd resampled = new EventFd();
                Arena arena = Arena.ofConfined();
                BareMetalProof vm = new BareMetalProof(kvm, 1, List.of())) {
            MemorySegment count = arena.allocate(ValueLayout.JAVA_LONG);
            ((KvmMachine) vm.machine).addIrqEvent(SPI - 32, event, resampled);
            vm.onStore = (offset, value) -> {
                if (offset == 0x10) {
                    event.signal();
                }
            };
            A64 code = GuestCode.enableInterrupt(GuestCode.useVectors(GuestCode.start()), SPI, false);
            code.mov(10, 0).mov(1, 1).store(4, 1, DEVICE, 0x10);
            code.label("wait").branchIfZero(10, "wait");
            GuestCode.powerOff(code.store(4, 10, DEVICE, 0x20));
            vm.run(GuestCode.vectors(code, service -> service.add(10, 10, 1)));
            // Were the level not lowered at the end of the interrupt, the guest would never reach its last store.
            vm.expect("10/4=1", "100/4=29", "20/4=1", "off");
            expectEqual(resampled.take(count) > 0, true);
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
