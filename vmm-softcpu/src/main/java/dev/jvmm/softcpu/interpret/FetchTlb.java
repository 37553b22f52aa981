// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import dev.jvmm.softcpu.code.CodePage;
import dev.jvmm.softcpu.mmu.FetchTranslations;
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

    private final long[] tags = new long[2 * ENTRIES];
    private final @Nullable CodePage[] pages = new @Nullable CodePage[2 * ENTRIES];

    /** The page last found, and the address and EL it was found for. */
    private @Nullable CodePage currentPage;

    private long currentTag = -1;

    /** Never 0, so that an entry that was never filled misses. */
    private long generation = 1;

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
        if (tags[index] != tag(va)) {
            return null;
        }
        CodePage page = pages[index];
        return page != null && page.valid() ? page : null;
    }

    void fill(int el, long va, CodePage page) {
        int index = index(el, va);
        tags[index] = tag(va);
        pages[index] = page;
    }

    @Override
    public void clear() {
        leavePage();
        generation++;
        if (generation == GENERATIONS) {
            generation = 1;
            Arrays.fill(tags, 0);
        }
    }

    /** A page number has 52 bits; the generation in the bits above makes older entries miss, so clearing is one addition. */
    private long tag(long va) {
        return va >>> PAGE_SHIFT | generation << 64 - PAGE_SHIFT;
    }

    private static int index(int el, long va) {
        return el * ENTRIES + ((int) (va >>> PAGE_SHIFT) & ENTRIES - 1);
    }
}
