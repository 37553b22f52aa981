// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of the jars that the launcher runs. The launcher runs the class path, an embedding program may run modules: both must find the same. */
class ModuleGraphIT {
    private static ModuleFinder jars;

    @BeforeAll
    static void findTheJars() throws IOException {
        Path libraries = SourceTree.root().resolve("vmm-cli/target/dist/lib");
        try (Stream<Path> files = Files.list(libraries)) {
            jars = ModuleFinder.of(files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toArray(Path[]::new));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "devices", "machine", "softcpu", "kvm", "cli"})
    void resolves_on_the_module_path(String module) {
        Configuration graph =
                ModuleLayer.boot().configuration().resolve(jars, ModuleFinder.of(), Set.of("dev.jvmm." + module));
        assertThat(graph.findModule("dev.jvmm." + module)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "devices", "machine", "softcpu", "kvm", "cli"})
    void each_service_of_the_module_is_offered_on_the_class_path_too(String module) throws IOException {
        ModuleReference reference = jars.find("dev.jvmm." + module).orElseThrow();
        for (ModuleDescriptor.Provides provides : reference.descriptor().provides()) {
            assertThat(providers(reference, provides.service()))
                    .as("META-INF/services/" + provides.service())
                    .containsExactlyInAnyOrderElementsOf(provides.providers());
        }
    }

    private static List<String> providers(ModuleReference module, String service) throws IOException {
        try (ModuleReader reader = module.open()) {
            return reader.open("META-INF/services/" + service)
                    .map(ModuleGraphIT::lines)
                    .orElse(List.of());
        }
    }

    private static List<String> lines(InputStream file) {
        try (file) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
