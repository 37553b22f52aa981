// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
    @TempDir
    private Path folder;

    @BeforeEach
    void leaveOutTheQuickBuild() {
        assumeFalse(Boolean.getBoolean("jvmm.quick"), "-Dquick turns the static checks off");
    }

    /** One compilation for all mistakes: javac with these checks takes seconds to start. */
    @Test
    void sources_with_mistakes_do_not_compile() throws Exception {
        SourceTree.Outcome outcome = compile(Map.of(
                "marked/package-info.java",
                "@org.jspecify.annotations.NullMarked package marked;",
                "marked/NullReturned.java",
                "package marked; final class NullReturned { static Object none() { return null; } }",
                "marked/Box.java",
                "package marked; interface Box<T extends @org.jspecify.annotations.Nullable Object> { T content(); }",
                "marked/NullableTypeArgument.java",
                """
                package marked;
                import org.jspecify.annotations.Nullable;
                final class NullableTypeArgument {
                    static int length(Box<@Nullable String> box) { return box.content().length(); }
                }
                """,
                "marked/IntOverflow.java",
                "package marked; final class IntOverflow { static long address(int page) { return page * 4096; } }",
                "unmarked/package-info.java",
                "package unmarked;",
                "unmarked/NotNullMarked.java",
                "package unmarked; public final class NotNullMarked { private NotNullMarked() {} }"));
        assertThat(outcome.exitCode()).as(outcome.output()).isNotZero();
        assertThat(outcome.output().lines())
                .anyMatch(line -> line.contains("NullReturned.java:1: error: [NullAway] returning @Nullable"))
                .anyMatch(line -> line.contains("NullableTypeArgument.java:4: error: [NullAway] dereferenced"))
                .anyMatch(line -> line.contains("IntOverflow.java:1: error: [NarrowCalculation]"))
                .anyMatch(line -> line.contains("NotNullMarked.java:1: error: [RequireExplicitNullMarking]"));
    }

    @Test
    void a_warning_of_javac_does_not_compile() throws Exception {
        SourceTree.Outcome outcome = compile(
                Map.of(
                        "marked/package-info.java",
                        "@org.jspecify.annotations.NullMarked package marked;",
                        "marked/RawType.java",
                        "package marked; final class RawType { static int size(java.util.List list) { return list.size(); } }"));
        assertThat(outcome.output()).contains("warning: [rawtypes]", "error: warnings found and -Werror specified");
        assertThat(outcome.exitCode()).isNotZero();
    }

    @Test
    void a_source_without_mistakes_compiles() throws Exception {
        SourceTree.Outcome outcome = compile(Map.of(
                "marked/package-info.java",
                "@org.jspecify.annotations.NullMarked package marked;",
                "marked/Correct.java",
                """
                package marked;
                import org.jspecify.annotations.Nullable;
                final class Correct {
                    static int length(@Nullable String name) { return name == null ? 0 : name.length(); }
                }
                """));
        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    }

    private SourceTree.Outcome compile(Map<String, String> sources) throws Exception {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>();
        command.add(SourceTree.jdkTool("javac"));
        javacJvmArguments().forEach(argument -> command.add("-J" + argument));
        command.addAll(compilerArguments());
        command.addAll(List.of("-d", folder.resolve("classes").toString()));
        command.addAll(List.of("-classpath", classPath, "-processorpath", classPath));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve(source.getKey());
            Files.createDirectories(file.getParent());
            command.add(Files.writeString(file, source.getValue()).toString());
        }
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
