// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.core.config.BootConfig;
import dev.jvmm.core.config.VmConfig;
import dev.jvmm.it.guest.Ingredients.Linux;
import dev.jvmm.machine.VmOptions;
import dev.jvmm.machine.platform.MemoryMap;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A guest may take no address for granted (clause P1): the same kernel and initramfs run wherever things stand. */
class MovedMapIT {
    private static final long GIB = 1L << 30;

    @TempDir
    private Path folder;

    /** With the stock map it runs in {@link KernelBootIT}. */
    @Test
    void theSameKernelRunsWhereDevicesAndMemoryHaveBeenMoved() throws InterruptedException {
        MemoryMap map = MemoryMap.moved(2 * GIB, 6 * GIB);
        VmConfig config = Ingredients.machine("moved")
                .withCpus(2)
                .withBoot(new BootConfig.Kernel(
                        Ingredients.kernel(Linux.V6_1),
                        Ingredients.initramfs(Linux.V6_1),
                        Ingredients.COMMAND_LINE + " jvmm.run=hwrng"));
        VmOptions options = VmOptions.standard().withStateRoot(folder).withLayout(map);
        try (GuestConsole guest = GuestConsole.start("moved", config, options)) {
            guest.expect("[mem 0x%016x-".formatted(map.ramBase()))
                    .expect(Linux.V6_1.marker())
                    .expect(" cpus=2 ")
                    .expect("CHECK rtc: rtc0 rtc-pl031 %x.pl031"
                            .formatted(map.rtc().base()))
                    .expect("CHECK hwrng-bytes: 128")
                    .expect("CHECK done");
            guest.awaitPowerOff();
            assertThat(guest.vm().stats().guestFaults()).as(guest.shown()).isZero();
        }
    }
}
