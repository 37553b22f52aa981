// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.system;

import static dev.jvmm.softcpu.system.SystemRegister.encode;

import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.cpu.Requests;
import dev.jvmm.softcpu.exception.Syndrome;
import dev.jvmm.softcpu.mmu.Mmu;
import dev.jvmm.softcpu.system.SystemRegister.Permission;
import dev.jvmm.softcpu.system.SystemRegister.Writer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What SYS encodes (Arm ARM C5.3 to C5.5): cache and TLB maintenance, address translation; and the waiting hints. */
public final class SystemInstructions {
    /**
     * One instruction.
     *
     * @param userAccess whether EL0 may; null where it is undefined there
     * @param action with the value of Xt
     */
    public record Instruction(@Nullable Permission userAccess, Writer action) {}

    private static final Map<Integer, Instruction> INSTRUCTIONS = new HashMap<>();
    private static final Permission CACHE_ACCESS = cpu -> (cpu.sctlr & ControlBits.SCTLR_UCI) != 0;
    private static final Permission ZERO_ACCESS = cpu -> (cpu.sctlr & ControlBits.SCTLR_DZE) != 0;
    private static final int ZERO_BLOCK_BYTES = 4 << IdentificationRegisters.ZERO_BLOCK_LOG2_WORDS;

    /** A virtual address in the operand of TLBI: bits 43:0 are VA[55:12]. */
    private static final int TLBI_ADDRESS_BITS = 44;

    static {
        instructionCache();
        dataCache();
        translations();
        tlb();
    }

    private SystemInstructions() {}

    /** The instruction of an encoding with op0 = 1, or null. */
    public static @Nullable Instruction find(int encoding) {
        return INSTRUCTIONS.get(encoding);
    }

    private static void privileged(int op1, int crm, int crn, int op2, Writer action) {
        INSTRUCTIONS.put(encode(1, op1, crn, crm, op2), new Instruction(null, action));
    }

    private static void instructionCache() {
        privileged(0, 1, 7, 0, (cpu, value) -> cpu.maintenance.invalidateInstructions());
        privileged(0, 5, 7, 0, (cpu, value) -> cpu.maintenance.invalidateInstructions());
        INSTRUCTIONS.put(
                encode(1, 3, 7, 5, 1),
                new Instruction(
                        CACHE_ACCESS,
                        (cpu, va) -> cpu.maintenance.invalidateInstructions(cpu.mmu.maintenanceAddress(va, false))));
    }

    /** Memory is always coherent: data cache maintenance does nothing but fault where it must. */
    private static void dataCache() {
        privileged(0, 6, 7, 1, (cpu, va) -> cpu.mmu.maintenanceAddress(va, true)); // DC IVAC
        for (int crm : new int[] {6, 10, 14}) {
            privileged(0, crm, 7, 2, (cpu, value) -> {}); // DC ISW, CSW, CISW
        }
        for (int crm : new int[] {10, 11, 14}) {
            // DC CVAC, CVAU, CIVAC
            INSTRUCTIONS.put(
                    encode(1, 3, 7, crm, 1),
                    new Instruction(CACHE_ACCESS, (cpu, va) -> cpu.mmu.maintenanceAddress(va, false)));
        }
        INSTRUCTIONS.put(
                encode(1, 3, 7, 4, 1), new Instruction(ZERO_ACCESS, (cpu, va) -> cpu.mmu.zero(va, ZERO_BLOCK_BYTES)));
    }

    private static void translations() {
        privileged(0, 8, 7, 0, (cpu, va) -> translate(cpu, Mmu.REGIME_EL1, va, false)); // AT S1E1R
        privileged(0, 8, 7, 1, (cpu, va) -> translate(cpu, Mmu.REGIME_EL1, va, true)); // AT S1E1W
        privileged(0, 8, 7, 2, (cpu, va) -> translate(cpu, Mmu.REGIME_EL0, va, false)); // AT S1E0R
        privileged(0, 8, 7, 3, (cpu, va) -> translate(cpu, Mmu.REGIME_EL0, va, true)); // AT S1E0W
    }

    private static void translate(Cpu cpu, int regime, long va, boolean write) {
        cpu.par = cpu.mmu.translationResult(regime, va, write);
    }

    private static void tlb() {
        // VMALLE1
        privileged(0, 7, 8, 0, (cpu, value) -> cpu.mmu.clear());
        privileged(0, 3, 8, 0, (cpu, value) -> {
            cpu.mmu.clear();
            cpu.maintenance.invalidateAll(cpu);
        });
        // ASIDE1: the other vCPUs don't tell an ASID's entries apart from all.
        privileged(0, 7, 8, 2, (cpu, value) -> cpu.mmu.clearAsid(ControlRegisters.asid(cpu, value)));
        privileged(0, 3, 8, 2, (cpu, value) -> {
            cpu.mmu.clearAsid(ControlRegisters.asid(cpu, value));
            cpu.maintenance.invalidateAll(cpu);
        });
        // VAE1, VAAE1, VALE1, VAALE1
        for (int op2 : new int[] {1, 3, 5, 7}) {
            privileged(0, 7, 8, op2, (cpu, value) -> cpu.mmu.clear(tlbiAddress(value)));
            privileged(0, 3, 8, op2, (cpu, value) -> {
                long va = tlbiAddress(value);
                cpu.mmu.clear(va);
                cpu.maintenance.invalidate(cpu, va);
            });
        }
    }

    private static long tlbiAddress(long value) {
        return value << 64 - TLBI_ADDRESS_BITS >> 64 - TLBI_ADDRESS_BITS - 12;
    }

    /** Checks an access from EL0 to a register or instruction that EL0 may use at most with permission. */
    public static void requireUserAccess(
            Cpu cpu, @Nullable Permission permission, int encoding, int register, boolean read) {
        if (permission == null) {
            throw cpu.undefined();
        }
        if (!permission.allowed(cpu)) {
            throw cpu.exception.with(
                    Syndrome.of(Syndrome.EC_SYSTEM_REGISTER, SystemRegister.trapSyndrome(encoding, register, read)));
        }
    }

    /** MSR DAIFSet and DAIFClr: EL0 needs SCTLR_EL1.UMA. The encoding has op0 = 0 and the immediate as CRm. */
    public static void requireMaskAccess(Cpu cpu, int encoding) {
        if (cpu.el == 0 && (cpu.sctlr & ControlBits.SCTLR_UMA) == 0) {
            throw cpu.exception.with(
                    Syndrome.of(Syndrome.EC_SYSTEM_REGISTER, SystemRegister.trapSyndrome(encoding, 31, false)));
        }
    }

    /** Changes PSTATE.D, A, I and F as the guest asks. */
    public static void setMasks(Cpu cpu, int daif) {
        cpu.setDaif(daif & 0x3C0);
        cpu.debug.update();
    }

    /** WFI, which EL0 may be kept from by SCTLR_EL1.nTWI. */
    public static void waitForInterrupt(Cpu cpu) {
        if (cpu.el == 0 && (cpu.sctlr & ControlBits.SCTLR_NTWI) == 0) {
            throw cpu.exception.with(Syndrome.of(Syndrome.EC_WFX, 1 << 24 | 0xE << 20));
        }
        cpu.waitForInterrupt();
    }

    /**
     * WFE. What it waits for in practice is a store by another vCPU to an address that an exclusive load has marked, which
     * nobody tells us of: so it gives the host's core away once and goes on, as the architecture allows.
     */
    public static void waitForEvent(Cpu cpu) {
        if (cpu.el == 0 && (cpu.sctlr & ControlBits.SCTLR_NTWE) == 0) {
            throw cpu.exception.with(Syndrome.of(Syndrome.EC_WFX, 1 << 24 | 0xE << 20 | 1));
        }
        if ((cpu.requests() & Requests.EVENT) != 0) {
            cpu.withdraw(Requests.EVENT);
            return;
        }
        Thread.yield();
    }
}
