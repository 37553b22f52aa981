// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvmm.core.config.BootConfig;
import dev.jvmm.core.config.ConsoleDevice;
import dev.jvmm.core.config.CpuConfig;
import dev.jvmm.core.config.CpuFeature;
import dev.jvmm.core.config.DiskConfig;
import dev.jvmm.core.config.DiskFormat;
import dev.jvmm.core.config.GicChoice;
import dev.jvmm.core.config.Policies;
import dev.jvmm.core.config.VmConfig;
import dev.jvmm.core.error.VmException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFileTest {
    @TempDir
    Path directory;

    @Test
    void aNameIsEnough() {
        assertThat(ConfigFile.parse("x", "{\"name\": \"web\"}")).isEqualTo(VmConfig.named("web"));
    }

    @Test
    void whatIsWrittenIsReadBack() {
        VmConfig firmware = VmConfig.named("web")
                .withCpus(4)
                .withMemory(3L << 30)
                .withCpu(new CpuConfig(Set.of(CpuFeature.PMU, CpuFeature.STEAL_TIME), 256, false))
                .withGic(GicChoice.V2)
                .withBackend("soft")
                .withBoot(new BootConfig.Firmware(Path.of("/code.fd"), Path.of("/vars.fd"), true))
                .withDisks(List.of(
                        DiskConfig.raw(Path.of("a.img")),
                        new DiskConfig(Path.of("b.img"), DiskFormat.RAW, true, "SERIAL")))
                .withConsole(ConsoleDevice.VIRTIO)
                .withRng(false)
                .withPolicies(new Policies(Policies.OnReset.EXIT, Policies.OnShutdown.PAUSE, Policies.OnPanic.IGNORE));
        VmConfig kernel = VmConfig.named("k").withBoot(new BootConfig.Kernel(Path.of("/k"), Path.of("/i"), "a \"b\""));
        for (VmConfig config : List.of(firmware, kernel)) {
            assertThat(ConfigFile.parse("x", ConfigFile.format(config))).isEqualTo(config);
        }
    }

    @Test
    void filesAreRead() throws IOException {
        Path file = Files.writeString(directory.resolve("vm.json"), "{\"name\": \"web\", \"cpus\": 2}");
        assertThat(ConfigFile.read(file).cpus()).isEqualTo(2);
        assertThatThrownBy(() -> ConfigFile.read(directory.resolve("none"))).isInstanceOf(VmException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}| name is missing",
                "[]| begin it with {",
                "{\"name\": | not JSON",
                "{\"name\": 5}| name must be a string",
                "{\"name\": \"a\", \"cores\": 2}| cores is not known",
                "{\"name\": \"a\", \"cpus\": 1.5}| cpus must be a whole number",
                "{\"name\": \"a\", \"cpus\": 99999999999}| cpus must be a whole number",
                "{\"name\": \"a\", \"cpu\": {\"off\": \"pmu\"}}| cpu.off must be a list",
                "{\"name\": \"a\", \"cpu\": {\"off\": [\"fpu\"]}}| cpu.off names 'fpu', which is none of pmu, sve",
                "{\"name\": \"a\", \"cpu\": {\"off\": [3]}}| cpu.off must hold strings",
                "{\"name\": \"a\", \"gic\": \"v4\"}| gic must be one of v2, v3, max",
                "{\"name\": \"a\", \"rng\": \"yes\"}| rng must be true or false",
                "{\"name\": \"a\", \"disks\": {}}| disks must be a list",
                "{\"name\": \"a\", \"disks\": [{}]}| disks[0].path is missing",
                "{\"name\": \"a\", \"disks\": [{\"path\": \"x\", \"size\": 1}]}| disks[0].size is not known",
                "{\"name\": \"a\", \"boot\": {\"kernel\": {}}}| boot.kernel.kernel is missing",
                "{\"name\": \"a\", \"boot\": {\"kernel\": {\"kernel\": \"k\"}, \"firmware\": {}}}| keep one of them",
                "{\"name\": \"a\", \"policies\": {\"onReset\": \"dance\"}}| policies.onReset must be one of reset, exit",
            })
    void mistakesAreNamedWithTheirPlace(String json, String message) {
        assertThatThrownBy(() -> ConfigFile.parse("vm.json", json))
                .isInstanceOf(VmException.class)
                .hasMessageStartingWith("vm.json: ")
                .hasMessageContaining(message);
    }
}
