// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.core.config.BootConfig;
import dev.jvmm.core.config.ConsoleDevice;
import dev.jvmm.core.config.GicChoice;
import dev.jvmm.core.config.VmConfig;
import dev.jvmm.it.guest.Ingredients.Linux;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kernels put in memory without firmware (Linux Documentation/arch/arm64/booting.rst). */
class KernelBootIT {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "Linux {0}, GIC{1}, {2} vCPUs", quoteTextArguments = false)
    @CsvSource({
        "V6_1,   V3, 1,  true",
        "V6_1,   V2, 1,  true",
        "V6_1,   V3, 2,  true",
        "V6_1,   V2, 2,  false",
        "V6_1,   V2, 8,  true",
        "V6_1,   V3, 8,  true",
        "V6_1,   V3, 16, false",
        "NEWEST, V3, 1,  false",
        "NEWEST, V2, 8,  false",
        "NEWEST, V3, 16, true",
    })
    void everyVcpuComesUp(Linux linux, GicChoice gic, int cpus, boolean slow) throws InterruptedException {
        Slow.unlessAll(slow);
        VmConfig config = config(linux, Ingredients.COMMAND_LINE + " quiet jvmm.run=cpu")
                .withGic(gic)
                .withCpus(cpus);
        String test = "kernel-%s-%s-%d".formatted(linux, gic, cpus);
        try (GuestConsole guest = GuestConsole.start(test, config, folder)) {
            guest.expect(linux.marker()).expect(" cpus=" + cpus + " ");
            // Every vCPU has computed the same sum.
            guest.expect("CHECK cpu-sums:").expect(" " + cpus + " ").expect("CHECK done");
            guest.awaitPowerOff();
            assertThat(guest.vm().stats().guestFaults()).as(guest.shown()).isZero();
        }
    }

    @Test
    void withoutAcpiTheDeviceTreeIsEnough() throws InterruptedException {
        VmConfig config = config(Linux.V6_1, Ingredients.COMMAND_LINE + " acpi=off");
        try (GuestConsole guest = GuestConsole.start("kernel-acpi-off", config, folder)) {
            guest.expect(Linux.V6_1.marker()).expect("CHECK model: ").expect("CHECK done");
            guest.awaitPowerOff();
        }
    }

    @Test
    void theVirtioConsoleIsTheConsole() throws InterruptedException {
        VmConfig config = config(Linux.V6_1, "console=hvc0 quiet panic=-1 jvmm.then=shell")
                .withConsole(ConsoleDevice.VIRTIO);
        try (GuestConsole guest = GuestConsole.start("kernel-virtio-console", config, folder)) {
            guest.expect(Linux.V6_1.marker()).expect("CHECK done").expect("# ");
            guest.send("echo the console is $(cat /sys/class/tty/console/active)\n")
                    .expect("the console is hvc0")
                    .send("exit\n");
            guest.awaitPowerOff();
        }
    }

    private static VmConfig config(Linux linux, String commandLine) {
        return Ingredients.machine("kernel-boot")
                .withBoot(new BootConfig.Kernel(Ingredients.kernel(linux), Ingredients.initramfs(linux), commandLine));
    }
}
