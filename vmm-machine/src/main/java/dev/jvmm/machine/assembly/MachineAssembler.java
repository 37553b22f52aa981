// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.assembly;

import dev.jvmm.core.bus.Bus;
import dev.jvmm.core.config.BootConfig;
import dev.jvmm.core.config.ConsoleDevice;
import dev.jvmm.core.config.VmConfig;
import dev.jvmm.core.cpu.VirtualMachine;
import dev.jvmm.core.memory.GuestMemory;
import dev.jvmm.devices.backend.disk.RawDisk;
import dev.jvmm.devices.gpio.PowerButton;
import dev.jvmm.devices.panic.PvPanic;
import dev.jvmm.devices.virtio.rng.EntropyDevice;
import dev.jvmm.machine.VmOptions;
import dev.jvmm.machine.boot.BootLoader;
import dev.jvmm.machine.boot.DeviceDescription;
import dev.jvmm.machine.boot.FirmwareBoot;
import dev.jvmm.machine.boot.FirmwareFiles;
import dev.jvmm.machine.boot.KernelBoot;
import dev.jvmm.machine.boot.MachineDescription;
import dev.jvmm.machine.image.Finding;
import dev.jvmm.machine.image.ImageCheck;
import dev.jvmm.machine.lifecycle.Lifecycle;
import dev.jvmm.machine.platform.MemoryMap;
import dev.jvmm.machine.state.StateDirectory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Puts a machine together from its configuration: the only place that knows all parts. */
public final class MachineAssembler {
    private static final int TERMINAL_COLUMNS = 80;
    private static final int TERMINAL_ROWS = 24;

    private final VmConfig config;
    private final VmOptions options;
    private final Lifecycle lifecycle;
    private final MachineParts parts = new MachineParts();
    private final Bus bus = new Bus();
    private final List<String> warnings = new ArrayList<>();

    private MachineAssembler(VmConfig config, VmOptions options, Lifecycle lifecycle) {
        this.config = config;
        this.options = options;
        this.lifecycle = lifecycle;
    }

    /**
     * A machine ready to start.
     *
     * @throws dev.jvmm.core.error.VmException when the configuration asks for what is not there; everything taken is
     *     given back then
     */
    public static Machine assemble(VmConfig config, VmOptions options, Lifecycle lifecycle) {
        MachineAssembler assembler = new MachineAssembler(config, options, lifecycle);
        try {
            return assembler.assemble();
        } catch (Throwable e) {
            assembler.parts.close();
            throw e;
        }
    }

    private Machine assemble() {
        MemoryMap map = options.layout();
        HostLimits.check(config, map);
        if (config.boot() instanceof BootConfig.Firmware wanted) {
            FlashBanks.checkNamed(wanted, map);
        }
        List<RawDisk> disks = VirtioSlots.openDisks(parts, config.disks());
        BackendSelection backend = BackendSelection.select(config.backend(), options.backends());
        warnOfBootDisk();

        Arena arena = parts.hold("guest memory", Arena.ofShared());
        MemorySegment ram = backend.hypervisor().allocateMemory(arena, config.memory(), options.memoryBacking());
        GuestMemory memory = new GuestMemory(List.of(new GuestMemory.Region(map.ramBase(), ram)));

        Processors processors = Processors.create(config, map, options.clock(), backend.hypervisor(), bus, lifecycle);
        VirtualMachine cpus = parts.hold("vCPUs", processors.machine());
        cpus.map(map.ramBase(), ram, VirtualMachine.Access.READ_WRITE_EXECUTE);

        ConsolePort console = new ConsolePort(config.name(), options.consoleOutput());
        parts.hold("console", console.line());
        ConsoleSwitch consoleSwitch = new ConsoleSwitch(console.line());
        parts.onReset(consoleSwitch::reset);
        PowerButton powerButton = BoardDevices.add(parts, map, cpus, options.clock(), consoleSwitch.first());
        parts.onBus("pvpanic", map.panic(), new PvPanic(lifecycle::guestPanicked));
        parts.describe(new DeviceDescription.Panic(map.panic()));
        VirtioSlots slots = new VirtioSlots(parts, map, cpus, memory, lifecycle::deviceNeedsReset);
        slots.addDisks(config.disks(), disks, config.cpus());
        if (config.rng()) {
            slots.add(new EntropyDevice("rng"));
        }
        if (config.console() == ConsoleDevice.VIRTIO) {
            slots.add(new dev.jvmm.devices.virtio.console.ConsoleDevice(
                    "console", consoleSwitch.second(), TERMINAL_COLUMNS, TERMINAL_ROWS));
        }
        addFirmware(map, cpus, arena);
        FirmwareConfigurationItems.add(parts, map, memory, config.cpus());
        BootLoader bootLoader = bootLoader(map);
        bus.add(parts.regions());
        MachineDescription description = new MachineDescription(
                processors.spec(), map.ram(config.memory()), parts.descriptions(), MachineDescription.Chosen.NOTHING);
        Machine machine =
                new Machine(backend, cpus, bus, memory, description, bootLoader, parts, console, powerButton, warnings);
        machine.prepare();
        return machine;
    }

    /**
     * The flash, where the machine boots from it, and the state directory. So late because the host may lack firmware, which is
     * not to be said before what the user can mend; the directory after it, because a refused VM is to leave none.
     */
    private void addFirmware(MemoryMap map, VirtualMachine cpus, Arena arena) {
        FirmwareFiles firmware = config.boot() instanceof BootConfig.Firmware wanted
                ? FlashBanks.choose(wanted, options.firmware(), map)
                : null;
        StateDirectory state = parts.hold("state directory", StateDirectory.open(options.stateRoot(), config.name()));
        if (firmware != null && config.boot() instanceof BootConfig.Firmware wanted) {
            FlashBanks.add(parts, map, cpus, arena, wanted, firmware, state.variables());
        }
    }

    /** A disk that firmware will not find bootable is tried all the same: it may hold what the firmware wants. */
    private void warnOfBootDisk() {
        if (!(config.boot() instanceof BootConfig.Firmware) || config.disks().isEmpty()) {
            return;
        }
        Path image = config.disks().getFirst().path();
        for (Finding finding : ImageCheck.check(image)) {
            warnings.add(image + ": " + finding);
        }
    }

    private BootLoader bootLoader(MemoryMap map) {
        return switch (config.boot()) {
            case BootConfig.Firmware _ -> new FirmwareBoot(map.codeFlash().base());
            case BootConfig.Kernel kernel -> new KernelBoot(kernel);
        };
    }
}
