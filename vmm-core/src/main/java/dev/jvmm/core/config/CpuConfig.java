// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.core.config;

import dev.jvmm.core.error.VmException;
import java.util.Set;

/**
 * Which features of the CPU the guest sees ({@code --cpu}).
 *
 * @param off features the guest must not see though the backend has them
 * @param vectorBits the longest scalable vector, a multiple of 128 up to 2048 ({@code --cpu host,sve=256}); 0 for the
 *     longest there is
 * @param aarch32 vCPUs start in AArch32 at EL1 instead of AArch64 ({@code --aarch32})
 */
public record CpuConfig(Set<CpuFeature> off, int vectorBits, boolean aarch32) {
    /** Whatever the backend has. */
    public static final CpuConfig HOST = new CpuConfig(Set.of(), 0, false);

    /** A vector is as long as a multiple of this (Arm ARM DDI 0487 B1.2.2). */
    public static final int VECTOR_UNIT_BITS = 128;

    private static final int MOST_VECTOR_BITS = 2048;

    public CpuConfig {
        off = Set.copyOf(off);
        if (vectorBits < 0 || vectorBits > MOST_VECTOR_BITS || vectorBits % VECTOR_UNIT_BITS != 0) {
            throw VmException.usage("--cpu sve=" + vectorBits + ": a vector has a multiple of " + VECTOR_UNIT_BITS
                    + " bits, up to " + MOST_VECTOR_BITS);
        }
        if (vectorBits != 0 && off.contains(CpuFeature.SVE)) {
            throw VmException.usage("--cpu: sve is off and has " + vectorBits + " bits: leave one out");
        }
        if (vectorBits != 0 && aarch32) {
            throw VmException.usage(
                    "--cpu sve=" + vectorBits + ": AArch32 has no scalable vectors: leave out sve or" + " --aarch32");
        }
    }

    /** Whether the guest may see {@code feature}. */
    public boolean allows(CpuFeature feature) {
        return !off.contains(feature);
    }
}
