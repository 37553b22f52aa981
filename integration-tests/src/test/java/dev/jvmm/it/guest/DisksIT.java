// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.core.config.BootConfig;
import dev.jvmm.core.config.DiskConfig;
import dev.jvmm.core.config.DiskFormat;
import dev.jvmm.core.config.VmConfig;
import dev.jvmm.it.guest.Ingredients.Linux;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks as Linux sees them, against the files that stand behind them (clause F4). */
class DisksIT {
    private static final int MIB = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void linuxReadsEachDisksFileWritesTheLastAndIsRefusedTheReadOnlyOne() throws InterruptedException, IOException {
        byte[] random = new byte[3 * MIB];
        new Random(1).nextBytes(random);
        byte[] script = Arrays.copyOf(
                "dd if=/dev/zero of=/dev/vda bs=512 count=1 && echo CHECK written || echo CHECK write refused\n"
                        .getBytes(StandardCharsets.US_ASCII),
                4096);
        byte[] writable = Arrays.copyOf(random, 4 * MIB);
        DiskConfig readOnly = new DiskConfig(file("ro.img", random), DiskFormat.RAW, true, "never-written");
        Path last = file("last.img", writable);
        VmConfig config = Ingredients.machine("disks")
                .withBoot(new BootConfig.Kernel(
                        Ingredients.kernel(Linux.V6_1),
                        Ingredients.initramfs(Linux.V6_1),
                        Ingredients.COMMAND_LINE
                                + " quiet jvmm.run=disk-read,disk-write jvmm.value=by-guest jvmm.script=vdb"))
                .withDisks(List.of(readOnly, DiskConfig.raw(file("script.img", script)), DiskConfig.raw(last)));

        try (GuestConsole guest = GuestConsole.start("disks", config, folder.resolve("state"))) {
            guest.expect("CHECK vda: sectors=6144 ro=1 ")
                    .expect("CHECK vdc: sectors=8192 ro=0 ")
                    .expect("CHECK disk-read vda: " + md5(random))
                    .expect("CHECK disk-read vdc: " + md5(writable))
                    .expect("CHECK disk-write vdc: ok")
                    .expect("CHECK write refused")
                    .expect("CHECK done");
            guest.awaitPowerOff();
        }

        byte[] line = "by-guest\n".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < MIB; i++) {
            writable[MIB + i] = line[i % line.length];
        }
        assertThat(md5(Files.readAllBytes(last))).isEqualTo(md5(writable));
        assertThat(md5(Files.readAllBytes(readOnly.path()))).isEqualTo(md5(random));
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static String md5(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
