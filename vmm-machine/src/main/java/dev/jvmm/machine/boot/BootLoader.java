// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.boot;

import dev.jvmm.core.memory.GuestMemory;

/** Puts into RAM what the first instruction expects there. */
public sealed interface BootLoader permits FirmwareBoot, KernelBoot {
    /**
     * What vCPU 0 starts with.
     *
     * @param pc address of the first instruction
     * @param x0 address of the device tree
     */
    record Entry(long pc, long x0) {}

    /**
     * Writes it all, before the first start and at each reset: with new seeds each time.
     *
     * @throws dev.jvmm.core.error.VmException when a file is missing or wrong or has no room
     */
    Entry load(MachineDescription machine, GuestMemory memory);
}
