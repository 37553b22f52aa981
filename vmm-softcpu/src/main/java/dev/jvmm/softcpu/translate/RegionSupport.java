// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import dev.jvmm.softcpu.code.Region;
import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.exception.GuestException;
import dev.jvmm.softcpu.memory.HostAccess;
import dev.jvmm.softcpu.mmu.Tlb;
import dev.jvmm.softcpu.state.CpuState;

/**
 * What regions call. The methods on the fast path are small, since HotSpot's inlining budget for a region is fixed. {@code
 * tlb} is the host address of the TLB in use.
 */
final class RegionSupport {
    private static final int INDEX_SHIFT = Tlb.PAGE_SHIFT - Tlb.ENTRY_SHIFT;

    private RegionSupport() {}

    private static long entry(long tlb, long va) {
        return tlb + (va >>> INDEX_SHIFT & Tlb.OFFSET_MASK);
    }

    private static boolean readable(long entry, long last) {
        return HostAccess.getLong(entry + Tlb.READ_TAG) == (last & Tlb.PAGE_MASK);
    }

    private static boolean writable(long entry, long last) {
        return HostAccess.getLong(entry + Tlb.WRITE_TAG) == (last & Tlb.PAGE_MASK);
    }

    private static long host(long entry, long va) {
        return va + HostAccess.getLong(entry + Tlb.ADDEND);
    }

    static long load8(Cpu cpu, long tlb, long va) {
        long entry = entry(tlb, va);
        return readable(entry, va) ? HostAccess.getByte(host(entry, va)) & 0xFFL : slowLoad(cpu, va, 1);
    }

    static long load16(Cpu cpu, long tlb, long va) {
        long entry = entry(tlb, va);
        return readable(entry, va + 1) ? HostAccess.getShort(host(entry, va)) & 0xFFFFL : slowLoad(cpu, va, 2);
    }

    static long load32(Cpu cpu, long tlb, long va) {
        long entry = entry(tlb, va);
        return readable(entry, va + 3) ? HostAccess.getInt(host(entry, va)) & 0xFFFF_FFFFL : slowLoad(cpu, va, 4);
    }

    static long load64(Cpu cpu, long tlb, long va) {
        long entry = entry(tlb, va);
        return readable(entry, va + 7) ? HostAccess.getLong(host(entry, va)) : slowLoad(cpu, va, 8);
    }

    static void store8(Cpu cpu, long tlb, long va, long value) {
        long entry = entry(tlb, va);
        if (writable(entry, va)) {
            HostAccess.putByte(host(entry, va), (int) value);
        } else {
            slowStore(cpu, va, 1, value);
        }
    }

    static void store16(Cpu cpu, long tlb, long va, long value) {
        long entry = entry(tlb, va);
        if (writable(entry, va + 1)) {
            HostAccess.putShort(host(entry, va), (int) value);
        } else {
            slowStore(cpu, va, 2, value);
        }
    }

    static void store32(Cpu cpu, long tlb, long va, long value) {
        long entry = entry(tlb, va);
        if (writable(entry, va + 3)) {
            HostAccess.putInt(host(entry, va), (int) value);
        } else {
            slowStore(cpu, va, 4, value);
        }
    }

    static void store64(Cpu cpu, long tlb, long va, long value) {
        long entry = entry(tlb, va);
        if (writable(entry, va + 7)) {
            HostAccess.putLong(host(entry, va), value);
        } else {
            slowStore(cpu, va, 8, value);
        }
    }

    /** The host address of the 16 bytes at {@code va} when a load may use it directly, else 0. */
    static long readablePair(long tlb, long va) {
        long entry = entry(tlb, va);
        return readable(entry, va + 15) ? host(entry, va) : 0;
    }

    /** The host address of the 16 bytes at {@code va} when a store may use it directly, else 0. */
    static long writablePair(long tlb, long va) {
        long entry = entry(tlb, va);
        return writable(entry, va + 15) ? host(entry, va) : 0;
    }

    static long get64(long host) {
        return HostAccess.getLong(host);
    }

    static void put64(long host, long value) {
        HostAccess.putLong(host, value);
    }

    private static long slowLoad(Cpu cpu, long va, int size) {
        return cpu.mmu.loadSlowly(va, size);
    }

    private static void slowStore(Cpu cpu, long va, int size, long value) {
        cpu.mmu.storeSlowly(va, size, value);
    }

    /** Whether a condition holds for flags that may be pending. */
    static boolean holds(Cpu cpu, int kind, long a, long b, int condition) {
        if (kind != CpuState.FLAGS_SETTLED) {
            cpu.settleFlags(kind, a, b);
        }
        return cpu.holds(condition);
    }

    /** Takes the exception that an instruction raised. All registers but the flags are in the vCPU. */
    static int fault(Cpu cpu, GuestException exception, int kind, long a, long b, long address) {
        cpu.settleFlags(kind, a, b);
        cpu.pendingFlags = CpuState.FLAGS_SETTLED;
        cpu.exceptions.takeSynchronous(cpu, exception, address);
        return Region.UNWIND;
    }
}
