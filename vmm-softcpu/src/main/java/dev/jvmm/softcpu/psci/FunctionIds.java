// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.psci;

/** Function identifiers: Arm DEN0028 (SMC Calling Convention) sections 7 and 2.5, Arm DEN0022 (PSCI) section 5.1. */
final class FunctionIds {
    /** In an identifier: 64-bit arguments. */
    static final int SMC64 = 1 << 30;

    static final int SMCCC_VERSION = 0x8000_0000;
    static final int SMCCC_ARCH_FEATURES = 0x8000_0001;
    static final int SMCCC_ARCH_WORKAROUND_1 = 0x8000_8000;
    static final int SMCCC_ARCH_WORKAROUND_2 = 0x8000_7FFF;
    static final int SMCCC_ARCH_WORKAROUND_3 = 0x8000_3FFF;

    static final int PSCI_VERSION = 0x8400_0000;
    static final int CPU_SUSPEND = 0x8400_0001;
    static final int CPU_OFF = 0x8400_0002;
    static final int CPU_ON = 0x8400_0003;
    static final int AFFINITY_INFO = 0x8400_0004;
    static final int MIGRATE_INFO_TYPE = 0x8400_0006;
    static final int SYSTEM_OFF = 0x8400_0008;
    static final int SYSTEM_RESET = 0x8400_0009;
    static final int PSCI_FEATURES = 0x8400_000A;
    static final int SYSTEM_SUSPEND = 0x8400_000E;
    static final int SYSTEM_RESET2 = 0x8400_0012;

    static final int CPU_SUSPEND_64 = CPU_SUSPEND | SMC64;
    static final int CPU_ON_64 = CPU_ON | SMC64;
    static final int AFFINITY_INFO_64 = AFFINITY_INFO | SMC64;
    static final int SYSTEM_SUSPEND_64 = SYSTEM_SUSPEND | SMC64;
    static final int SYSTEM_RESET2_64 = SYSTEM_RESET2 | SMC64;

    /** Arm DEN0098. */
    static final int TRNG_VERSION = 0x8400_0050;

    static final int TRNG_FEATURES = 0x8400_0051;
    static final int TRNG_GET_UUID = 0x8400_0052;
    static final int TRNG_RND = 0x8400_0053;
    static final int TRNG_RND_64 = TRNG_RND | SMC64;

    private FunctionIds() {}
}
