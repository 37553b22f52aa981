// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvmm.core.config.BootConfig;
import dev.jvmm.core.config.ConsoleDevice;
import dev.jvmm.core.config.DiskConfig;
import dev.jvmm.core.config.DiskFormat;
import dev.jvmm.core.config.VmConfig;
import dev.jvmm.core.error.VmException;
import dev.jvmm.machine.FakeHypervisor.FakeMachine;
import dev.jvmm.machine.boot.FirmwareFiles;
import dev.jvmm.machine.boot.FirmwareLocator;
import dev.jvmm.machine.image.TestImage;
import dev.jvmm.machine.platform.MemoryMap;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A VM that boots firmware: flash, variables, fw_cfg, virtio disks. The guest is the test. */
@Timeout(120)
class VmFirmwareTest {
    private static final MemoryMap MAP = MemoryMap.stock();
    private static final long VARIABLES = MAP.variableFlash().base();
    private static final int VIRTIO_MAGIC = 0x74726976;

    @TempDir
    Path directory;

    private final FakeHypervisor hypervisor = new FakeHypervisor();
    private Path code;
    private Path template;

    @BeforeEach
    void makeFirmware() throws IOException {
        byte[] bytes = new byte[65536];
        Arrays.fill(bytes, (byte) 0x14);
        code = Files.write(directory.resolve("CODE.fd"), bytes);
        byte[] erased = new byte[1 << 20];
        Arrays.fill(erased, (byte) 0xff);
        template = Files.write(directory.resolve("VARS.fd"), erased);
    }

    private VmConfig config() {
        return VmConfig.named("a").withMemory(16 << 20);
    }

    private Vm create(VmConfig config) {
        return create(config, new FirmwareFiles(code, template, "test"));
    }

    private Vm create(VmConfig config, FirmwareFiles... found) {
        FirmwareLocator firmware = new FirmwareLocator(List.of(), List.of(), List.of(found));
        return Vm.create(
                config,
                VmOptions.standard()
                        .withStateRoot(directory.resolve("state"))
                        .withFirmware(firmware)
                        .withBackends(List.of(hypervisor)));
    }

    /** The commands with which firmware programs a word: both chips at once. */
    private static void program(FakeMachine machine, long address, int value) {
        machine.bus.write(address, 4, 0x0040_0040);
        machine.bus.write(address, 4, value);
        machine.bus.write(address, 4, 0x00ff_00ff);
    }

    @Test
    void theFirstInstructionIsTheFirmwaresAndTheDeviceTreeStandsAtTheBaseOfRam() {
        try (Vm vm = create(config())) {
            vm.start();
            FakeMachine machine = hypervisor.machine();
            assertThat(machine.pc).isZero();
            assertThat(machine.load32(0)).isEqualTo(0x14141414);
            assertThat(machine.load32(MAP.ramBase())).isEqualTo(Integer.reverseBytes(0xd00dfeed));
        }
    }

    @Test
    void theGuestCannotChangeTheFirmware() {
        try (Vm vm = create(config())) {
            vm.start();
            program(hypervisor.machine(), 0, 0);
            assertThat(hypervisor.machine().load32(0)).isEqualTo(0x14141414);
        }
    }

    @Test
    void variablesOutliveTheVmAndResetVariablesForgetsThem() {
        try (Vm vm = create(config())) {
            vm.start();
            program(hypervisor.machine(), VARIABLES + 16, 0x1234_5678);
            assertThat(hypervisor.machine().load32(VARIABLES + 16)).isEqualTo(0x1234_5678);
        }
        assertThat(directory.resolve("state/a/vars.fd")).exists();
        try (Vm vm = create(config())) {
            vm.start();
            assertThat(hypervisor.machine().load32(VARIABLES + 16)).isEqualTo(0x1234_5678);
        }
        try (Vm vm = create(config().withBoot(new BootConfig.Firmware(null, null, true)))) {
            vm.start();
            assertThat(hypervisor.machine().load32(VARIABLES + 16)).isEqualTo(-1);
        }
        assertThat(template).hasSize(1 << 20);
    }

    @Test
    void variablesCanBeKeptElsewhere() {
        Path elsewhere = directory.resolve("mine.fd");
        create(config().withBoot(new BootConfig.Firmware(code, elsewhere, false)))
                .close();
        assertThat(elsewhere).exists();
        assertThat(directory.resolve("state/a/vars.fd")).doesNotExist();
    }

    @Test
    void aResetTakesTheFlashOutOfACommand() {
        try (Vm vm = create(config())) {
            vm.start();
            FakeMachine machine = hypervisor.machine();
            machine.bus.write(VARIABLES, 4, 0x0090_0090); // read identifier
            assertThat(machine.load32(VARIABLES)).isNotEqualTo(-1);
            vm.reset();
            assertThat(machine.load32(VARIABLES)).isEqualTo(-1);
        }
    }

    @Test
    void firmwareIsToldNotToWaitForAKey() {
        try (Vm vm = create(config())) {
            vm.start();
            FakeMachine machine = hypervisor.machine();
            long fwCfg = MAP.fwCfg().base();
            machine.bus.write(fwCfg + 8, 2, 0x1900); // the file directory, 0x0019 big-endian
            byte[] list = new byte[512];
            for (int i = 0; i < list.length; i++) {
                list[i] = (byte) machine.bus.read(fwCfg, 1);
            }
            assertThat(new String(list, StandardCharsets.ISO_8859_1)).contains("etc/boot-menu-wait");
            // EDK2 reads that file only where FW_CFG_BOOT_MENU isn't 0.
            machine.bus.write(fwCfg + 8, 2, 0x0E00);
            assertThat(machine.bus.read(fwCfg, 1)).isEqualTo(1);
        }
    }

    @Test
    void disksAndEntropyStandBehindTransportsInOrder() throws IOException {
        Path disk = new TestImage().writeTo(directory.resolve("disk.img"));
        VmConfig config = config().withDisks(List.of(DiskConfig.image(disk))).withConsole(ConsoleDevice.VIRTIO);
        try (Vm vm = create(config)) {
            assertThat(vm.warnings()).isEmpty();
            vm.start();
            FakeMachine machine = hypervisor.machine();
            for (int slot = 0; slot < 3; slot++) {
                long transport = MAP.virtioMmio(slot).base();
                assertThat(machine.bus.read(transport, 4)).isEqualTo(VIRTIO_MAGIC);
                assertThat(machine.bus.read(transport + 4, 4)).isEqualTo(2);
            }
            assertThat(machine.bus.read(MAP.virtioMmio(0).base() + 8, 4))
                    .as("block")
                    .isEqualTo(2);
            assertThat(machine.bus.read(MAP.virtioMmio(1).base() + 8, 4))
                    .as("entropy")
                    .isEqualTo(4);
            assertThat(machine.bus.read(MAP.virtioMmio(2).base() + 8, 4))
                    .as("console")
                    .isEqualTo(3);
        }
    }

    @Test
    void anImageThatBreaksTheClausesIsTriedButSaid() throws IOException {
        Path disk = directory.resolve("empty.img");
        try (RandomAccessFile file = new RandomAccessFile(disk.toFile(), "rw")) {
            file.setLength(1 << 20);
        }
        try (Vm vm = create(config().withDisks(List.of(DiskConfig.image(disk))))) {
            assertThat(vm.warnings()).singleElement().asString().contains("I1").contains("empty.img");
            vm.start();
        }
    }

    @Test
    void anImageInUseByAnotherVmIsRefused() throws IOException {
        Path disk = new TestImage().writeTo(directory.resolve("disk.img"));
        VmConfig config = config().withDisks(List.of(DiskConfig.image(disk)));
        try (Vm first = create(config)) {
            assertThatThrownBy(() -> create(config.withName("b"))).isInstanceOf(VmException.class);
            first.start();
        }
        create(config.withName("b")).close();
    }

    @Test
    void aHostWithoutFirmwareIsToldAfterWhatTheUserCanMendAndLeavesNothingBehind() throws IOException {
        Path disk = new TestImage().writeTo(directory.resolve("disk.img"));
        DiskConfig readOnly = new DiskConfig(disk, DiskFormat.RAW, true, null);
        Path missing = directory.resolve("missing");
        refusedWithoutFirmware(config().withDisks(List.of(DiskConfig.image(missing))), "missing");
        refusedWithoutFirmware(config().withBoot(new BootConfig.Firmware(missing, null, false)), "missing");
        Path homeless = missing.resolve("vars.fd");
        refusedWithoutFirmware(config().withBoot(new BootConfig.Firmware(null, homeless, false)), "--vars");
        refusedWithoutFirmware(config().withBackend("other"), "--backend other");
        refusedWithoutFirmware(config().withDisks(Collections.nCopies(33, readOnly)), "room for 32");
        refusedWithoutFirmware(config(), "no UEFI firmware");
        assertThat(directory.resolve("state")).doesNotExist();
    }

    private void refusedWithoutFirmware(VmConfig config, String reason) {
        assertThatThrownBy(() -> create(config, new FirmwareFiles[0]))
                .isInstanceOf(VmException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void moreDisksThanTransportsAreRefused() throws IOException {
        Path disk = new TestImage().writeTo(directory.resolve("disk.img"));
        DiskConfig readOnly = new DiskConfig(disk, DiskFormat.RAW, true, null);
        List<DiskConfig> disks = Collections.nCopies(33, readOnly);
        assertThatThrownBy(() -> create(config().withDisks(disks)))
                .isInstanceOf(VmException.class)
                .hasMessageContaining("room for 32");
    }
}
