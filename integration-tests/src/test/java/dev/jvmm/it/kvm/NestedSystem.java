// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.kvm;

import dev.jvmm.cli.debian.Arch;
import dev.jvmm.cli.debian.DebianArchive;
import dev.jvmm.cli.debian.Kernels;
import dev.jvmm.cli.debian.Suite;
import dev.jvmm.cli.debian.Tools;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.apache.commons.compress.archivers.cpio.CpioArchiveOutputStream;
import org.apache.commons.compress.archivers.cpio.CpioConstants;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * An arm64 Debian with a JDK 25 and a real /dev/kvm, on any machine: QEMU emulates a CPU with EL2, on which the kernel
 * runs as a hypervisor.
 *
 * <p>A job goes in as a tar on a disk; what it prints comes back on the console.
 */
final class NestedSystem {
    private static final List<String> PACKAGES = List.of(
            "openjdk-25-jre-headless", "base-files", "bash", "busybox-static", "coreutils", "zlib1g", "libstdc++6");

    private static final String INIT = """
            #!/bin/busybox sh
            B=/bin/busybox
            $B mount -t devtmpfs dev /dev; $B mount -t proc proc /proc; $B mount -t sysfs sys /sys
            for module in $($B cat /modules/order); do $B insmod /modules/$module; done
            $B mount -t ext4 -o ro /dev/vda /root || { echo "NESTED no root"; $B poweroff -f; }
            for place in tmp run job; do $B mount -t tmpfs tmpfs /root/$place; done
            for place in dev proc sys; do $B mount --move /$place /root/$place; done
            $B mkdir /root/dev/shm
            $B mount -t tmpfs tmpfs /root/dev/shm
            $B tar -x -C /root/job -f /root/dev/vdb
            export PATH=/usr/bin:/usr/sbin HOME=/tmp LANG=C.UTF-8
            echo "NESTED start $($B cat /root/proc/uptime)"
            $B chroot /root /bin/bash /job/run.sh
            echo "NESTED end $? $($B cat /root/proc/uptime)"
            $B poweroff -f
            """;

    private final DebianArchive archive;
    private final Tools tools;

    NestedSystem(DebianArchive archive) {
        this.archive = archive;
        this.tools = new Tools(archive);
    }

    /**
     * What QEMU emulates.
     *
     * @param cpu its name for {@code -cpu}
     * @param gic the version of the interrupt controller: 2 or 3
     * @param cpus how many
     */
    record Hardware(String cpu, int gic, int cpus) {
        /** GICv3 and the CPU that QEMU emulates fastest of those with VHE. */
        static final Hardware GICV3 = new Hardware("cortex-a76", 3, 2);

        /** GICv2 alone, and every feature of a CPU that QEMU knows; pointer authentication by a cheap algorithm. */
        static final Hardware GICV2_MAX = new Hardware("max,pauth-impdef=on", 2, 2);
    }

    /** One file or folder of the job, by its path inside it. */
    record JobFile(String name, Path content) {}

    /**
     * Runs {@code script} with the files beside it.
     *
     * @return the console's lines; it ends with a line that begins with "NESTED end" unless the system died
     */
    List<String> run(Path work, String script, List<JobFile> files, Hardware hardware, long timeoutSeconds)
            throws IOException, InterruptedException {
        Kernels.Kernel kernel = new Kernels(archive).kernel(Suite.TRIXIE, Kernels.Flavour.CLOUD);
        Path tree = archive.tree(Suite.TRIXIE_SECURITY, Arch.ARM64, "nested-jdk", PACKAGES);
        Path root = rootImage(tree);
        Path initramfs = work.resolve("nested-initramfs.cpio.gz");
        writeInitramfs(initramfs, tree, kernel);
        Path job = work.resolve("job.tar");
        writeJob(job, script, files);
        List<String> command = tools.installedOrUnpacked("qemu-system-aarch64", "qemu-system-arm")
                .with(List.of(
                        "-nodefaults",
                        "-nographic",
                        "-serial",
                        "stdio",
                        "-M",
                        "virt,virtualization=on,gic-version=" + hardware.gic(),
                        "-cpu",
                        hardware.cpu(),
                        "-accel",
                        "tcg,thread=multi",
                        "-smp",
                        String.valueOf(hardware.cpus()),
                        "-m",
                        "3072",
                        "-no-reboot",
                        "-kernel",
                        kernel.image().toString(),
                        "-initrd",
                        initramfs.toString(),
                        "-append",
                        "console=ttyAMA0 quiet panic=-1",
                        "-drive",
                        "if=none,id=root,format=raw,readonly=on,file=" + root,
                        "-device",
                        "virtio-blk-pci,drive=root,romfile=",
                        "-drive",
                        "if=none,id=job,format=raw,readonly=on,file=" + job,
                        "-device",
                        "virtio-blk-pci,drive=job,romfile="));
        return console(command, timeoutSeconds);
    }

    private static List<String> console(List<String> command, long timeoutSeconds)
            throws IOException, InterruptedException {
        Process qemu = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .start();
        Thread limit = Thread.ofPlatform().daemon().start(() -> {
            try {
                if (!qemu.waitFor(timeoutSeconds, TimeUnit.SECONDS)) {
                    qemu.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        List<String> lines = new ArrayList<>();
        long start = System.nanoTime();
        try (Stream<String> output = qemu.inputReader(StandardCharsets.UTF_8).lines()) {
            output.map(line -> line.replace("\r", "")).forEach(line -> {
                long seconds = (System.nanoTime() - start) / 1_000_000_000;
                System.out.println("[nested %4d s] ".formatted(seconds) + line);
                lines.add(line);
            });
        } finally {
            qemu.destroy();
            qemu.waitFor();
            limit.interrupt();
            limit.join();
        }
        return lines;
    }

    /** The tree as a file system, made once for each version of it. */
    private Path rootImage(Path tree) throws IOException, InterruptedException {
        Path image = archive.cache().resolve("nested").resolve(tree.getFileName() + ".ext4");
        if (Files.isRegularFile(image)) {
            return image;
        }
        Files.createDirectories(image.getParent());
        for (String folder : List.of("dev", "proc", "sys", "tmp", "run", "job", "root")) {
            Files.createDirectories(tree.resolve(folder));
        }
        Path temporary = Files.createTempFile(image.getParent(), "making", ".ext4");
        try {
            long mebibytes = size(tree) / (1 << 20) * 12 / 10 + 64;
            Process process = new ProcessBuilder(tools.installedOrUnpacked("mke2fs", "e2fsprogs")
                            .with(List.of(
                                    "-q",
                                    "-F",
                                    "-t",
                                    "ext4",
                                    "-O",
                                    "^has_journal",
                                    "-d",
                                    tree.toString(),
                                    temporary.toString(),
                                    mebibytes + "M")))
                    .inheritIO()
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException("mke2fs failed with " + process.exitValue());
            }
            Files.move(temporary, image, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
        return image;
    }

    private static long size(Path tree) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            long bytes = 0;
            for (Path path : (Iterable<Path>) paths::iterator) {
                if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    bytes += Files.size(path) + 4096;
                }
            }
            return bytes;
        }
    }

    private static void writeInitramfs(Path file, Path tree, Kernels.Kernel kernel) throws IOException {
        try (OutputStream raw = Files.newOutputStream(file);
                CpioArchiveOutputStream cpio = new CpioArchiveOutputStream(new GZIPOutputStream(raw))) {
            for (String folder : List.of("bin", "dev", "proc", "sys", "root", "modules")) {
                add(cpio, folder, CpioConstants.C_ISDIR | 0755, new byte[0]);
            }
            add(cpio, "bin/busybox", CpioConstants.C_ISREG | 0755, Files.readAllBytes(tree.resolve("usr/bin/busybox")));
            add(cpio, "init", CpioConstants.C_ISREG | 0755, INIT.getBytes(StandardCharsets.UTF_8));
            StringBuilder order = new StringBuilder();
            Map<String, byte[]> modules = kernel.modules().closure(List.of("virtio_blk", "virtio_pci", "ext4"));
            for (Map.Entry<String, byte[]> module : modules.entrySet()) {
                add(cpio, "modules/" + module.getKey(), CpioConstants.C_ISREG | 0644, module.getValue());
                order.append(module.getKey()).append('\n');
            }
            add(
                    cpio,
                    "modules/order",
                    CpioConstants.C_ISREG | 0644,
                    order.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void add(CpioArchiveOutputStream cpio, String name, int mode, byte[] content) throws IOException {
        CpioArchiveEntry entry = new CpioArchiveEntry(CpioConstants.FORMAT_NEW, name, content.length);
        entry.setMode(mode);
        cpio.putArchiveEntry(entry);
        cpio.write(content);
        cpio.closeArchiveEntry();
    }

    private static void writeJob(Path file, String script, List<JobFile> files) throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(file))) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            byte[] bytes = script.getBytes(StandardCharsets.UTF_8);
            TarArchiveEntry entry = new TarArchiveEntry("run.sh");
            entry.setSize(bytes.length);
            tar.putArchiveEntry(entry);
            tar.write(bytes);
            tar.closeArchiveEntry();
            for (JobFile each : files) {
                add(tar, each);
            }
        }
    }

    private static void add(TarArchiveOutputStream tar, JobFile job) throws IOException {
        try (Stream<Path> paths = Files.walk(job.content())) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                if (!Files.isRegularFile(path)) {
                    continue;
                }
                String relative = job.content().relativize(path).toString();
                TarArchiveEntry entry =
                        new TarArchiveEntry(path, relative.isEmpty() ? job.name() : job.name() + "/" + relative);
                tar.putArchiveEntry(entry);
                Files.copy(path, tar);
                tar.closeArchiveEntry();
            }
        }
    }
}
