// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jvmm.cli.debian.DebianArchive;
import dev.jvmm.cli.debian.ProgressPrinter;
import dev.jvmm.core.config.BootConfig;
import dev.jvmm.core.config.DiskConfig;
import dev.jvmm.core.config.DiskFormat;
import dev.jvmm.core.config.VmConfig;
import dev.jvmm.core.event.VmExit;
import dev.jvmm.machine.Vm;
import dev.jvmm.machine.VmOptions;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The benchmarks' kernels as programs that must compute the right thing, one round of each on the software CPU. */
class KernelsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String COMPILER = "aarch64-linux-gnu-gcc";

    @TempDir
    static Path folder;

    private static Path image = Path.of("");
    private static Path data = Path.of("");

    @BeforeAll
    static void compile() throws IOException, InterruptedException {
        if (!isInstalled(COMPILER)) {
            return;
        }
        Path top = Path.of("").toAbsolutePath().getParent();
        assertThat(top).as("the source tree, above the module").isNotNull();
        image = new GuestPrograms(top, folder, DebianArchive.open(new ProgressPrinter(System.err, false))).bare();
        data = folder.resolve("data.img");
        DiskData.write(data);
    }

    @BeforeEach
    void needsTheCompiler() {
        assumeTrue(isInstalled(COMPILER), COMPILER + " (package gcc-aarch64-linux-gnu) isn't installed");
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }

    @ParameterizedTest
    @EnumSource(names = {"INTEGER", "MEMORY", "FP", "SYSTEM", "PARALLEL"})
    void everyKernelOfTheGroupGivesItsChecksum(Group group) throws Exception {
        List<Kernel> kernels = Arrays.stream(Kernel.values())
                .filter(kernel -> kernel.group == group)
                .toList();
        String run = kernels.stream().map(Kernel::label).collect(Collectors.joining(","));
        String console = console(group == Group.PARALLEL ? 2 : 1, "run=" + run + " scale=1");
        assertThat(Kernel.results(kernels, console)).containsOnlyKeys(kernels);
    }

    @Test
    void onlyWhatIsAskedForRuns() throws Exception {
        assertThat(console(1, "scale=1 run=fib,nothing"))
                .contains("RESULT fib ")
                .doesNotContain("crc32")
                .endsWith("DONE\r\n");
    }

    /** Runs the image to its end and gives what it said. */
    private static String console(int cpus, String commandLine) throws InterruptedException {
        VmConfig config = VmConfig.named("kernels")
                .withBackend("soft")
                .withCpus(cpus)
                .withMemory(256L << 20)
                .withBoot(new BootConfig.Kernel(image, null, commandLine))
                .withDisks(List.of(new DiskConfig(data, DiskFormat.RAW, true, null)));
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        VmOptions options =
                VmOptions.standard().withStateRoot(folder.resolve("state")).withConsoleOutput(console);
        try (Vm vm = Vm.create(config, options)) {
            vm.start();
            Optional<VmExit> exit = vm.awaitExit(PATIENCE);
            assertThat(exit).as("the guest's end; it said: %s", console).isPresent();
        }
        return console.toString(StandardCharsets.US_ASCII);
    }
}
