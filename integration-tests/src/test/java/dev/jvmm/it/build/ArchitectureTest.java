// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.build;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who may know whom. vmm-cli -> vmm-machine -> vmm-devices -> vmm-core <- vmm-kvm, vmm-softcpu.
 *
 * <p>Each rule comes with sources that break it, so that a rule that no longer bites fails too.
 */
class ArchitectureTest {
    private static final String CORE = "dev.jvmm.core..";
    private static final String DEVICES = "dev.jvmm.devices..";
    private static final String MACHINE = "dev.jvmm.machine..";
    private static final String SOFTCPU = "dev.jvmm.softcpu..";
    private static final String KVM = "dev.jvmm.kvm..";
    private static final String CLI = "dev.jvmm.cli..";

    private static JavaClasses project;

    @BeforeAll
    static void readTheProject() {
        project = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.jvmm");
    }

    /** A rule, and for each of the classes named the source of one that breaks it. */
    record Rule(ArchRule arch, Map<String, String> offence) {}

    static Stream<Arguments> rules() {
        return Stream.of(
                named(
                        "core knows no other module",
                        neverSees(CORE, DEVICES, MACHINE, SOFTCPU, KVM, CLI),
                        uses("dev.jvmm.core", "dev.jvmm.devices")),
                named(
                        "devices know neither backends nor the machine",
                        neverSees(DEVICES, MACHINE, SOFTCPU, KVM, CLI),
                        uses("dev.jvmm.devices", "dev.jvmm.machine")),
                named(
                        "the machine finds backends by the service alone",
                        neverSees(MACHINE, SOFTCPU, KVM, CLI),
                        uses("dev.jvmm.machine", "dev.jvmm.kvm")),
                named(
                        "the software CPU knows core alone",
                        neverSees(SOFTCPU, DEVICES, MACHINE, KVM, CLI),
                        uses("dev.jvmm.softcpu", "dev.jvmm.devices")),
                named(
                        "KVM knows core alone",
                        neverSees(KVM, DEVICES, MACHINE, SOFTCPU, CLI),
                        uses("dev.jvmm.kvm", "dev.jvmm.devices")),
                named(
                        "the command finds backends by the service alone",
                        neverSees(CLI, SOFTCPU, KVM),
                        uses("dev.jvmm.cli", "dev.jvmm.kvm")),
                named(
                        "vmm-kvm alone uses JNA and jnr",
                        noClasses()
                                .that()
                                .resideOutsideOfPackage(KVM)
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("com.sun.jna..", "jnr.."),
                        Map.of(
                                "dev.jvmm.machine.Offender",
                                "package dev.jvmm.machine; class Offender { com.sun.jna.Pointer pointer; }")),
                named(
                        "core calls no native code",
                        noClasses()
                                .that()
                                .resideInAPackage(CORE)
                                .should()
                                .dependOnClassesThat()
                                .haveNameMatching("java\\.lang\\.foreign\\.(Linker|SymbolLookup).*"),
                        Map.of(
                                "dev.jvmm.core.Offender",
                                "package dev.jvmm.core; class Offender { java.lang.foreign.Linker linker; }")),
                named(
                        "one class uses the JVM's internals",
                        noClasses()
                                .that()
                                .doNotHaveFullyQualifiedName("dev.jvmm.softcpu.memory.Intrinsics")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("jdk.internal..", "sun.misc.."),
                        Map.of(
                                "dev.jvmm.softcpu.Offender",
                                "package dev.jvmm.softcpu; class Offender { jdk.internal.misc.Unsafe unsafe; }")),
                cycles("core"),
                cycles("devices"),
                cycles("machine"),
                cycles("softcpu"),
                cycles("kvm"),
                cycles("cli"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_project_keeps_the_rule(Rule rule) {
        rule.arch().check(project);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_bites(Rule rule, @TempDir Path folder) throws Exception {
        JavaClasses offenders = compile(rule.offence(), folder);
        assertThat(rule.arch().evaluate(offenders).hasViolation()).isTrue();
    }

    @Test
    void every_module_is_looked_at() {
        assertThat(Stream.of("core", "devices", "machine", "softcpu", "kvm", "cli"))
                .allSatisfy(module -> assertThat(project.containPackage("dev.jvmm." + module))
                        .as(module)
                        .isTrue());
    }

    private static Arguments named(String name, ArchRule rule, Map<String, String> offence) {
        return Arguments.of(Named.of(name, new Rule(rule, offence)));
    }

    private static ArchRule neverSees(String module, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(module)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others);
    }

    private static Map<String, String> uses(String module, String other) {
        return Map.of(
                module + ".Offender",
                "package " + module + "; class Offender { " + other + ".Other other; }",
                other + ".Other",
                "package " + other + "; public class Other {}");
    }

    private static Arguments cycles(String module) {
        String root = "dev.jvmm." + module;
        return named(
                module + " has no cycle of packages",
                slices().matching(root + ".(**)").should().beFreeOfCycles().allowEmptyShould(true),
                Map.of(
                        root + ".left.A",
                        "package " + root + ".left; public class A { " + root + ".right.B b; }",
                        root + ".right.B",
                        "package " + root + ".right; public class B { " + root + ".left.A a; }"));
    }

    private static JavaClasses compile(Map<String, String> sources, Path folder) throws Exception {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of("-d", folder.resolve("classes").toString()));
        arguments.addAll(List.of("-classpath", System.getProperty("java.class.path"), "-proc:none"));
        arguments.addAll(List.of("--add-exports", "java.base/jdk.internal.misc=ALL-UNNAMED"));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve(source.getKey().replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            arguments.add(Files.writeString(file, source.getValue()).toString());
        }
        int exitCode = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(exitCode).isZero();
        return new ClassFileImporter().importPath(folder.resolve("classes"));
    }
}
