// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvmm.core.error.VmException;
import java.nio.file.Path;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VmConfigTest {
    private static final long MIB = 1 << 20;

    private final VmConfig config = VmConfig.named("web");

    private static void assertUsage(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        VmException.class, e -> assertThat(e.kind()).isEqualTo(VmException.Kind.USAGE))
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    @Test
    void namesAreSafeAsFileNames() {
        assertThat(config.withName("a.B-9_x").name()).isEqualTo("a.B-9_x");
        assertUsage(() -> config.withName(""), "--name is empty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".",
                "..",
                ".hidden",
                "a/b",
                "a b",
                "-x",
                "a\n",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void namesThatAreNotAreRefused(String name) {
        assertThatThrownBy(() -> config.withName(name)).isInstanceOf(VmException.class);
    }

    @Test
    void cpusAreAtLeastOneAndAtMostWhatTheInterruptControllerServes() {
        assertUsage(() -> config.withCpus(0), "--cpus 0");
        assertUsage(() -> config.withCpus(124), "at most 123");
        assertUsage(() -> config.withGic(GicChoice.V2).withCpus(9), "use --gic 3");
        assertThat(config.withGic(GicChoice.V2).withCpus(8).cpus()).isEqualTo(8);
        assertThat(config.withCpus(123).cpus()).isEqualTo(123);
    }

    @Test
    void vectorsHaveAMultipleOf128BitsAndAreOneThing() {
        assertThat(new CpuConfig(Set.of(), 2048, false).vectorBits()).isEqualTo(2048);
        assertUsage(() -> new CpuConfig(Set.of(), 100, false), "--cpu sve=100");
        assertUsage(() -> new CpuConfig(Set.of(), 4096, false), "up to 2048");
        assertUsage(() -> new CpuConfig(Set.of(CpuFeature.SVE), 256, false), "leave one out");
        assertUsage(() -> new CpuConfig(Set.of(), 256, true), "AArch32 has no scalable vectors");
    }

    @Test
    void memoryIsAWholeNumberOfMebibytesInRange() {
        assertUsage(() -> config.withMemory(0), "--memory 0");
        assertUsage(() -> config.withMemory(-MIB), "--memory");
        assertUsage(() -> config.withMemory(512 * MIB + 1), "--memory 512M");
        assertUsage(() -> config.withMemory(7 * MIB), "at least 8M");
        assertUsage(() -> config.withMemory(256L << 30), "give less");
        assertThat(config.withMemory(8 * MIB).memory()).isEqualTo(8 * MIB);
    }

    @Test
    void serialNumbersAreShortPrintableAscii() {
        assertThat(new DiskConfig(Path.of("d"), DiskFormat.RAW, false, "12345678901234567890").serial())
                .hasSize(20);
        assertUsage(() -> new DiskConfig(Path.of("d"), DiskFormat.RAW, false, "123456789012345678901"), "serial=");
        assertUsage(() -> new DiskConfig(Path.of("d"), DiskFormat.RAW, false, "ü"), "serial=");
        assertUsage(() -> DiskConfig.raw(Path.of("")), "without a path");
    }

    @Test
    void commandLinesAreWhatAKernelTakes() {
        assertUsage(() -> new BootConfig.Kernel(Path.of("k"), null, "a\0b"), "NUL");
        assertUsage(() -> new BootConfig.Kernel(Path.of("k"), null, "x".repeat(2048)), "shorten it");
    }
}
