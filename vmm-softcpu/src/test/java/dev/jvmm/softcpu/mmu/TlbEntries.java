// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.mmu;

/** Fills a TLB without page tables. */
public final class TlbEntries {
    private TlbEntries() {}

    /** Lets accesses to the page of {@code va} go directly to the host page at {@code host}. */
    public static void fill(Tlb tlb, long va, long host, boolean readable, boolean writable) {
        tlb.fill(va, host, readable, writable, false, Tlb.PAGE_SHIFT);
    }
}
