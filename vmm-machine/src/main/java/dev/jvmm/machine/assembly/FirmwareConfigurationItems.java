// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.assembly;

import dev.jvmm.core.memory.GuestMemory;
import dev.jvmm.devices.fwcfg.FwCfg;
import dev.jvmm.machine.boot.DeviceDescription;
import dev.jvmm.machine.platform.MemoryMap;

/** What firmware reads from fw_cfg (QEMU docs/specs/fw_cfg.rst). */
final class FirmwareConfigurationItems {
    /**
     * Seconds, 16 bits, little-endian: EDK2 would wait five in its boot menu's prompt. It looks for the file only where there is a
     * boot menu.
     */
    private static final byte[] NO_WAIT = {0, 0};

    private FirmwareConfigurationItems() {}

    /** Adds the device. */
    static void add(MachineParts parts, MemoryMap map, GuestMemory memory, int cpus) {
        FwCfg device = new FwCfg.Builder()
                .item(FwCfg.KEY_NB_CPUS, (short) cpus)
                .item(FwCfg.KEY_MAX_CPUS, (short) cpus)
                .item(FwCfg.KEY_BOOT_MENU, (short) 1)
                .file("etc/boot-menu-wait", NO_WAIT)
                .build(memory);
        parts.onBus("fw_cfg", map.fwCfg(), device);
        parts.describe(new DeviceDescription.FirmwareConfiguration(map.fwCfg()));
        parts.onReset(device::reset);
    }
}
