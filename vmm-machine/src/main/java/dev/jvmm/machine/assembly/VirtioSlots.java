// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.assembly;

import dev.jvmm.core.config.DiskConfig;
import dev.jvmm.core.cpu.VirtualMachine;
import dev.jvmm.core.error.VmException;
import dev.jvmm.core.memory.GuestMemory;
import dev.jvmm.devices.backend.disk.RawDisk;
import dev.jvmm.devices.virtio.blk.BlkDevice;
import dev.jvmm.devices.virtio.transport.VirtioDevice;
import dev.jvmm.devices.virtio.transport.VirtioMmio;
import dev.jvmm.machine.boot.DeviceDescription;
import dev.jvmm.machine.platform.InterruptMap;
import dev.jvmm.machine.platform.MemoryMap;
import java.util.ArrayList;
import java.util.List;

/** Puts virtio devices behind MMIO transports, in the order in which the guest shall find them. */
final class VirtioSlots {
    /** A queue for each vCPU up to this many; more threads than that gain nothing on one image. */
    private static final int MOST_DISK_QUEUES = 4;

    private final MachineParts parts;
    private final MemoryMap map;
    private final VirtualMachine cpus;
    private final GuestMemory memory;
    private final NeedsResetListener needsReset;
    private int next;

    /** Is told that a device waits for being reset, and why; must not wait. */
    interface NeedsResetListener {
        void needsReset(String device, String reason);
    }

    VirtioSlots(
            MachineParts parts, MemoryMap map, VirtualMachine cpus, GuestMemory memory, NeedsResetListener needsReset) {
        this.parts = parts;
        this.map = map;
        this.cpus = cpus;
        this.memory = memory;
        this.needsReset = needsReset;
    }

    /**
     * Opens and locks the images.
     *
     * @throws VmException when one cannot be used
     */
    static List<RawDisk> openDisks(MachineParts parts, List<DiskConfig> configs) {
        List<RawDisk> disks = new ArrayList<>();
        for (DiskConfig config : configs) {
            RawDisk disk = switch (config.format()) {
                case RAW -> RawDisk.open(config.path(), config.readOnly());
                case AUTO -> RawDisk.openGuessingFormat(config.path(), config.readOnly());
            };
            disks.add(parts.hold(config.path().toString(), disk));
        }
        return disks;
    }

    /** Adds the disks that {@link #openDisks} opened. */
    void addDisks(List<DiskConfig> configs, List<RawDisk> disks, int vcpus) {
        for (int i = 0; i < disks.size(); i++) {
            String serial = configs.get(i).serial();
            String name = "disk" + i;
            add(new BlkDevice(
                    name, disks.get(i), serial == null ? "jvmm-" + name : serial, Math.min(vcpus, MOST_DISK_QUEUES)));
        }
    }

    /** Adds a device at the next free transport. */
    void add(VirtioDevice device) {
        if (next == map.virtioTransports()) {
            throw VmException.configuration(
                    "the machine has room for " + next + " virtio devices: give the VM fewer" + " disks");
        }
        int slot = next++;
        VirtioMmio transport = new VirtioMmio(
                device,
                memory,
                cpus.spi(InterruptMap.virtioMmio(slot)),
                reason -> needsReset.needsReset(device.name(), reason));
        parts.onBus("virtio-mmio " + device.name(), map.virtioMmio(slot), transport);
        parts.describe(new DeviceDescription.VirtioMmio(map.virtioMmio(slot), InterruptMap.virtioMmio(slot)));
        parts.onReset(transport::reset);
        parts.countFaults(transport::guestFaults);
        parts.hold(device.name(), transport::reset); // its workers end before the image they use is closed
    }
}
