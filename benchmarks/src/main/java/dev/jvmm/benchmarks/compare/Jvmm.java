// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.benchmarks.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * jvmm as users run it, or with options of its own.
 *
 * @param label in the table's head
 * @param top the source tree, built
 * @param options added to {@code jvmm run}
 * @param javaOptions added to the JVM's
 * @param launcherOptions whether the JVM gets those of the launcher, as opposed to what an embedding program's has
 */
record Jvmm(String label, Path top, List<String> options, List<String> javaOptions, boolean launcherOptions)
        implements Vmm {
    private static final String PLAIN = "jvmm";

    Jvmm {
        options = List.copyOf(options);
        javaOptions = List.copyOf(javaOptions);
    }

    /** With nothing added. */
    static Jvmm plain(Path top) {
        return new Jvmm(PLAIN, top, List.of(), List.of(), true);
    }

    /** Ways to run jvmm that are worth a name. */
    enum Variant {
        /** Without the translator. */
        INTERPRETER(List.of("-Djvmm.softcpu.translation=off"), true),
        /** Without the launcher's JVM options, as in a program that embeds jvmm. */
        EMBEDDED(List.of(), false);

        private final List<String> javaOptions;
        private final boolean launcherOptions;

        Variant(List<String> javaOptions, boolean launcherOptions) {
            this.javaOptions = javaOptions;
            this.launcherOptions = launcherOptions;
        }

        static Variant named(String name) {
            return Arrays.stream(values())
                    .filter(variant -> variant.label().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no variant '" + name + "'; there are "
                            + Arrays.stream(values()).map(Variant::label).toList()));
        }

        private String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** This one in that way, too. */
    Jvmm with(Variant variant) {
        List<String> all = new ArrayList<>(javaOptions);
        all.addAll(variant.javaOptions);
        return new Jvmm(PLAIN + " " + variant.label(), top, options, all, launcherOptions && variant.launcherOptions);
    }

    /** This one with options added. */
    Jvmm with(List<String> moreOptions, List<String> moreJavaOptions) {
        if (moreOptions.isEmpty() && moreJavaOptions.isEmpty()) {
            return this;
        }
        List<String> all = new ArrayList<>(options);
        all.addAll(moreOptions);
        List<String> allJava = new ArrayList<>(javaOptions);
        allJava.addAll(moreJavaOptions);
        String name = label.equals(PLAIN) ? PLAIN + " with options" : label;
        return new Jvmm(name, top, all, allJava, launcherOptions);
    }

    @Override
    public List<String> command(Guest guest, Path folder) {
        List<String> line = new ArrayList<>(program());
        line.addAll(List.of("run", "--backend", "soft", "--gic", "3", "--on-reset", "exit", "--stats"));
        line.addAll(List.of("--cpus", Integer.toString(guest.cpus()), "--memory", guest.mebibytes() + "M"));
        switch (guest) {
            case Guest.Direct direct -> {
                line.addAll(List.of("--kernel", direct.kernel().toString()));
                direct.initramfs().ifPresent(file -> line.addAll(List.of("--initrd", file.toString())));
                direct.disk()
                        .ifPresent(file -> line.addAll(
                                List.of("--disk", "path=" + Qemu.escaped(file) + ",format=raw,readonly=on")));
                if (!direct.commandLine().isEmpty()) {
                    line.addAll(List.of("--cmdline", direct.commandLine()));
                }
            }
            case Guest.Disk disk -> {
                line.addAll(List.of(
                        "--name", "compare", "--image", disk.image(folder).toString()));
                line.addAll(List.of("--firmware", disk.firmware().code().toString()));
                line.addAll(List.of("--vars", disk.variables(folder).toString()));
            }
        }
        line.addAll(options);
        return line;
    }

    /** The launcher; or, since it has its own idea of the JVM's options, what it would start, without its AOT cache. */
    private List<String> program() {
        if (launcherOptions && javaOptions.isEmpty()) {
            return List.of(top.resolve("jvmm").toString());
        }
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (launcherOptions) {
            line.addAll(ownOptions());
        } else {
            line.add("--enable-native-access=ALL-UNNAMED");
        }
        line.addAll(javaOptions);
        line.addAll(List.of("-cp", top.resolve("vmm-cli/target/dist/lib") + "/*", "dev.jvmm.cli.Main"));
        return line;
    }

    private List<String> ownOptions() {
        try {
            return Files.readAllLines(top.resolve("vmm-cli/src/main/dist/jvm.options")).stream()
                    .filter(option -> !option.isBlank() && !option.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
