// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.differential;

import dev.jvmm.softcpu.exception.GuestException;
import dev.jvmm.softcpu.exception.Syndrome;
import dev.jvmm.softcpu.memory.HostAccess;
import dev.jvmm.softcpu.mmu.Mmu;
import dev.jvmm.softcpu.mmu.SlowPath;
import dev.jvmm.softcpu.mmu.Tlb;
import dev.jvmm.softcpu.mmu.TlbEntries;
import dev.jvmm.softcpu.mmu.Tlbs;
import java.lang.foreign.Arena;
import java.util.HashMap;
import java.util.Map;

/**
 * Two pages of memory that repeat through the whole address space, so that every address is memory. Pages of virtual addresses
 * can be inaccessible or read-only at first; {@link #mend} makes them accessible after a fault.
 */
final class SequenceMemory implements SlowPath {
    static final int BYTES = 2 << Tlb.PAGE_SHIFT;

    /** Whether accesses may go directly to memory once they were let through, and what they must be let through first. */
    enum Kind {
        /** No page is ever in the TLB: every access is looked at. */
        ALL_SLOW,
        /** Every page is accessible. */
        ACCESSIBLE,
        /** Pages start without access, read-only or accessible. */
        DEMAND
    }

    private static final int TRANSLATION_FAULT = 0x07;
    private static final int PERMISSION_FAULT = 0x0F;
    private static final int ALIGNMENT_FAULT = 0x21;
    private static final int WRITE = 1 << 6;

    final long host;
    final Tlbs tlbs;
    private final Kind kind;
    private final long seed;
    private final Map<Long, Boolean> writableAfterFault = new HashMap<>();
    private GuestException exception = new GuestException();
    /** Accesses until one faults; below 1: none does. */
    private int faultIn;

    private int accesses;

    SequenceMemory(Arena arena, Kind kind, long seed) {
        this.host = arena.allocate(BYTES, 1 << Tlb.PAGE_SHIFT).address();
        this.tlbs = new Tlbs(arena);
        this.kind = kind;
        this.seed = seed;
    }

    void throwing(GuestException thrown) {
        exception = thrown;
    }

    /** Brings the permissions back to those at the start; the access number {@code faulting}, from 1, will fault. */
    void restart(int faulting) {
        writableAfterFault.clear();
        faultIn = faulting;
        accesses = 0;
    }

    /** Accesses that were looked at since the last start. */
    int accesses() {
        return accesses;
    }

    /** What a guest's handler of data aborts does. */
    void mend(long va, boolean write) {
        writableAfterFault.merge(va >> Tlb.PAGE_SHIFT, write, Boolean::logicalOr);
    }

    private long hostAddress(long va) {
        return host + (va & BYTES - 1);
    }

    private GuestException fault(int status, long va, boolean write) {
        return exception.with(Syndrome.of(Syndrome.EC_DATA_ABORT_LOWER, status | (write ? WRITE : 0)), va);
    }

    /** 0 none, 1 read-only, 2 all. */
    private int permission(long va) {
        if (kind != Kind.DEMAND) {
            return 2;
        }
        long page = va >> Tlb.PAGE_SHIFT;
        int initial = (int) Long.remainderUnsigned((page ^ seed) * 0x9E37_79B9_7F4A_7C15L >>> 32, 4);
        Boolean mended = writableAfterFault.get(page);
        return Math.max(Math.min(initial, 2), mended == null ? 0 : mended ? 2 : 1);
    }

    private void check(long va, boolean write) {
        int permission = permission(va);
        if (permission == 0) {
            throw fault(TRANSLATION_FAULT, va, write);
        }
        if (write && permission == 1) {
            throw fault(PERMISSION_FAULT, va, true);
        }
    }

    private void access(int regime, long va, int size, boolean write) {
        accesses++;
        if (accesses == faultIn) {
            throw fault(TRANSLATION_FAULT, va, write);
        }
        check(va, write);
        long last = va + size - 1;
        if ((last ^ va) >>> Tlb.PAGE_SHIFT != 0) {
            check(last & Tlb.PAGE_MASK, write);
        }
        if (kind != Kind.ALL_SLOW) {
            long page = va & Tlb.PAGE_MASK;
            TlbEntries.fill(tlbs.of(regime), va, hostAddress(page), true, permission(va) == 2);
        }
    }

    @Override
    public long load(int regime, long va, int size) {
        access(regime, va, size, false);
        long value = 0;
        for (int i = 0; i < size; i++) {
            value |= (HostAccess.getByte(hostAddress(va + i)) & 0xFFL) << 8 * i;
        }
        return value;
    }

    @Override
    public void store(int regime, long va, int size, long value) {
        access(regime, va, size, true);
        for (int i = 0; i < size; i++) {
            HostAccess.putByte(hostAddress(va + i), (int) (value >>> 8 * i));
        }
    }

    @Override
    public void alignmentFault(long va, boolean write) {
        throw fault(ALIGNMENT_FAULT, va, write);
    }

    @Override
    public long atomicAddress(int regime, long va, int size, boolean write) {
        if ((va & size - 1) != 0) {
            alignmentFault(va, write);
        }
        access(regime, va, size, write);
        return hostAddress(va);
    }

    @Override
    public long zeroAddress(int regime, long va, int bytes) {
        access(regime, va & -bytes, bytes, true);
        return hostAddress(va);
    }

    @Override
    public long fetchAddress(int regime, long va) {
        throw new IllegalStateException("instructions are not fetched through the MMU here");
    }

    @Override
    public boolean fetchedNonGlobal() {
        return false;
    }

    @Override
    public int fetchedShift() {
        return Tlb.PAGE_SHIFT;
    }

    @Override
    public long maintenanceAddress(int regime, long va, boolean write) {
        check(va, false);
        return va;
    }

    @Override
    public long translationResult(int regime, long va, boolean write) {
        throw new IllegalStateException("undefined at EL0; regime " + Mmu.REGIME_EL0);
    }
}
