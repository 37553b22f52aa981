// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.debian;

import dev.jvmm.core.error.VmException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs for tests, benchmarks and image making: the machine's own, or else unpacked into the cache and run there. */
public final class Tools {
    private static final Path OS_RELEASE = Path.of("/etc/os-release");

    private final DebianArchive archive;

    public Tools(DebianArchive archive) {
        this.archive = archive;
    }

    /**
     * How to start a program.
     *
     * @param command program and first arguments, to be followed by the user's
     * @param environment variables it needs besides
     */
    public record Tool(List<String> command, Map<String, String> environment) {
        public Tool {
            command = List.copyOf(command);
            environment = Map.copyOf(environment);
        }

        Tool(List<String> command) {
            this(command, Map.of());
        }

        /** The whole command line with these arguments. */
        public List<String> with(List<String> arguments) {
            List<String> line = new ArrayList<>(command);
            line.addAll(arguments);
            return line;
        }
    }

    /** {@code qemu-system-aarch64} of this suite, whatever the machine has installed: sid has the newest. */
    public Tool qemuSystem(Suite suite) {
        Path tree = archive.tree(suite, Arch.host(), "qemu-system-arm", List.of("qemu-system-arm"));
        List<String> command =
                new ArrayList<>(inTree(tree, "qemu-system-aarch64").command());
        command.addAll(List.of("-L", tree.resolve("usr/share/qemu").toString()));
        Path ipxe = tree.resolve("usr/lib/ipxe/qemu");
        if (Files.isDirectory(ipxe)) {
            command.addAll(List.of("-L", ipxe.toString()));
        }
        return new Tool(command);
    }

    /** The program from PATH, or where it isn't installed, from its package. */
    public Tool installedOrUnpacked(Program program) {
        return installed(program.fileName()).orElseGet(() -> unpacked(program));
    }

    /** The program from PATH, or where it isn't installed, from this package of the machine's own release. */
    public Tool installedOrUnpacked(String program, String packageName) {
        return installed(program).orElseGet(() -> unpacked(program, packageName));
    }

    private static Optional<Tool> installed(String program) {
        return HostCommand.find(program).map(file -> new Tool(List.of(file.toString())));
    }

    /** The program from its package of the machine's own release, unpacked in the cache. */
    public Tool unpacked(Program program) {
        return switch (program) {
            case COMPILER -> unpackedCompiler(program.fileName());
            case QEMU_USER, DTC, SGDISK, FSCK_VFAT, ASSEMBLER, LINKER, OBJCOPY, OBJDUMP ->
                unpacked(program.fileName(), program.packageName());
        };
    }

    /** The program from this package of the machine's own release, unpacked in the cache. */
    public Tool unpacked(String program, String packageName) {
        return inTree(archive.tree(ownSuite(), Arch.host(), packageName, List.of(packageName)), program);
    }

    /**
     * The compiler starts further programs of its tree, which need the tree's libraries as much as it does. It finds them,
     * and as a cross compiler its headers, relative to itself.
     */
    private Tool unpackedCompiler(String program) {
        Arch host = Arch.host();
        boolean isCross = host != Arch.ARM64;
        List<String> packages = isCross
                ? List.of(Program.COMPILER.packageName(), "libc6-dev-arm64-cross")
                : List.of("gcc", "libc6-dev");
        Path tree = archive.tree(ownSuite(), host, "arm64-compiler", packages);
        List<String> command = new ArrayList<>(inTree(tree, program).command());
        if (!isCross) {
            command.add("--sysroot=" + tree);
        }
        return new Tool(command, Map.of("LD_LIBRARY_PATH", String.join(":", libraryFolders(tree))));
    }

    /** Started through the tree's own dynamic loader, so with its libraries and not the machine's. */
    static Tool inTree(Path tree, String program) {
        for (String folder : List.of("usr/bin", "usr/sbin")) {
            Path file = tree.resolve(folder).resolve(program);
            if (Files.isRegularFile(file)) {
                String libraries = String.join(":", libraryFolders(tree));
                return new Tool(List.of(loader(tree).toString(), "--library-path", libraries, file.toString()));
            }
        }
        throw VmException.host(
                "the packages in " + tree + " lack " + program + ": remove the folder so that they are fetched again");
    }

    /** The file itself: some releases have only an absolute link to it where programs name it, which leads out of the tree. */
    private static Path loader(Path tree) {
        Path named = tree.resolve(Arch.host().dynamicLoader());
        Path file = libraries(tree).resolve(named.getFileName());
        return Files.exists(file) ? file : named;
    }

    private static Path libraries(Path tree) {
        return tree.resolve("usr/lib").resolve(Arch.host().multiarchTriplet());
    }

    /** The folder for libraries and those below it that hold shared objects under a name of their own. */
    private static List<String> libraryFolders(Path tree) {
        Path libraries = libraries(tree);
        List<String> folders = new ArrayList<>(List.of(libraries.toString()));
        Path pulseAudio = libraries.resolve("pulseaudio");
        if (Files.isDirectory(pulseAudio)) {
            folders.add(pulseAudio.toString());
        }
        return folders;
    }

    /** The release this machine runs (os-release(5)). */
    static Suite ownSuite() {
        try (Stream<String> lines = Files.lines(OS_RELEASE)) {
            return lines.filter(line -> line.startsWith("VERSION_CODENAME="))
                    .map(line -> line.substring(line.indexOf('=') + 1).replace("\"", ""))
                    .findFirst()
                    .map(Suite::new)
                    .orElse(Suite.SID);
        } catch (IOException e) {
            throw new VmException(
                    VmException.Kind.HOST,
                    "cannot read " + OS_RELEASE + " (" + e.getMessage() + "): run on Debian or " + "Ubuntu",
                    e);
        }
    }
}
