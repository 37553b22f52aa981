// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.mmu;

/**
 * The virtual addresses that translations larger than a page cover: at least those. Invalidating one address among them must take
 * the whole translation, so it takes all. Confined to the vCPU's thread.
 */
public final class LargeTranslations {
    private boolean any;
    /** Covered are those that agree with this in the bits of {@code mask}, which is kept shifted past the top byte. */
    private long base;

    private long mask;

    /** Adds a translation of {@code 1 << shift} bytes around {@code va}. */
    public void add(long va, int shift) {
        long its = -1L << shift << 8;
        if (!any) {
            any = true;
            base = va;
            mask = its;
            return;
        }
        mask &= its;
        while (((va ^ base) << 8 & mask) != 0) {
            mask <<= 1;
        }
    }

    /** Whether a translation that was added may cover {@code va}; a tag in its top byte doesn't count. */
    public boolean mayCover(long va) {
        return any && ((va ^ base) << 8 & mask) == 0;
    }

    /** Forgets all. */
    public void clear() {
        any = false;
    }
}
