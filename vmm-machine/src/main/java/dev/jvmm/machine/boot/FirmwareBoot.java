// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.boot;

import dev.jvmm.core.memory.GuestMemory;

/**
 * Starts firmware in flash: the first instruction is the first of the code flash, the device tree stands at the base of
 * RAM, where EDK2's ArmVirtQemu (PcdDeviceTreeInitialBaseAddress) and U-Boot's qemu_arm64 look for it.
 *
 * @param resetVector address of the code flash
 */
public record FirmwareBoot(long resetVector) implements BootLoader {
    @Override
    public Entry load(MachineDescription machine, GuestMemory memory) {
        byte[] tree = DeviceTree.of(machine.withChosen(Seeds.choose(null, null)));
        long address = machine.ram().base();
        memory.write(address, tree, 0, tree.length);
        return new Entry(resetVector, address);
    }
}
