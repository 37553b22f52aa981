// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.boot;

import dev.jvmm.core.cpu.MachineSpec;
import dev.jvmm.machine.platform.AddressRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a guest must be told to find its way: from it come the device tree and, later, ACPI tables.
 *
 * @param cpus what the backend is asked for: CPUs, interrupt controller, timer
 * @param ram where RAM is
 * @param devices all devices, in the order of their nodes
 * @param chosen what the boot loader says
 */
public record MachineDescription(MachineSpec cpus, AddressRange ram, List<DeviceDescription> devices, Chosen chosen) {
    public MachineDescription {
        devices = List.copyOf(devices);
    }

    /** The same machine with other words of the boot loader. */
    public MachineDescription withChosen(Chosen value) {
        return new MachineDescription(cpus, ram, devices, value);
    }

    /**
     * The {@code chosen} node (Devicetree Specification v0.4 section 3.6).
     *
     * @param commandLine the kernel's; null to say nothing
     * @param initrd where the initial RAM disk is; null for none
     * @param kaslrSeed random, where the kernel may put itself; 0 for none
     * @param rngSeed random bytes for the kernel's entropy pool; may be empty
     */
    public record Chosen(
            @Nullable String commandLine, @Nullable AddressRange initrd, long kaslrSeed, byte[] rngSeed) {
        /** A boot loader that says nothing. */
        public static final Chosen NOTHING = new Chosen(null, null, 0, new byte[0]);
    }
}
