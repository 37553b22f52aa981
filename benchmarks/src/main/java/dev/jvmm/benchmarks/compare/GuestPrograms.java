// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.benchmarks.compare;

import dev.jvmm.cli.debian.DebianArchive;
import dev.jvmm.cli.debian.Program;
import dev.jvmm.cli.debian.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The guest programs of {@code benchmarks/src/main/guest}, compiled for arm64 without a library. */
final class GuestPrograms {
    private static final List<String> OPTIONS = List.of(
            "-O2",
            "-Wall",
            "-Wextra",
            "-Werror",
            "-ffreestanding",
            "-fno-pic",
            "-fno-stack-protector",
            "-mno-outline-atomics",
            "-ffp-contract=off",
            "-fno-math-errno",
            "-fno-tree-loop-distribute-patterns",
            "-fno-asynchronous-unwind-tables",
            "-nostdlib",
            "-static",
            "-Wl,--build-id=none",
            "-Wl,--no-warn-rwx-segments");

    private final Path sources;
    private final Path folder;
    private final Tools tools;

    /**
     * @param top the source tree
     * @param folder what is made is put there, and made again by each call
     */
    GuestPrograms(Path top, Path folder, DebianArchive archive) {
        sources = top.resolve("benchmarks/src/main/guest");
        this.folder = folder;
        tools = new Tools(archive);
    }

    /** All kernels without an operating system: an arm64 Image that its command line steers (runtime.c). */
    Path bare() throws IOException, InterruptedException {
        return flat("bare", sources.resolve("bare/image.ld"), sourcesIn("bare"));
    }

    /** A byte to the console, then an endless wait. */
    Path first() throws IOException, InterruptedException {
        return flat("first", sources.resolve("first.ld"), List.of(sources.resolve("first.S")));
    }

    /** A program of Linux's that runs one of its kernels: {@code bench NAME SCALE WARM}. */
    Path linux() throws IOException, InterruptedException {
        Path program = folder.resolve("linux.elf");
        compile(program, List.of(), sourcesIn("linux"));
        return program;
    }

    /** The init that runs it. */
    Path linuxInit() {
        return sources.resolve("linux/init.sh");
    }

    private List<Path> sourcesIn(String name) throws IOException {
        try (Stream<Path> files = Files.list(sources.resolve(name))) {
            return files.filter(file ->
                            file.toString().endsWith(".c") || file.toString().endsWith(".S"))
                    .sorted()
                    .toList();
        }
    }

    private Path flat(String name, Path script, List<Path> files) throws IOException, InterruptedException {
        Path linked = folder.resolve(name + ".elf");
        Path flat = folder.resolve(name + ".bin");
        compile(linked, List.of("-Wl,-T," + script), files);
        Commands.run(tools.installedOrUnpacked(Program.OBJCOPY)
                .with(List.of("-O", "binary", linked.toString(), flat.toString())));
        return flat;
    }

    private void compile(Path program, List<String> more, List<Path> files) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(OPTIONS);
        arguments.addAll(more);
        files.forEach(file -> arguments.add(file.toString()));
        arguments.addAll(List.of("-o", program.toString()));
        Tools.Tool compiler = tools.installedOrUnpacked(Program.COMPILER);
        Commands.run(compiler.with(arguments), compiler.environment());
    }
}
