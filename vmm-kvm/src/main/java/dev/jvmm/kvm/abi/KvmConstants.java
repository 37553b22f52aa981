// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm.abi;

import java.lang.foreign.ValueLayout;

/** Constants of linux/kvm.h that mean the same on every architecture, with the names they have there. */
public final class KvmConstants {
    // Requests to /dev/kvm.
    public static final long KVM_GET_API_VERSION = Ioctl.io(0x00);
    public static final long KVM_CREATE_VM = Ioctl.io(0x01);
    public static final long KVM_CHECK_EXTENSION = Ioctl.io(0x03);
    public static final long KVM_GET_VCPU_MMAP_SIZE = Ioctl.io(0x04);

    // Requests to a VM.
    public static final long KVM_CREATE_VCPU = Ioctl.io(0x41);
    public static final long KVM_SET_USER_MEMORY_REGION = Ioctl.iow(0x46, KvmStructs.USERSPACE_MEMORY_REGION);
    public static final long KVM_CREATE_IRQCHIP = Ioctl.io(0x60);
    public static final long KVM_IRQ_LINE = Ioctl.iow(0x61, KvmStructs.IRQ_LEVEL);
    public static final long KVM_IRQFD = Ioctl.iow(0x76, KvmStructs.IRQFD);
    public static final long KVM_IOEVENTFD = Ioctl.iow(0x79, KvmStructs.IOEVENTFD);
    public static final long KVM_ENABLE_CAP = Ioctl.iow(0xa3, KvmStructs.ENABLE_CAP);
    public static final long KVM_SIGNAL_MSI = Ioctl.iow(0xa5, KvmStructs.MSI);
    public static final long KVM_ARM_PREFERRED_TARGET = Ioctl.ior(0xaf, KvmStructs.VCPU_INIT);
    public static final long KVM_CREATE_DEVICE = Ioctl.iowr(0xe0, KvmStructs.CREATE_DEVICE);

    // Requests to a VM, a vCPU or a device.
    public static final long KVM_SET_DEVICE_ATTR = Ioctl.iow(0xe1, KvmStructs.DEVICE_ATTR);
    public static final long KVM_GET_DEVICE_ATTR = Ioctl.iow(0xe2, KvmStructs.DEVICE_ATTR);
    public static final long KVM_HAS_DEVICE_ATTR = Ioctl.iow(0xe3, KvmStructs.DEVICE_ATTR);

    // Requests to a vCPU.
    public static final long KVM_RUN = Ioctl.io(0x80);
    public static final long KVM_GET_MP_STATE = Ioctl.ior(0x98, KvmStructs.MP_STATE);
    public static final long KVM_SET_MP_STATE = Ioctl.iow(0x99, KvmStructs.MP_STATE);
    public static final long KVM_GET_ONE_REG = Ioctl.iow(0xab, KvmStructs.ONE_REG);
    public static final long KVM_SET_ONE_REG = Ioctl.iow(0xac, KvmStructs.ONE_REG);
    public static final long KVM_ARM_VCPU_INIT = Ioctl.iow(0xae, KvmStructs.VCPU_INIT);
    public static final long KVM_GET_REG_LIST = Ioctl.iowr(0xb0, KvmStructs.REG_LIST);
    public static final long KVM_ARM_VCPU_FINALIZE = Ioctl.iow(0xc2, ValueLayout.JAVA_INT);

    public static final int KVM_API_VERSION = 12;

    // Capabilities.
    public static final int KVM_CAP_NR_VCPUS = 9;
    public static final int KVM_CAP_NR_MEMSLOTS = 10;
    public static final int KVM_CAP_IRQFD = 32;
    public static final int KVM_CAP_IOEVENTFD = 36;
    public static final int KVM_CAP_MAX_VCPUS = 66;
    public static final int KVM_CAP_ONE_REG = 70;
    public static final int KVM_CAP_SIGNAL_MSI = 77;
    public static final int KVM_CAP_READONLY_MEM = 81;
    public static final int KVM_CAP_IRQFD_RESAMPLE = 82;
    public static final int KVM_CAP_DEVICE_CTRL = 89;
    public static final int KVM_CAP_ARM_EL1_32BIT = 93;
    public static final int KVM_CAP_ARM_PSCI_0_2 = 102;
    public static final int KVM_CAP_ARM_PMU_V3 = 126;
    public static final int KVM_CAP_IMMEDIATE_EXIT = 136;
    public static final int KVM_CAP_ARM_VM_IPA_SIZE = 165;
    public static final int KVM_CAP_ARM_SVE = 170;
    public static final int KVM_CAP_ARM_PTRAUTH_ADDRESS = 171;
    public static final int KVM_CAP_ARM_PTRAUTH_GENERIC = 172;
    public static final int KVM_CAP_ARM_NISV_TO_USER = 177;
    public static final int KVM_CAP_ARM_INJECT_EXT_DABT = 178;
    public static final int KVM_CAP_STEAL_TIME = 187;
    public static final int KVM_CAP_ARM_SYSTEM_SUSPEND = 216;

    // Flags.
    public static final int KVM_MEM_READONLY = 2;
    public static final int KVM_IOEVENTFD_FLAG_DATAMATCH = 1;
    public static final int KVM_IOEVENTFD_FLAG_DEASSIGN = 4;
    public static final int KVM_IRQFD_FLAG_DEASSIGN = 1;
    public static final int KVM_IRQFD_FLAG_RESAMPLE = 2;
    public static final int KVM_MSI_VALID_DEVID = 1;
    public static final int KVM_CREATE_DEVICE_TEST = 1;

    // Why KVM_RUN returned 0.
    public static final int KVM_EXIT_UNKNOWN = 0;
    public static final int KVM_EXIT_DEBUG = 4;
    public static final int KVM_EXIT_HLT = 5;
    public static final int KVM_EXIT_MMIO = 6;
    public static final int KVM_EXIT_SHUTDOWN = 8;
    public static final int KVM_EXIT_FAIL_ENTRY = 9;
    public static final int KVM_EXIT_INTR = 10;
    public static final int KVM_EXIT_INTERNAL_ERROR = 17;
    public static final int KVM_EXIT_SYSTEM_EVENT = 24;
    public static final int KVM_EXIT_ARM_NISV = 28;

    // What a system event says.
    public static final int KVM_SYSTEM_EVENT_SHUTDOWN = 1;
    public static final int KVM_SYSTEM_EVENT_RESET = 2;
    public static final int KVM_SYSTEM_EVENT_CRASH = 3;
    public static final int KVM_SYSTEM_EVENT_WAKEUP = 4;
    public static final int KVM_SYSTEM_EVENT_SUSPEND = 5;

    // Multiprocessing states.
    public static final int KVM_MP_STATE_RUNNABLE = 0;
    public static final int KVM_MP_STATE_STOPPED = 5;
    public static final int KVM_MP_STATE_SUSPENDED = 10;

    // Devices.
    public static final int KVM_DEV_TYPE_ARM_VGIC_V2 = 5;
    public static final int KVM_DEV_TYPE_ARM_VGIC_V3 = 7;
    public static final int KVM_DEV_TYPE_ARM_VGIC_ITS = 8;

    // Register identifiers.
    public static final long KVM_REG_ARM64 = 0x6000_0000_0000_0000L;
    public static final long KVM_REG_SIZE_U32 = 0x0020_0000_0000_0000L;
    public static final long KVM_REG_SIZE_U64 = 0x0030_0000_0000_0000L;

    public static final long KVM_REG_SIZE_U512 = 0x0060_0000_0000_0000L;

    private KvmConstants() {}
}
