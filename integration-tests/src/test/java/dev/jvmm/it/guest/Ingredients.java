// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.guest;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.jvmm.cli.debian.DebianArchive;
import dev.jvmm.cli.debian.DebianRoot;
import dev.jvmm.cli.debian.Firmware;
import dev.jvmm.cli.debian.Kernels;
import dev.jvmm.cli.debian.Progress;
import dev.jvmm.cli.debian.Suite;
import dev.jvmm.cli.debian.TinyImage;
import dev.jvmm.cli.debian.TinyInitramfs;
import dev.jvmm.core.config.Policies;
import dev.jvmm.core.config.VmConfig;
import dev.jvmm.core.error.VmException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What the tests boot: obtained once and kept in the user's cache, or made once for each run of the tests in
 * {@code target/ingredients}. Where something cannot be obtained, the test that asks for it is skipped with the reason.
 */
final class Ingredients {
    /** As short a console as possible, and the panic of a broken guest ends the VM. */
    static final String COMMAND_LINE = "console=ttyAMA0 panic=-1";

    private static final Path FOLDER = Path.of(System.getProperty("basedir", ""))
            .resolve("target/ingredients")
            .toAbsolutePath();

    /** What has been made in this JVM; guarded by this class. */
    private static final Map<String, Path> MADE = new HashMap<>();

    private Ingredients() {}

    /**
     * The VM that most tests begin with: on the software CPU, and a reset ends it, since only a panicked guest resets
     * here.
     */
    static VmConfig machine(String name) {
        return VmConfig.named(name)
                .withBackend("soft")
                .withMemory(512L << 20)
                .withPolicies(new Policies(Policies.OnReset.EXIT, Policies.OnShutdown.POWEROFF, Policies.OnPanic.EXIT));
    }

    /** Which kernel. */
    enum Linux {
        /** Debian bookworm's. */
        V6_1(Suite.BOOKWORM, "6.1."),
        /** The newest that Debian has. */
        NEWEST(Suite.SID, "");

        private final Suite suite;
        private final String releasePrefix;

        Linux(Suite suite, String releasePrefix) {
            this.suite = suite;
            this.releasePrefix = releasePrefix;
        }

        /** How the marker line of its initramfs starts. */
        String marker() {
            return TinyInitramfs.MARKER + " " + releasePrefix;
        }
    }

    /** Makes a file. */
    private interface Maker {
        void make(DebianArchive archive, Path file) throws IOException;
    }

    /** Gets something out of the archive. */
    private interface Wish<T> {
        T from(DebianArchive archive) throws IOException;
    }

    static Path kernel(Linux linux) {
        return obtain(archive -> build(archive, linux).image());
    }

    static Path initramfs(Linux linux) {
        return made(
                "tiny-" + linux + ".cpio.gz",
                (archive, file) -> TinyInitramfs.write(
                        file, TinyInitramfs.busybox(archive, Suite.BOOKWORM), build(archive, linux)));
    }

    /** A fresh copy of an image with GRUB, this kernel and the tiny initramfs. */
    static Path tinyImage(Linux linux, String commandLine, Path copy) {
        Path original = made(
                "tiny-" + linux + "-" + Integer.toHexString(commandLine.hashCode()) + ".img",
                (archive, file) ->
                        new TinyImage(archive).write(file, Suite.BOOKWORM, build(archive, linux), commandLine));
        return copied(original, copy);
    }

    /** A fresh copy of the image that {@code jvmm quickstart} makes. */
    static Path debianImage(Path copy) {
        Path original = made(
                "debian.img",
                (archive, file) -> new DebianRoot(archive, Suite.TRIXIE).writeImage(file, DebianRoot.COMMAND_LINE));
        return copied(original, copy);
    }

    static Firmware.Edk2 edk2(Suite suite) {
        return obtain(archive -> new Firmware(archive).edk2(suite));
    }

    static Path uBoot() {
        return obtain(archive -> new Firmware(archive).uBoot(Suite.BOOKWORM));
    }

    private static Kernels.Kernel build(DebianArchive archive, Linux linux) {
        return new Kernels(archive).kernel(linux.suite, Kernels.Flavour.GENERIC);
    }

    private static synchronized Path made(String name, Maker maker) {
        Path there = MADE.get(name);
        if (there != null) {
            return there;
        }
        Path file = FOLDER.resolve(name);
        obtain(archive -> {
            Files.createDirectories(FOLDER);
            Files.deleteIfExists(file);
            maker.make(archive, file);
            return file;
        });
        MADE.put(name, file);
        return file;
    }

    private static Path copied(Path original, Path copy) {
        try {
            SparseCopy.copy(original, copy);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return copy;
    }

    private static <T> T obtain(Wish<T> wish) {
        try {
            return wish.from(DebianArchive.open(Progress.NONE));
        } catch (VmException e) {
            if (e.kind() == VmException.Kind.HOST) {
                return abort("what this test boots cannot be obtained here: " + e.getMessage());
            }
            throw e;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
