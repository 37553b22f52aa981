// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.debian;

import dev.jvmm.core.error.VmException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A bootable disk image with nothing but an EFI system partition: GRUB, a kernel and the {@link TinyInitramfs}. */
public final class TinyImage {
    /** The kernel's command line unless told otherwise. */
    public static final String COMMAND_LINE = "console=ttyAMA0";

    private final DebianArchive archive;

    public TinyImage(DebianArchive archive) {
        this.archive = archive;
    }

    /**
     * Writes the image.
     *
     * @param grubSuite whose GRUB starts the kernel
     * @param commandLine kernel command line; {@code console=ttyAMA0} is usual
     */
    public void write(Path file, Suite grubSuite, Kernels.Kernel kernel, String commandLine) throws IOException {
        Path initramfs = Files.createTempFile("jvmm-initramfs", ".gz");
        try {
            TinyInitramfs.write(initramfs, TinyInitramfs.busybox(archive, Suite.BOOKWORM), kernel);
            DiskImage image = new DiskImage("tiny " + kernel.release());
            addBoot(image, grub(archive, grubSuite), kernel.image(), initramfs, commandLine);
            image.write(file);
        } finally {
            Files.delete(initramfs);
        }
    }

    /** Adds GRUB as the default loader, its configuration, a kernel and an initrd to the EFI system partition. */
    static void addBoot(DiskImage image, Path grub, Path kernel, Path initrd, String commandLine) throws IOException {
        image.espFile("EFI/BOOT/BOOTAA64.EFI", grub)
                .espFile("EFI/debian/grub.cfg", grubConfiguration(commandLine))
                .espFile("vmlinuz", kernel)
                .espFile("initrd.img", initrd);
    }

    /** Debian's GRUB looks for EFI/debian/grub.cfg on the partition that it was started from. */
    private static String grubConfiguration(String commandLine) {
        return """
                set default=0
                set timeout=0
                terminal_input console
                terminal_output console
                menuentry "Linux" {
                    linux /vmlinuz %s
                    initrd /initrd.img
                }
                """.formatted(commandLine);
    }

    /** GRUB for arm64 EFI in one file, its modules within. */
    static Path grub(DebianArchive archive, Suite suite) throws IOException {
        Path root = archive.packageRoot(suite, Arch.ARM64, "grub-efi-arm64-signed");
        Path folder = root.resolve("usr/lib/grub/arm64-efi-signed");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().equals("grubaa64.efi.signed"))
                    .findFirst()
                    .orElseThrow(() -> VmException.host(
                            "no GRUB in " + folder + ": remove its package's folder so that it is fetched again"));
        }
    }
}
