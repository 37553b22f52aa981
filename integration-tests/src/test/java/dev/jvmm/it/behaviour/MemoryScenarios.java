// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.behaviour;

import static dev.jvmm.it.behaviour.BareMetalVm.expectEqual;

import dev.jvmm.core.bus.Doorbell;
import dev.jvmm.core.bus.MmioDevice;
import dev.jvmm.core.bus.MmioRegion;
import dev.jvmm.core.cpu.CpuOptions;
import dev.jvmm.core.cpu.GicVersion;
import dev.jvmm.core.cpu.Hypervisor;
import dev.jvmm.core.cpu.VirtualMachine;
import dev.jvmm.core.memory.MemoryBacking;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Loads, stores and fetches: from devices, read-only memory, and where nothing is. */
final class MemoryScenarios extends Scenarios {
    private static final int FLASH_SIZE = 0x10000;
    /** MOVZ X7, #imm16. */
    private static final int MOVZ_X7 = 0xd2800007;

    private static final int RET = 0xd65f03c0;
    /** BLR X5. */
    private static final int CALL_X5 = 0xd63f00a0;
    /** IC IALLU; DSB SY; ISB. */
    private static final int INVALIDATE_INSTRUCTION_CACHE = 0xd508751f;

    MemoryScenarios(Hypervisor hypervisor, GicVersion gic) {
        super(hypervisor, gic);
    }

    @Override
    Map<String, Runnable> all() {
        Map<String, Runnable> scenarios = new LinkedHashMap<>();
        scenarios.put("stores and loads of every size reach the device", this::mmio);
        scenarios.put("a signed load extends what the device answers", this::signedLoads);
        scenarios.put("the first and the last byte of a device are its own", this::edges);
        scenarios.put("a load from nowhere is zero, a store to nowhere is lost, both are counted", this::nowhere);
        scenarios.put("a jump to a device is an instruction abort", this::instructionAbort);
        scenarios.put(
                "a read-only block is read directly, written through the bus, and can be taken away", this::flash);
        scenarios.put("code runs from a read-only block, the new one after another was put there", this::readOnlyCode);
        scenarios.put("a doorbell store arrives, another value does too", this::doorbell);
        return scenarios;
    }

    private void mmio() {
        try (BareMetalVm vm = vm(1)) {
            A64 code = guest.start().mov(1, 0x1122334455667788L);
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

    private void signedLoads() {
        try (BareMetalVm vm = vm(1)) {
            // The device answers 0x8877665544332211 + offset: as a byte 0x91 here, which is negative.
            A64 code = guest.start();
            code.loadSigned(1, 1, DEVICE, 0x80).store(8, 1, DEVICE, 0);
            code.loadSigned(2, 1, DEVICE, 0xe00).store(8, 1, DEVICE, 0);
            code.loadSigned(4, 1, DEVICE, 0x10).store(8, 1, DEVICE, 0);
            vm.run(GuestCode.powerOff(code));
            vm.expect("0/8=ffffffffffffff91", "0/8=3011", "0/8=44332221", "off");
        }
    }

    private void edges() {
        try (BareMetalVm vm = vm(1)) {
            A64 code = guest.start().mov(1, 0xab);
            code.store(1, 1, DEVICE, 0).store(1, 1, DEVICE, BareMetalVm.DEVICE_SIZE - 1);
            code.mov(2, BareMetalVm.DEVICE + BareMetalVm.DEVICE_SIZE).store(1, 1, 2, 0);
            vm.run(GuestCode.powerOff(code));
            vm.expect("0/1=ab", "fff/1=ab", "off");
            expectEqual(vm.bus.unclaimedAccesses(), 1L);
        }
    }

    private void nowhere() {
        try (BareMetalVm vm = vm(1)) {
            A64 code = guest.start().mov(2, BareMetalVm.NOWHERE).mov(1, -1L);
            for (int size = 1; size <= 8; size *= 2) {
                code.store(size, 1, 2, 0).mov(3, -1L).load(size, 3, 2, 0).store(8, 3, DEVICE, 0);
            }
            vm.run(GuestCode.powerOff(code));
            vm.expect("0/8=0", "0/8=0", "0/8=0", "0/8=0", "off");
            expectEqual(vm.bus.unclaimedAccesses(), 8L);
        }
    }

    private void instructionAbort() {
        try (BareMetalVm vm = vm(1)) {
            A64 code = guest.useVectors(guest.start()).jump(DEVICE);
            vm.run(guest.vectors(code, service -> {}));
            // EC 0x21: an instruction abort from the same level; IFSC 0x10: external, not on a walk (Arm ARM D19.2.40).
            long syndrome = abortSyndrome(vm.next());
            expectEqual(syndrome >>> 26, 0x21L);
            expectEqual(syndrome & 0x3f, 0x10L);
            vm.expect("off");
        }
    }

    /** What the vectors reported: ESR_EL1. */
    private static long abortSyndrome(String report) {
        expectEqual(report.substring(0, 6), "108/8=");
        return Long.parseLong(report.substring(6), 16);
    }

    private MemorySegment mapFlash(BareMetalVm vm) {
        MemorySegment flash = hypervisor.allocateMemory(vm.arena, FLASH_SIZE, MemoryBacking.LAZY);
        vm.machine.map(BareMetalVm.FLASH, flash, VirtualMachine.Access.READ_EXECUTE);
        return flash;
    }

    private void flash() {
        try (BareMetalVm vm = vm(1)) {
            MemorySegment flash = mapFlash(vm);
            flash.set(ValueLayout.JAVA_INT, 8, 0x12345678);
            vm.bus.add(List.of(new MmioRegion("flash", BareMetalVm.FLASH, FLASH_SIZE, new MmioDevice() {
                @Override
                public long read(long offset, int size) {
                    return 0xc0de0000L + offset;
                }

                @Override
                public void write(long offset, int size, long value) {
                    vm.heard.add("flash %x=%x".formatted(offset, value));
                    if (value == 0x98) {
                        vm.machine.unmap(BareMetalVm.FLASH);
                    } else {
                        vm.machine.map(BareMetalVm.FLASH, flash, VirtualMachine.Access.READ_EXECUTE);
                    }
                }
            })));
            A64 code = guest.start().mov(5, BareMetalVm.FLASH);
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

    private void readOnlyCode() {
        try (BareMetalVm vm = vm(1)) {
            writeFunction(mapFlash(vm), 0x111);
            MemorySegment other = hypervisor.allocateMemory(vm.arena, FLASH_SIZE, MemoryBacking.LAZY);
            writeFunction(other, 0x222);
            vm.onStore = (offset, value) -> {
                if (offset == 0x10) {
                    vm.machine.unmap(BareMetalVm.FLASH);
                    vm.machine.map(BareMetalVm.FLASH, other, VirtualMachine.Access.READ_EXECUTE);
                }
            };
            A64 code = guest.start().mov(5, BareMetalVm.FLASH);
            code.instruction(CALL_X5).store(4, 7, DEVICE, 0).store(4, 7, DEVICE, 0x10);
            code.instruction(INVALIDATE_INSTRUCTION_CACHE).dataBarrier().instructionBarrier();
            code.instruction(CALL_X5).store(4, 7, DEVICE, 0);
            vm.run(GuestCode.powerOff(code));
            vm.expect("0/4=111", "10/4=111", "0/4=222", "off");
        }
    }

    private static void writeFunction(MemorySegment flash, int answer) {
        flash.set(ValueLayout.JAVA_INT, 0, MOVZ_X7 | answer << 5);
        flash.set(ValueLayout.JAVA_INT, 4, RET);
    }

    private void doorbell() {
        Doorbell doorbell = new Doorbell(0x50, 4, 1);
        try (BareMetalVm vm =
                new BareMetalVm(hypervisor, BareMetalVm.spec(gic, 1, 0, CpuOptions.HOST), List.of(doorbell))) {
            A64 code =
                    guest.start().mov(1, 2).store(4, 1, DEVICE, 0x50).mov(1, 1).store(4, 1, DEVICE, 0x50);
            code.label("stay").waitForInterrupt().branch("stay");
            vm.run(code);
            vm.expect("50/4=2", "50/4=1");
            expectEqual(vm.threads.getFirst(), "vcpu-0");
        }
    }
}
