// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.memory.HostAccess;
import dev.jvmm.softcpu.state.CpuState;

/** How register numbers of an encoding become indexes into {@link CpuState#x}, and the registers at indexes of six bits. */
final class Operands {
    private Operands() {}

    /** A destination where 31 is XZR. */
    static int destination(int register) {
        return register == 31 ? CpuState.SINK : register;
    }

    /** A source or destination where 31 is SP. A source where 31 is XZR needs no mapping. */
    static int orSp(int register) {
        return register == 31 ? CpuState.SP : register;
    }

    static long x(Cpu cpu, int index) {
        return HostAccess.get(cpu.x, index);
    }

    static void putX(Cpu cpu, int index, long value) {
        HostAccess.put(cpu.x, index, value);
    }

    /** The base address of a load or store, with the SP alignment check. */
    static long base(Cpu cpu, int index) {
        long base = x(cpu, index);
        if (index == CpuState.SP && (base & 15) != 0) {
            cpu.misalignedSp();
        }
        return base;
    }
}
