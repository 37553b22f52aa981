// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.cli.debian.Suite;
import dev.jvmm.core.config.BootConfig;
import dev.jvmm.core.config.DiskConfig;
import dev.jvmm.core.config.VmConfig;
import dev.jvmm.it.guest.Ingredients.Linux;
import dev.jvmm.machine.image.ImageCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Stock firmware with empty variables finds {@code \EFI\BOOT\BOOTAA64.EFI} (clauses I3, F1, F2), which is GRUB, which
 * starts Linux (I4).
 */
class FirmwareBootIT {
    /** Builds as distributions ship them, from 2022 to today, and which kernel each starts. */
    enum Build {
        /** {@link VariablesIT} starts it three times. */
        EDK2_BOOKWORM(() -> Ingredients.edk2(Suite.BOOKWORM).code(), "EDK II", Linux.V6_1, true),
        EDK2_TRIXIE(() -> Ingredients.edk2(Suite.TRIXIE).code(), "EDK II", Linux.NEWEST, false),
        EDK2_SID(() -> Ingredients.edk2(Suite.SID).code(), "EDK II", Linux.V6_1, false),
        U_BOOT(Ingredients::uBoot, "by Das U-Boot", Linux.V6_1, false);

        private final Supplier<Path> code;
        private final String vendor;
        private final Linux linux;
        private final boolean slow;

        Build(Supplier<Path> code, String vendor, Linux linux, boolean slow) {
            this.code = code;
            this.vendor = vendor;
            this.linux = linux;
            this.slow = slow;
        }
    }

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void firmwareStartsGrubWhichStartsLinux(Build build) throws InterruptedException {
        Slow.unlessAll(build.slow);
        Path image = Ingredients.tinyImage(build.linux, Ingredients.COMMAND_LINE, folder.resolve("disk.img"));
        assertThat(ImageCheck.check(image)).isEmpty();
        VmConfig config = Ingredients.machine("firmware-boot")
                .withBoot(new BootConfig.Firmware(build.code.get(), null, false))
                .withDisks(List.of(DiskConfig.raw(image)));
        try (GuestConsole guest = GuestConsole.start("firmware-" + build, config, folder.resolve("state"))) {
            guest.expect("Booting `Linux'")
                    .expect(build.vendor)
                    .expect(build.linux.marker())
                    .expect(" cpus=1 ")
                    .expect("CHECK done");
            guest.awaitPowerOff();
            assertThat(guest.vm().stats().guestFaults()).as(guest.shown()).isZero();
        }
    }
}
