// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.mmu;

import static dev.jvmm.softcpu.mmu.Tlb.ADDEND;
import static dev.jvmm.softcpu.mmu.Tlb.ENTRY_SHIFT;
import static dev.jvmm.softcpu.mmu.Tlb.OFFSET_MASK;
import static dev.jvmm.softcpu.mmu.Tlb.PAGE_MASK;
import static dev.jvmm.softcpu.mmu.Tlb.PAGE_SHIFT;
import static dev.jvmm.softcpu.mmu.Tlb.READ_TAG;
import static dev.jvmm.softcpu.mmu.Tlb.WRITE_TAG;

import dev.jvmm.softcpu.memory.HostAccess;

/**
 * Loads and stores by virtual address, one vCPU. Index, compare, access; everything else is the {@link SlowPath}, which
 * translates, checks, reaches devices, fills the TLB, and throws the architected exception.
 *
 * <p>Confined to the vCPU's thread. All loads return their value zero-extended.
 */
public final class Mmu {
    /** EL0. */
    public static final int REGIME_EL0 = 0;
    /** EL1 with PSTATE.PAN clear. */
    public static final int REGIME_EL1 = 1;
    /** EL1 with PSTATE.PAN set. */
    public static final int REGIME_EL1_PAN = 2;

    private final Tlbs tlbs;
    private final SlowPath slowPath;
    private final FetchTranslations fetchTranslations;

    /** Base of the TLB in use, and its regime. */
    private long tlb;

    private int regime;

    private long slowAccesses;
    /** Base of EL0's TLB: unprivileged accesses from EL1. */
    private long userTlb;

    public Mmu(Tlbs tlbs, SlowPath slowPath, FetchTranslations fetchTranslations) {
        this.tlbs = tlbs;
        this.slowPath = slowPath;
        this.fetchTranslations = fetchTranslations;
        this.userTlb = tlbs.of(REGIME_EL0).base;
        selectRegime(1, false);
    }

    /** Follows PSTATE.EL and PSTATE.PAN. Called by whoever changes either. */
    public void selectRegime(int el, boolean pan) {
        regime = el == 0 ? REGIME_EL0 : pan ? REGIME_EL1_PAN : REGIME_EL1;
        tlb = tlbs.of(regime).base;
    }

    /** Host address of the first entry of the TLB in use: what translated code indexes itself. */
    public static long tlb(Mmu mmu) {
        return mmu.tlb;
    }

    /** Accesses of translated code that missed the TLB, or may not use it. Confined; others may read a slightly old value. */
    public long slowAccesses() {
        return slowAccesses;
    }

    /** A load that missed the TLB in use; {@code size} in bytes. Zero-extended. */
    public long loadSlowly(long va, int size) {
        slowAccesses++;
        return slowPath.load(regime, va, size);
    }

    /** A store that missed the TLB in use; {@code size} in bytes. */
    public void storeSlowly(long va, int size, long value) {
        slowAccesses++;
        slowPath.store(regime, va, size, value);
    }

    /** The translation regime in use. */
    public int regime() {
        return regime;
    }

    private static long entry(long tlb, long va) {
        return tlb + (va >>> PAGE_SHIFT - ENTRY_SHIFT & OFFSET_MASK);
    }

    public long load8(long va) {
        return load8(tlb, va, regime);
    }

    public long load16(long va) {
        return load16(tlb, va, regime);
    }

    public long load32(long va) {
        return load32(tlb, va, regime);
    }

    public long load64(long va) {
        return load64(tlb, va, regime);
    }

    public void store8(long va, long value) {
        store8(tlb, va, value, regime);
    }

    public void store16(long va, long value) {
        store16(tlb, va, value, regime);
    }

    public void store32(long va, long value) {
        store32(tlb, va, value, regime);
    }

    public void store64(long va, long value) {
        store64(tlb, va, value, regime);
    }

    /** Load as EL0 (LDTR); {@code size} in bytes. */
    public long loadUnprivileged(long va, int size) {
        return switch (size) {
            case 1 -> load8(userTlb, va, REGIME_EL0);
            case 2 -> load16(userTlb, va, REGIME_EL0);
            case 4 -> load32(userTlb, va, REGIME_EL0);
            case 8 -> load64(userTlb, va, REGIME_EL0);
            default -> throw new IllegalStateException("load of " + size + " bytes");
        };
    }

    /** Store as EL0 (STTR); {@code size} in bytes. */
    public void storeUnprivileged(long va, int size, long value) {
        switch (size) {
            case 1 -> store8(userTlb, va, value, REGIME_EL0);
            case 2 -> store16(userTlb, va, value, REGIME_EL0);
            case 4 -> store32(userTlb, va, value, REGIME_EL0);
            case 8 -> store64(userTlb, va, value, REGIME_EL0);
            default -> throw new IllegalStateException("store of " + size + " bytes");
        }
    }

    /**
     * The host address of {@code size} bytes for an exclusive access: translated, permitted, naturally aligned, and
     * ordinary memory; else the architected exception is thrown.
     */
    public long atomicAddress(long va, int size, boolean write) {
        long entry = entry(tlb, va);
        if ((va & size - 1) == 0 && HostAccess.getLong(entry + (write ? WRITE_TAG : READ_TAG)) == (va & PAGE_MASK)) {
            return va + HostAccess.getLong(entry + ADDEND);
        }
        return slowPath.atomicAddress(regime, va, size, write);
    }

    /** As {@link #atomicAddress} for an instruction that both loads and stores: a load's fault is reported as one. */
    public long updateAddress(long va, int size) {
        long entry = entry(tlb, va);
        if ((va & size - 1) == 0 && HostAccess.getLong(entry + WRITE_TAG) == (va & PAGE_MASK)) {
            return va + HostAccess.getLong(entry + ADDEND);
        }
        slowPath.atomicAddress(regime, va, size, false);
        return slowPath.atomicAddress(regime, va, size, true);
    }

    /** Throws the alignment fault for an access to {@code va} that must be aligned whatever SCTLR_EL1.A says. */
    public void alignmentFault(long va, boolean write) {
        slowPath.alignmentFault(va, write);
    }

    private long load8(long tlb, long va, int regime) {
        long entry = entry(tlb, va);
        if (HostAccess.getLong(entry + READ_TAG) == (va & PAGE_MASK)) {
            return HostAccess.getByte(va + HostAccess.getLong(entry + ADDEND)) & 0xFFL;
        }
        return slowPath.load(regime, va, 1);
    }

    private long load16(long tlb, long va, int regime) {
        long entry = entry(tlb, va);
        if (HostAccess.getLong(entry + READ_TAG) == (va + 1 & PAGE_MASK)) {
            return HostAccess.getShort(va + HostAccess.getLong(entry + ADDEND)) & 0xFFFFL;
        }
        return slowPath.load(regime, va, 2);
    }

    private long load32(long tlb, long va, int regime) {
        long entry = entry(tlb, va);
        if (HostAccess.getLong(entry + READ_TAG) == (va + 3 & PAGE_MASK)) {
            return HostAccess.getInt(va + HostAccess.getLong(entry + ADDEND)) & 0xFFFF_FFFFL;
        }
        return slowPath.load(regime, va, 4);
    }

    private long load64(long tlb, long va, int regime) {
        long entry = entry(tlb, va);
        if (HostAccess.getLong(entry + READ_TAG) == (va + 7 & PAGE_MASK)) {
            return HostAccess.getLong(va + HostAccess.getLong(entry + ADDEND));
        }
        return slowPath.load(regime, va, 8);
    }

    private void store8(long tlb, long va, long value, int regime) {
        long entry = entry(tlb, va);
        if (HostAccess.getLong(entry + WRITE_TAG) == (va & PAGE_MASK)) {
            HostAccess.putByte(va + HostAccess.getLong(entry + ADDEND), (int) value);
            return;
        }
        slowPath.store(regime, va, 1, value);
    }

    private void store16(long tlb, long va, long value, int regime) {
        long entry = entry(tlb, va);
        if (HostAccess.getLong(entry + WRITE_TAG) == (va + 1 & PAGE_MASK)) {
            HostAccess.putShort(va + HostAccess.getLong(entry + ADDEND), (int) value);
            return;
        }
        slowPath.store(regime, va, 2, value);
    }

    private void store32(long tlb, long va, long value, int regime) {
        long entry = entry(tlb, va);
        if (HostAccess.getLong(entry + WRITE_TAG) == (va + 3 & PAGE_MASK)) {
            HostAccess.putInt(va + HostAccess.getLong(entry + ADDEND), (int) value);
            return;
        }
        slowPath.store(regime, va, 4, value);
    }

    private void store64(long tlb, long va, long value, int regime) {
        long entry = entry(tlb, va);
        if (HostAccess.getLong(entry + WRITE_TAG) == (va + 7 & PAGE_MASK)) {
            HostAccess.putLong(va + HostAccess.getLong(entry + ADDEND), value);
            return;
        }
        slowPath.store(regime, va, 8, value);
    }

    /** The host address of {@code size} bytes that may be loaded directly, or 0 where a page's end or the TLB forbid it. */
    public long readable(long va, int size) {
        long entry = entry(tlb, va);
        boolean known = HostAccess.getLong(entry + READ_TAG) == (va + size - 1 & PAGE_MASK);
        return known ? va + HostAccess.getLong(entry + ADDEND) : 0;
    }

    /** As {@link #readable}, for stores. */
    public long writable(long va, int size) {
        long entry = entry(tlb, va);
        boolean known = HostAccess.getLong(entry + WRITE_TAG) == (va + size - 1 & PAGE_MASK);
        return known ? va + HostAccess.getLong(entry + ADDEND) : 0;
    }

    /** Translates an instruction address; see {@link SlowPath#fetchAddress}. */
    public long fetchAddress(long va) {
        return slowPath.fetchAddress(regime, va);
    }

    /** Whether the translation that the last {@link #fetchAddress} used is of the ASID in use only. */
    public boolean fetchedNonGlobal() {
        return slowPath.fetchedNonGlobal();
    }

    /** log2 of the bytes that the translation covers which the last {@link #fetchAddress} used. */
    public int fetchedShift() {
        return slowPath.fetchedShift();
    }

    /** See {@link SlowPath#maintenanceAddress}. */
    public long maintenanceAddress(long va, boolean write) {
        return slowPath.maintenanceAddress(regime, va, write);
    }

    /** See {@link SlowPath#translationResult}. */
    public long translationResult(int translationRegime, long va, boolean write) {
        return slowPath.translationResult(translationRegime, va, write);
    }

    /** DC ZVA of the naturally aligned block around {@code va}: one check, then zeroes. */
    public void zero(long va, int bytes) {
        long known = writable(va, 1);
        long address = known != 0 ? known : slowPath.zeroAddress(regime, va, bytes);
        HostAccess.zero(address & -bytes, bytes);
    }

    /** Changes the ASID in use: translations of another that are not global aren't used, but may be remembered. */
    public void selectAsid(int asid) {
        tlbs.select(asid);
        fetchTranslations.select(asid);
        userTlb = tlbs.of(REGIME_EL0).base;
        tlb = tlbs.of(regime).base;
    }

    /** Forgets every cached translation of an ASID that is not global. */
    public void clearAsid(int asid) {
        tlbs.clearAsid(asid);
        fetchTranslations.clearAsid(asid);
    }

    /** Forgets every cached translation of {@code va}, under any ASID. */
    public void clear(long va) {
        tlbs.clear(va);
        fetchTranslations.clear(va);
    }

    /** Forgets every cached translation of this vCPU. */
    public void clear() {
        tlbs.clear();
        fetchTranslations.clear();
    }
}
