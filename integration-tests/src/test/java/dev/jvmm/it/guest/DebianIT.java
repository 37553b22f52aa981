// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.cli.debian.Suite;
import dev.jvmm.core.config.BootConfig;
import dev.jvmm.core.config.DiskConfig;
import dev.jvmm.core.config.VmConfig;
import dev.jvmm.machine.image.ImageCheck;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The image of {@code jvmm quickstart}: a Debian with systemd that somebody logs in to. Its kernel, built for clouds, has
 * no driver for the device tree's power button (CONFIG_KEYBOARD_GPIO): that is pressed in {@link CommandLineIT}.
 */
class DebianIT {
    @TempDir
    private Path folder;

    @Test
    void aDayOfADebian() throws InterruptedException {
        Path image = Ingredients.debianImage(folder.resolve("debian.img"));
        assertThat(ImageCheck.check(image)).isEmpty();
        VmConfig config = VmConfig.named("debian")
                .withBackend("soft")
                .withBoot(new BootConfig.Firmware(Ingredients.edk2(Suite.TRIXIE).code(), null, false))
                .withDisks(List.of(DiskConfig.image(image)));
        try (GuestConsole guest = GuestConsole.start("debian", config, folder.resolve("state"))) {
            logIn(guest);
            // The answers differ from what is typed: the terminal echoes that.
            command(guest, "echo sum $((6 * 7)) of $(uname -m)", "sum 42 of aarch64");
            command(guest, "findmnt -n -o FSTYPE,OPTIONS / | cut -c1-7", "ext4 rw");
            command(guest, "echo 'written before' > /root/note && sync && echo note: $?", "note: 0");
            guest.send("reboot\n");

            logIn(guest);
            command(guest, "tr a-z A-Z < /root/note", "WRITTEN BEFORE");
            assertThat(guest.vm().stats().resets()).as(guest.shown()).isEqualTo(1);

            guest.send("poweroff\n");
            guest.awaitPowerOff();
        }
    }

    private static void logIn(GuestConsole guest) throws InterruptedException {
        guest.expect("login: ")
                .send("root\n")
                .expect("Shut down with `poweroff`.")
                .expect("# ");
    }

    private static void command(GuestConsole guest, String command, String answer) throws InterruptedException {
        guest.send(command + "\n").expect(answer).expect("# ");
    }
}
