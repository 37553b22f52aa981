// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.behaviour;

import static dev.jvmm.it.behaviour.BareMetalVm.COUNTER;
import static dev.jvmm.it.behaviour.BareMetalVm.RAM;
import static dev.jvmm.it.behaviour.BareMetalVm.expectEqual;

import dev.jvmm.core.cpu.GicVersion;
import dev.jvmm.core.cpu.Hypervisor;
import dev.jvmm.core.irq.IrqLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pause, resume, stop and a look inside, whatever the guest does at the time. */
final class LifecycleScenarios extends Scenarios {
    private static final int SPI = 40;
    private static final int PAUSES = 60;
    private static final int STOPS = 4;

    LifecycleScenarios(Hypervisor hypervisor, GicVersion gic) {
        super(hypervisor, gic);
    }

    @Override
    Map<String, Runnable> all() {
        Map<String, Runnable> scenarios = new LinkedHashMap<>();
        scenarios.put("paused vCPUs stand still and resumed ones go on", this::pause);
        scenarios.put("an interrupt that comes while the machine is paused is taken afterwards", this::pausedInterrupt);
        scenarios.put("a machine stops while its vCPUs compute, wait, store or are off", this::stop);
        scenarios.put("a machine that never started stops", this::neverStarted);
        scenarios.put("a dump names the program counter", this::dump);
        return scenarios;
    }

    private void pause() {
        try (BareMetalVm vm = vm(2)) {
            A64 code = guest.start();
            GuestCode.turnOnSecond(code, "second", 0);
            code.mov(4, RAM + COUNTER).mov(1, 0);
            code.label("count").add(1, 1, 1).store(4, 1, 4, 0).branch("count");
            code.label("second")
                    .mov(DEVICE, BareMetalVm.DEVICE)
                    .mov(4, RAM + COUNTER)
                    .mov(1, 0);
            code.label("loads").add(1, 1, 1).store(4, 1, 4, 4).load(1, 2, DEVICE, 0);
            // A load whose result is lost by a pause in its middle is told to the device.
            code.subtract(3, 2, 0x11)
                    .branchIfZero(3, "loads")
                    .store(8, 2, DEVICE, 0)
                    .branch("loads");
            vm.run(code);
            for (int round = 0; round < PAUSES; round++) {
                int[] before = {vm.word(COUNTER), vm.word(COUNTER + 4)};
                while (vm.word(COUNTER) == before[0] || vm.word(COUNTER + 4) == before[1]) {
                    Thread.onSpinWait();
                }
                vm.machine.pause();
                int[] first = {vm.word(COUNTER), vm.word(COUNTER + 4)};
                Thread.yield();
                int[] second = {vm.word(COUNTER), vm.word(COUNTER + 4)};
                expectEqual(List.of(second[0], second[1]), List.of(first[0], first[1]));
                vm.machine.resume();
            }
            expectEqual(vm.heard.size(), 0);
        }
    }

    private void pausedInterrupt() {
        try (BareMetalVm vm = vm(1)) {
            IrqLine line = vm.machine.spi(SPI - 32);
            A64 code = guest.enableInterrupt(guest.useVectors(guest.start().mov(10, 0)), SPI, true);
            GuestCode.waitForService(code.store(4, A64.ZERO, DEVICE, 0x10));
            vm.run(guest.vectors(GuestCode.powerOff(code), service -> service.mov(10, 1)));
            vm.expect("10/4=0");
            vm.machine.pause();
            line.pulse();
            expectEqual(vm.heard.size(), 0);
            vm.machine.resume();
            vm.expect("100/4=28", "off");
        }
    }

    private void stop() {
        for (int round = 0; round < STOPS; round++) {
            for (boolean paused : new boolean[] {false, true}) {
                try (BareMetalVm vm = vm(4)) {
                    A64 code = guest.start();
                    turnOn(code, 1, "waits");
                    turnOn(code, 2, "stores");
                    code.store(4, A64.ZERO, DEVICE, 0).label("computes").branch("computes");
                    code.label("waits").waitForInterrupt().branch("waits");
                    code.label("stores")
                            .mov(4, BareMetalVm.NOWHERE)
                            .label("again")
                            .store(4, 0, 4, 0)
                            .branch("again");
                    vm.run(code);
                    vm.expect("0/4=0");
                    if (paused) {
                        vm.machine.pause();
                    }
                }
            }
        }
    }

    private static void turnOn(A64 code, int cpu, String label) {
        code.mov(0, GuestCode.PSCI_CPU_ON)
                .mov(1, cpu)
                .address(2, label)
                .mov(3, 0)
                .hypervisorCall();
    }

    private void neverStarted() {
        BareMetalVm vm = vm(2);
        vm.machine.setEntry(RAM, 0);
        vm.close();
        // Safe to call twice.
        vm.machine.close();
    }

    private void dump() {
        try (BareMetalVm vm = vm(1)) {
            A64 code = guest.start()
                    .mov(7, 0xfeed)
                    .store(4, 7, DEVICE, 0)
                    .label("stay")
                    .branch("stay");
            int last = code.words().length - 1;
            vm.run(code);
            vm.expect("0/4=feed");
            vm.machine.pause();
            String dump = vm.machine.dumpState().replace(" ", "");
            // The pause may fall just before the branch is reached for the first time.
            boolean there = dump.contains("pc=%016x".formatted(RAM + last * 4L))
                    || dump.contains("pc=%016x".formatted(RAM + last * 4L - 4));
            expectEqual(there && dump.contains("x7=000000000000feed"), true);
        }
    }
}
