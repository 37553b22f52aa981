// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.assembly;

import dev.jvmm.core.bus.Bus;
import dev.jvmm.core.config.BootConfig;
import dev.jvmm.core.config.VmConfig;
import dev.jvmm.core.cpu.VirtualMachine;
import dev.jvmm.core.memory.GuestMemory;
import dev.jvmm.devices.gpio.PowerButton;
import dev.jvmm.machine.VmOptions;
import dev.jvmm.machine.boot.BootLoader;
import dev.jvmm.machine.boot.FirmwareBoot;
import dev.jvmm.machine.boot.KernelBoot;
import dev.jvmm.machine.boot.MachineDescription;
import dev.jvmm.machine.lifecycle.EventHub;
import dev.jvmm.machine.lifecycle.Lifecycle;
import dev.jvmm.machine.platform.MemoryMap;
import dev.jvmm.machine.state.StateDirectory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/** Puts a machine together from its configuration: the only place that knows all parts. */
public final class MachineAssembler {
    private final VmConfig config;
    private final VmOptions options;
    private final Lifecycle lifecycle;
    private final EventHub events;
    private final MachineParts parts = new MachineParts();
    private final Bus bus = new Bus();

    private MachineAssembler(VmConfig config, VmOptions options, Lifecycle lifecycle, EventHub events) {
        this.config = config;
        this.options = options;
        this.lifecycle = lifecycle;
        this.events = events;
    }

    /**
     * A machine ready to start.
     *
     * @throws dev.jvmm.core.error.VmException when the configuration asks for what is not there; everything taken is
     *     given back then
     */
    public static Machine assemble(VmConfig config, VmOptions options, Lifecycle lifecycle, EventHub events) {
        MachineAssembler assembler = new MachineAssembler(config, options, lifecycle, events);
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
        BackendSelection backend = BackendSelection.select(config.backend(), options.backends());
        StateDirectory state = parts.hold("state directory", StateDirectory.open(options.stateRoot(), config.name()));

        Arena arena = parts.hold("guest memory", Arena.ofShared());
        MemorySegment ram = backend.hypervisor().allocateMemory(arena, config.memory(), options.memoryBacking());
        GuestMemory memory = new GuestMemory(List.of(new GuestMemory.Region(map.ramBase(), ram)));

        Processors processors = Processors.create(config, map, options.clock(), backend.hypervisor(), bus, lifecycle);
        VirtualMachine cpus = parts.hold("vCPUs", processors.machine());
        cpus.map(map.ramBase(), ram, VirtualMachine.Access.READ_WRITE_EXECUTE);

        ConsolePort console = new ConsolePort(config.name(), options.consoleOutput());
        parts.hold("console", console.line());
        PowerButton powerButton = BoardDevices.add(parts, map, cpus, options.clock(), console.line());
        BootLoader bootLoader = bootLoader(map);
        bus.add(parts.regions());
        MachineDescription description = new MachineDescription(
                processors.spec(), map.ram(config.memory()), parts.descriptions(), MachineDescription.Chosen.NOTHING);
        Machine machine = new Machine(backend, cpus, bus, memory, description, bootLoader, parts, console, powerButton);
        machine.prepare();
        return machine;
    }

    private BootLoader bootLoader(MemoryMap map) {
        return switch (config.boot()) {
            case BootConfig.Firmware _ -> new FirmwareBoot(map.codeFlash().base());
            case BootConfig.Kernel kernel -> new KernelBoot(kernel);
        };
    }
}
