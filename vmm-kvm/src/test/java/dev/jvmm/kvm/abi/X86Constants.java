// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm.abi;

import java.lang.foreign.MemoryLayout;

/** Requests that only x86 hosts have, for tests of the common part there. */
public final class X86Constants {
    /** struct kvm_regs: rax to r15, rip, rflags. */
    public static final MemoryLayout REGS = MemoryLayout.paddingLayout(144);

    public static final MemoryLayout SREGS = MemoryLayout.paddingLayout(312);
    public static final MemoryLayout IRQCHIP = MemoryLayout.paddingLayout(520);

    public static final long KVM_SET_REGS = Ioctl.iow(0x82, REGS);
    public static final long KVM_GET_SREGS = Ioctl.ior(0x83, SREGS);
    public static final long KVM_SET_SREGS = Ioctl.iow(0x84, SREGS);
    public static final long KVM_GET_IRQCHIP = Ioctl.iowr(0x62, IRQCHIP);

    private X86Constants() {}
}
