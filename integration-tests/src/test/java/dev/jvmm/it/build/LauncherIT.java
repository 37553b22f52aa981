// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Path noCache = Files.writeString(folder.resolve("no-cache"), "");
        Map<String, String> all = new HashMap<>(
                Map.of("JAVA_HOME", System.getProperty("java.home"), "XDG_CACHE_HOME", noCache.toString()));
        all.putAll(environment);
        return SourceTree.run(command, folder, all);
    }
}
