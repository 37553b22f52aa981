// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.system;

import static dev.jvmm.softcpu.system.SystemRegister.encode;

import dev.jvmm.core.cpu.GicVersion;
import dev.jvmm.core.cpu.MpidrAffinity;

/**
 * The identification registers (Arm ARM D19.2): they announce what the software CPU has, and nothing more. Every field
 * that isn't named here is zero.
 */
final class IdentificationRegisters {
    /** Implementer 0 is reserved for software; architecture 0xF says "see the ID registers". */
    private static final long MIDR = 0xFL << 16 | 0x4A0 << 4;

    private static final long RES1_BIT_31 = 1L << 31;

    /** Bytes of a DC ZVA block are 4 << BS. */
    static final int ZERO_BLOCK_LOG2_WORDS = 4;

    /**
     * CTR_EL0: IDC set (no data cache cleaning needed for instruction fetch), DIC clear (the guest must invalidate the
     * instruction cache), PIPT, 64-byte data lines, and instruction "lines" of a page, since that is what IC IVAU
     * invalidates here.
     */
    private static final long CTR = RES1_BIT_31 | 1L << 28 | 4L << 24 | 4L << 20 | 4L << 16 | 3L << 14 | 10;

    private IdentificationRegisters() {}

    static void addTo(SystemRegisters registers, GicVersion gic, int physicalAddressBits) {
        registers.addConstant("MIDR_EL1", encode(3, 0, 0, 0, 0), MIDR);
        registers.add("MPIDR_EL1", encode(3, 0, 0, 0, 5), cpu -> RES1_BIT_31 | MpidrAffinity.of(cpu.number), null);
        registers.addConstant("REVIDR_EL1", encode(3, 0, 0, 0, 6), 0);
        registers.addConstant("AIDR_EL1", encode(3, 1, 0, 0, 7), 0);
        registers.addConstant("ID_AA64PFR0_EL1", encode(3, 0, 0, 4, 0), processorFeatures(gic));
        registers.addConstant("ID_AA64DFR0_EL1", encode(3, 0, 0, 5, 0), debugFeatures());
        registers.addConstant("ID_AA64ISAR0_EL1", encode(3, 0, 0, 6, 0), instructionSetAttributes());
        registers.addConstant("ID_AA64MMFR0_EL1", encode(3, 0, 0, 7, 0), memoryModelFeatures(physicalAddressBits));
        registers.addConstant("ID_AA64MMFR1_EL1", encode(3, 0, 0, 7, 1), 1L << 20); // PAN
        registers.addConstant("ID_AA64MMFR2_EL1", encode(3, 0, 0, 7, 2), 1L << 60); // E0PD
        registers.addForUser(
                "CTR_EL0",
                encode(3, 3, 0, 0, 1),
                cpu -> (cpu.sctlr & ControlBits.SCTLR_UCT) != 0,
                null,
                cpu -> CTR,
                null);
        registers.addForUser(
                "DCZID_EL0",
                encode(3, 3, 0, 0, 7),
                SystemRegister.ALWAYS,
                null,
                cpu -> ZERO_BLOCK_LOG2_WORDS | (cpu.el == 0 && (cpu.sctlr & ControlBits.SCTLR_DZE) == 0 ? 1 << 4 : 0),
                null);
        // No cache levels: nothing needs maintenance by set and way.
        registers.addConstant("CLIDR_EL1", encode(3, 1, 0, 0, 1), 0);
        registers.addConstant("CCSIDR_EL1", encode(3, 1, 0, 0, 0), 0);
        registers.add("CSSELR_EL1", encode(3, 2, 0, 0, 0), cpu -> cpu.csselr, (cpu, value) -> cpu.csselr = value & 0xF);
    }

    private static long processorFeatures(GicVersion gic) {
        long aarch64OnlyEl0AndEl1 = 1 | 1 << 4;
        long gicSystemRegisters = gic == GicVersion.V3 ? 1L << 24 : 0;
        // CSV2 and CSV3: nothing here is executed speculatively.
        return aarch64OnlyEl0AndEl1 | gicSystemRegisters | 1L << 56 | 1L << 60;
    }

    private static long debugFeatures() {
        return 6 | (DebugUnit.BREAKPOINTS - 1) << 12 | (DebugUnit.WATCHPOINTS - 1) << 20;
    }

    private static long instructionSetAttributes() {
        long aesWithPmull = 2L << 4;
        long sha1 = 1L << 8;
        long sha256 = 1L << 12;
        long crc32 = 1L << 16;
        long atomics = 2L << 20;
        return aesWithPmull | sha1 | sha256 | crc32 | atomics;
    }

    private static long memoryModelFeatures(int physicalAddressBits) {
        long range = switch (physicalAddressBits) {
            case 32 -> 0;
            case 36 -> 1;
            case 40 -> 2;
            case 42 -> 3;
            case 44 -> 4;
            case 48 -> 5;
            default -> throw new IllegalStateException("physical addresses of " + physicalAddressBits + " bits");
        };
        long asid16 = 2L << 4;
        long granule16 = 1L << 20;
        return range | asid16 | granule16;
    }
}
