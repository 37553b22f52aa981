// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import dev.jvmm.softcpu.code.Region;
import dev.jvmm.softcpu.cpu.CodeLinks;
import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.state.CpuState;
import java.util.Objects;

/**
 * What regions call off their fast path. Static methods: HotSpot's C1 makes some 100 bytes of code of each call that has a
 * receiver.
 */
final class RegionSupport {
    private static final long PAGE = -Cpu.CODE_PAGE_BYTES;

    private RegionSupport() {}

    /**
     * A load that missed the TLB.
     *
     * @param size in bytes
     * @param next the index in the page of the instruction after it
     */
    static long load(Cpu cpu, long va, int size, int next) {
        cpu.next = next;
        return cpu.mmu.loadSlowly(va, size);
    }

    /** A store that missed the TLB; see {@link #load}. */
    static void store(Cpu cpu, long va, long value, int size, int next) {
        cpu.next = next;
        cpu.mmu.storeSlowly(va, size, value);
    }

    /** Whether a condition holds for the vCPU's flags, which may be pending. */
    static boolean holds(Cpu cpu, int condition) {
        cpu.settleFlags();
        return cpu.holds(condition);
    }

    /**
     * BL and BLR: executes the function at {@code target}. When it has come back, {@link Cpu#pc} is the start of the caller's
     * page again.
     *
     * @return {@link Region#CONTINUE} when it came back, with an aligned stack pointer; else what the region is to return
     */
    static int call(Cpu cpu, long target, long returnAddress) {
        cpu.x[30] = returnAddress;
        cpu.pc = target;
        int status = links(cpu).call(cpu, returnAddress);
        if (status != Region.CONTINUE) {
            return status;
        }
        if ((cpu.x[CpuState.SP] & 15) != 0) {
            return Region.UNWIND;
        }
        cpu.pc = returnAddress & PAGE;
        return Region.CONTINUE;
    }

    /** Whether instructions were invalidated. */
    static boolean codeChanged(Cpu cpu) {
        return links(cpu).codeChanged();
    }

    private static CodeLinks links(Cpu cpu) {
        return Objects.requireNonNull(cpu.links);
    }
}
