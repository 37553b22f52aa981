// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.mmu;

import dev.jvmm.softcpu.memory.HostAccess;
import java.lang.foreign.Arena;

/**
 * The data TLB of one vCPU in one translation regime: direct-mapped, off-heap, one 32-byte entry a page, so that a hit
 * touches one cache line.
 *
 * <pre>
 *  +0  read tag    page of a virtual address that loads may use directly, or -1
 *  +8  write tag   likewise for stores
 *  +16 addend      host address = virtual address + addend
 *  +24 0 when the translation is global, else 1
 * </pre>
 *
 * <p>A load of {@code size} bytes at {@code va} hits when the page of its last byte, {@code (va + size - 1) & PAGE_MASK},
 * equals the read tag at the index of {@code va}: an access that crosses into the next page can't match.
 */
public final class Tlb {
    public static final int PAGE_SHIFT = 12;
    public static final long PAGE_MASK = -1L << PAGE_SHIFT;
    public static final int ENTRIES = 1024;
    public static final int ENTRY_SHIFT = 5;
    /** Masks {@code va >>> (PAGE_SHIFT - ENTRY_SHIFT)} to the byte offset of an entry. */
    public static final long OFFSET_MASK = (long) (ENTRIES - 1) << ENTRY_SHIFT;

    public static final int READ_TAG = 0;
    public static final int WRITE_TAG = 8;
    public static final int ADDEND = 16;
    private static final int NON_GLOBAL = 24;
    private static final long NOTHING = -1;

    /** Host address of the first entry. */
    final long base;

    /** The virtual addresses that translations larger than a page cover. */
    private final LargeTranslations large = new LargeTranslations();

    /** Where entries that are not global were filled since there was none, as far as there is room. */
    private final int[] nonGlobal = new int[128];

    private int nonGlobalCount;
    /** Anything may be in it. */
    private boolean filled = true;

    public Tlb(Arena arena) {
        base = arena.allocate((long) ENTRIES << ENTRY_SHIFT, 64).address();
        clear();
    }

    /** Forgets every entry. */
    void clear() {
        if (!filled) {
            return;
        }
        filled = false;
        large.clear();
        nonGlobalCount = 0;
        for (long entry = base; entry < base + ((long) ENTRIES << ENTRY_SHIFT); entry += 1 << ENTRY_SHIFT) {
            forget(entry);
        }
    }

    /** Forgets every entry of a translation that is not global. */
    void clearNonGlobal() {
        if (nonGlobalCount <= nonGlobal.length) {
            for (int i = 0; i < nonGlobalCount; i++) {
                forget(base + nonGlobal[i]);
            }
            nonGlobalCount = 0;
            return;
        }
        nonGlobalCount = 0;
        for (long entry = base; entry < base + ((long) ENTRIES << ENTRY_SHIFT); entry += 1 << ENTRY_SHIFT) {
            if (HostAccess.getLong(entry + NON_GLOBAL) != 0) {
                forget(entry);
            }
        }
    }

    private static void forget(long entry) {
        HostAccess.putLong(entry + READ_TAG, NOTHING);
        HostAccess.putLong(entry + WRITE_TAG, NOTHING);
    }

    /** Forgets at least what was filled from the translation of {@code va}; a tag in its top byte doesn't count. */
    void clear(long va) {
        if (large.mayCover(va)) {
            clear();
            return;
        }
        forget(base + (va >>> PAGE_SHIFT - ENTRY_SHIFT & OFFSET_MASK));
    }

    /**
     * Lets accesses to the page of {@code va} go directly to the host page at {@code host}.
     *
     * @param ofOneAsid the translation is not global
     * @param translationShift log2 of the bytes that the translation covers
     */
    void fill(long va, long host, boolean readable, boolean writable, boolean ofOneAsid, int translationShift) {
        if (translationShift > PAGE_SHIFT) {
            large.add(va, translationShift);
        }
        filled = true;
        long page = va & PAGE_MASK;
        long offset = va >>> PAGE_SHIFT - ENTRY_SHIFT & OFFSET_MASK;
        if (ofOneAsid) {
            noteNonGlobal((int) offset);
        }
        long entry = base + offset;
        HostAccess.putLong(entry + READ_TAG, readable ? page : NOTHING);
        HostAccess.putLong(entry + WRITE_TAG, writable ? page : NOTHING);
        HostAccess.putLong(entry + ADDEND, host - page);
        HostAccess.putLong(entry + NON_GLOBAL, ofOneAsid ? 1 : 0);
    }

    private void noteNonGlobal(int offset) {
        if (nonGlobalCount < nonGlobal.length) {
            nonGlobal[nonGlobalCount] = offset;
        }
        // One beyond the array's length: there are more than it tells.
        nonGlobalCount = Math.min(nonGlobalCount + 1, nonGlobal.length + 1);
    }
}
