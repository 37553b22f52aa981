// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm.arm64;

import static dev.jvmm.kvm.abi.Arm64Constants.KVM_REG_ARM64_SYSREG;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_REG_ARM64_SYSREG_CRM_SHIFT;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_REG_ARM64_SYSREG_CRN_SHIFT;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_REG_ARM64_SYSREG_OP0_SHIFT;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_REG_ARM64_SYSREG_OP1_SHIFT;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_REG_ARM64_SYSREG_OP2_SHIFT;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_REG_ARM_CORE;
import static dev.jvmm.kvm.abi.KvmConstants.KVM_REG_ARM64;
import static dev.jvmm.kvm.abi.KvmConstants.KVM_REG_SIZE_U64;
import static java.lang.foreign.MemoryLayout.PathElement.groupElement;

import dev.jvmm.kvm.abi.KvmStructs;
import java.lang.foreign.MemoryLayout.PathElement;

/** KVM's identifiers of AArch64 registers (Documentation/virt/kvm/api.rst, KVM_SET_ONE_REG). */
final class Arm64Registers {
    static final int GENERAL_REGISTERS = 31;

    static final long SP_EL0 = core(groupElement("regs"), groupElement("sp"));
    static final long PC = core(groupElement("regs"), groupElement("pc"));
    static final long PSTATE = core(groupElement("regs"), groupElement("pstate"));
    static final long SP_EL1 = core(groupElement("sp_el1"));
    static final long ELR_EL1 = core(groupElement("elr_el1"));
    static final long SPSR_EL1 = core(groupElement("spsr"), PathElement.sequenceElement(0));

    // Encodings op0, op1, CRn, CRm, op2: Arm ARM DDI 0487 D19.2.
    static final long MPIDR_EL1 = system(3, 0, 0, 0, 5);
    static final long SCTLR_EL1 = system(3, 0, 1, 0, 0);
    static final long TTBR0_EL1 = system(3, 0, 2, 0, 0);
    static final long TTBR1_EL1 = system(3, 0, 2, 0, 1);
    static final long TCR_EL1 = system(3, 0, 2, 0, 2);
    static final long ESR_EL1 = system(3, 0, 5, 2, 0);
    static final long FAR_EL1 = system(3, 0, 6, 0, 0);
    static final long VBAR_EL1 = system(3, 0, 12, 0, 0);

    private Arm64Registers() {}

    /** X0 to X30. */
    static long x(int number) {
        return core(groupElement("regs"), groupElement("regs"), PathElement.sequenceElement(number));
    }

    static long system(int op0, int op1, int crn, int crm, int op2) {
        return KVM_REG_ARM64 | KVM_REG_SIZE_U64 | KVM_REG_ARM64_SYSREG | encoding(op0, op1, crn, crm, op2);
    }

    /** The 16-bit encoding by which both KVM_GET_ONE_REG and the vGIC's attributes name a system register. */
    static long encoding(int op0, int op1, int crn, int crm, int op2) {
        return (long) op0 << KVM_REG_ARM64_SYSREG_OP0_SHIFT
                | (long) op1 << KVM_REG_ARM64_SYSREG_OP1_SHIFT
                | (long) crn << KVM_REG_ARM64_SYSREG_CRN_SHIFT
                | (long) crm << KVM_REG_ARM64_SYSREG_CRM_SHIFT
                | (long) op2 << KVM_REG_ARM64_SYSREG_OP2_SHIFT;
    }

    private static long core(PathElement... path) {
        return KVM_REG_ARM64
                | KVM_REG_SIZE_U64
                | KVM_REG_ARM_CORE
                | KvmStructs.ARM64_REGS.byteOffset(path) / Integer.BYTES;
    }
}
