// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.debian;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A guest that fits in an initramfs: busybox, the virtio modules of one kernel, and an init that says on the console
 * what it finds and powers off. Made without root, the same bytes each time.
 *
 * <p>Its first line is {@code JVMM-BOOT-OK RELEASE cpus=N up=SECONDS}; lines that start with {@code CHECK} follow, the
 * last of them {@code CHECK done}. Kernel command line words steer it:
 *
 * <ul>
 *   <li>{@code jvmm.then=poweroff|reboot|shell|panic|halt} what happens at the end (poweroff)
 *   <li>{@code jvmm.run=NAME,NAME} checks beyond the usual: {@code efivar-read}, {@code efivar-write}, {@code disk-read},
 *       {@code disk-write}, {@code net}, {@code hwrng}, {@code cpu}, {@code sleep}, {@code mounts}
 *   <li>{@code jvmm.value=TEXT} what {@code efivar-write} (where there is no such variable yet) and {@code disk-write} write
 *   <li>{@code jvmm.script=DEVICE} a block device ({@code vdb}) whose bytes up to the first NUL are a shell script to run
 * </ul>
 */
public final class TinyInitramfs {
    /** How the marker line starts. */
    public static final String MARKER = "JVMM-BOOT-OK";

    /** GUID of the EFI variable {@code JvmmTest} that the checks read and write. */
    public static final String VARIABLE_GUID = "6a766d6d-0000-4000-8000-74657374766d";

    /** Loaded where the kernel has them as modules. Those another depends on come with it. */
    private static final List<String> MODULES = List.of(
            "virtio_mmio",
            "virtio_pci",
            "virtio_blk",
            "virtio_net",
            "virtio_console",
            "virtio_rng",
            "virtio_balloon",
            "vmw_vsock_virtio_transport",
            "virtiofs",
            "efivarfs",
            "gpio_pl061",
            "gpio_keys",
            "rtc_pl031");

    private TinyInitramfs() {}

    /** Writes the initramfs for this kernel; {@code busybox} is a static arm64 busybox. */
    public static void write(Path file, Path busybox, Kernels.Kernel kernel) throws IOException {
        List<String> present = MODULES.stream().filter(kernel.modules()::has).toList();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                CpioArchive archive = new CpioArchive(out)) {
            addBusyboxAndModules(archive, busybox, kernel.modules().closure(present));
            archive.file("init", 0755, script("tiny-init.sh"));
        }
    }

    /** Adds what both this and the small Debian's initramfs consist of; modules are listed in {@code modules/order}. */
    static void addBusyboxAndModules(CpioArchive archive, Path busybox, Map<String, byte[]> modules)
            throws IOException {
        for (String folder : List.of("bin", "dev", "proc", "sys", "run", "tmp", "mnt", "modules")) {
            archive.folder(folder);
        }
        archive.file("bin/busybox", 0755, Files.readAllBytes(busybox));
        archive.symbolicLink("bin/sh", "busybox");
        List<String> order = new ArrayList<>();
        for (Map.Entry<String, byte[]> module : modules.entrySet()) {
            archive.file("modules/" + module.getKey() + ".ko", 0644, module.getValue());
            order.add(module.getKey());
        }
        archive.file("modules/order", 0644, ascii(String.join("\n", order) + "\n"));
    }

    /** The static arm64 busybox of this suite. */
    public static Path busybox(DebianArchive archive, Suite suite) {
        Path root = archive.packageRoot(suite, Arch.ARM64, "busybox-static");
        Path merged = root.resolve("usr/bin/busybox");
        return Files.isRegularFile(merged) ? merged : root.resolve("bin/busybox");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    /** A shell script kept beside this class. */
    static byte[] script(String name) throws IOException {
        try (InputStream resource = TinyInitramfs.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("resource " + name + " is not in the jar");
            }
            return resource.readAllBytes();
        }
    }
}
