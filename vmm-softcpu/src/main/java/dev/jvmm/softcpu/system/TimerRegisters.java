// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.system;

import static dev.jvmm.softcpu.system.SystemRegister.encode;

import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.system.SystemRegister.Permission;

/** The Generic Timer's registers and what CNTKCTL_EL1 lets EL0 do with them (Arm ARM D11.2, D19.8). */
final class TimerRegisters {
    private static final int EL0_PHYSICAL_COUNTER = 0;
    private static final int EL0_VIRTUAL_COUNTER = 1;
    private static final int EL0_VIRTUAL_TIMER = 8;
    private static final int EL0_PHYSICAL_TIMER = 9;

    private TimerRegisters() {}

    static void addTo(SystemRegisters registers) {
        registers.add(
                "CNTKCTL_EL1", encode(3, 0, 14, 1, 0), cpu -> cpu.cntkctl, (cpu, value) -> cpu.cntkctl = value & 0x3FF);
        registers.add(new SystemRegister(
                encode(3, 3, 14, 0, 0),
                "CNTFRQ_EL0",
                cpu -> (cpu.cntkctl & (1 << EL0_PHYSICAL_COUNTER | 1 << EL0_VIRTUAL_COUNTER)) != 0,
                null,
                cpu -> cpu.timer.frequency(),
                null));
        registers.addForUser(
                "CNTPCT_EL0",
                encode(3, 3, 14, 0, 1),
                bit(EL0_PHYSICAL_COUNTER),
                null,
                cpu -> cpu.timer.physicalCount(),
                null);
        registers.addForUser(
                "CNTVCT_EL0",
                encode(3, 3, 14, 0, 2),
                bit(EL0_VIRTUAL_COUNTER),
                null,
                cpu -> cpu.timer.virtualCount(),
                null);
        timer(registers, "CNTP", 2, false, bit(EL0_PHYSICAL_TIMER));
        timer(registers, "CNTV", 3, true, bit(EL0_VIRTUAL_TIMER));
    }

    private static Permission bit(int bit) {
        return cpu -> (cpu.cntkctl >>> bit & 1) != 0;
    }

    private static void timer(SystemRegisters registers, String name, int crm, boolean virtual, Permission permission) {
        registers.addForUser(
                name + "_TVAL_EL0",
                encode(3, 3, 14, crm, 0),
                permission,
                permission,
                cpu -> cpu.timer.compareValue(virtual) - count(cpu, virtual) & 0xFFFF_FFFFL,
                (cpu, value) -> cpu.timer.setCompareValue(virtual, count(cpu, virtual) + (int) value));
        registers.addForUser(
                name + "_CTL_EL0",
                encode(3, 3, 14, crm, 1),
                permission,
                permission,
                cpu -> cpu.timer.control(virtual),
                (cpu, value) -> cpu.timer.setControl(virtual, value & 3));
        registers.addForUser(
                name + "_CVAL_EL0",
                encode(3, 3, 14, crm, 2),
                permission,
                permission,
                cpu -> cpu.timer.compareValue(virtual),
                (cpu, value) -> cpu.timer.setCompareValue(virtual, value));
    }

    private static long count(Cpu cpu, boolean virtual) {
        return virtual ? cpu.timer.virtualCount() : cpu.timer.physicalCount();
    }
}
