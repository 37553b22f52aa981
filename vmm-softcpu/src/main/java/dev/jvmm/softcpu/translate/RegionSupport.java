// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import dev.jvmm.softcpu.code.Region;
import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.exception.GuestException;
import dev.jvmm.softcpu.state.CpuState;

/** What regions call off their fast path. */
final class RegionSupport {
    private RegionSupport() {}

    /** A load that missed the TLB; {@code size} in bytes. */
    static long load(Cpu cpu, long va, int size) {
        return cpu.mmu.loadSlowly(va, size);
    }

    /** A store that missed the TLB; {@code size} in bytes. */
    static void store(Cpu cpu, long va, long value, int size) {
        cpu.mmu.storeSlowly(va, size, value);
    }

    /** Whether a condition holds for flags that may be pending. */
    static boolean holds(Cpu cpu, int kind, long a, long b, int condition) {
        if (kind != CpuState.FLAGS_SETTLED) {
            cpu.settleFlags(kind, a, b);
        }
        return cpu.holds(condition);
    }

    /** Takes the exception that the instruction at an offset in the page raised. All registers are in the vCPU. */
    static int fault(Cpu cpu, GuestException exception, int offset) {
        cpu.settleFlags();
        cpu.exceptions.takeSynchronous(cpu, exception, cpu.pc + offset);
        return Region.UNWIND;
    }

    /** Takes the exception that an instruction raised. All registers but the flags are in the vCPU. */
    static int fault(Cpu cpu, GuestException exception, int kind, long a, long b, long address) {
        cpu.settleFlags(kind, a, b);
        cpu.pendingFlags = CpuState.FLAGS_SETTLED;
        cpu.exceptions.takeSynchronous(cpu, exception, address);
        return Region.UNWIND;
    }
}
