// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/**
 * Compiles small sources with the arguments that the build gives javac, read from its own files: the compiler arguments of
 * pom.xml and the JVM arguments of .mvn/jvm.config. Should a check be turned off there, its source compiles and the test fails.
 */
class NullAwayCanaryTest {
    private static final String NULL_MARKED = """
            @org.jspecify.annotations.NullMarked
            package canary;
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void leaveOutTheQuickBuild() {
        assumeFalse(Boolean.getBoolean("jvmm.quick"), "-Dquick turns the static checks off");
    }

    @Test
    void a_null_where_none_may_be_does_not_compile() throws Exception {
        SourceTree.Outcome outcome = compile("""
                package canary;

                final class Canary {
                    static Object none() {
                        return null;
                    }
                }
                """, NULL_MARKED);
        assertThat(outcome.exitCode()).as(outcome.output()).isNotZero();
        assertThat(outcome.output()).contains("error: [NullAway] returning @Nullable expression");
    }

    @Test
    void a_nullable_type_argument_is_checked_as_jspecify_says() throws Exception {
        SourceTree.Outcome outcome = compile("""
                package canary;

                import java.util.List;
                import org.jspecify.annotations.Nullable;

                final class Canary {
                    static int length(List<@Nullable String> names) {
                        return names.get(0).length();
                    }
                }
                """, NULL_MARKED);
        assertThat(outcome.exitCode()).as(outcome.output()).isNotZero();
        assertThat(outcome.output()).contains("error: [NullAway] dereferenced expression");
    }

    @Test
    void a_package_that_is_not_null_marked_does_not_compile() throws Exception {
        SourceTree.Outcome outcome = compile("""
                package canary;

                public final class Canary {
                    private Canary() {}
                }
                """, "package canary;\n");
        assertThat(outcome.exitCode()).as(outcome.output()).isNotZero();
        assertThat(outcome.output()).contains("[RequireExplicitNullMarking]");
    }

    @Test
    void a_warning_of_error_prone_does_not_compile() throws Exception {
        SourceTree.Outcome outcome = compile("""
                package canary;

                final class Canary {
                    static long pageAddress(int page) {
                        return page * 4096;
                    }
                }
                """, NULL_MARKED);
        assertThat(outcome.exitCode()).as(outcome.output()).isNotZero();
        assertThat(outcome.output()).contains("[IntLongMath]");
    }

    @Test
    void a_source_without_mistakes_compiles() throws Exception {
        SourceTree.Outcome outcome = compile("""
                package canary;

                import org.jspecify.annotations.Nullable;

                final class Canary {
                    static int length(@Nullable String name) {
                        return name == null ? 0 : name.length();
                    }
                }
                """, NULL_MARKED);
        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    }

    private SourceTree.Outcome compile(String canary, String packageInfo) throws Exception {
        Path source = Files.writeString(folder.resolve("Canary.java"), canary);
        Path marking = Files.writeString(folder.resolve("package-info.java"), packageInfo);
        String classPath = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>();
        command.add(SourceTree.jdkTool("javac"));
        javacJvmArguments().forEach(argument -> command.add("-J" + argument));
        command.addAll(compilerArguments());
        command.addAll(List.of("-d", folder.resolve("classes").toString()));
        command.addAll(List.of("-classpath", classPath, "-processorpath", classPath));
        command.addAll(List.of(source.toString(), marking.toString()));
        return SourceTree.run(command, folder, Map.of());
    }

    private static List<String> javacJvmArguments() throws IOException {
        return Files.readAllLines(SourceTree.root().resolve(".mvn/jvm.config"));
    }

    /** The {@code compilerArgs} of pom.xml: those of every build, then those that -Dquick leaves out. */
    private static List<String> compilerArguments() throws Exception {
        Document pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(SourceTree.root().resolve("pom.xml").toFile());
        NodeList nodes = (NodeList) XPathFactory.newInstance()
                .newXPath()
                .evaluate(
                        "//plugin[artifactId='maven-compiler-plugin']/configuration/compilerArgs/arg",
                        pom,
                        XPathConstants.NODESET);
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            arguments.add(nodes.item(i).getTextContent());
        }
        return arguments;
    }
}
