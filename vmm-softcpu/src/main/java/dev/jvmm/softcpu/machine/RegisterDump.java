// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.machine;

import dev.jvmm.softcpu.state.CpuState;

/** The registers of a vCPU as text, for logs and reports. */
final class RegisterDump {
    private static final int PER_LINE = 4;

    private RegisterDump() {}

    static String of(CpuState cpu) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                "pc=%016x sp=%016x el=%d daif=%03x nzcv=%x%n",
                cpu.pc, cpu.x[CpuState.SP], cpu.el, cpu.daif, cpu.nzcv() >>> 28));
        for (int i = 0; i < 31; i++) {
            text.append(String.format("x%-2d=%016x", i, cpu.x[i])).append(i % PER_LINE == PER_LINE - 1 ? '\n' : ' ');
        }
        text.append(String.format(
                "%nelr=%016x spsr=%08x esr=%08x far=%016x vbar=%016x%nsctlr=%08x tcr=%016x ttbr0=%016x ttbr1=%016x%n",
                cpu.elr, cpu.spsr, cpu.esr, cpu.far, cpu.vbar, cpu.sctlr, cpu.tcr, cpu.ttbr0, cpu.ttbr1));
        return text.toString();
    }
}
