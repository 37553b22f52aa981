// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.debian;

import dev.jvmm.core.error.VmException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Stock arm64 firmware builds as Debian ships them. */
public final class Firmware {
    private final DebianArchive archive;

    public Firmware(DebianArchive archive) {
        this.archive = archive;
    }

    /**
     * An EDK2 build for QEMU's {@code virt} machine.
     *
     * @param code image of the code flash bank
     * @param variables image of a variable flash bank with nothing stored in it, to be copied
     */
    public record Edk2(Path code, Path variables) {}

    /** The EDK2 build of this suite (package qemu-efi-aarch64). */
    public Edk2 edk2(Suite suite) {
        Path root = archive.packageRoot(suite, Arch.ARM64, "qemu-efi-aarch64");
        Path folder = root.resolve("usr/share/AAVMF");
        return new Edk2(existing(folder.resolve("AAVMF_CODE.fd")), existing(folder.resolve("AAVMF_VARS.fd")));
    }

    /** EDK2 builds that have been fetched into this cache folder; those of trixie first, then the newest fetched. */
    public static List<Edk2> cached(Path cache) {
        List<Path> folders = new ArrayList<>();
        for (Path suite : listed(cache.resolve("packages"), "*-" + Arch.ARM64)) {
            listed(suite, "qemu-efi-aarch64_*").forEach(root -> folders.add(root.resolve("usr/share/AAVMF")));
        }
        return folders.stream()
                .filter(folder -> Files.isRegularFile(folder.resolve("AAVMF_CODE.fd"))
                        && Files.isRegularFile(folder.resolve("AAVMF_VARS.fd")))
                .sorted(Comparator.comparing((Path folder) ->
                                !folder.startsWith(cache.resolve("packages").resolve(Suite.TRIXIE + "-" + Arch.ARM64)))
                        .thenComparing(folder -> folder.toFile().lastModified(), Comparator.reverseOrder()))
                .map(folder -> new Edk2(folder.resolve("AAVMF_CODE.fd"), folder.resolve("AAVMF_VARS.fd")))
                .toList();
    }

    private static List<Path> listed(Path folder, String pattern) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, pattern)) {
            stream.forEach(entries::add);
        } catch (IOException | DirectoryIteratorException _) {
            return List.of(); // what cannot be read is not there
        }
        return entries;
    }

    /** The U-Boot build of this suite (package u-boot-qemu) for QEMU's arm64 {@code virt} machine. */
    public Path uBoot(Suite suite) {
        Path root = archive.packageRoot(suite, Arch.ARM64, "u-boot-qemu");
        return existing(root.resolve("usr/lib/u-boot/qemu_arm64/u-boot.bin"));
    }

    private static Path existing(Path file) {
        if (!Files.isRegularFile(file)) {
            throw VmException.host("the firmware package lacks " + file + ": remove its folder so that it is fetched "
                    + "again, or choose another suite");
        }
        return file;
    }
}
