// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.debian;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A small Debian for arm64 on a disk image: systemd, a login on the serial console as {@code root} without a password,
 * {@code poweroff} and {@code reboot}, DHCP on the first network interface, the power button.
 *
 * <p>Packages are only unpacked: none of their scripts is run, since those are programs for arm64. What the scripts would
 * have done is done here in plain files. To keep a boot short on a software CPU it has neither udev nor D-Bus, and no unit
 * that a virtual machine has no use for.
 */
public final class DebianRoot {
    /** Label of the root file system, by which the initrd finds it. */
    public static final String ROOT_LABEL = "jvmm-root";

    /** The kernel's command line unless told otherwise. */
    public static final String COMMAND_LINE = "console=ttyAMA0 root=LABEL=" + ROOT_LABEL + " rw systemd.gpt_auto=0";

    private static final long ROOT_BYTES = 1L << 30;

    private static final List<String> PACKAGES = List.of(
            "base-files",
            "base-passwd",
            "bash",
            "busybox-static",
            "coreutils",
            "dash",
            "diffutils",
            "findutils",
            "grep",
            "gzip",
            "hostname",
            "iproute2",
            "iputils-ping",
            "kmod",
            "less",
            "libc-bin",
            "libpam-modules",
            "libpam-runtime",
            "login",
            "mount",
            "ncurses-base",
            "passwd",
            "procps",
            "sed",
            "systemd",
            "systemd-sysv",
            "tar",
            "udhcpc",
            "util-linux");

    /** Of no use at run time here, and most of the size. */
    private static final List<String> LEFT_OUT = List.of(
            "usr/share/doc",
            "usr/share/man",
            "usr/share/info",
            "usr/share/locale",
            "usr/share/lintian",
            "usr/share/bug",
            "usr/share/perl5",
            "usr/lib/udev/hwdb.d",
            "usr/share/bash-completion",
            "usr/share/zsh");

    /** Units of packages that are linked to be started and that a virtual machine has no use for. */
    private static final List<String> MASKED_UNITS = List.of(
            "apt-daily.timer",
            "apt-daily-upgrade.timer",
            "dev-hugepages.mount",
            "dev-mqueue.mount",
            "getty-static.service",
            "getty@tty1.service",
            "kmod-static-nodes.service",
            "ldconfig.service",
            "proc-sys-fs-binfmt_misc.automount",
            "run-lock.mount",
            "sys-fs-fuse-connections.mount",
            "sys-kernel-config.mount",
            "sys-kernel-debug.mount",
            "sys-kernel-tracing.mount",
            "systemd-ask-password-console.path",
            "systemd-ask-password-wall.path",
            "systemd-binfmt.service",
            "systemd-boot-random-seed.service",
            "systemd-creds.socket",
            "systemd-firstboot.service",
            "systemd-hibernate-clear.service",
            "systemd-hostnamed.socket",
            "systemd-hwdb-update.service",
            "systemd-initctl.socket",
            "systemd-journal-catalog-update.service",
            "systemd-journal-flush.service",
            "systemd-logind.service",
            "systemd-machine-id-commit.service",
            "systemd-modules-load.service",
            "systemd-networkd-wait-online.service",
            "systemd-pcrmachine.service",
            "systemd-pcrphase-sysinit.service",
            "systemd-pcrphase.service",
            "systemd-pstore.service",
            "systemd-random-seed.service",
            "systemd-remount-fs.service",
            "systemd-sysext.socket",
            "systemd-sysusers.service",
            "systemd-timesyncd.service",
            "systemd-tmpfiles-setup-dev-early.service",
            "systemd-tmpfiles-setup-dev.service",
            "systemd-tpm2-setup-early.service",
            "systemd-tpm2-setup.service",
            "systemd-update-done.service",
            "systemd-update-utmp.service",
            "systemd-update-utmp-runlevel.service",
            "systemd-user-sessions.service",
            "tmp.mount");

    /** What the initrd loads; those that the kernel has built in are left out. */
    private static final List<String> INITRD_MODULES = List.of(
            "virtio_mmio",
            "virtio_pci",
            "virtio_blk",
            "virtio_net",
            "virtio_console",
            "virtio_rng",
            "virtio_balloon",
            "vmw_vsock_virtio_transport",
            "virtiofs",
            "crc32c_generic",
            "ext4",
            "evdev",
            "button",
            "gpio_pl061",
            "gpio_keys",
            "rtc_pl031",
            "af_packet");

    private final DebianArchive archive;
    private final Suite suite;

    /** @param suite the release to install, its kernel and GRUB included */
    public DebianRoot(DebianArchive archive, Suite suite) {
        this.archive = archive;
        this.suite = suite;
    }

    /** Writes the disk image: GPT, an EFI system partition with GRUB, kernel and initrd, and the root partition. */
    public void writeImage(Path image, String commandLine) throws IOException {
        Path work = Files.createDirectories(archive.cache().resolve("work"));
        Path folder = Files.createTempDirectory(work, "root");
        try {
            Kernels.Kernel kernel = new Kernels(archive).kernel(suite, Kernels.Flavour.CLOUD);
            Path busybox = TinyInitramfs.busybox(archive, suite);
            Path grub = TinyImage.grub(archive, suite);
            List<Path> packageFiles = archive.resolve(suite, Arch.ARM64, PACKAGES);
            Path tree = Files.createDirectory(folder.resolve("tree"));
            Map<String, Ext4Image.Owner> owners = unpack(packageFiles, tree);

            archive.progress().begin("making the disk image");
            Path initrd = folder.resolve("initrd.img");
            writeInitrd(initrd, busybox, kernel);
            Path rootImage = folder.resolve("root.ext4");
            new Ext4Image(new Tools(archive))
                    .write(rootImage, tree, ROOT_LABEL, UUID.randomUUID().toString(), ROOT_BYTES, owners);
            DiskImage disk = new DiskImage("debian " + suite).root(rootImage);
            TinyImage.addBoot(disk, grub, kernel.image(), initrd, commandLine);
            disk.write(image);
            archive.progress().end("making the disk image");
        } finally {
            FileTrees.delete(folder);
        }
    }

    private Map<String, Ext4Image.Owner> unpack(List<Path> packageFiles, Path tree) throws IOException {
        archive.unpackOver(packageFiles, tree, Arch.ARM64);
        Map<String, Ext4Image.Owner> owners = new HashMap<>();
        String step = "reading whose files they are, and configuring";
        archive.progress().begin(step);
        packageFiles.parallelStream()
                .map(DebianRoot::ownersOtherThanRoot)
                .toList()
                .forEach(owners::putAll);
        for (String left : LEFT_OUT) {
            FileTrees.delete(tree.resolve(left));
        }
        configure(tree);
        // the group shadow has the same number in every Debian
        owners.put("etc/shadow", new Ext4Image.Owner(0, 42));
        archive.progress().end(step);
        return owners;
    }

    private static Map<String, Ext4Image.Owner> ownersOtherThanRoot(Path packageFile) {
        try {
            return PackageUnpacker.ownersOtherThanRoot(packageFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeInitrd(Path file, Path busybox, Kernels.Kernel kernel) throws IOException {
        List<String> modules =
                INITRD_MODULES.stream().filter(kernel.modules()::has).toList();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                CpioArchive cpio = new CpioArchive(out)) {
            TinyInitramfs.addBusyboxAndModules(cpio, busybox, kernel.modules().closure(modules));
            cpio.folder("root");
            cpio.file("init", 0755, TinyInitramfs.script("root-init.sh"));
        }
    }

    /** What the packages' scripts and an installer would have done. */
    private void configure(Path tree) throws IOException {
        for (String folder : List.of(
                "proc",
                "sys",
                "dev",
                "run",
                "boot",
                "mnt",
                "srv",
                "var/log",
                "var/lib",
                "var/cache",
                "var/spool",
                "etc/systemd/system",
                "etc/pam.d")) {
            Files.createDirectories(tree.resolve(folder));
        }
        directory(tree, "tmp", "rwxrwxrwx", 01777);
        directory(tree, "var/tmp", "rwxrwxrwx", 01777);
        directory(tree, "root", "rwx------", 0700);
        link(tree, "var/run", "/run");
        link(tree, "var/lock", "/run/lock");
        users(tree);
        baseFiles(tree);
        pam(tree);
        systemd(tree);
    }

    private static void users(Path tree) throws IOException {
        Path masters = tree.resolve("usr/share/base-passwd");
        write(
                tree,
                "etc/passwd",
                Files.readString(masters.resolve("passwd.master"))
                        .replaceFirst("(?m)^root:[^:]*:(.*):/bin/[a-z]+$", "root:x:$1:/bin/bash"));
        String groups = Files.readString(masters.resolve("group.master"));
        write(tree, "etc/group", groups + """
                systemd-journal:x:999:
                input:x:998:
                kvm:x:997:
                render:x:996:
                sgx:x:995:
                systemd-network:x:994:
                """);
        Files.writeString(
                tree.resolve("etc/passwd"),
                "systemd-network:x:994:994::/:/usr/sbin/nologin\n",
                StandardOpenOption.APPEND);
        StringBuilder shadow = new StringBuilder();
        for (String line : Files.readAllLines(tree.resolve("etc/passwd"))) {
            String name = line.substring(0, line.indexOf(':'));
            shadow.append(name).append(name.equals("root") ? "::" : ":*:").append("19723:0:99999:7:::\n");
        }
        write(tree, "etc/shadow", shadow.toString());
        Files.setPosixFilePermissions(tree.resolve("etc/shadow"), PosixFilePermissions.fromString("rw-r-----"));
    }

    private void baseFiles(Path tree) throws IOException {
        Path defaults = tree.resolve("usr/share/base-files");
        copyIfThere(defaults.resolve("profile"), tree.resolve("etc/profile"));
        copyIfThere(defaults.resolve("nsswitch.conf"), tree.resolve("etc/nsswitch.conf"));
        copyIfThere(defaults.resolve("dot.profile"), tree.resolve("root/.profile"));
        copyIfThere(defaults.resolve("dot.bashrc"), tree.resolve("root/.bashrc"));
        write(tree, "etc/hostname", "jvmm\n");
        write(tree, "etc/hosts", "127.0.0.1 localhost jvmm\n::1 localhost ip6-localhost\n");
        write(tree, "etc/fstab", "LABEL=" + ROOT_LABEL + " / ext4 defaults,noatime 0 0\n");
        write(tree, "etc/machine-id", UUID.randomUUID().toString().replace("-", "") + "\n");
        write(tree, "etc/issue", "Debian " + suite + " on jvmm: log in as root, no password (\\l)\n\n");
        write(tree, "etc/motd", "Shut down with `poweroff`.\n");
        write(tree, "etc/securetty", "console\nttyAMA0\nhvc0\n");
        write(tree, "etc/environment", "LANG=C.UTF-8\n");
        write(tree, "etc/default/locale", "LANG=C.UTF-8\n");
        write(tree, "etc/resolv.conf", "");
        write(tree, "etc/shells", "/bin/sh\n/bin/bash\n/bin/dash\n");
    }

    /** As pam-auth-update writes them with only its default profile. */
    private static void pam(Path tree) throws IOException {
        write(tree, "etc/pam.d/common-auth", "auth sufficient pam_unix.so nullok\nauth requisite pam_deny.so\n");
        write(tree, "etc/pam.d/common-account", "account required pam_unix.so\n");
        write(tree, "etc/pam.d/common-password", "password required pam_unix.so obscure yescrypt\n");
        write(tree, "etc/pam.d/common-session", "session required pam_unix.so\n");
        write(tree, "etc/pam.d/common-session-noninteractive", "session required pam_unix.so\n");
    }

    private static void systemd(Path tree) throws IOException {
        for (String unit : MASKED_UNITS) {
            link(tree, "etc/systemd/system/" + unit, "/dev/null");
        }
        link(tree, "etc/systemd/system/default.target", "/usr/lib/systemd/system/multi-user.target");
        link(tree, "etc/systemd/system/ctrl-alt-del.target", "/usr/lib/systemd/system/reboot.target");
        write(tree, "etc/systemd/journald.conf.d/volatile.conf", "[Journal]\nStorage=volatile\nRuntimeMaxUse=16M\n");
        // without udev no device unit appears, so these wait for none
        write(tree, "etc/systemd/system/serial-getty@.service", """
                [Unit]
                Description=Login on %I
                Before=getty.target
                IgnoreOnIsolate=yes

                [Service]
                ExecStart=-/sbin/agetty -o '-- \\\\u' --noreset --noclear --keep-baud 115200,57600,38400,9600 %I linux
                Type=idle
                Restart=always
                UtmpIdentifier=%I
                StandardInput=tty
                StandardOutput=tty
                TTYPath=/dev/%I
                TTYReset=yes
                TTYVHangup=yes
                KillMode=process
                IgnoreSIGPIPE=no
                SendSIGHUP=yes
                """);
        enable(tree, "getty.target.wants", "serial-getty@ttyAMA0.service", "serial-getty@.service");
        write(tree, "etc/systemd/system/jvmm-network.service", """
                [Unit]
                Description=DHCP on eth0
                ConditionPathExists=/sys/class/net/eth0
                After=basic.target

                [Service]
                ExecStartPre=/usr/bin/busybox ip link set eth0 up
                ExecStart=/usr/bin/busybox udhcpc -f -i eth0 -s /etc/udhcpc/default.script
                Restart=on-failure
                """);
        enable(tree, "multi-user.target.wants", "jvmm-network.service", "jvmm-network.service");
        write(tree, "etc/systemd/system/jvmm-power-button.service", """
                [Unit]
                Description=Power button
                ConditionPathExistsGlob=/dev/input/event*

                [Service]
                ExecStart=/usr/local/sbin/jvmm-power-button
                """);
        enable(tree, "multi-user.target.wants", "jvmm-power-button.service", "jvmm-power-button.service");
        write(tree, "usr/local/sbin/jvmm-power-button", """
                #!/bin/sh
                # A virtual machine has no other keys: whatever its buttons report is the power button.
                for device in /dev/input/event*; do
                    (head -c 24 "$device" >/dev/null && systemctl poweroff) &
                done
                wait
                """);
        Files.setPosixFilePermissions(
                tree.resolve("usr/local/sbin/jvmm-power-button"), PosixFilePermissions.fromString("rwxr-xr-x"));
        // would keep everybody but root out until the masked systemd-user-sessions.service removes it
        link(tree, "etc/tmpfiles.d/systemd-nologin.conf", "/dev/null");
        // newer than /usr: nothing is to be brought up to date at boot (systemd-update-done.service(8))
        write(tree, "etc/.updated", "");
        write(tree, "var/.updated", "");
    }

    private static void enable(Path tree, String wants, String name, String unit) throws IOException {
        link(tree, "etc/systemd/system/" + wants + "/" + name, "/etc/systemd/system/" + unit);
    }

    private static void directory(Path tree, String path, String permissions, int mode) throws IOException {
        Path folder = tree.resolve(path);
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
        Files.setAttribute(folder, "unix:mode", mode);
    }

    private static void write(Path tree, String path, String content) throws IOException {
        Path file = tree.resolve(path);
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        Files.writeString(file, content, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }

    private static void link(Path tree, String path, String target) throws IOException {
        Path file = tree.resolve(path);
        Files.createDirectories(file.getParent());
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            FileTrees.delete(file);
        }
        Files.createSymbolicLink(file, Path.of(target));
    }

    private static void copyIfThere(Path from, Path to) throws IOException {
        if (Files.isRegularFile(from)) {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
