// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm.arm64;

import dev.jvmm.kvm.KvmVcpu;
import dev.jvmm.kvm.abi.KvmConstants;
import dev.jvmm.kvm.sys.SystemCallException;
import java.util.Locale;

/** A vCPU's registers as text, for a log or a monitor. */
final class StateDump {
    private static final int PER_LINE = 4;

    private StateDump() {}

    /** The vCPU must not be inside KVM_RUN. */
    static String of(KvmVcpu vcpu) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "vcpu-%d %s pc=%s pstate=%s sp_el0=%s sp_el1=%s%n",
                vcpu.id(),
                vcpu.mpState() == KvmConstants.KVM_MP_STATE_STOPPED ? "off" : "on",
                read(vcpu, Arm64Registers.PC),
                read(vcpu, Arm64Registers.PSTATE),
                read(vcpu, Arm64Registers.SP_EL0),
                read(vcpu, Arm64Registers.SP_EL1)));
        for (int i = 0; i < Arm64Registers.GENERAL_REGISTERS; i++) {
            text.append(String.format(Locale.ROOT, "%5s=%s", "x" + i, read(vcpu, Arm64Registers.x(i))));
            text.append(i % PER_LINE == PER_LINE - 1 ? System.lineSeparator() : " ");
        }
        text.append(String.format(
                Locale.ROOT,
                "%nelr_el1=%s spsr_el1=%s esr_el1=%s far_el1=%s vbar_el1=%s%n",
                read(vcpu, Arm64Registers.ELR_EL1),
                read(vcpu, Arm64Registers.SPSR_EL1),
                read(vcpu, Arm64Registers.ESR_EL1),
                read(vcpu, Arm64Registers.FAR_EL1),
                read(vcpu, Arm64Registers.VBAR_EL1)));
        text.append(String.format(
                Locale.ROOT,
                "sctlr_el1=%s tcr_el1=%s ttbr0_el1=%s ttbr1_el1=%s mpidr_el1=%s%n",
                read(vcpu, Arm64Registers.SCTLR_EL1),
                read(vcpu, Arm64Registers.TCR_EL1),
                read(vcpu, Arm64Registers.TTBR0_EL1),
                read(vcpu, Arm64Registers.TTBR1_EL1),
                read(vcpu, Arm64Registers.MPIDR_EL1)));
        return text.toString();
    }

    private static String read(KvmVcpu vcpu, long register) {
        try {
            return String.format(Locale.ROOT, "%016x", vcpu.getRegister(register));
        } catch (SystemCallException e) {
            // A dump is made when something is broken already; what can be read is still worth reading.
            return "unreadable(" + e.errno() + ")";
        }
    }
}
