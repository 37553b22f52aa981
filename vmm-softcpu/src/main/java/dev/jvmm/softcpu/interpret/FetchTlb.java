// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import dev.jvmm.softcpu.code.CodePage;
import dev.jvmm.softcpu.code.Region;
import dev.jvmm.softcpu.mmu.FetchTranslations;
import dev.jvmm.softcpu.mmu.LargeTranslations;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which pre-decoded page an instruction address leads to, one vCPU: direct-mapped, separate for EL0 and EL1. Confined to
 * the vCPU's thread.
 */
public final class FetchTlb implements FetchTranslations {
    private static final int ENTRIES = 1024;
    private static final int PAGE_SHIFT = CodePage.SHIFT;
    private static final long GENERATIONS = 1 << PAGE_SHIFT;
    private static final int ASIDS = 8;

    private final long[] tags = new long[2 * ENTRIES];
    private final @Nullable CodePage[] pages = new @Nullable CodePage[2 * ENTRIES];

    /** The page last found, and the address and EL it was found for. */
    private @Nullable CodePage currentPage;

    private long currentTag = -1;

    /** In the tags of global translations, and in those of the ASID in use. Never 0: an entry that was never filled misses. */
    private long global = 1;

    private long ofAsid = 2;
    private long lastGeneration = 2;

    /** The ASIDs used last, and the generation in the tags of their translations; 0 when those must not be used any more. */
    private final int[] asids = new int[ASIDS];

    private final long[] generations = new long[ASIDS];
    private int asid;
    private int nextAsid;

    /** The virtual addresses that translations larger than a page cover. */
    private final LargeTranslations large = new LargeTranslations();

    private final JumpCache jumps = new JumpCache();

    /** The region that {@code va} leads to, if {@link #link} told; else null. */
    @Nullable
    Region region(int el, long va) {
        return jumps.find(va, ofAsid << 1 | el, global << 1 | el);
    }

    /** Notes the region that {@code va} leads to, in the page that was found for it. */
    void link(int el, long va, Region region) {
        long tag = tags[index(el, va)];
        if (tag == tag(va, ofAsid)) {
            jumps.put(va, ofAsid << 1 | el, region);
        } else if (tag == tag(va, global)) {
            jumps.put(va, global << 1 | el, region);
        }
    }

    /** Forgets all regions, because pages were dropped. */
    void unlink() {
        jumps.clear();
    }

    /** The page that {@code va} lies in when it is the one last asked for, at the same EL, and is valid; else null. */
    @Nullable
    CodePage current(int el, long va) {
        if ((va >>> PAGE_SHIFT << 1 | el) != currentTag) {
            return null;
        }
        CodePage page = currentPage;
        return page != null && page.valid() ? page : null;
    }

    /** Makes {@code page} the {@link #current} one. */
    void enter(int el, long va, CodePage page) {
        currentPage = page;
        currentTag = va >>> PAGE_SHIFT << 1 | el;
    }

    private void leavePage() {
        currentPage = null;
        currentTag = -1;
    }

    @Nullable
    CodePage find(int el, long va) {
        int index = index(el, va);
        long tag = tags[index];
        if (tag != tag(va, ofAsid) && tag != tag(va, global)) {
            return null;
        }
        CodePage page = pages[index];
        return page != null && page.valid() ? page : null;
    }

    /**
     * Lets fetches from the page of {@code va} find a page.
     *
     * @param nonGlobal the translation is of the ASID in use only
     * @param translationShift log2 of the bytes that the translation covers
     */
    void fill(int el, long va, CodePage page, boolean nonGlobal, int translationShift) {
        if (translationShift > PAGE_SHIFT) {
            large.add(va, translationShift);
        }
        int index = index(el, va);
        tags[index] = tag(va, nonGlobal ? ofAsid : global);
        pages[index] = page;
    }

    @Override
    public void clear() {
        leavePage();
        large.clear();
        Arrays.fill(generations, 0);
        global = newGeneration();
        ofAsid = generationOf(asid);
    }

    @Override
    public void clear(long va) {
        if (large.mayCover(va)) {
            clear();
            return;
        }
        leavePage();
        jumps.clear(va);
        tags[index(0, va)] = 0;
        tags[index(1, va)] = 0;
    }

    @Override
    public void clearAsid(int which) {
        leavePage();
        for (int i = 0; i < ASIDS; i++) {
            if (asids[i] == which) {
                generations[i] = 0;
            }
        }
        ofAsid = generationOf(asid);
    }

    @Override
    public void select(int which) {
        if (which == asid) {
            return;
        }
        leavePage();
        asid = which;
        ofAsid = generationOf(which);
    }

    /** The generation of an ASID's translations: a new one if nothing is known of it. */
    private long generationOf(int which) {
        for (int i = 0; i < ASIDS; i++) {
            if (asids[i] == which && generations[i] != 0) {
                return generations[i];
            }
        }
        long generation = newGeneration();
        nextAsid = (nextAsid + 1) % ASIDS;
        asids[nextAsid] = which;
        generations[nextAsid] = generation;
        return generation;
    }

    private long newGeneration() {
        if (lastGeneration == GENERATIONS - 1) {
            Arrays.fill(tags, 0);
            jumps.clear();
            Arrays.fill(generations, 0);
            lastGeneration = 1;
            global = 1;
        }
        return ++lastGeneration;
    }

    /** A page number has 52 bits; a new generation in the bits above makes older entries miss. */
    private static long tag(long va, long generation) {
        return va >>> PAGE_SHIFT | generation << 64 - PAGE_SHIFT;
    }

    private static int index(int el, long va) {
        return el * ENTRIES + ((int) (va >>> PAGE_SHIFT) & ENTRIES - 1);
    }
}
