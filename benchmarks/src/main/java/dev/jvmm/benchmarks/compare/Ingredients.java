// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.benchmarks.compare;

import dev.jvmm.cli.debian.DebianArchive;
import dev.jvmm.cli.debian.DebianRoot;
import dev.jvmm.cli.debian.Firmware;
import dev.jvmm.cli.debian.Kernels;
import dev.jvmm.cli.debian.ProgressPrinter;
import dev.jvmm.cli.debian.Suite;
import dev.jvmm.cli.debian.TinyImage;
import dev.jvmm.cli.debian.TinyInitramfs;
import dev.jvmm.cli.debian.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the two run, and QEMU itself. Packages stay in the user's cache, what is made of them lies in the work folder and
 * is made again by each command, so that it's never older than the source.
 */
final class Ingredients {
    private static final String COMMAND_LINE = "console=ttyAMA0 panic=-1";
    private static final String INTEGER = "sort,sha256,crc32,states,mix,lz,fib,ackermann,bytecode";
    private static final int SMALL = 512;
    private static final int DEBIAN = 1024;

    private final Path top;
    private final Path folder;
    private final int scale;
    private final DebianArchive archive;
    private final List<String> qemu;

    /**
     * @param top the source tree
     * @param folder work folder; what is made is put there
     * @param scale amount of work of the integer guest
     */
    Ingredients(Path top, Path folder, int scale) {
        this.top = top;
        this.folder = folder;
        this.scale = scale;
        archive = DebianArchive.open(new ProgressPrinter(System.err, System.console() != null));
        qemu = new Tools(archive).qemuSystem(Suite.SID).command();
    }

    Path launcher() {
        return top.resolve("jvmm");
    }

    /** The newest QEMU that Debian has, whatever is installed: program and first arguments. */
    List<String> qemu() {
        return qemu;
    }

    /** How it calls itself. */
    String qemuVersion() throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(qemu);
        line.add("--version");
        return Commands.run(line).lines().findFirst().orElse("QEMU");
    }

    Guest linuxDirect() throws IOException {
        Path initramfs = folder.resolve("tiny.cpio.gz");
        TinyInitramfs.write(initramfs, TinyInitramfs.busybox(archive, Suite.BOOKWORM), linux());
        return new Guest.Direct(SMALL, linux().image(), Optional.of(initramfs), COMMAND_LINE);
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

    Guest integer() throws IOException, InterruptedException {
        return new Guest.Direct(
                SMALL,
                new GuestPrograms(top, folder, archive).bare(),
                Optional.empty(),
                "run=" + INTEGER + " scale=" + scale);
    }

    Guest firstByte() throws IOException, InterruptedException {
        return Guest.Direct.flat(SMALL, new GuestPrograms(top, folder, archive).first());
    }

    private Kernels.Kernel linux() {
        return new Kernels(archive).kernel(Suite.BOOKWORM, Kernels.Flavour.GENERIC);
    }
}
