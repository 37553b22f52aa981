// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm.sys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WithoutJnrTest {
    @Test
    void answersAreEmptyWhereTheNativePartCannotBeLoadedAndNothingElseIsSaid()
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPathWithoutNativeParts(),
                        WithoutJnr.class.getName(),
                        "/dev/null")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(output.lines().filter(line -> !line.startsWith("SLF4J")))
                .containsExactly("Optional.empty raise the limit of open files (ulimit -n)");
    }

    private static String classPathWithoutNativeParts() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("-native.jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
