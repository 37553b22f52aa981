// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.benchmarks.compare;

import dev.jvmm.cli.debian.CpioArchive;
import dev.jvmm.cli.debian.DebianArchive;
import dev.jvmm.cli.debian.DebianRoot;
import dev.jvmm.cli.debian.Firmware;
import dev.jvmm.cli.debian.Kernels;
import dev.jvmm.cli.debian.Suite;
import dev.jvmm.cli.debian.TinyImage;
import dev.jvmm.cli.debian.TinyInitramfs;
import dev.jvmm.cli.debian.Tools;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * What is run, and QEMU itself. Packages stay in the user's cache, what is made of them lies in the work folder and
 * is made again by each command, so that it's never older than the source.
 */
final class Ingredients {
    private static final String COMMAND_LINE = "console=ttyAMA0 panic=-1";
    private static final int SMALL = 512;
    private static final int DEBIAN = 1024;

    private final Path folder;
    private final String amount;
    private final DebianArchive archive;
    private final GuestPrograms programs;

    /**
     * @param folder work folder; what is made is put there
     * @param scale amount of work of the kernels
     * @param warm milliseconds that each of them runs before it counts
     */
    Ingredients(Path folder, DebianArchive archive, GuestPrograms programs, int scale, int warm) {
        this.folder = folder;
        this.archive = archive;
        this.programs = programs;
        amount = "scale=" + scale + " warm=" + warm;
    }

    /** The newest QEMU that Debian has, whatever is installed. */
    Qemu qemu() {
        return new Qemu(new Tools(archive).qemuSystem(Suite.SID).command());
    }

    Guest linuxDirect() throws IOException {
        Path initramfs = folder.resolve("tiny.cpio.gz");
        TinyInitramfs.write(initramfs, TinyInitramfs.busybox(archive, Suite.BOOKWORM), linux());
        return direct(linux().image(), Optional.of(initramfs), Optional.empty(), COMMAND_LINE);
    }

    /** The same Linux, whose init runs the programs that these words say. */
    Guest linuxPrograms(String run) throws IOException, InterruptedException {
        Path initramfs = folder.resolve("programs.cpio.gz");
        TinyInitramfs.write(initramfs, TinyInitramfs.busybox(archive, Suite.BOOKWORM), linux());
        // A second archive behind the first: its init takes the place of the other's.
        try (CpioArchive more = new CpioArchive(
                new BufferedOutputStream(Files.newOutputStream(initramfs, StandardOpenOption.APPEND)))) {
            more.file("init", 0755, Files.readAllBytes(programs.linuxInit()));
            more.file("bench", 0755, Files.readAllBytes(programs.linux()));
        }
        String words = String.join(" ", COMMAND_LINE, "loglevel=3", run, amount);
        return direct(linux().image(), Optional.of(initramfs), Optional.of(diskData()), words);
    }

    Guest linuxByFirmware() throws IOException {
        Path image = folder.resolve("tiny.img");
        new TinyImage(archive).write(image, Suite.BOOKWORM, linux(), COMMAND_LINE);
        return new Guest.Disk(SMALL, image, new Firmware(archive).edk2(Suite.TRIXIE));
    }

    Guest debian() throws IOException {
        Path image = folder.resolve("debian.img");
        Files.deleteIfExists(image);
        new DebianRoot(archive, Suite.TRIXIE).writeImage(image, DebianRoot.COMMAND_LINE);
        return new Guest.Disk(DEBIAN, image, new Firmware(archive).edk2(Suite.TRIXIE));
    }

    /** The bare machine's kernels that these words say. */
    Guest bare(int cpus, boolean disk, String run) throws IOException, InterruptedException {
        return new Guest.Direct(
                SMALL,
                cpus,
                programs.bare(),
                Optional.empty(),
                disk ? Optional.of(diskData()) : Optional.empty(),
                run + " " + amount);
    }

    Guest firstByte() throws IOException, InterruptedException {
        return direct(programs.first(), Optional.empty(), Optional.empty(), "");
    }

    private static Guest direct(Path kernel, Optional<Path> initramfs, Optional<Path> disk, String commandLine) {
        return new Guest.Direct(SMALL, 1, kernel, initramfs, disk, commandLine);
    }

    private Path diskData() throws IOException {
        Path file = folder.resolve("data.img");
        DiskData.write(file);
        return file;
    }

    private Kernels.Kernel linux() {
        return new Kernels(archive).kernel(Suite.BOOKWORM, Kernels.Flavour.GENERIC);
    }
}
