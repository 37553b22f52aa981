// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm.abi;

/** Constants of arm64's asm/kvm.h, with the names they have there. */
public final class Arm64Constants {
    public static final long KVM_SET_VCPU_EVENTS = Ioctl.iow(0xa0, KvmStructs.VCPU_EVENTS);

    // vCPU features: bits of kvm_vcpu_init.features.
    public static final int KVM_ARM_VCPU_POWER_OFF = 0;
    public static final int KVM_ARM_VCPU_EL1_32BIT = 1;
    public static final int KVM_ARM_VCPU_PSCI_0_2 = 2;
    public static final int KVM_ARM_VCPU_PMU_V3 = 3;
    public static final int KVM_ARM_VCPU_SVE = 4;
    public static final int KVM_ARM_VCPU_PTRAUTH_ADDRESS = 5;
    public static final int KVM_ARM_VCPU_PTRAUTH_GENERIC = 6;

    // Groups and attributes of the interrupt controllers.
    public static final int KVM_DEV_ARM_VGIC_GRP_ADDR = 0;
    public static final int KVM_DEV_ARM_VGIC_GRP_DIST_REGS = 1;
    public static final int KVM_DEV_ARM_VGIC_GRP_CPU_REGS = 2;
    public static final int KVM_DEV_ARM_VGIC_GRP_NR_IRQS = 3;
    public static final int KVM_DEV_ARM_VGIC_GRP_CTRL = 4;
    public static final int KVM_DEV_ARM_VGIC_GRP_REDIST_REGS = 5;
    public static final int KVM_DEV_ARM_VGIC_GRP_CPU_SYSREGS = 6;
    public static final int KVM_DEV_ARM_VGIC_GRP_LEVEL_INFO = 7;
    public static final int KVM_DEV_ARM_VGIC_CTRL_INIT = 0;
    public static final int KVM_DEV_ARM_ITS_CTRL_RESET = 4;
    public static final int KVM_DEV_ARM_VGIC_CPUID_SHIFT = 32;
    public static final int KVM_DEV_ARM_VGIC_V3_MPIDR_SHIFT = 32;
    public static final int KVM_DEV_ARM_VGIC_LINE_LEVEL_INFO_SHIFT = 10;
    public static final int KVM_VGIC_V2_ADDR_TYPE_DIST = 0;
    public static final int KVM_VGIC_V2_ADDR_TYPE_CPU = 1;
    public static final int KVM_VGIC_V3_ADDR_TYPE_DIST = 2;
    public static final int KVM_VGIC_V3_ADDR_TYPE_REDIST = 3;
    public static final int KVM_VGIC_ITS_ADDR_TYPE = 4;
    public static final int KVM_VGIC_V3_ADDR_TYPE_REDIST_REGION = 5;

    // Groups and attributes of a vCPU.
    public static final int KVM_ARM_VCPU_PMU_V3_CTRL = 0;
    public static final int KVM_ARM_VCPU_PMU_V3_IRQ = 0;
    public static final int KVM_ARM_VCPU_PMU_V3_INIT = 1;
    public static final int KVM_ARM_VCPU_TIMER_CTRL = 1;
    public static final int KVM_ARM_VCPU_TIMER_IRQ_VTIMER = 0;
    public static final int KVM_ARM_VCPU_TIMER_IRQ_PTIMER = 1;

    public static final int KVM_ARM_VCPU_PVTIME_CTRL = 2;
    public static final int KVM_ARM_VCPU_PVTIME_IPA = 0;

    // KVM_IRQ_LINE's number of a line.
    public static final int KVM_ARM_IRQ_TYPE_SHIFT = 24;
    public static final int KVM_ARM_IRQ_TYPE_SPI = 1;

    // Register identifiers.
    public static final long KVM_REG_ARM_CORE = 0x10_0000;
    public static final long KVM_REG_ARM64_SYSREG = 0x13_0000;
    public static final int KVM_REG_ARM64_SYSREG_OP0_SHIFT = 14;
    public static final int KVM_REG_ARM64_SYSREG_OP1_SHIFT = 11;
    public static final int KVM_REG_ARM64_SYSREG_CRN_SHIFT = 7;
    public static final int KVM_REG_ARM64_SYSREG_CRM_SHIFT = 3;
    public static final int KVM_REG_ARM64_SYSREG_OP2_SHIFT = 0;
    public static final long KVM_REG_ARM_PSCI_VERSION =
            KvmConstants.KVM_REG_ARM64 | KvmConstants.KVM_REG_SIZE_U64 | 0x14_0000;

    /** A set of vector lengths: bit N of these words stands for (N + 1) * 128 bits. */
    public static final long KVM_REG_ARM64_SVE_VLS =
            KvmConstants.KVM_REG_ARM64 | KvmConstants.KVM_REG_SIZE_U512 | 0x15_ffff;

    public static final int KVM_ARM64_SVE_VLS_WORDS = 8;

    // Flags of a system event.
    public static final long KVM_SYSTEM_EVENT_RESET_FLAG_PSCI_RESET2 = 1;

    private Arm64Constants() {}
}
