// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.benchmarks.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Programs that are only run to their end. */
final class Commands {
    private Commands() {}

    /** Runs it; what it says goes into the exception when it fails. */
    static String run(List<String> command) throws IOException, InterruptedException {
        return run(command, Map.of());
    }

    /** {@link #run(List)} with these variables added to the environment. */
    static String run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed: " + said.strip());
        }
        return said;
    }
}
