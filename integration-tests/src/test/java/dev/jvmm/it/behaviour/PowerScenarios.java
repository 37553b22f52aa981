// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.behaviour;

import static dev.jvmm.it.behaviour.BareMetalVm.FLAG;
import static dev.jvmm.it.behaviour.BareMetalVm.RAM;
import static dev.jvmm.it.behaviour.BareMetalVm.expectEqual;

import dev.jvmm.core.cpu.GicVersion;
import dev.jvmm.core.cpu.Hypervisor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** PSCI (Arm DEN 0022). */
final class PowerScenarios extends Scenarios {
    private static final int VIRTUAL_TIMER = 27;
    private static final int SPI = 40;

    // Results, Arm DEN 0022 5.2.2, as X0 has them.
    private static final String INVALID_PARAMETERS = "fffffffffffffffe";
    private static final String DENIED = "fffffffffffffffd";
    private static final String INVALID_ADDRESS = "fffffffffffffff7";
    private static final String ALREADY_ON = "fffffffffffffffc";
    private static final String NOT_SUPPORTED = "ffffffffffffffff";

    PowerScenarios(Hypervisor hypervisor, GicVersion gic) {
        super(hypervisor, gic);
    }

    @Override
    Map<String, Runnable> all() {
        Map<String, Runnable> scenarios = new LinkedHashMap<>();
        scenarios.put("a second vCPU comes on with its context and goes to its own code", this::secondCpu);
        scenarios.put("a vCPU switches itself off and comes on again", this::cpuOff);
        scenarios.put("switching on what is on, or is not there, is refused", this::refusals);
        scenarios.put("a function that PSCI has not is not supported", this::unknownFunction);
        scenarios.put("a reset starts the guest afresh with a reset interrupt controller", this::reset);
        scenarios.put("an architectural warm reset is a reset", this::warmReset);
        scenarios.put("a suspended system wakes where it asked, with its context", this::suspend);
        scenarios.put("a system with another vCPU on is not suspended until that is off", this::suspendBesideAnother);
        scenarios.put("of two vCPUs that suspend the system at once none does", this::suspendAtOnce);
        scenarios.put("a system is not suspended to where no instruction can be", this::suspendToNowhere);
        return scenarios;
    }

    private static A64 flag(A64 code) {
        return code.mov(4, RAM + FLAG);
    }

    private static void raiseFlag(A64 code) {
        flag(code).mov(1, 1).store(4, 1, 4, 0);
    }

    private static void awaitFlag(A64 code, String label) {
        flag(code).label(label).load(4, 5, 4, 0).branchIfZero(5, label);
    }

    private static A64 reportAffinity(A64 code) {
        return GuestCode.affinityOfSecond(code).store(8, 0, DEVICE, 8);
    }

    private void secondCpu() {
        try (BareMetalVm vm = vm(2)) {
            A64 code = guest.start()
                    .mov(0, GuestCode.PSCI_VERSION)
                    .hypervisorCall()
                    .store(4, 0, DEVICE, 0);
            reportAffinity(code);
            GuestCode.turnOnSecond(code, "second", 0xabcd).store(8, 0, DEVICE, 0x10);
            awaitFlag(code, "wait");
            reportAffinity(code);
            GuestCode.powerOff(code);
            code.label("second").mov(DEVICE, BareMetalVm.DEVICE).store(8, 0, DEVICE, 0x18);
            code.readSystem(1, A64.MPIDR_EL1).store(8, 1, DEVICE, 0x20);
            raiseFlag(code);
            code.label("stay").waitForInterrupt().branch("stay");
            vm.run(code);
            String version = vm.next();
            long number = Long.parseLong(version.substring(4), 16);
            expectEqual(number >= 0x10000, true);
            vm.expect("8/8=1");
            List<String> three = new ArrayList<>(List.of(vm.next(), vm.next(), vm.next()));
            // The two vCPUs race for the device.
            three.sort(null);
            expectEqual(three, List.of("10/8=0", "18/8=abcd", "20/8=80000001"));
            vm.expect("8/8=0", "off");
        }
    }

    private void cpuOff() {
        try (BareMetalVm vm = vm(2)) {
            A64 code = guest.start();
            for (int round = 1; round <= 2; round++) {
                GuestCode.turnOnSecond(code, "second", round);
                // On its way to off it may still count as on, and a call may come too early: looked at until it is off.
                awaitFlag(code, "on" + round);
                code.store(4, A64.ZERO, 4, 0).label("off" + round);
                GuestCode.affinityOfSecond(code).subtract(0, 0, 1).branchIfNotZero(0, "off" + round);
                code.mov(1, round).store(4, 1, DEVICE, 0x10);
            }
            GuestCode.powerOff(code);
            code.label("second").mov(DEVICE, BareMetalVm.DEVICE).store(8, 0, DEVICE, 0x18);
            raiseFlag(code);
            code.mov(0, GuestCode.PSCI_CPU_OFF).hypervisorCall().store(8, 0, DEVICE, 0x20);
            vm.run(code);
            vm.expect("18/8=1", "10/4=1", "18/8=2", "10/4=2", "off");
        }
    }

    private void refusals() {
        try (BareMetalVm vm = vm(2)) {
            A64 code = guest.start();
            GuestCode.turnOnSecond(code, "second", 0).store(8, 0, DEVICE, 0);
            GuestCode.turnOnSecond(code, "second", 0).store(8, 0, DEVICE, 0);
            code.mov(0, GuestCode.PSCI_CPU_ON).mov(1, 2).mov(2, RAM).mov(3, 0).hypervisorCall();
            code.store(8, 0, DEVICE, 0);
            GuestCode.powerOff(code);
            code.label("second").branch("second");
            vm.run(code);
            vm.expect("0/8=0", "0/8=" + ALREADY_ON, "0/8=" + INVALID_PARAMETERS, "off");
        }
    }

    private void unknownFunction() {
        try (BareMetalVm vm = vm(1)) {
            A64 code = guest.start().mov(0, 0x8400001fL).hypervisorCall().store(8, 0, DEVICE, 0);
            vm.run(GuestCode.powerOff(code));
            vm.expect("0/8=" + NOT_SUPPORTED, "off");
        }
    }

    private void reportEnabled(A64 code) {
        code.mov(2, BareMetalVm.DISTRIBUTOR)
                .load(4, 1, 2, GuestCode.ISENABLER + 4)
                .store(4, 1, DEVICE, 8);
    }

    private void reset() {
        try (BareMetalVm vm = vm(2)) {
            A64 code = guest.start().store(8, 0, DEVICE, 0);
            reportEnabled(code);
            reportAffinity(code);
            flag(code).load(4, 5, 4, 0).branchIfZero(5, "first");
            GuestCode.powerOff(code);
            code.label("first");
            raiseFlag(code);
            guest.enableInterrupt(code, SPI, false);
            reportEnabled(code);
            GuestCode.turnOnSecond(code, "second", 0);
            GuestCode.systemReset(code);
            code.label("second").branch("second");
            vm.run(code);
            vm.expect("0/8=0", "8/4=0", "8/8=1", "8/4=100", "reset");
            vm.machine.pause();
            vm.machine.setEntry(RAM, 0x77);
            vm.machine.reset();
            vm.machine.resume();
            vm.expect("0/8=77", "8/4=0", "8/8=1", "off");
        }
    }

    private void warmReset() {
        try (BareMetalVm vm = vm(1)) {
            A64 code =
                    guest.start().mov(0, GuestCode.PSCI_SYSTEM_RESET2).mov(1, 0).mov(2, 0);
            code.hypervisorCall().store(8, 0, DEVICE, 0);
            vm.run(code);
            vm.expect("reset");
        }
    }

    /** PSCI SYSTEM_SUSPEND; the result in X0 unless it succeeds. */
    private static A64 callSuspend(A64 code, String label) {
        return code.mov(0, GuestCode.PSCI_SYSTEM_SUSPEND)
                .address(1, label)
                .mov(2, 0x5a)
                .hypervisorCall();
    }

    /** Suspends the system until the timer's interrupt, then goes on at {@code woken}, which switches it off. */
    private void suspendUntilTimer(A64 code) {
        guest.enableInterrupt(code, VIRTUAL_TIMER, false);
        // The interrupt wakes the system and must not be taken before the call.
        code.maskInterrupts();
        code.mov(1, 100_000).writeSystem(A64.CNTV_TVAL_EL0, 1).mov(1, 1).writeSystem(A64.CNTV_CTL_EL0, 1);
        callSuspend(code, "woken").store(8, 0, DEVICE, 0x30);
        GuestCode.powerOff(code);
        code.label("woken").mov(DEVICE, BareMetalVm.DEVICE).store(8, 0, DEVICE, 0x38);
        GuestCode.powerOff(code);
    }

    private void suspend() {
        try (BareMetalVm vm = vm(1)) {
            A64 code = guest.useVectors(guest.start());
            suspendUntilTimer(code);
            vm.run(guest.vectors(code, service -> {}));
            vm.expect("38/8=5a", "off");
        }
    }

    /** The other executes without ever leaving the guest, then waits for an interrupt, then is off. */
    private void suspendBesideAnother() {
        try (BareMetalVm vm = vm(2)) {
            A64 code = guest.useVectors(guest.start());
            GuestCode.turnOnSecond(code, "second", 0);
            awaitFlag(code, "on");
            callSuspend(code, "early").store(8, 0, DEVICE, 0x10);
            code.store(4, A64.ZERO, 4, 0);
            // Most likely it waits by the last of these.
            for (int i = 0; i < 3; i++) {
                callSuspend(code, "early").store(8, 0, DEVICE, 0x18);
            }
            code.mov(1, 1).store(4, 1, 4, 8).dataBarrier();
            guest.sendSoftwareInterrupt(code, 1, 0).label("off");
            GuestCode.affinityOfSecond(code).subtract(0, 0, 1).branchIfNotZero(0, "off");
            suspendUntilTimer(code);
            code.label("early").mov(DEVICE, BareMetalVm.DEVICE).store(8, 0, DEVICE, 0x40);
            GuestCode.powerOff(code);

            code.label("second").mov(DEVICE, BareMetalVm.DEVICE);
            guest.enableInterrupt(code, 1, 0, true).maskInterrupts();
            raiseFlag(code);
            code.label("stay").load(4, 5, 4, 0).branchIfNotZero(5, "stay");
            // A wait may end for no reason: that it is looked at may be one.
            code.label("idle").waitForInterrupt().load(4, 5, 4, 8).branchIfZero(5, "idle");
            code.mov(0, GuestCode.PSCI_CPU_OFF).hypervisorCall();
            vm.run(guest.vectors(code, service -> {}));
            vm.expect("10/8=" + DENIED, "18/8=" + DENIED, "18/8=" + DENIED, "18/8=" + DENIED, "38/8=5a", "off");
        }
    }

    private void suspendAtOnce() {
        int rounds = 20;
        try (BareMetalVm vm = vm(2)) {
            A64 code = guest.start();
            GuestCode.turnOnSecond(code, "second", 0);
            awaitFlag(code, "on");
            suspendRepeatedly(code, "first", rounds, 0x10);
            code.label("rest").waitForInterrupt().branch("rest");
            code.label("second").mov(DEVICE, BareMetalVm.DEVICE);
            raiseFlag(code);
            suspendRepeatedly(code, "other", rounds, 0x18);
            code.label("spin").branch("spin");
            code.label("early").mov(DEVICE, BareMetalVm.DEVICE).store(8, 0, DEVICE, 0x40);
            GuestCode.powerOff(code);
            vm.run(code);
            for (int i = 0; i < 2 * rounds; i++) {
                String said = vm.next();
                expectEqual(said.replaceFirst("^1[08]", "either"), "either/8=" + DENIED);
            }
        }
    }

    private static void suspendRepeatedly(A64 code, String label, int rounds, int report) {
        code.mov(12, rounds).label(label);
        callSuspend(code, "early").store(8, 0, DEVICE, report);
        code.subtract(12, 12, 1).branchIfNotZero(12, label);
    }

    private void suspendToNowhere() {
        try (BareMetalVm vm = vm(1)) {
            A64 code = guest.start().mov(0, GuestCode.PSCI_SYSTEM_SUSPEND).mov(1, RAM + 2);
            code.hypervisorCall().store(8, 0, DEVICE, 0);
            vm.run(GuestCode.powerOff(code));
            vm.expect("0/8=" + INVALID_ADDRESS, "off");
        }
    }
}
