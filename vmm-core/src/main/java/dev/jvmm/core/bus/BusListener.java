// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.core.bus;

/** Told where regions stand; called under the bus's lock, so must not call the bus back. */
public interface BusListener {
    /** A region that vCPUs can reach from now on. */
    void added(MmioRegion region);

    /** A region that vCPUs no longer reach. */
    void removed(MmioRegion region);
}
