// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvmm.core.clock.VmClock;
import dev.jvmm.core.config.CpuConfig;
import dev.jvmm.core.cpu.CpuOptions;
import dev.jvmm.core.cpu.GicVersion;
import dev.jvmm.core.cpu.MachineSpec;
import dev.jvmm.core.error.VmException;
import dev.jvmm.machine.boot.MachineDescription.Chosen;
import dev.jvmm.machine.platform.AddressRange;
import dev.jvmm.machine.platform.InterruptMap;
import dev.jvmm.machine.platform.MemoryMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceTreeTest {
    private static final MemoryMap MAP = MemoryMap.stock();

    @TempDir
    Path directory;

    private static MachineDescription machine(GicVersion version, int cpus, long its, MemoryMap map, Chosen chosen) {
        MachineSpec.Gic gic = new MachineSpec.Gic(
                version,
                map.gicDistributor().base(),
                map.gicCpuInterface().base(),
                map.redistributors().base(),
                its,
                InterruptMap.SHARED_INTERRUPTS);
        CpuOptions options = new CpuOptions(CpuConfig.HOST, InterruptMap.PMU, 0);
        MachineSpec spec = new MachineSpec(cpus, gic, InterruptMap.TIMER, 40, VmClock.host(), options);
        List<DeviceDescription> devices = new ArrayList<>(List.of(
                new DeviceDescription.Uart(map.uart(), InterruptMap.UART),
                new DeviceDescription.RealTimeClock(map.rtc(), InterruptMap.RTC),
                new DeviceDescription.Gpio(map.gpio(), InterruptMap.GPIO, 3),
                new DeviceDescription.Flash(map.codeFlash(), map.variableFlash()),
                new DeviceDescription.FirmwareConfiguration(map.fwCfg()),
                new DeviceDescription.Panic(map.panic())));
        for (int slot = 0; slot < map.virtioTransports(); slot++) {
            devices.add(new DeviceDescription.VirtioMmio(map.virtioMmio(slot), InterruptMap.virtioMmio(slot)));
        }
        return new MachineDescription(spec, map.ram(1L << 30), devices, chosen);
    }

    private static Chosen chosen() {
        return new Chosen(
                "console=ttyAMA0 quiet", new AddressRange(0x4800_0000L, 12345), 0x1234_5678_9abcL, new byte[] {1, 2, 3
                });
    }

    /** What dtc makes of the blob: the source, and what it has to say. */
    private String decompile(byte[] blob) throws Exception {
        Assumptions.assumeTrue(onPath("dtc"), "dtc (package device-tree-compiler) is not installed");
        Path file = Files.write(directory.resolve("machine.dtb"), blob);
        Path messages = directory.resolve("messages");
        Process dtc = new ProcessBuilder("dtc", "-I", "dtb", "-O", "dts", file.toString())
                .redirectError(messages.toFile())
                .start();
        String source = new String(dtc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(dtc.waitFor()).isZero();
        assertThat(Files.readString(messages)).as("dtc's warnings").isEmpty();
        return source;
    }

    private static boolean onPath(String program) {
        return List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
                .anyMatch(entry -> Files.isExecutable(Path.of(entry, program)));
    }

    @ParameterizedTest
    @CsvSource({"V2, 1", "V2, 8", "V3, 1", "V3, 2", "V3, 16", "V3, 17", "V3, 123"})
    void theDeviceTreeCompilerHasNothingToSayAgainstIt(GicVersion version, int cpus) throws Exception {
        long its = version == GicVersion.V3 ? MAP.its().base() : 0;
        String source = decompile(DeviceTree.of(machine(version, cpus, its, MAP, chosen())));
        assertThat(source.split("enable-method = \"psci\"", -1)).hasSize(cpus + 1);
        assertThat(source.split("compatible = \"virtio,mmio\"", -1)).hasSize(33);
    }

    @Test
    void nothingIsSaidAgainstAMovedMachineEither() throws Exception {
        MemoryMap moved = MemoryMap.moved(1L << 32, 5L << 30);
        String source = decompile(DeviceTree.of(machine(GicVersion.V3, 2, 0, moved, Chosen.NOTHING)));
        assertThat(source).contains("pl011@109000000").contains("memory@140000000");
    }

    @Test
    void itSaysWhatFirmwareAndKernelMustKnow() throws Exception {
        String source = decompile(DeviceTree.of(machine(GicVersion.V3, 2, 0, MAP, chosen())));
        assertThat(source)
                .contains("stdout-path = \"/pl011@9000000\"")
                .contains("bootargs = \"console=ttyAMA0 quiet\"")
                .contains("linux,initrd-start = <0x00 0x48000000>")
                .contains("linux,initrd-end = <0x00 0x48003039>")
                .contains("kaslr-seed = <0x1234 0x56789abc>")
                .contains("rng-seed = [01 02 03]")
                .contains("serial0 = \"/pl011@9000000\"")
                .contains("method = \"hvc\"")
                .contains("reg = <0x00 0x40000000 0x00 0x40000000>")
                // timer: PPIs 13, 14, 11 and 10, level high
                .contains("interrupts = <0x01 0x0d 0x04 0x01 0x0e 0x04 0x01 0x0b 0x04 0x01 0x0a 0x04>")
                .contains("bank-width = <0x04>")
                .contains("reg = <0x00 0x00 0x00 0x4000000 0x00 0x4000000 0x00 0x4000000>")
                .contains("linux,code = <0x74>")
                .contains("compatible = \"qemu,fw-cfg-mmio\"")
                .contains("arm,pl031");
    }

    @Test
    void cpusBeyondSixteenAreInTheNextCluster() throws Exception {
        String source = decompile(DeviceTree.of(machine(GicVersion.V3, 18, 0, MAP, Chosen.NOTHING)));
        assertThat(source).contains("cpu@101").contains("reg = <0x00 0x101>").contains("cluster1");
    }

    @Test
    void privateInterruptsOfGicV2NameTheirCpus() throws Exception {
        String source = decompile(DeviceTree.of(machine(GicVersion.V2, 4, 0, MAP, Chosen.NOTHING)));
        assertThat(source).contains("interrupts = <0x01 0x0d 0xf04").contains("arm,cortex-a15-gic");
    }

    @Test
    void aTreeLargerThanKernelsTakeIsRefused() {
        MachineDescription machine = machine(GicVersion.V3, 1, 0, MAP, Chosen.NOTHING);
        List<DeviceDescription> devices = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            devices.add(new DeviceDescription.VirtioMmio(new AddressRange(0x1_0000_0000L + i * 512L, 512), 16));
        }
        MachineDescription large = new MachineDescription(machine.cpus(), machine.ram(), devices, machine.chosen());
        assertThatThrownBy(() -> DeviceTree.of(large))
                .isInstanceOf(VmException.class)
                .hasMessageContaining("the device tree has");
    }

    @Test
    void theWriterRefusesPropertiesAfterChildren() throws IOException {
        FdtWriter writer = new FdtWriter();
        writer.begin("child").end();
        assertThatThrownBy(() -> writer.flag("late")).isInstanceOf(IllegalStateException.class);
    }
}
