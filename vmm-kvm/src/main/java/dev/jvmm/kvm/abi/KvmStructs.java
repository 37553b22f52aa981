// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm.abi;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/** Structures of linux/kvm.h, with the names they have there. */
public final class KvmStructs {
    public static final StructLayout USERSPACE_MEMORY_REGION = struct(
            "kvm_userspace_memory_region",
            u32("slot"),
            u32("flags"),
            u64("guest_phys_addr"),
            u64("memory_size"),
            u64("userspace_addr"));

    public static final StructLayout IRQ_LEVEL = struct("kvm_irq_level", u32("irq"), u32("level"));

    public static final StructLayout IRQFD =
            struct("kvm_irqfd", u32("fd"), u32("gsi"), u32("flags"), u32("resamplefd"), MemoryLayout.paddingLayout(16));

    public static final StructLayout IOEVENTFD = struct(
            "kvm_ioeventfd",
            u64("datamatch"),
            u64("addr"),
            u32("len"),
            u32("fd"),
            u32("flags"),
            MemoryLayout.paddingLayout(36));

    public static final StructLayout MSI = struct(
            "kvm_msi",
            u32("address_lo"),
            u32("address_hi"),
            u32("data"),
            u32("flags"),
            u32("devid"),
            MemoryLayout.paddingLayout(12));

    public static final StructLayout CREATE_DEVICE = struct("kvm_create_device", u32("type"), u32("fd"), u32("flags"));

    public static final StructLayout DEVICE_ATTR =
            struct("kvm_device_attr", u32("flags"), u32("group"), u64("attr"), u64("addr"));

    public static final StructLayout ONE_REG = struct("kvm_one_reg", u64("id"), u64("addr"));

    public static final StructLayout REG_LIST = struct("kvm_reg_list", u64("n"));

    public static final StructLayout MP_STATE = struct("kvm_mp_state", u32("mp_state"));

    public static final StructLayout ENABLE_CAP = struct(
            "kvm_enable_cap",
            u32("cap"),
            u32("flags"),
            MemoryLayout.sequenceLayout(4, JAVA_LONG).withName("args"),
            MemoryLayout.paddingLayout(64));

    /** struct kvm_vcpu_init of arm64's asm/kvm.h. */
    public static final StructLayout VCPU_INIT = struct(
            "kvm_vcpu_init",
            u32("target"),
            MemoryLayout.sequenceLayout(7, JAVA_INT).withName("features"));

    /** struct kvm_vcpu_events of arm64's asm/kvm.h. */
    public static final StructLayout VCPU_EVENTS = struct(
            "kvm_vcpu_events",
            MemoryLayout.structLayout(
                            u8("serror_pending"),
                            u8("serror_has_esr"),
                            u8("ext_dabt_pending"),
                            MemoryLayout.paddingLayout(5),
                            u64("serror_esr"))
                    .withName("exception"),
            MemoryLayout.paddingLayout(48));

    /** struct kvm_regs of arm64's asm/kvm.h: no call passes it, but the numbers of core registers are offsets in it. */
    public static final StructLayout ARM64_REGS = struct(
            "kvm_regs",
            MemoryLayout.structLayout(
                            MemoryLayout.sequenceLayout(31, JAVA_LONG).withName("regs"),
                            u64("sp"),
                            u64("pc"),
                            u64("pstate"))
                    .withName("regs"),
            u64("sp_el1"),
            u64("elr_el1"),
            MemoryLayout.sequenceLayout(5, JAVA_LONG).withName("spsr"),
            MemoryLayout.paddingLayout(8),
            MemoryLayout.structLayout(
                            MemoryLayout.sequenceLayout(64, JAVA_LONG).withName("vregs"),
                            u32("fpsr"),
                            u32("fpcr"),
                            MemoryLayout.paddingLayout(8))
                    .withName("fp_regs"));

    /** The beginning of struct kvm_run, with the exits that jvmm handles; the mapped area is larger. */
    public static final StructLayout RUN = struct(
            "kvm_run",
            u8("request_interrupt_window"),
            u8("immediate_exit"),
            MemoryLayout.paddingLayout(6),
            u32("exit_reason"),
            u8("ready_for_interrupt_injection"),
            u8("if_flag"),
            JAVA_SHORT.withName("flags"),
            u64("cr8"),
            u64("apic_base"),
            MemoryLayout.unionLayout(
                    MemoryLayout.structLayout(u64("hardware_exit_reason")).withName("hw"),
                    MemoryLayout.structLayout(u64("hardware_entry_failure_reason"), u32("cpu"))
                            .withName("fail_entry"),
                    MemoryLayout.structLayout(
                                    u64("phys_addr"),
                                    MemoryLayout.sequenceLayout(8, JAVA_BYTE).withName("data"),
                                    u32("len"),
                                    u8("is_write"))
                            .withName("mmio"),
                    MemoryLayout.structLayout(
                                    u32("suberror"),
                                    u32("ndata"),
                                    MemoryLayout.sequenceLayout(16, JAVA_LONG).withName("data"))
                            .withName("internal"),
                    MemoryLayout.structLayout(
                                    u32("type"),
                                    u32("ndata"),
                                    MemoryLayout.sequenceLayout(16, JAVA_LONG).withName("data"))
                            .withName("system_event"),
                    MemoryLayout.structLayout(u64("esr_iss"), u64("fault_ipa")).withName("arm_nisv"),
                    MemoryLayout.paddingLayout(256)),
            u64("kvm_valid_regs"),
            u64("kvm_dirty_regs"),
            MemoryLayout.paddingLayout(2048));

    private KvmStructs() {}

    private static StructLayout struct(String name, MemoryLayout... members) {
        return MemoryLayout.structLayout(members).withName(name);
    }

    private static ValueLayout u8(String name) {
        return JAVA_BYTE.withName(name);
    }

    private static ValueLayout u32(String name) {
        return JAVA_INT.withName(name);
    }

    private static ValueLayout u64(String name) {
        return JAVA_LONG.withName(name);
    }
}
