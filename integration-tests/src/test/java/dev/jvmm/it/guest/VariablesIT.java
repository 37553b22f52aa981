// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.cli.debian.Suite;
import dev.jvmm.core.config.BootConfig;
import dev.jvmm.core.config.DiskConfig;
import dev.jvmm.core.config.VmConfig;
import dev.jvmm.it.guest.Ingredients.Linux;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** UEFI variables are the VM's: they outlive it, and never get into an image (clause F3). */
class VariablesIT {
    private static final String COMMAND_LINE =
            Ingredients.COMMAND_LINE + " quiet jvmm.run=efivar-read,efivar-write jvmm.value=kept";

    @TempDir
    private Path folder;

    @Test
    void theNextRunReadsWhatOneHasWrittenUntilVariablesAreReset() throws InterruptedException, IOException {
        Path image = Ingredients.tinyImage(Linux.V6_1, COMMAND_LINE, folder.resolve("disk.img"));
        Path untouched = Ingredients.tinyImage(Linux.V6_1, COMMAND_LINE, folder.resolve("untouched.img"));

        run("variables-new", image, false, "absent", "ok");
        run("variables-kept", image, false, "kept", "already there");
        run("variables-reset", image, true, "absent", "ok");

        assertThat(Files.mismatch(image, untouched))
                .as("the first byte of the image that the runs have changed")
                .isEqualTo(-1);
    }

    /** Boots, looks for what was read, and leaves the variable written. */
    private void run(String test, Path image, boolean resetVariables, String read, String written)
            throws InterruptedException {
        Path code = Ingredients.edk2(Suite.BOOKWORM).code();
        VmConfig config = Ingredients.machine("variables")
                .withBoot(new BootConfig.Firmware(code, null, resetVariables))
                .withDisks(List.of(DiskConfig.raw(image)));
        try (GuestConsole guest = GuestConsole.start(test, config, folder.resolve("state"))) {
            guest.expect(Linux.V6_1.marker())
                    .expect("CHECK efivar-read: " + read + "\r\n")
                    .expect("CHECK efivar-write: " + written + "\r\n");
            guest.awaitPowerOff();
            assertThat(guest.vm().stats().guestFaults()).as(guest.shown()).isZero();
        }
    }
}
