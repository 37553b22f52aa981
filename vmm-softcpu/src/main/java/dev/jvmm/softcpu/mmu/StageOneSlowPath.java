// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.mmu;

import dev.jvmm.core.bus.Bus;
import dev.jvmm.softcpu.exception.GuestException;
import dev.jvmm.softcpu.exception.Syndrome;
import dev.jvmm.softcpu.memory.HostAccess;
import dev.jvmm.softcpu.memory.PhysicalMemory;
import dev.jvmm.softcpu.state.CpuState;
import org.jspecify.annotations.Nullable;

/** The way of an access that the TLB doesn't know. Confined to its vCPU's thread. */
public final class StageOneSlowPath implements SlowPath {
    private static final long SCTLR_A = 1L << 1;
    private static final int WRITE_NOT_READ = 1 << 6;
    private static final int CACHE_MAINTENANCE = 1 << 8;

    private final CpuState state;
    private final PhysicalMemory memory;
    private final Bus bus;
    private final GuestException exception;
    private final PageTableWalker walker;
    private final Tlbs tlbs;
    private Watchpoints watchpoints = Watchpoints.NONE;

    public StageOneSlowPath(
            CpuState state,
            PhysicalMemory memory,
            Bus bus,
            GuestException exception,
            int physicalAddressBits,
            Tlbs tlbs) {
        this.state = state;
        this.memory = memory;
        this.bus = bus;
        this.exception = exception;
        this.walker = new PageTableWalker(state, memory, physicalAddressBits);
        this.tlbs = tlbs;
    }

    /** Sets what watches accesses; pages it watches stay out of the TLB. */
    public void watch(Watchpoints watchpoints) {
        this.watchpoints = watchpoints;
    }

    @Override
    public long load(int regime, long va, int size) {
        if ((va & size - 1) != 0) {
            return unalignedLoad(regime, va, size);
        }
        long gpa = translate(regime, va, false);
        watchpoints.check(va, size, false, regime == Mmu.REGIME_EL0);
        PhysicalMemory.@Nullable Block block = memory.find(gpa);
        if (block == null) {
            return bus.read(gpa, size);
        }
        fill(regime, va, gpa, block);
        return HostAccess.getVolatile(block.hostAddress() + (gpa - block.gpa()), size);
    }

    @Override
    public void store(int regime, long va, int size, long value) {
        if ((va & size - 1) != 0) {
            unalignedStore(regime, va, size, value);
            return;
        }
        long gpa = translate(regime, va, true);
        watchpoints.check(va, size, true, regime == Mmu.REGIME_EL0);
        PhysicalMemory.@Nullable Block block = memory.find(gpa);
        if (block == null || !block.writable()) {
            bus.write(gpa, size, value);
            return;
        }
        fill(regime, va, gpa, block);
        long address = block.hostAddress() + (gpa - block.gpa());
        switch (size) {
            case 1 -> HostAccess.putByte(address, (int) value);
            case 2 -> HostAccess.putShort(address, (int) value);
            case 4 -> HostAccess.putInt(address, (int) value);
            default -> HostAccess.putLong(address, value);
        }
    }

    private long unalignedLoad(int regime, long va, int size) {
        checkUnalignedAllowed(regime, va, size, false);
        long value = 0;
        for (int i = 0; i < size; i++) {
            value |= load(regime, va + i, 1) << 8 * i;
        }
        return value;
    }

    private void unalignedStore(int regime, long va, int size, long value) {
        checkUnalignedAllowed(regime, va, size, true);
        for (int i = 0; i < size; i++) {
            store(regime, va + i, 1, value >>> 8 * i);
        }
    }

    /** Both pages must take an access before any of its bytes is read or written. */
    private void checkUnalignedAllowed(int regime, long va, int size, boolean write) {
        if ((state.sctlr & SCTLR_A) != 0) {
            alignmentFault(va, write);
        }
        translate(regime, va, write);
        if (walker.device()) {
            alignmentFault(va, write);
        }
        long last = va + size - 1;
        if ((last & Tlb.PAGE_MASK) != (va & Tlb.PAGE_MASK)) {
            translate(regime, last & Tlb.PAGE_MASK, write);
            if (walker.device()) {
                alignmentFault(va, write);
            }
        }
        watchpoints.check(va, size, write, regime == Mmu.REGIME_EL0);
    }

    @Override
    public void alignmentFault(long va, boolean write) {
        throw dataAbort(va, PageTableWalker.ALIGNMENT_FAULT, write ? WRITE_NOT_READ : 0);
    }

    @Override
    public long atomicAddress(int regime, long va, int size, boolean write) {
        if ((va & size - 1) != 0) {
            alignmentFault(va, write);
        }
        long gpa = translate(regime, va, write);
        watchpoints.check(va, size, write, regime == Mmu.REGIME_EL0);
        PhysicalMemory.@Nullable Block block = memory.find(gpa);
        if (block == null || write && !block.writable()) {
            throw dataAbort(va, PageTableWalker.UNSUPPORTED_EXCLUSIVE, write ? WRITE_NOT_READ : 0);
        }
        fill(regime, va, gpa, block);
        return block.hostAddress() + (gpa - block.gpa());
    }

    @Override
    public long fetchAddress(int regime, long va) {
        int fault = walker.walk(regime, va);
        if (fault == PageTableWalker.NO_FAULT && !walker.executable(regime)) {
            fault = walker.permissionFault();
        }
        if (fault != PageTableWalker.NO_FAULT) {
            throw exception.with(Syndrome.of(Syndrome.EC_INSTRUCTION_ABORT_LOWER, fault), va);
        }
        return walker.outputAddress();
    }

    @Override
    public boolean fetchedNonGlobal() {
        return walker.nonGlobal();
    }

    @Override
    public int fetchedShift() {
        return walker.translationShift();
    }

    @Override
    public long zeroAddress(int regime, long va, int bytes) {
        long gpa = translate(regime, va, true);
        if (walker.device()) {
            alignmentFault(va, true);
        }
        watchpoints.check(va & -bytes, bytes, true, regime == Mmu.REGIME_EL0);
        PhysicalMemory.@Nullable Block block = memory.find(gpa);
        if (block == null || !block.writable()) {
            throw dataAbort(va, PageTableWalker.EXTERNAL_ABORT, WRITE_NOT_READ);
        }
        fill(regime, va, gpa, block);
        return block.hostAddress() + (gpa - block.gpa());
    }

    @Override
    public long maintenanceAddress(int regime, long va, boolean write) {
        // PSTATE.PAN doesn't count for these.
        int permissions = regime == Mmu.REGIME_EL0 ? Mmu.REGIME_EL0 : Mmu.REGIME_EL1;
        int fault = walker.walk(regime, va);
        if (fault == PageTableWalker.NO_FAULT
                && !(write ? walker.writable(permissions) : walker.readable(permissions))) {
            fault = walker.permissionFault();
        }
        if (fault != PageTableWalker.NO_FAULT) {
            throw dataAbort(va, fault, CACHE_MAINTENANCE | WRITE_NOT_READ);
        }
        return walker.outputAddress();
    }

    @Override
    public long translationResult(int regime, long va, boolean write) {
        int fault = walker.walk(regime, va);
        if (fault == PageTableWalker.NO_FAULT && !(write ? walker.writable(regime) : walker.readable(regime))) {
            fault = walker.permissionFault();
        }
        if (PageTableWalker.isExternalAbort(fault)) {
            // The one fault of an address translation instruction that is taken as an exception.
            throw dataAbort(va, fault, CACHE_MAINTENANCE | WRITE_NOT_READ);
        }
        if (fault != PageTableWalker.NO_FAULT) {
            return 1L << 11 | (long) fault << 1 | 1;
        }
        long shareability = walker.device() ? 2 : walker.shareability();
        return (long) walker.attributes() << 56
                | walker.outputAddress() & (1L << 48) - 1 & Tlb.PAGE_MASK
                | 1L << 11
                | shareability << 7;
    }

    private long translate(int regime, long va, boolean write) {
        int fault = walker.walk(regime, va);
        if (fault == PageTableWalker.NO_FAULT && !(write ? walker.writable(regime) : walker.readable(regime))) {
            fault = walker.permissionFault();
        }
        if (fault != PageTableWalker.NO_FAULT) {
            throw dataAbort(va, fault, write ? WRITE_NOT_READ : 0);
        }
        return walker.outputAddress();
    }

    private GuestException dataAbort(long va, int fault, int bits) {
        return exception.with(Syndrome.of(Syndrome.EC_DATA_ABORT_LOWER, fault | bits), va);
    }

    /** Puts the page of the last walk into the TLB, unless each access to it must be looked at. */
    private void fill(int regime, long va, long gpa, PhysicalMemory.Block block) {
        if (walker.device() || (state.sctlr & SCTLR_A) != 0 || watchpoints.coversPage(va)) {
            return;
        }
        long page = gpa & Tlb.PAGE_MASK;
        tlbs.of(regime)
                .fill(
                        va,
                        block.hostAddress() + (page - block.gpa()),
                        walker.readable(regime),
                        walker.writable(regime) && block.writable(),
                        walker.nonGlobal(),
                        walker.translationShift());
    }
}
