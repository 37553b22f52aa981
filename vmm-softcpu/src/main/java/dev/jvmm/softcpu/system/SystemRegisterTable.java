// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.system;

import static dev.jvmm.softcpu.system.SystemRegister.encode;

import dev.jvmm.core.cpu.GicVersion;
import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.cpu.InterruptInterface;

/** Puts the system registers of a machine together. */
public final class SystemRegisterTable {
    /** Where the system registers of a GICv3 are, at EL1: ICC_PMR_EL1 alone, and CRn 12 with CRm 8 to 12. */
    private static final int ICC_PMR = encode(3, 0, 4, 6, 0);

    private SystemRegisterTable() {}

    /** The registers of every vCPU of a machine. */
    public static SystemRegisters of(GicVersion gic, int physicalAddressBits) {
        SystemRegisters registers = new SystemRegisters();
        IdentificationRegisters.addTo(registers, gic, physicalAddressBits);
        ControlRegisters.addTo(registers);
        DebugRegisters.addTo(registers);
        TimerRegisters.addTo(registers);
        if (gic == GicVersion.V3) {
            addInterruptInterface(registers, ICC_PMR);
            for (int crm = 8; crm <= 12; crm++) {
                for (int op2 = 0; op2 < 8; op2++) {
                    addInterruptInterface(registers, encode(3, 0, 12, crm, op2));
                }
            }
        }
        return registers;
    }

    private static void addInterruptInterface(SystemRegisters registers, int encoding) {
        registers.add(
                "ICC_" + Integer.toHexString(encoding),
                encoding,
                cpu -> require(cpu, encoding).read(encoding),
                (cpu, value) -> require(cpu, encoding).write(encoding, value));
    }

    private static InterruptInterface require(Cpu cpu, int encoding) {
        InterruptInterface interrupts = cpu.interrupts;
        if (interrupts == null || !interrupts.has(encoding)) {
            throw cpu.undefined();
        }
        return interrupts;
    }
}
