// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.system;

import static dev.jvmm.softcpu.system.SystemRegister.ALWAYS;
import static dev.jvmm.softcpu.system.SystemRegister.encode;

import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.state.CpuState;

/** Control, translation, exception and thread registers of EL1 and EL0 (Arm ARM D19.2). */
final class ControlRegisters {
    private static final long TCR_A1 = 1L << 22;
    private static final long TCR_AS = 1L << 36;
    private static final int PSTATE_PAN = 1 << 22;

    private ControlRegisters() {}

    static void addTo(SystemRegisters registers) {
        translation(registers);
        exceptions(registers);
        processState(registers);
        threads(registers);
    }

    private static void translation(SystemRegisters registers) {
        registers.add("SCTLR_EL1", encode(3, 0, 1, 0, 0), cpu -> cpu.sctlr, (cpu, value) -> {
            cpu.sctlr = value & 0xFFFF_FFFFL & ~ControlBits.SCTLR_RES0 | ControlBits.SCTLR_RES1;
            cpu.mmu.clear();
        });
        registers.add("ACTLR_EL1", encode(3, 0, 1, 0, 1), cpu -> 0, (cpu, value) -> {});
        registers.add("CPACR_EL1", encode(3, 0, 1, 0, 2), cpu -> cpu.cpacr, (cpu, value) -> {
            cpu.cpacr = value & 3L << 20;
            cpu.contextChanged();
        });
        registers.add("TTBR0_EL1", encode(3, 0, 2, 0, 0), cpu -> cpu.ttbr0, (cpu, value) -> {
            cpu.ttbr0 = value;
            selectAsid(cpu);
        });
        registers.add("TTBR1_EL1", encode(3, 0, 2, 0, 1), cpu -> cpu.ttbr1, (cpu, value) -> {
            cpu.ttbr1 = value;
            selectAsid(cpu);
        });
        registers.add("TCR_EL1", encode(3, 0, 2, 0, 2), cpu -> cpu.tcr, (cpu, value) -> {
            // Fields of later versions (HA, HD, HPD, and on) don't exist here, but for E0PD0 and E0PD1.
            cpu.tcr = value & (0x7F_FFFF_FFFFL & ~(1L << 6 | 1L << 35) | 3L << 55);
            cpu.mmu.clear();
            selectAsid(cpu);
        });
        registers.add("MAIR_EL1", encode(3, 0, 10, 2, 0), cpu -> cpu.mair, (cpu, value) -> {
            cpu.mair = value;
            cpu.mmu.clear();
        });
        registers.add("AMAIR_EL1", encode(3, 0, 10, 3, 0), cpu -> cpu.amair, (cpu, value) -> cpu.amair = value);
        registers.add(
                "CONTEXTIDR_EL1",
                encode(3, 0, 13, 0, 1),
                cpu -> cpu.contextidr,
                (cpu, value) -> cpu.contextidr = value & 0xFFFF_FFFFL);
        registers.add("PAR_EL1", encode(3, 0, 7, 4, 0), cpu -> cpu.par, (cpu, value) -> cpu.par = value);
    }

    /**
     * A new table base takes effect for later walks; entries cached from the old one under the same ASID are the guest's to
     * invalidate, those of another ASID must not be used. A base that changes while the MMU's ASID stays the same is how
     * a guest without ASIDs would switch, and it must use TLBI.
     */
    private static void selectAsid(Cpu cpu) {
        long base = (cpu.tcr & TCR_A1) != 0 ? cpu.ttbr1 : cpu.ttbr0;
        cpu.mmu.selectAsid(asid(cpu, base));
    }

    /** The ASID in bits 63 to 48 of a table base or of TLBI's operand: 8 or 16 bits, as TCR_EL1.AS says. */
    static int asid(Cpu cpu, long value) {
        return (int) (value >>> 48) & ((cpu.tcr & TCR_AS) != 0 ? 0xFFFF : 0xFF);
    }

    private static void exceptions(SystemRegisters registers) {
        registers.add("VBAR_EL1", encode(3, 0, 12, 0, 0), cpu -> cpu.vbar, (cpu, value) -> cpu.vbar = value & ~0x7FFL);
        registers.add("ISR_EL1", encode(3, 0, 12, 1, 0), Cpu::interruptStatus, null);
        registers.addConstant("RVBAR_EL1", encode(3, 0, 12, 0, 1), 0);
        registers.add("ELR_EL1", encode(3, 0, 4, 0, 1), cpu -> cpu.elr, (cpu, value) -> cpu.elr = value);
        registers.add(
                "SPSR_EL1", encode(3, 0, 4, 0, 0), cpu -> cpu.spsr, (cpu, value) -> cpu.spsr = value & 0xFFFF_FFFFL);
        registers.add(
                "SP_EL0",
                encode(3, 0, 4, 1, 0),
                cpu -> bankedUserSp(cpu).sp(0),
                (cpu, value) -> bankedUserSp(cpu).setSp(0, value));
        registers.add("ESR_EL1", encode(3, 0, 5, 2, 0), cpu -> cpu.esr, (cpu, value) -> cpu.esr = value & 0xFFFF_FFFFL);
        registers.add(
                "AFSR0_EL1", encode(3, 0, 5, 1, 0), cpu -> cpu.afsr0, (cpu, value) -> cpu.afsr0 = value & 0xFFFF_FFFFL);
        registers.add(
                "AFSR1_EL1", encode(3, 0, 5, 1, 1), cpu -> cpu.afsr1, (cpu, value) -> cpu.afsr1 = value & 0xFFFF_FFFFL);
        registers.add("FAR_EL1", encode(3, 0, 6, 0, 0), cpu -> cpu.far, (cpu, value) -> cpu.far = value);
    }

    /** SP_EL0 by name is undefined while it is the SP in use. */
    private static CpuState bankedUserSp(Cpu cpu) {
        if (cpu.spSel == 0) {
            throw cpu.undefined();
        }
        return cpu;
    }

    private static void processState(SystemRegisters registers) {
        registers.addForUser(
                "NZCV",
                encode(3, 3, 4, 2, 0),
                ALWAYS,
                ALWAYS,
                cpu -> cpu.nzcv() & 0xFFFF_FFFFL,
                (cpu, value) -> cpu.setNzcv((int) value));
        SystemRegister.Permission maskAccess = cpu -> (cpu.sctlr & ControlBits.SCTLR_UMA) != 0;
        registers.addForUser(
                "DAIF",
                encode(3, 3, 4, 2, 1),
                maskAccess,
                maskAccess,
                cpu -> cpu.daif,
                (cpu, value) -> SystemInstructions.setMasks(cpu, (int) value));
        registers.add("CurrentEL", encode(3, 0, 4, 2, 2), cpu -> (long) cpu.el << 2, null);
        registers.add("SPSel", encode(3, 0, 4, 2, 0), cpu -> cpu.spSel, (cpu, value) -> cpu.selectSp((int) value & 1));
        registers.add("PAN", encode(3, 0, 4, 2, 3), cpu -> cpu.pan ? PSTATE_PAN : 0, (cpu, value) -> {
            cpu.pan = (value & PSTATE_PAN) != 0;
            cpu.contextChanged();
        });
        registers.addForUser(
                "FPCR",
                encode(3, 3, 4, 4, 0),
                ALWAYS,
                ALWAYS,
                cpu -> fpAccess(cpu).fp.fpcr(),
                (cpu, value) -> fpAccess(cpu).fp.setFpcr(value));
        registers.addForUser(
                "FPSR",
                encode(3, 3, 4, 4, 1),
                ALWAYS,
                ALWAYS,
                cpu -> fpAccess(cpu).fp.fpsr() & 0xFFFF_FFFFL,
                (cpu, value) -> fpAccess(cpu).fp.setFpsr(value));
    }

    /** FPCR and FPSR trap as the FP instructions do. */
    private static CpuState fpAccess(Cpu cpu) {
        if (cpu.fpTrapped) {
            throw cpu.fpAccessTrap();
        }
        return cpu;
    }

    private static void threads(SystemRegisters registers) {
        registers.addForUser(
                "TPIDR_EL0",
                encode(3, 3, 13, 0, 2),
                ALWAYS,
                ALWAYS,
                cpu -> cpu.tpidrEl0,
                (cpu, value) -> cpu.tpidrEl0 = value);
        registers.addForUser(
                "TPIDRRO_EL0",
                encode(3, 3, 13, 0, 3),
                ALWAYS,
                null,
                cpu -> cpu.tpidrroEl0,
                (cpu, value) -> cpu.tpidrroEl0 = value);
        registers.add("TPIDR_EL1", encode(3, 0, 13, 0, 4), cpu -> cpu.tpidrEl1, (cpu, value) -> cpu.tpidrEl1 = value);
    }
}
