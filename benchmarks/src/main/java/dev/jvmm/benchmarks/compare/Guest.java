// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.benchmarks.compare;

import dev.jvmm.cli.debian.Firmware;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What is booted. */
sealed interface Guest {
    /** Memory of the machine in MiB. */
    int mebibytes();

    int cpus();

    /**
     * A kernel without firmware: a Linux image, or a flat binary.
     *
     * @param disk on virtio-mmio, never written to
     */
    record Direct(
            int mebibytes, int cpus, Path kernel, Optional<Path> initramfs, Optional<Path> disk, String commandLine)
            implements Guest {}

    /** A disk image, booted by EDK2. Neither it nor the firmware's variables are written to: each run has a copy. */
    record Disk(int mebibytes, Path original, Firmware.Edk2 firmware) implements Guest {
        @Override
        public int cpus() {
            return 1;
        }

        Path image(Path folder) {
            return folder.resolve("disk.img");
        }

        Path variables(Path folder) {
            return folder.resolve("variables.fd");
        }

        /** Copies what the guest writes to, holes as holes. */
        void prepare(Path folder) throws IOException, InterruptedException {
            Commands.run(List.of(
                    "cp", "--sparse=always", original.toString(), image(folder).toString()));
            Files.deleteIfExists(variables(folder));
            Commands.run(List.of(
                    "cp",
                    "--sparse=always",
                    "--no-preserve=mode",
                    firmware.variables().toString(),
                    variables(folder).toString()));
        }
    }
}
