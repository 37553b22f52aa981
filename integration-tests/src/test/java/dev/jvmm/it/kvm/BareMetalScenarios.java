// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.kvm;

import static dev.jvmm.it.kvm.BareMetalProof.expectEqual;
import static dev.jvmm.it.kvm.GuestCode.DEVICE;

import dev.jvmm.core.bus.Doorbell;
import dev.jvmm.core.bus.MmioDevice;
import dev.jvmm.core.bus.MmioRegion;
import dev.jvmm.core.cpu.Hypervisor;
import dev.jvmm.core.cpu.VirtualMachine;
import dev.jvmm.core.irq.IrqLine;
import dev.jvmm.core.memory.MemoryBacking;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What every backend must do for a guest without an operating system; one VM each. */
final class BareMetalScenarios {
    private static final int VIRTUAL_TIMER = 27;
    private static final int SPI = 40;
    private static final int COUNTER = 0x8000;
    private static final int FLAG = 0x8100;

    private final Hypervisor hypervisor;

    BareMetalScenarios(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
    }

    /** The scenarios by name, in the order to run them. */
    Map<String, Runnable> all() {
        Map<String, Runnable> scenarios = new LinkedHashMap<>();
        scenarios.put("stores and loads of every size reach the device", this::mmio);
        scenarios.put("an access without syndrome is an external abort", this::pairStore);
        scenarios.put(
                "a read-only block is read directly, written through the bus, and can be taken away", this::flash);
        scenarios.put("the virtual timer interrupts a waiting vCPU", this::timer);
        scenarios.put("a level interrupt stays until the device is served", this::level);
        scenarios.put("an edge interrupt comes once", this::edge);
        scenarios.put("a doorbell store arrives, another value does too", this::doorbell);
        scenarios.put("a second vCPU comes on with its context and goes to its own code", this::secondCpu);
        scenarios.put("a reset starts the guest afresh with a reset interrupt controller", this::reset);
        scenarios.put("a suspended system wakes where it asked, with its context", this::suspend);
        scenarios.put("paused vCPUs stand still and resumed ones go on", this::pause);
        scenarios.put("a dump names the program counter", this::dump);
        return scenarios;
    }

    private BareMetalProof vm(int cpus) {
        return new BareMetalProof(hypervisor, cpus, List.of());
    }

    private void mmio() {
        try (BareMetalProof vm = vm(1)) {
            A64 code = GuestCode.start().mov(1, 0x1122334455667788L);
            for (int size = 1; size <= 8; size *= 2) {
                code.store(size, 1, DEVICE, 0x10 * size)
                        .load(size, 2, DEVICE, 0x10 * size)
                        .store(8, 2, DEVICE, 0);
            }
            vm.run(GuestCode.powerOff(code));
            vm.expect("10/1=88", "0/8=21", "20/2=7788", "0/8=2231", "40/4=55667788", "0/8=44332251");
            vm.expect("80/8=1122334455667788", "0/8=8877665544332291", "off");
        }
    }

    private void pairStore() {
        try (BareMetalProof vm = vm(1)) {
            A64 code = GuestCode.useVectors(GuestCode.start()).storePair(1, 2, DEVICE);
            GuestCode.powerOff(code.mov(3, 1).store(8, 3, DEVICE, 0));
            vm.run(GuestCode.vectors(code, service -> {}));
            String report = vm.next();
            // EC 0x25: a data abort from the same level; DFSC 0x10: external, not on a walk (Arm ARM D19.2.40).
            long syndrome = Long.parseLong(report.substring(report.indexOf('=') + 1), 16);
            expectEqual(report.substring(0, 4), "108/");
            expectEqual(syndrome >>> 26, 0x25L);
            expectEqual(syndrome & 0x3f, 0x10L);
            vm.expect("off");
        }
    }

    private void flash() {
        try (BareMetalProof vm = vm(1)) {
            MemorySegment flash = hypervisor.allocateMemory(vm.arena, 0x10000, MemoryBacking.LAZY);
            flash.set(ValueLayout.JAVA_INT, 8, 0x12345678);
            vm.machine.map(BareMetalProof.FLASH, flash, VirtualMachine.Access.READ_EXECUTE);
            vm.bus.add(List.of(new MmioRegion("flash", BareMetalProof.FLASH, 0x10000, new MmioDevice() {
                @Override
                public long read(long offset, int size) {
                    return 0xc0de0000L + offset;
                }

                @Override
                public void write(long offset, int size, long value) {
                    vm.heard.add("flash %x=%x".formatted(offset, value));
                    if (value == 0x98) {
                        vm.machine.unmap(BareMetalProof.FLASH);
                    } else {
                        vm.machine.map(BareMetalProof.FLASH, flash, VirtualMachine.Access.READ_EXECUTE);
                    }
                }
            })));
            A64 code = GuestCode.start().mov(5, BareMetalProof.FLASH);
            readFlash(code);
            readFlash(code.mov(1, 0x98).store(4, 1, 5, 0x20));
            readFlash(code.mov(1, 0xff).store(4, 1, 5, 0x24));
            vm.run(GuestCode.powerOff(code));
            vm.expect("0/4=12345678", "flash 20=98", "0/4=c0de0008", "flash 24=ff", "0/4=12345678", "off");
            expectEqual(flash.get(ValueLayout.JAVA_INT, 0x20), 0);
        }
    }

    private static void readFlash(A64 code) {
        code.load(4, 2, 5, 8).store(4, 2, DEVICE, 0);
    }

    private void timer() {
        try (BareMetalProof vm = vm(1)) {
            A64 code = GuestCode.enableInterrupt(GuestCode.useVectors(GuestCode.start()), VIRTUAL_TIMER, false);
            code.mov(1, 100_000).writeSystem(A64.CNTV_TVAL_EL0, 1).mov(1, 1).writeSystem(A64.CNTV_CTL_EL0, 1);
            code.mov(10, 0).label("wait").waitForInterrupt().branchIfZero(10, "wait");
            GuestCode.powerOff(code);
            vm.run(GuestCode.vectors(code, service -> service.mov(10, 1).writeSystem(A64.CNTV_CTL_EL0, A64.ZERO)));
            vm.expect("100/4=1b", "off");
        }
    }

    private void level() {
        try (BareMetalProof vm = vm(1)) {
            IrqLine line = vm.machine.spi(SPI - 32);
            AtomicInteger served = new AtomicInteger();
            vm.onStore = (offset, value) -> {
                if (offset == 0x10) {
                    line.set(true);
                } else if (offset == 0x18 && served.incrementAndGet() == 3) {
                    line.set(false);
                }
            };
            A64 code = GuestCode.enableInterrupt(GuestCode.useVectors(GuestCode.start()), SPI, false);
            code.mov(10, 0).mov(1, 1).store(4, 1, DEVICE, 0x10);
            code.label("wait").subtract(2, 10, 3).branchIfNotZero(2, "wait");
            waste(code);
            GuestCode.powerOff(code.store(4, 10, DEVICE, 0x20));
            vm.run(GuestCode.vectors(code, service -> service.add(10, 10, 1).store(4, 10, DEVICE, 0x18)));
            vm.expect("10/4=1", "100/4=28", "18/4=1", "100/4=28", "18/4=2", "100/4=28", "18/4=3", "20/4=3", "off");
        }
    }

    private void edge() {
        try (BareMetalProof vm = vm(1)) {
            IrqLine line = vm.machine.spi(SPI - 32);
            vm.onStore = (offset, value) -> {
                if (offset == 0x10) {
                    line.pulse();
                }
            };
            A64 code = GuestCode.enableInterrupt(GuestCode.useVectors(GuestCode.start()), SPI, true);
            code.mov(10, 0).mov(1, 1).store(4, 1, DEVICE, 0x10);
            code.label("wait").branchIfZero(10, "wait");
            waste(code);
            GuestCode.powerOff(code.store(4, 10, DEVICE, 0x20));
            vm.run(GuestCode.vectors(code, service -> service.add(10, 10, 1)));
            vm.expect("10/4=1", "100/4=28", "20/4=1", "off");
        }
    }

    /** Time for an interrupt that must not come. */
    private static void waste(A64 code) {
        code.mov(3, 10_000).label("waste").subtract(3, 3, 1).branchIfNotZero(3, "waste");
    }

    private void doorbell() {
        Doorbell doorbell = new Doorbell(0x50, 4, 1);
        try (BareMetalProof vm = new BareMetalProof(hypervisor, 1, List.of(doorbell))) {
            A64 code = GuestCode.start()
                    .mov(1, 2)
                    .store(4, 1, DEVICE, 0x50)
                    .mov(1, 1)
                    .store(4, 1, DEVICE, 0x50);
            code.label("stay").waitForInterrupt().branch("stay");
            vm.run(code);
            vm.expect("50/4=2", "50/4=1");
            expectEqual(vm.threads.getFirst(), "vcpu-0");
            if (hypervisor.name().equals("kvm")) {
                expectEqual(vm.threads.get(1), "kvm-doorbells");
            }
        }
    }

    private void secondCpu() {
        try (BareMetalProof vm = vm(2)) {
            A64 code = GuestCode.start()
                    .mov(0, GuestCode.PSCI_VERSION)
                    .hypervisorCall()
                    .store(4, 0, DEVICE, 0);
            affinityInfo(code);
            code.mov(0, GuestCode.PSCI_CPU_ON)
                    .mov(1, 1)
                    .address(2, "second")
                    .mov(3, 0xabcd)
                    .hypervisorCall();
            code.store(8, 0, DEVICE, 0x10);
            code.mov(4, BareMetalProof.RAM + FLAG)
                    .label("wait")
                    .load(4, 5, 4, 0)
                    .branchIfZero(5, "wait");
            affinityInfo(code);
            GuestCode.powerOff(code);
            code.label("second").mov(DEVICE, BareMetalProof.DEVICE).store(8, 0, DEVICE, 0x18);
            code.readSystem(1, A64.MPIDR_EL1).store(8, 1, DEVICE, 0x20);
            code.mov(4, BareMetalProof.RAM + FLAG).mov(1, 1).store(4, 1, 4, 0);
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

    /** Whether vCPU 1 is on (0) or off (1): PSCI AFFINITY_INFO, Arm DEN 0022 5.7. */
    private static void affinityInfo(A64 code) {
        code.mov(0, GuestCode.PSCI_AFFINITY_INFO)
                .mov(1, 1)
                .mov(2, 0)
                .hypervisorCall()
                .store(8, 0, DEVICE, 8);
    }

    private void reset() {
        try (BareMetalProof vm = vm(2)) {
            A64 code = GuestCode.start().store(8, 0, DEVICE, 0);
            code.mov(2, BareMetalProof.DISTRIBUTOR)
                    .load(4, 1, 2, GuestCode.ISENABLER + 4)
                    .store(4, 1, DEVICE, 8);
            affinityInfo(code);
            code.mov(4, BareMetalProof.RAM + FLAG).load(4, 5, 4, 0).branchIfZero(5, "first");
            GuestCode.powerOff(code);
            code.label("first").mov(1, 1).store(4, 1, 4, 0);
            GuestCode.enableInterrupt(code, SPI, false);
            code.mov(2, BareMetalProof.DISTRIBUTOR)
                    .load(4, 1, 2, GuestCode.ISENABLER + 4)
                    .store(4, 1, DEVICE, 8);
            code.mov(0, GuestCode.PSCI_CPU_ON)
                    .mov(1, 1)
                    .address(2, "second")
                    .mov(3, 0)
                    .hypervisorCall();
            GuestCode.systemReset(code);
            code.label("second").branch("second");
            vm.run(code);
            vm.expect("0/8=0", "8/4=0", "8/8=1", "8/4=100", "reset");
            vm.machine.pause();
            vm.machine.setEntry(BareMetalProof.RAM, 0x77);
            vm.machine.reset();
            vm.machine.resume();
            vm.expect("0/8=77", "8/4=0", "8/8=1", "off");
        }
    }

    private void suspend() {
        try (BareMetalProof vm = vm(1)) {
            A64 code = GuestCode.enableInterrupt(GuestCode.useVectors(GuestCode.start()), VIRTUAL_TIMER, false);
            code.mov(1, 100_000).writeSystem(A64.CNTV_TVAL_EL0, 1).mov(1, 1).writeSystem(A64.CNTV_CTL_EL0, 1);
            code.mov(0, GuestCode.PSCI_SYSTEM_SUSPEND)
                    .address(1, "woken")
                    .mov(2, 0x5a)
                    .hypervisorCall();
            code.store(8, 0, DEVICE, 0x30);
            GuestCode.powerOff(code);
            code.label("woken").mov(DEVICE, BareMetalProof.DEVICE).store(8, 0, DEVICE, 0x38);
            GuestCode.powerOff(code);
            vm.run(GuestCode.vectors(code, service -> service.writeSystem(A64.CNTV_CTL_EL0, A64.ZERO)));
            vm.expect("38/8=5a", "off");
        }
    }

    private void pause() {
        try (BareMetalProof vm = vm(2)) {
            A64 code = GuestCode.start();
            code.mov(0, GuestCode.PSCI_CPU_ON)
                    .mov(1, 1)
                    .address(2, "second")
                    .mov(3, 0)
                    .hypervisorCall();
            code.mov(4, BareMetalProof.RAM + COUNTER).mov(1, 0);
            code.label("count").add(1, 1, 1).store(4, 1, 4, 0).branch("count");
            code.label("second")
                    .mov(DEVICE, BareMetalProof.DEVICE)
                    .mov(4, BareMetalProof.RAM + COUNTER)
                    .mov(1, 0);
            code.label("loads").add(1, 1, 1).store(4, 1, 4, 4).load(1, 2, DEVICE, 0);
            // A load whose result is lost by a pause in its middle is told to the device.
            code.subtract(3, 2, 0x11)
                    .branchIfZero(3, "loads")
                    .store(8, 2, DEVICE, 0)
                    .branch("loads");
            vm.run(code);
            for (int round = 0; round < 60; round++) {
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

    private void dump() {
        try (BareMetalProof vm = vm(1)) {
            A64 code = GuestCode.start()
                    .mov(7, 0xfeed)
                    .store(4, 7, DEVICE, 0)
                    .label("stay")
                    .branch("stay");
            int last = code.words().length - 1;
            vm.run(code);
            vm.expect("0/4=feed");
            vm.machine.pause();
            String dump = vm.machine.dumpState();
            // The pause may fall just before the branch is reached for the first time.
            boolean there = dump.contains("pc=%016x".formatted(BareMetalProof.RAM + last * 4L));
            expectEqual(there && dump.contains("x7=000000000000feed"), true);
        }
    }
}
