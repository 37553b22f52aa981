// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.behaviour;

import static dev.jvmm.it.behaviour.BareMetalVm.expectEqual;

import dev.jvmm.core.cpu.GicVersion;
import dev.jvmm.core.cpu.Hypervisor;
import dev.jvmm.core.irq.IrqLine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Timers, the interrupt controller, and waiting for either. */
final class InterruptScenarios extends Scenarios {
    private static final int VIRTUAL_TIMER = 27;
    private static final int PHYSICAL_TIMER = 30;
    private static final int SPI = 40;
    private static final int SGI = 5;
    private static final int TICKS = 100_000;

    InterruptScenarios(Hypervisor hypervisor, GicVersion gic) {
        super(hypervisor, gic);
    }

    @Override
    Map<String, Runnable> all() {
        Map<String, Runnable> scenarios = new LinkedHashMap<>();
        scenarios.put(
                "the virtual timer interrupts a waiting vCPU",
                () -> timer(VIRTUAL_TIMER, A64.CNTV_TVAL_EL0, A64.CNTV_CTL_EL0));
        scenarios.put(
                "the physical timer interrupts a waiting vCPU",
                () -> timer(PHYSICAL_TIMER, A64.CNTP_TVAL_EL0, A64.CNTP_CTL_EL0));
        scenarios.put("a masked interrupt ends the wait and is taken when unmasked", this::maskedWait);
        scenarios.put("a level interrupt stays until the device is served", this::level);
        scenarios.put("a level that falls before it is taken does not interrupt", this::withdrawnLevel);
        scenarios.put("an edge interrupt comes once", this::edge);
        scenarios.put("a software-generated interrupt reaches its own vCPU", this::ownSoftwareInterrupt);
        scenarios.put("a software-generated interrupt wakes another vCPU that waits", this::otherSoftwareInterrupt);
        return scenarios;
    }

    private static void startTimer(A64 code, String value, String control) {
        code.mov(1, TICKS).writeSystem(value, 1).mov(1, 1).writeSystem(control, 1);
    }

    private void timer(int interrupt, String value, String control) {
        try (BareMetalVm vm = vm(1)) {
            A64 code = guest.enableInterrupt(guest.useVectors(guest.start()), interrupt, false);
            startTimer(code.mov(10, 0), value, control);
            GuestCode.powerOff(GuestCode.waitForService(code));
            vm.run(guest.vectors(code, service -> service.mov(10, 1).writeSystem(control, A64.ZERO)));
            vm.expect("100/4=%x".formatted(interrupt), "off");
        }
    }

    private void maskedWait() {
        try (BareMetalVm vm = vm(1)) {
            A64 code = guest.enableInterrupt(guest.useVectors(guest.start()), VIRTUAL_TIMER, false);
            code.maskInterrupts();
            startTimer(code, A64.CNTV_TVAL_EL0, A64.CNTV_CTL_EL0);
            // A wait may end for no reason: the timer's ISTATUS (bit 2 of 0b101) says when it ended for this one.
            code.label("wait").waitForInterrupt().readSystem(3, A64.CNTV_CTL_EL0);
            code.subtract(3, 3, 5).branchIfNotZero(3, "wait");
            code.store(4, A64.ZERO, DEVICE, 0x10).unmaskInterrupts();
            GuestCode.powerOff(code.store(4, A64.ZERO, DEVICE, 0x18));
            vm.run(guest.vectors(code, service -> service.writeSystem(A64.CNTV_CTL_EL0, A64.ZERO)));
            vm.expect("10/4=0", "100/4=1b", "18/4=0", "off");
        }
    }

    private void level() {
        try (BareMetalVm vm = vm(1)) {
            IrqLine line = vm.machine.spi(SPI - 32);
            AtomicInteger served = new AtomicInteger();
            vm.onStore = (offset, value) -> {
                if (offset == 0x10) {
                    line.set(true);
                } else if (offset == 0x18 && served.incrementAndGet() == 3) {
                    line.set(false);
                }
            };
            A64 code = guest.enableInterrupt(guest.useVectors(guest.start()), SPI, false);
            code.mov(10, 0).mov(1, 1).store(4, 1, DEVICE, 0x10);
            code.label("wait").subtract(2, 10, 3).branchIfNotZero(2, "wait");
            waste(code);
            GuestCode.powerOff(code.store(4, 10, DEVICE, 0x20));
            vm.run(guest.vectors(code, service -> service.add(10, 10, 1).store(4, 10, DEVICE, 0x18)));
            vm.expect("10/4=1", "100/4=28", "18/4=1", "100/4=28", "18/4=2", "100/4=28", "18/4=3", "20/4=3", "off");
        }
    }

    private void withdrawnLevel() {
        try (BareMetalVm vm = vm(1)) {
            IrqLine line = vm.machine.spi(SPI - 32);
            vm.onStore = (offset, value) -> {
                if (offset == 0x10) {
                    line.set(value == 1);
                }
            };
            A64 code = guest.enableInterrupt(guest.useVectors(guest.start()), SPI, false);
            code.mov(10, 0);
            guest.setPriorityMask(code, 0);
            code.mov(1, 1).store(4, 1, DEVICE, 0x10).store(4, A64.ZERO, DEVICE, 0x10);
            guest.setPriorityMask(code, 0xf0);
            waste(code);
            GuestCode.powerOff(code.store(4, 10, DEVICE, 0x20));
            vm.run(guest.vectors(code, service -> service.add(10, 10, 1)));
            vm.expect("10/4=1", "10/4=0", "20/4=0", "off");
        }
    }

    private void edge() {
        try (BareMetalVm vm = vm(1)) {
            IrqLine line = vm.machine.spi(SPI - 32);
            vm.onStore = (offset, value) -> {
                if (offset == 0x10) {
                    line.pulse();
                }
            };
            A64 code = guest.enableInterrupt(guest.useVectors(guest.start()), SPI, true);
            code.mov(10, 0).mov(1, 1).store(4, 1, DEVICE, 0x10);
            code.label("wait").branchIfZero(10, "wait");
            waste(code);
            GuestCode.powerOff(code.store(4, 10, DEVICE, 0x20));
            vm.run(guest.vectors(code, service -> service.add(10, 10, 1)));
            vm.expect("10/4=1", "100/4=28", "20/4=1", "off");
        }
    }

    /** Time for an interrupt that must not come. */
    private static void waste(A64 code) {
        code.mov(3, 10_000).label("waste").subtract(3, 3, 1).branchIfNotZero(3, "waste");
    }

    private void ownSoftwareInterrupt() {
        try (BareMetalVm vm = vm(1)) {
            A64 code = guest.enableInterrupt(guest.useVectors(guest.start().mov(10, 0)), SGI, true);
            guest.sendSoftwareInterrupt(code, 0, SGI);
            code.label("wait").branchIfZero(10, "wait");
            GuestCode.powerOff(code.store(4, 10, DEVICE, 0x20));
            vm.run(guest.vectors(code, service -> service.add(10, 10, 1)));
            vm.expect("100/4=5", "20/4=1", "off");
        }
    }

    private void otherSoftwareInterrupt() {
        try (BareMetalVm vm = vm(2)) {
            A64 code = guest.start();
            GuestCode.turnOnSecond(code, "second", 0);
            code.mov(4, BareMetalVm.RAM + BareMetalVm.FLAG)
                    .label("ready")
                    .load(4, 5, 4, 0)
                    .branchIfZero(5, "ready");
            // Its store goes before its wait, so this comes before the wait, in it, or after: each must do.
            guest.sendSoftwareInterrupt(code, 1, SGI);
            code.label("stay").waitForInterrupt().branch("stay");
            code.label("second").mov(DEVICE, BareMetalVm.DEVICE).mov(10, 0);
            guest.enableInterrupt(guest.useVectors(code), 1, SGI, true);
            code.mov(4, BareMetalVm.RAM + BareMetalVm.FLAG).mov(1, 1).store(4, 1, 4, 0);
            GuestCode.waitForService(code);
            GuestCode.powerOff(code.readSystem(1, A64.MPIDR_EL1).store(8, 1, DEVICE, 0x20));
            vm.run(guest.vectors(code, service -> service.add(10, 10, 1)));
            vm.expect("100/4=5", "20/8=80000001", "off");
            expectEqual(vm.threads, java.util.List.of("vcpu-1", "vcpu-1"));
        }
    }
}
