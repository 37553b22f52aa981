// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.core.cpu;

import dev.jvmm.core.config.CpuConfig;
import dev.jvmm.core.config.CpuFeature;

/**
 * What the guest sees of the CPU, and where the machine puts what belongs to it.
 *
 * @param config what the user wants
 * @param pmuInterrupt INTID (16 to 31) of the performance monitors' interrupt as the machine describes it, or 0 where it
 *     describes none, and the guest then sees no performance monitors
 * @param stealTime guest-physical address of {@value #STEAL_TIME_SIZE} bytes that nothing else uses, where the backend
 *     tells each vCPU's stolen time, or 0 for no such thing
 */
public record CpuOptions(CpuConfig config, int pmuInterrupt, long stealTime) {
    /** One granule of any translation; a vCPU takes 64 bytes of it (Arm DEN 0057 3.2). */
    public static final int STEAL_TIME_SIZE = 0x1_0000;

    /** Whatever the backend has, apart from what needs something of the machine. */
    public static final CpuOptions HOST = new CpuOptions(CpuConfig.HOST, 0, 0);

    public CpuOptions {
        if (pmuInterrupt != 0 && (pmuInterrupt < 16 || pmuInterrupt > 31)) {
            throw new IllegalStateException("the PMU's interrupt is private: INTID 16 to 31, not " + pmuInterrupt);
        }
        if (stealTime % STEAL_TIME_SIZE != 0) {
            throw new IllegalStateException("stolen time is told in a granule of its own");
        }
    }

    /** Whether the guest may see {@code feature}. */
    public boolean allows(CpuFeature feature) {
        return config.allows(feature);
    }
}
