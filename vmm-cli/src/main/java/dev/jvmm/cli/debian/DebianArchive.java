// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.debian;

import dev.jvmm.core.error.VmException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Debian's archive as seen from this machine: packages of any suite and architecture, downloaded by the machine's apt
 * with a private state and unpacked into a cache, with or without root. What is in the cache is used again. Several
 * processes and threads may share one cache folder.
 *
 * <p>Every method that may have to download throws {@link VmException} with the mend when apt is missing, the network
 * is down, or the suite has no such package.
 */
public final class DebianArchive {
    private final Path cache;
    private final AptSources sources;
    private final Progress progress;

    private DebianArchive(Path cache, AptSources sources, Progress progress) {
        this.cache = cache.toAbsolutePath().normalize();
        this.sources = sources;
        this.progress = progress;
    }

    /** The archive with this cache folder, which is made when first needed. */
    public static DebianArchive open(Path cache, Progress progress) {
        return new DebianArchive(cache, AptSources.read(Path.of("/etc/apt"), System.getenv()), progress);
    }

    /** The archive with the user's cache folder. */
    public static DebianArchive open(Progress progress) {
        return open(defaultCache(System.getenv()), progress);
    }

    /** {@code jvmm} below the user's cache folder (XDG Base Directory Specification). */
    public static Path defaultCache(Map<String, String> environment) {
        String caches = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path base = caches.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(caches);
        return base.resolve("jvmm");
    }

    /** The cache folder; other makers keep what they make in folders of their own below it. */
    public Path cache() {
        return cache;
    }

    /** Where long steps are reported. */
    public Progress progress() {
        return progress;
    }

    /** The folder with the unpacked files of the package's newest version in this suite. */
    public Path packageRoot(Suite suite, Arch arch, String name) {
        return packageRoots(suite, arch, List.of(name)).getFirst();
    }

    /** Like {@link #packageRoot} for several packages at once, in the order of their names given. */
    public List<Path> packageRoots(Suite suite, Arch arch, List<String> names) {
        List<DebianPackage> packages = apt(suite, arch).named(names);
        List<DebianPackage> ordered =
                names.stream().map(name -> find(packages, name, suite)).toList();
        return unpackEach(suite, arch, ordered);
    }

    private static DebianPackage find(List<DebianPackage> packages, String name, Suite suite) {
        return packages.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> VmException.host(suite + " has no package " + name + ": choose another suite"));
    }

    /**
     * The closure of dependencies of these packages, as for an empty system, without recommended packages.
     *
     * @return each package's file in the cache
     */
    public List<Path> resolve(Suite suite, Arch arch, List<String> names) {
        List<DebianPackage> packages = apt(suite, arch).closure(names);
        return List.copyOf(packageFiles(suite, arch, packages).values());
    }

    /**
     * Of the closure of dependencies of these packages, those with a wanted name, unpacked each in a folder. For
     * meta-packages, which name the real package only by depending on it.
     */
    public List<Path> resolvedRoots(Suite suite, Arch arch, List<String> names, Predicate<String> wantedName) {
        List<DebianPackage> wanted = apt(suite, arch).closure(names).stream()
                .filter(each -> wantedName.test(each.name()))
                .toList();
        return unpackEach(suite, arch, wanted);
    }

    /**
     * One folder with the files of the closure of dependencies of these packages, all unpacked over each other. It has
     * the links of a merged {@code /usr}.
     */
    public Path tree(Suite suite, Arch arch, String name, List<String> packageNames) {
        List<DebianPackage> packages = apt(suite, arch).closure(packageNames);
        // GCC takes a percent sign in its own path for an instruction
        String version =
                find(packages, packageNames.getFirst(), suite).version().replace("%3a", "-");
        Path place = cache.resolve("trees").resolve(suite + "-" + arch).resolve(name + "_" + version);
        try {
            return FileTrees.folder(place, folder -> {
                List<Path> files =
                        List.copyOf(packageFiles(suite, arch, packages).values());
                unpackOver(files, folder, arch);
            });
        } catch (IOException e) {
            throw cannotWrite(place, e);
        }
    }

    /** Unpacks the package files over each other into this folder, which gets the links of a merged {@code /usr}. */
    void unpackOver(List<Path> packageFiles, Path folder, Arch arch) throws IOException {
        for (String merged : List.of("bin", "sbin", "lib")) {
            Files.createDirectories(folder.resolve("usr").resolve(merged));
            Files.createSymbolicLink(folder.resolve(merged), Path.of("usr", merged));
        }
        if (arch == Arch.AMD64) {
            Files.createDirectories(folder.resolve("usr/lib64"));
            Files.createSymbolicLink(folder.resolve("lib64"), Path.of("usr/lib64"));
        }
        String step = "unpacking " + packageFiles.size() + " packages";
        for (int i = 0; i < packageFiles.size(); i++) {
            progress.report(step, i, packageFiles.size(), Progress.Unit.ITEMS);
            PackageUnpacker.unpack(packageFiles.get(i), folder);
        }
        progress.report(step, packageFiles.size(), packageFiles.size(), Progress.Unit.ITEMS);
    }

    private List<Path> unpackEach(Suite suite, Arch arch, List<DebianPackage> packages) {
        Path folder = cache.resolve("packages").resolve(suite + "-" + arch);
        List<DebianPackage> missing = packages.stream()
                .filter(each -> !Files.isDirectory(folder.resolve(folderName(each))))
                .toList();
        List<Path> roots = new ArrayList<>();
        try {
            Map<DebianPackage, Path> files = packageFiles(suite, arch, missing);
            for (DebianPackage each : packages) {
                Path place = folder.resolve(folderName(each));
                roots.add(FileTrees.folder(place, temporary -> {
                    progress.begin("unpacking " + each.name());
                    PackageUnpacker.unpack(
                            files.computeIfAbsent(each, absent -> fetchOne(suite, arch, absent)), temporary);
                    progress.end("unpacking " + each.name());
                }));
            }
            for (Path file : files.values()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw cannotWrite(folder, e);
        }
        return roots;
    }

    private Path fetchOne(Suite suite, Arch arch, DebianPackage wanted) {
        return packageFiles(suite, arch, List.of(wanted)).values().iterator().next();
    }

    private static String folderName(DebianPackage unpacked) {
        return unpacked.name() + "_" + unpacked.version();
    }

    /** The packages' files, downloaded where absent. The map keeps the packages' order. */
    private Map<DebianPackage, Path> packageFiles(Suite suite, Arch arch, List<DebianPackage> packages) {
        Path folder = cache.resolve("debs").resolve(suite + "-" + arch);
        Map<DebianPackage, Path> files = new LinkedHashMap<>();
        packages.forEach(each -> files.put(each, folder.resolve(each.fileName())));
        if (packages.isEmpty()) {
            return files;
        }
        try (CacheLock _ = CacheLock.take(folder.resolve(".lock"))) {
            List<DebianPackage> missing = packages.stream()
                    .filter(each -> !Files.isRegularFile(folder.resolve(each.fileName())))
                    .toList();
            if (!missing.isEmpty()) {
                Path partial = folder.resolve("partial");
                FileTrees.delete(partial);
                Files.createDirectories(partial);
                apt(suite, arch).download(missing, partial);
                moveAll(partial, folder);
            }
        } catch (IOException e) {
            throw cannotWrite(folder, e);
        }
        return files;
    }

    private static void moveAll(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.move(file, to.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private PrivateApt apt(Suite suite, Arch arch) {
        return new PrivateApt(cache.resolve("apt").resolve(suite + "-" + arch), suite, arch, sources, progress);
    }

    static VmException cannotWrite(Path place, IOException cause) {
        return new VmException(
                VmException.Kind.HOST,
                "cannot write below " + place + " (" + cause + "): free some space or make it writable, or set "
                        + "XDG_CACHE_HOME to another folder",
                cause);
    }
}
