// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.core.cpu;

/** How vCPU numbers become MPIDR_EL1 affinities (Arm ARM D19.2.98): Aff0 counts to 15, so that SGI lists reach all. */
public final class MpidrAffinity {
    private static final int CPUS_PER_CLUSTER = 16;

    private MpidrAffinity() {}

    /** Aff3.Aff2.Aff1.Aff0 as they stand in MPIDR_EL1 and in a device tree's {@code reg}, for vCPU {@code cpu}. */
    public static long of(int cpu) {
        return cpu % CPUS_PER_CLUSTER | (long) (cpu / CPUS_PER_CLUSTER) << 8;
    }
}
