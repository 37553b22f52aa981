// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm.arm64;

/** The kernel's interrupt controller. */
sealed interface Vgic extends AutoCloseable permits VgicV2, VgicV3 {
    /** Ends its configuration; every vCPU exists by now. */
    void initialise();

    /** Brings it to its reset state; no vCPU runs. */
    void reset();

    @Override
    void close();
}
