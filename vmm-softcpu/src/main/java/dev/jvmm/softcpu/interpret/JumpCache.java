// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import dev.jvmm.softcpu.code.CodePage;
import dev.jvmm.softcpu.code.Region;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which region an instruction address leads to: what {@link FetchTlb} and the page would tell, in two of the host's cache lines
 * instead of seven. Direct-mapped; the instructions of a page share a set, so that a page can be forgotten alone. Confined to
 * the vCPU's thread.
 */
final class JumpCache {
    private static final int SET_SHIFT = 6;
    private static final int SET = 1 << SET_SHIFT;
    private static final int SETS = 64;
    /** The bits of an address that tell its page; those above may hold a tag. */
    private static final long PAGE_BITS = 0x00FF_FFFF_FFFF_F000L;

    /** By two: an address, and the context that it leads to the region in. */
    private final long[] keys = new long[2 * SETS * SET];

    private final @Nullable Region[] regions = new @Nullable Region[SETS * SET];

    /**
     * The region at {@code va}, or null if that is not known.
     *
     * @param context in which {@code va} may have been translated, or
     * @param global in this
     */
    @Nullable
    Region find(long va, long context, long global) {
        int index = index(va);
        if (keys[2 * index] != va) {
            return null;
        }
        long known = keys[2 * index + 1];
        return known == context || known == global ? regions[index] : null;
    }

    /** @param context not 0 */
    void put(long va, long context, Region region) {
        int index = index(va);
        keys[2 * index] = va;
        keys[2 * index + 1] = context;
        regions[index] = region;
    }

    /** Forgets the page of {@code va}, in every context. */
    void clear(long va) {
        int first = set(va);
        for (int index = first; index < first + SET; index++) {
            if (((keys[2 * index] ^ va) & PAGE_BITS) == 0) {
                keys[2 * index + 1] = 0;
            }
        }
    }

    /** Forgets everything, and lets go of the regions. */
    void clear() {
        Arrays.fill(keys, 0);
        Arrays.fill(regions, null);
    }

    private static int set(long va) {
        return ((int) (va >>> CodePage.SHIFT) & SETS - 1) << SET_SHIFT;
    }

    private static int index(long va) {
        // Functions start at multiples of 4, 8 or 16 instructions as a rule.
        return set(va) | (int) (va >>> 2 ^ va >>> 8) & SET - 1;
    }
}
