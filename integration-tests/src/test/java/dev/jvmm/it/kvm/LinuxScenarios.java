// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.kvm;

import static dev.jvmm.it.behaviour.BareMetalVm.expectEqual;

import dev.jvmm.core.config.BootConfig;
import dev.jvmm.core.config.DiskConfig;
import dev.jvmm.core.config.VmConfig;
import dev.jvmm.core.event.VmExit;
import dev.jvmm.machine.Vm;
import dev.jvmm.machine.VmOptions;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Linux on KVM through the public API, to a program's own marker and a clean power-off. */
final class LinuxScenarios {
    private static final long MEMORY = 512L << 20;
    /** A guest that has not switched itself off by then hangs. */
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final Path files;

    /** @param files a folder with {@code kernel}, {@code initramfs}, {@code AAVMF_CODE.fd} with its variables, {@code disk.img} */
    LinuxScenarios(Path files) {
        this.files = files;
    }

    Map<String, Runnable> all() {
        Map<String, Runnable> scenarios = new LinkedHashMap<>();
        scenarios.put("a kernel booted directly reaches user space on two vCPUs", () -> boot(2));
        scenarios.put(
                "firmware, GRUB and Linux start from a disk on one vCPU, and a variable is written",
                () -> bootDisk(1, "CHECK efivar-read: absent", "CHECK efivar-write: ok"));
        scenarios.put(
                "the variable is there after a restart, on two vCPUs",
                () -> bootDisk(2, "CHECK efivar-read: persisted"));
        return scenarios;
    }

    private void boot(int cpus) {
        Path kernel = files.resolve("kernel");
        Path initramfs = files.resolve("initramfs");
        run(
                VmConfig.named("direct-" + cpus)
                        .withCpus(cpus)
                        .withBoot(new BootConfig.Kernel(kernel, initramfs, "console=ttyAMA0 quiet panic=-1")),
                "cpus=" + cpus);
    }

    private void bootDisk(int cpus, String... wanted) {
        // One name: the variables are the machine's, whatever its number of vCPUs.
        run(
                VmConfig.named("from-disk")
                        .withCpus(cpus)
                        .withBoot(new BootConfig.Firmware(files.resolve("AAVMF_CODE.fd"), null, false))
                        .withDisks(List.of(DiskConfig.raw(files.resolve("disk.img")))),
                Stream.concat(Stream.of("cpus=" + cpus), Stream.of(wanted)).toArray(String[]::new));
    }

    private static Map<String, Long> perSecond(Map<String, Long> counters, long millis) {
        Map<String, Long> rates = new LinkedHashMap<>();
        counters.forEach((name, count) -> rates.put(name, count * 1000 / Math.max(1, millis)));
        return rates;
    }

    /** Runs a VM until it switches itself off, and looks for what it must have said. */
    private static void run(VmConfig config, String... wanted) {
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        VmOptions options = VmOptions.standard()
                .withConsoleOutput(console)
                .withStateRoot(Path.of(System.getProperty("java.io.tmpdir")));
        try (Vm vm = Vm.create(config.withBackend("kvm").withMemory(MEMORY), options)) {
            String tree = new String(vm.deviceTree(), StandardCharsets.ISO_8859_1);
            expectEqual(tree.contains("arm,gic-v3-its") && tree.contains("arm,armv8-pmuv3"), true);
            long start = System.nanoTime();
            vm.start();
            VmExit exit = vm.awaitExit(PATIENCE).orElseGet(() -> new VmExit.Failed("it hangs", vm.dumpState()));
            long millis = (System.nanoTime() - start) / 1_000_000;
            System.out.println("PROOF figure exits of " + config.name() + " with " + config.cpus() + " vCPUs in "
                    + millis + " ms: " + vm.stats().backend() + "; a second: "
                    + perSecond(vm.stats().backend(), millis));
            String text = console.toString(StandardCharsets.UTF_8);
            for (String one : wanted) {
                if (!text.contains(one)) {
                    throw new AssertionError(one + " was not said; " + exit + " with the console " + text);
                }
            }
            if (!(exit instanceof VmExit.PoweredOff)) {
                throw new AssertionError(exit + " with the console " + text);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
