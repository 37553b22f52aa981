// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The checked-out source tree that the tests run in. */
public final class SourceTree {
    private SourceTree() {}

    /** The top of the tree; Surefire and Failsafe set {@code basedir} to the folder of this module. */
    public static Path root() {
        Path root = Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();
        if (root == null || !Files.exists(root.resolve("vmm-core/pom.xml"))) {
            throw new IllegalStateException("not run by Maven: basedir names no module of the tree");
        }
        return root;
    }

    static List<Path> javaFiles() throws IOException {
        try (Stream<Path> files = Files.walk(root())) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !root().relativize(file).toString().contains("target/"))
                    .toList();
        }
    }

    /** What a finished command left: its exit code and its standard output and error together. */
    record Outcome(int exitCode, String output) {}

    static Outcome run(List<String> command, Path directory, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    /** A tool of the JDK that runs the tests, such as {@code javac}. */
    static String jdkTool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }
}
