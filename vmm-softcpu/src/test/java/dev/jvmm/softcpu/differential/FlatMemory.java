// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.differential;

import dev.jvmm.softcpu.exception.GuestException;
import dev.jvmm.softcpu.exception.Syndrome;
import dev.jvmm.softcpu.memory.HostAccess;
import dev.jvmm.softcpu.mmu.SlowPath;
import dev.jvmm.softcpu.mmu.Tlb;
import java.lang.foreign.MemorySegment;

/**
 * One piece of ordinary memory at the same virtual address for everybody. An access beside it, or a misaligned one that must be
 * aligned, is a data abort.
 */
record FlatMemory(long base, MemorySegment memory) implements SlowPath {
    private static final int TRANSLATION_FAULT = 0x07;
    private static final int ALIGNMENT_FAULT = 0x21;

    private static GuestException fault(int status, long va) {
        return new GuestException().with(Syndrome.of(Syndrome.EC_DATA_ABORT_LOWER, status), va);
    }

    private long host(long va, int size) {
        if (va < base || va + size > base + memory.byteSize()) {
            throw fault(TRANSLATION_FAULT, va);
        }
        return memory.address() + (va - base);
    }

    @Override
    public long load(int regime, long va, int size) {
        long host = host(va, size);
        return switch (size) {
            case 1 -> HostAccess.getByte(host) & 0xFFL;
            case 2 -> HostAccess.getShort(host) & 0xFFFFL;
            case 4 -> HostAccess.getInt(host) & 0xFFFF_FFFFL;
            case 8 -> HostAccess.getLong(host);
            default -> throw new IllegalStateException("load of " + size + " bytes");
        };
    }

    @Override
    public void store(int regime, long va, int size, long value) {
        long host = host(va, size);
        switch (size) {
            case 1 -> HostAccess.putByte(host, (int) value);
            case 2 -> HostAccess.putShort(host, (int) value);
            case 4 -> HostAccess.putInt(host, (int) value);
            case 8 -> HostAccess.putLong(host, value);
            default -> throw new IllegalStateException("store of " + size + " bytes");
        }
    }

    @Override
    public void alignmentFault(long va, boolean write) {
        throw fault(ALIGNMENT_FAULT, va);
    }

    @Override
    public long atomicAddress(int regime, long va, int size, boolean write) {
        if ((va & size - 1) != 0) {
            alignmentFault(va, write);
        }
        return host(va, size);
    }

    @Override
    public long zeroAddress(int regime, long va, int bytes) {
        return host(va, 1);
    }

    @Override
    public long fetchAddress(int regime, long va) {
        return va;
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
        return va;
    }

    @Override
    public long translationResult(int regime, long va, boolean write) {
        return va;
    }
}
