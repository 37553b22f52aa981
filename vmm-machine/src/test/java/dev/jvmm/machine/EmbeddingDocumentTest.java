// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example in docs/embedding.md compiles against the API as it is. */
class EmbeddingDocumentTest {
    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path directory;

    @Test
    void theExampleCompiles() throws Exception {
        Matcher block = JAVA_BLOCK.matcher(Files.readString(Path.of("../docs/embedding.md")));
        assertThat(block.find()).as("a java block").isTrue();
        Path source = Files.writeString(directory.resolve("Embed.java"), block.group(1));
        ToolProvider compiler = ToolProvider.findFirst("javac").orElseThrow();
        StringWriter messages = new StringWriter();
        PrintWriter out = new PrintWriter(messages);
        String classPath = System.getProperty("java.class.path");
        int result =
                compiler.run(out, out, "-cp", classPath, "-d", directory.toString(), "-proc:none", source.toString());
        assertThat(result).as(messages.toString()).isZero();
    }
}
