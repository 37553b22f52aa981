// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.psci;

import static dev.jvmm.softcpu.psci.FunctionIds.AFFINITY_INFO;
import static dev.jvmm.softcpu.psci.FunctionIds.AFFINITY_INFO_64;
import static dev.jvmm.softcpu.psci.FunctionIds.CPU_OFF;
import static dev.jvmm.softcpu.psci.FunctionIds.CPU_ON;
import static dev.jvmm.softcpu.psci.FunctionIds.CPU_ON_64;
import static dev.jvmm.softcpu.psci.FunctionIds.CPU_SUSPEND;
import static dev.jvmm.softcpu.psci.FunctionIds.CPU_SUSPEND_64;
import static dev.jvmm.softcpu.psci.FunctionIds.MIGRATE_INFO_TYPE;
import static dev.jvmm.softcpu.psci.FunctionIds.PSCI_FEATURES;
import static dev.jvmm.softcpu.psci.FunctionIds.PSCI_VERSION;
import static dev.jvmm.softcpu.psci.FunctionIds.SMCCC_ARCH_FEATURES;
import static dev.jvmm.softcpu.psci.FunctionIds.SMCCC_ARCH_WORKAROUND_1;
import static dev.jvmm.softcpu.psci.FunctionIds.SMCCC_ARCH_WORKAROUND_2;
import static dev.jvmm.softcpu.psci.FunctionIds.SMCCC_ARCH_WORKAROUND_3;
import static dev.jvmm.softcpu.psci.FunctionIds.SMCCC_VERSION;
import static dev.jvmm.softcpu.psci.FunctionIds.SYSTEM_OFF;
import static dev.jvmm.softcpu.psci.FunctionIds.SYSTEM_RESET;
import static dev.jvmm.softcpu.psci.FunctionIds.SYSTEM_RESET2;
import static dev.jvmm.softcpu.psci.FunctionIds.SYSTEM_RESET2_64;
import static dev.jvmm.softcpu.psci.FunctionIds.SYSTEM_SUSPEND;
import static dev.jvmm.softcpu.psci.FunctionIds.SYSTEM_SUSPEND_64;
import static dev.jvmm.softcpu.psci.FunctionIds.TRNG_FEATURES;
import static dev.jvmm.softcpu.psci.FunctionIds.TRNG_GET_UUID;
import static dev.jvmm.softcpu.psci.FunctionIds.TRNG_RND;
import static dev.jvmm.softcpu.psci.FunctionIds.TRNG_RND_64;
import static dev.jvmm.softcpu.psci.FunctionIds.TRNG_VERSION;

import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.cpu.FirmwareInterface;

/**
 * PSCI 1.1 (Arm DEN0022) and the TRNG interface 1.0 (Arm DEN0098) by the SMC Calling Convention 1.1 (Arm DEN0028) through
 * HVC. What it doesn't know returns NOT_SUPPORTED.
 */
public final class Psci implements FirmwareInterface {
    private static final long VERSION_1_1 = 0x1_0001;
    /** MIGRATE_INFO_TYPE: no Trusted OS that would need migration. */
    private static final long NO_MIGRATION = 2;
    /** SMCCC_ARCH_FEATURES: the workaround may be called but isn't required. */
    private static final long CALLABLE_BUT_NOT_REQUIRED = 1;
    /** Arm DEN0028 section 7.5.5. */
    private static final long NOT_REQUIRED = -2;

    private static final long AFFINITY = 0xFF_00FF_FFFFL;
    private static final int HIGHEST_AFFINITY_LEVEL = 3;

    private final PowerController power;
    private final TrueRandom random = new TrueRandom();

    public Psci(PowerController power) {
        this.power = power;
    }

    @Override
    public void call(Cpu cpu) {
        int function = (int) cpu.x[0];
        boolean wide = (function & FunctionIds.SMC64) != 0;
        cpu.x[0] = result(cpu, function, argument(cpu, 1, wide), argument(cpu, 2, wide), argument(cpu, 3, wide));
    }

    private static long argument(Cpu cpu, int register, boolean wide) {
        return wide ? cpu.x[register] : cpu.x[register] & 0xFFFF_FFFFL;
    }

    private long result(Cpu cpu, int function, long first, long second, long third) {
        return switch (function) {
            case SMCCC_VERSION, PSCI_VERSION -> VERSION_1_1;
            case SMCCC_ARCH_FEATURES -> architectureFeature((int) first);
            // No branch predictor to clear.
            case SMCCC_ARCH_WORKAROUND_1, SMCCC_ARCH_WORKAROUND_3 -> PsciStatus.SUCCESS;
            case PSCI_FEATURES -> feature((int) first);
            case MIGRATE_INFO_TYPE -> NO_MIGRATION;
            case CPU_SUSPEND, CPU_SUSPEND_64 -> suspend(cpu);
            case CPU_ON, CPU_ON_64 -> turnOn(first, second, third);
            case AFFINITY_INFO, AFFINITY_INFO_64 -> affinityInfo(first, (int) second);
            case CPU_OFF -> {
                power.cpuOff(cpu);
                yield PsciStatus.INTERNAL_FAILURE;
            }
            case SYSTEM_SUSPEND, SYSTEM_SUSPEND_64 -> suspendSystem(cpu, first, second);
            case SYSTEM_OFF -> {
                power.systemOff(cpu);
                yield PsciStatus.INTERNAL_FAILURE;
            }
            case SYSTEM_RESET -> {
                power.systemReset(cpu);
                yield PsciStatus.INTERNAL_FAILURE;
            }
            case SYSTEM_RESET2, SYSTEM_RESET2_64 -> resetOfType(cpu, (int) first);
            case TRNG_VERSION, TRNG_FEATURES, TRNG_GET_UUID, TRNG_RND, TRNG_RND_64 ->
                random.call(cpu, function, (int) first);
            default -> PsciStatus.NOT_SUPPORTED;
        };
    }

    /** Any power state is entered as standby, as the specification lets an implementation do (section 5.4). */
    private static long suspend(Cpu cpu) {
        cpu.waitForInterrupt();
        return PsciStatus.SUCCESS;
    }

    private long turnOn(long target, long entry, long context) {
        if ((target & ~AFFINITY) != 0) {
            return PsciStatus.INVALID_PARAMETERS;
        }
        if ((entry & 3) != 0) {
            return PsciStatus.INVALID_ADDRESS;
        }
        return power.cpuOn(target, entry, context);
    }

    private long suspendSystem(Cpu cpu, long entry, long context) {
        return (entry & 3) != 0 ? PsciStatus.INVALID_ADDRESS : power.systemSuspend(cpu, entry, context);
    }

    private long affinityInfo(long target, int level) {
        if ((target & ~AFFINITY) != 0 || level < 0 || level > HIGHEST_AFFINITY_LEVEL) {
            return PsciStatus.INVALID_PARAMETERS;
        }
        return power.affinityInfo(target, level);
    }

    /** Type 0 is the architectural warm reset, the only one there is; vendors' have bit 31 set. */
    private long resetOfType(Cpu cpu, int type) {
        if (type != 0) {
            return PsciStatus.INVALID_PARAMETERS;
        }
        power.systemReset(cpu);
        return PsciStatus.INTERNAL_FAILURE;
    }

    private static long architectureFeature(int function) {
        return switch (function) {
            case SMCCC_VERSION, SMCCC_ARCH_FEATURES -> PsciStatus.SUCCESS;
            case SMCCC_ARCH_WORKAROUND_1, SMCCC_ARCH_WORKAROUND_3 -> CALLABLE_BUT_NOT_REQUIRED;
            case SMCCC_ARCH_WORKAROUND_2 -> NOT_REQUIRED;
            default -> PsciStatus.NOT_SUPPORTED;
        };
    }

    /** Zero for what there is: CPU_SUSPEND has the original format of power states and no OS-initiated mode. */
    private static long feature(int function) {
        return switch (function) {
            case PSCI_VERSION,
                    PSCI_FEATURES,
                    CPU_SUSPEND,
                    CPU_SUSPEND_64,
                    CPU_OFF,
                    CPU_ON,
                    CPU_ON_64,
                    AFFINITY_INFO,
                    AFFINITY_INFO_64,
                    MIGRATE_INFO_TYPE,
                    SYSTEM_OFF,
                    SYSTEM_RESET,
                    SYSTEM_RESET2,
                    SYSTEM_RESET2_64,
                    SYSTEM_SUSPEND,
                    SYSTEM_SUSPEND_64,
                    SMCCC_VERSION -> PsciStatus.SUCCESS;
            default -> PsciStatus.NOT_SUPPORTED;
        };
    }
}
