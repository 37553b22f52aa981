// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.mmu;

import java.lang.foreign.Arena;
import java.util.Arrays;

/**
 * The data TLBs of one vCPU: one for each regime of EL1, and for EL0 one for each of the ASIDs used last, so that a process finds
 * its translations again after another has run. Confined to the vCPU's thread.
 */
public final class Tlbs {
    private static final int SPACES = 8;
    /** In place of an ASID: the TLB is nobody's, and what is in it no longer holds. */
    private static final int NONE = -1;

    private final Tlb[] el0 = new Tlb[SPACES];
    /** Whose entries a TLB of EL0 has. */
    private final int[] asids = new int[SPACES];
    /** When a TLB of EL0 was last selected. */
    private final long[] selected = new long[SPACES];

    private final Tlb el1;
    private final Tlb el1Pan;
    private long selections;
    private int current;

    /** @param arena where the entries live, as long as the vCPU */
    public Tlbs(Arena arena) {
        Arrays.setAll(el0, i -> new Tlb(arena));
        Arrays.fill(asids, NONE);
        asids[current] = 0;
        el1 = new Tlb(arena);
        el1Pan = new Tlb(arena);
    }

    /** The TLB of a regime of {@link Mmu}, under the ASID in use. */
    public Tlb of(int regime) {
        return switch (regime) {
            case Mmu.REGIME_EL0 -> el0[current];
            case Mmu.REGIME_EL1 -> el1;
            default -> el1Pan;
        };
    }

    /** Changes the ASID in use. */
    void select(int asid) {
        if (asids[current] == asid) {
            return;
        }
        el1.clearNonGlobal();
        el1Pan.clearNonGlobal();
        int found = find(asid);
        if (found < 0) {
            found = oldest();
            el0[found].clear();
            asids[found] = asid;
        }
        current = found;
        selected[found] = ++selections;
    }

    private int find(int asid) {
        for (int i = 0; i < SPACES; i++) {
            if (asids[i] == asid) {
                return i;
            }
        }
        return -1;
    }

    private int oldest() {
        int oldest = 0;
        for (int i = 1; i < SPACES; i++) {
            if (selected[i] < selected[oldest]) {
                oldest = i;
            }
        }
        return oldest;
    }

    /** Forgets every entry. */
    void clear() {
        for (int i = 0; i < SPACES; i++) {
            forget(i);
        }
        el1.clear();
        el1Pan.clear();
    }

    /** Forgets at least the entries of an ASID that are not global. */
    void clearAsid(int asid) {
        int found = find(asid);
        if (found >= 0) {
            forget(found);
        }
        if (found == current) {
            el1.clearNonGlobal();
            el1Pan.clearNonGlobal();
        }
    }

    /** Forgets the entries of EL0 under one ASID: at once when it is in use, else when the TLB is used again. */
    private void forget(int space) {
        if (space == current) {
            el0[space].clear();
        } else {
            asids[space] = NONE;
            selected[space] = 0;
        }
    }

    /** Forgets at least what was filled from the translation of {@code va}, under any ASID. */
    void clear(long va) {
        for (int i = 0; i < SPACES; i++) {
            if (asids[i] != NONE) {
                el0[i].clear(va);
            }
        }
        el1.clear(va);
        el1Pan.clear(va);
    }
}
