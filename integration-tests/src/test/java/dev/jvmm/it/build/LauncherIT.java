// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherIT {
    @TempDir
    private Path folder;

    @Test
    void runs_through_a_symbolic_link_from_any_folder() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("linked"), launcher());
        SourceTree.Outcome outcome = run(link, Map.of(), "version");
        assertThat(outcome.output()).contains("jvmm ").contains("JDK ");
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void passes_the_exit_code_of_a_wrong_usage_on() throws Exception {
        assertThat(run(launcher(), Map.of(), "no-such-command").exitCode()).isEqualTo(2);
    }

    @Test
    void passes_over_a_java_home_that_is_too_old() throws Exception {
        Path old = jdk("old", "17.0.1");
        SourceTree.Outcome outcome =
                run(launcher(), Map.of("JAVA_HOME", old.toString(), "JVMM_JDK_FOLDER", jdkFolder()), "version");
        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    }

    @Test
    void says_what_to_install_where_every_jdk_is_too_old() throws Exception {
        Path old = jdk("old", "17.0.1");
        SourceTree.Outcome outcome = run(
                launcher(),
                Map.of(
                        "JAVA_HOME",
                        old.toString(),
                        "PATH",
                        old.resolve("bin") + ":/usr/bin:/bin",
                        "JVMM_JDK_FOLDER",
                        folder.toString()),
                "version");
        assertThat(outcome.output()).contains("needs JDK 25", "only 17", "Install the package openjdk-25-jdk");
        assertThat(outcome.exitCode()).isEqualTo(3);
    }

    @Test
    void hotspots_compilers_give_way_to_the_guest() throws Exception {
        assumeThat(niceness(Files.readString(Path.of("/proc/self/stat"))))
                .as("the tests run under nice, where the launcher sets no priorities")
                .isZero();
        assertThat(nicenessOfVm(launcher().toString()))
                .containsEntry("vcpu-0", 0)
                .containsEntry("C1 CompilerThre", 4)
                .containsEntry("C2 CompilerThre", 4)
                .containsEntry("translator", 4);
    }

    @Test
    void the_users_nice_holds_for_all_threads() throws Exception {
        assertThat(nicenessOfVm("nice", "-n", "19", launcher().toString()).values())
                .containsOnly(19);
    }

    /** That of a VM's threads while its guest loops. */
    private Map<String, Integer> nicenessOfVm(String... launcher) throws Exception {
        byte[] branchToItself = {0, 0, 0, 0x14};
        Path kernel = Files.write(folder.resolve("loop.bin"), branchToItself);
        List<String> command = new ArrayList<>(List.of(launcher));
        command.addAll(List.of("run", "--backend", "soft", "--timeout", "60", "--memory", "64M"));
        command.addAll(List.of("--kernel", kernel.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(folder.resolve("output").toFile());
        builder.environment().putAll(environment());
        builder.environment().put("XDG_STATE_HOME", folder.toString());
        Process process = builder.start();
        try {
            Map<String, Integer> niceness = Map.of();
            while (process.isAlive() && !niceness.keySet().containsAll(List.of("vcpu-0", "translator"))) {
                Thread.sleep(20);
                niceness = niceness(process.pid());
            }
            assertThat(process.isAlive())
                    .as(Files.readString(folder.resolve("output")))
                    .isTrue();
            return niceness;
        } finally {
            process.destroyForcibly();
        }
    }

    /** Of the threads of a process, by name; nothing when one ends meanwhile. */
    private static Map<String, Integer> niceness(long pid) {
        Map<String, Integer> niceness = new HashMap<>();
        try (Stream<Path> tasks = Files.list(Path.of("/proc/" + pid + "/task"))) {
            for (Path task : tasks.toList()) {
                String stat = Files.readString(task.resolve("stat"));
                niceness.put(stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')')), niceness(stat));
            }
        } catch (IOException | UncheckedIOException e) {
            return Map.of();
        }
        return niceness;
    }

    /** The 19th field of a stat file of proc(5); the third follows the name. */
    private static int niceness(String stat) {
        return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[16]);
    }

    private Path jdk(String name, String version) throws Exception {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Path java = Files.writeString(home.resolve("bin/java"), "#!/bin/sh\nexit 99\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private static String jdkFolder() {
        return String.valueOf(Path.of(System.getProperty("java.home")).getParent());
    }

    private static Path launcher() {
        return SourceTree.root().resolve("jvmm");
    }

    /** The cache folder is one of the test's own: the run leaves nothing in the user's. */
    private SourceTree.Outcome run(Path program, Map<String, String> environment, String... arguments)
            throws Exception {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Map<String, String> all = new HashMap<>(environment());
        all.putAll(environment);
        return SourceTree.run(command, folder, all);
    }

    private Map<String, String> environment() throws IOException {
        Path noCache = Files.writeString(folder.resolve("no-cache"), "");
        return Map.of("JAVA_HOME", System.getProperty("java.home"), "XDG_CACHE_HOME", noCache.toString());
    }
}
