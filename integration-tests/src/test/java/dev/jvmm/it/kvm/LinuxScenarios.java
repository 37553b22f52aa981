// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.kvm;

import dev.jvmm.core.config.BootConfig;
import dev.jvmm.core.config.VmConfig;
import dev.jvmm.core.event.VmExit;
import dev.jvmm.machine.Vm;
import dev.jvmm.machine.VmOptions;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Linux on KVM through the public API, to a program's own marker and a clean power-off. */
final class LinuxScenarios {
    private static final long MEMORY = 256L << 20;
    /** A guest that has not switched itself off by then hangs. */
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final Path files;

    /** @param files a folder with {@code kernel} and {@code initramfs} */
    LinuxScenarios(Path files) {
        this.files = files;
    }

    Map<String, Runnable> all() {
        Map<String, Runnable> scenarios = new LinkedHashMap<>();
        scenarios.put("a kernel booted directly reaches user space on one vCPU", () -> boot(1));
        scenarios.put("a kernel booted directly reaches user space on two vCPUs", () -> boot(2));
        return scenarios;
    }

    private void boot(int cpus) {
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        VmConfig config = VmConfig.named("nested-" + cpus)
                .withBackend("kvm")
                .withCpus(cpus)
                .withMemory(MEMORY)
                .withBoot(new BootConfig.Kernel(
                        files.resolve("kernel"), files.resolve("initramfs"), "console=ttyAMA0 quiet panic=-1"));
        VmOptions options = VmOptions.standard()
                .withConsoleOutput(console)
                .withStateRoot(Path.of(System.getProperty("java.io.tmpdir")));
        try (Vm vm = Vm.create(config, options)) {
            vm.start();
            VmExit exit = vm.awaitExit(PATIENCE).orElseGet(() -> new VmExit.Failed("it hangs", vm.dumpState()));
            String text = console.toString(StandardCharsets.UTF_8);
            if (!(exit instanceof VmExit.PoweredOff) || !text.contains("cpus=" + cpus)) {
                throw new AssertionError(exit + " with the console " + text);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
