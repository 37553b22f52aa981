// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.benchmarks.compare;

import java.nio.file.Path;
import java.util.List;

/** One of the two that are compared. Both have their console on standard output and no wait in the firmware. */
sealed interface Vmm permits Jvmm, Qemu {
    /** In the table's head. */
    String label();

    /**
     * The command line that boots this guest.
     *
     * @param folder where {@link Guest.Disk#prepare} put what the guest may write to
     */
    List<String> command(Guest guest, Path folder);
}
