// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceConventionsTest {
    @Test
    void each_java_file_starts_with_its_licence() throws IOException {
        List<Path> files = SourceTree.javaFiles();
        assertThat(files)
                .hasSizeGreaterThan(10)
                .allSatisfy(file -> assertThat(Files.readAllLines(file))
                        .first()
                        .isEqualTo("// SPDX-License-Identifier: Apache-2.0"));
    }
}
