// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.core.cpu;

import java.util.Set;

/**
 * Which features of the CPU the guest sees.
 *
 * @param off features the guest must not see though the backend has them
 * @param aarch32 vCPU 0 starts in AArch32 at EL1 instead of AArch64
 * @param pmuInterrupt INTID (16 to 31) of the performance monitors' interrupt as the machine describes it, or 0 where it
 *     describes none, and the guest then sees no performance monitors
 */
public record CpuOptions(Set<CpuFeature> off, boolean aarch32, int pmuInterrupt) {
    /** Whatever the backend has. */
    public static final CpuOptions HOST = new CpuOptions(Set.of(), false, 0);

    public CpuOptions {
        off = Set.copyOf(off);
        if (pmuInterrupt != 0 && (pmuInterrupt < 16 || pmuInterrupt > 31)) {
            throw new IllegalStateException("the PMU's interrupt is private: INTID 16 to 31, not " + pmuInterrupt);
        }
    }

    /** Whether the guest may see {@code feature}. */
    public boolean allows(CpuFeature feature) {
        return !off.contains(feature);
    }
}
