// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.assembly;

import dev.jvmm.core.bus.Bus;
import dev.jvmm.core.cpu.VirtualMachine;
import dev.jvmm.core.memory.GuestMemory;
import dev.jvmm.devices.gpio.PowerButton;
import dev.jvmm.machine.boot.BootLoader;
import dev.jvmm.machine.boot.DeviceTree;
import dev.jvmm.machine.boot.MachineDescription;
import dev.jvmm.machine.lifecycle.Drivable;
import java.util.List;
import java.util.Map;

/** A machine put together. */
public final class Machine implements Drivable {
    private final BackendSelection backend;
    private final VirtualMachine cpus;
    private final Bus bus;
    private final GuestMemory memory;
    private final MachineDescription description;
    private final BootLoader bootLoader;
    private final MachineParts parts;
    private final ConsolePort console;
    private final PowerButton powerButton;
    private final List<String> warnings;
    private boolean started; // confined to the control thread

    Machine(
            BackendSelection backend,
            VirtualMachine cpus,
            Bus bus,
            GuestMemory memory,
            MachineDescription description,
            BootLoader bootLoader,
            MachineParts parts,
            ConsolePort console,
            PowerButton powerButton,
            List<String> warnings) {
        this.backend = backend;
        this.cpus = cpus;
        this.bus = bus;
        this.memory = memory;
        this.description = description;
        this.bootLoader = bootLoader;
        this.parts = parts;
        this.console = console;
        this.powerButton = powerButton;
        this.warnings = List.copyOf(warnings);
    }

    /** What runs the vCPUs. */
    public BackendSelection backend() {
        return backend;
    }

    public ConsolePort console() {
        return console;
    }

    /** The device tree, without what differs from boot to boot. */
    public byte[] deviceTree() {
        return DeviceTree.of(description);
    }

    /** Accesses that reached nothing. */
    public long unclaimedAccesses() {
        return bus.unclaimedAccesses();
    }

    /** What the backend counts, by name. */
    public Map<String, Long> backendCounters() {
        return cpus.counters();
    }

    /** Mistakes of the guest's drivers. */
    public long guestFaults() {
        return parts.guestFaults();
    }

    /** Writes what the first instruction finds in memory; what is wrong with the files shows here. */
    void prepare() {
        BootLoader.Entry entry = bootLoader.load(description, memory);
        cpus.setEntry(entry.pc(), entry.x0());
    }

    @Override
    public List<String> warnings() {
        return warnings;
    }

    @Override
    public String backendName() {
        return backend.name();
    }

    @Override
    public void start() {
        cpus.start();
        started = true;
    }

    @Override
    public void pause() {
        cpus.pause();
    }

    @Override
    public void resume() {
        cpus.resume();
    }

    @Override
    public void reset() {
        parts.reset();
        prepare();
        cpus.reset();
    }

    @Override
    public void pressPowerButton() {
        powerButton.press();
    }

    @Override
    public String dumpState() {
        return cpus.dumpState();
    }

    /** The vCPUs come to rest first, then devices, CPUs, memory, files. */
    @Override
    public void close() {
        try {
            if (started) {
                cpus.pause();
            }
        } finally {
            parts.close();
        }
    }
}
