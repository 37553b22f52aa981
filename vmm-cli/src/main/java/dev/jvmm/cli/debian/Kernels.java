// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.debian;

import dev.jvmm.core.error.VmException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Debian's arm64 kernels. */
public final class Kernels {
    private final DebianArchive archive;

    public Kernels(DebianArchive archive) {
        this.archive = archive;
    }

    /** Debian builds each kernel several times. */
    public enum Flavour {
        /** For any machine. */
        GENERIC("linux-image-arm64"),
        /** For virtual machines: smaller. */
        CLOUD("linux-image-cloud-arm64");

        private final String metaPackage;

        Flavour(String metaPackage) {
            this.metaPackage = metaPackage;
        }
    }

    /**
     * A kernel and its modules.
     *
     * @param release as {@code uname -r} prints it
     * @param image the arm64 boot executable
     */
    public record Kernel(String release, Path image, KernelModules modules) {}

    /** The newest kernel of this suite. */
    public Kernel kernel(Suite suite, Flavour flavour) {
        List<Path> roots = archive.resolvedRoots(
                suite, Arch.ARM64, List.of(flavour.metaPackage), name -> name.startsWith("linux-"));
        try {
            for (Path root : roots) {
                Optional<Path> image = imageIn(root);
                if (image.isPresent()) {
                    return kernel(image.get(), roots);
                }
            }
        } catch (IOException e) {
            throw new VmException(VmException.Kind.HOST, "cannot read below " + archive.cache() + ": " + e, e);
        }
        throw VmException.host("no kernel image in " + flavour.metaPackage + " of " + suite + ": choose another suite");
    }

    /** {@code boot/vmlinuz-RELEASE}, or from Linux 7 on {@code usr/lib/modules/RELEASE/vmlinuz}. */
    private static Optional<Path> imageIn(Path root) throws IOException {
        for (Path release : listed(root.resolve("usr/lib/modules"))) {
            Path image = release.resolve("vmlinuz");
            if (Files.isRegularFile(image)) {
                return Optional.of(image);
            }
        }
        return listed(root.resolve("boot")).stream()
                .filter(file -> file.getFileName().toString().startsWith("vmlinuz-"))
                .findFirst();
    }

    private static Kernel kernel(Path image, List<Path> roots) throws IOException {
        String name = image.getFileName().toString();
        String release = name.equals("vmlinuz")
                ? image.getName(image.getNameCount() - 2).toString()
                : name.substring("vmlinuz-".length());
        List<Path> moduleFolders = new ArrayList<>();
        for (Path root : roots) {
            for (String modules : List.of("usr/lib/modules", "lib/modules")) {
                Path folder = root.resolve(modules).resolve(release);
                if (Files.isDirectory(folder)) {
                    moduleFolders.add(folder);
                }
            }
        }
        return new Kernel(release, image, KernelModules.in(moduleFolders));
    }

    private static List<Path> listed(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
