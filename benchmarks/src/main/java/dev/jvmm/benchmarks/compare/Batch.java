// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** What one guest runs from the start of its process to its end. */
interface Batch {
    Group group();

    /** Makes or obtains what is booted. */
    Guest guest(Ingredients ingredients) throws IOException, InterruptedException;

    /** Watches one run, which has just been started. */
    Figures measure(GuestRun run, Guest guest, Duration patience) throws IOException, InterruptedException;

    /** One run of this VMM, with its files in this folder. */
    default Figures run(Vmm vmm, Guest guest, Path folder, Duration patience) throws IOException, InterruptedException {
        if (guest instanceof Guest.Disk disk) {
            disk.prepare(folder);
        }
        try (GuestRun run = GuestRun.start(vmm.command(guest, folder), folder)) {
            return measure(run, guest, patience);
        }
    }
}
