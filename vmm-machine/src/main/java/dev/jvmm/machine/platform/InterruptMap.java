// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.platform;

import dev.jvmm.core.cpu.MachineSpec.TimerInterrupts;

/**
 * Which wire of the interrupt controller belongs to what.
 *
 * <p>Shared interrupts are counted from 0 (INTID 32), as a device tree counts them; private ones are INTIDs. The numbers
 * are those of QEMU's {@code virt} (hw/arm/virt.c, a15irqmap) and of the Arm Base System Architecture (Arm DEN 0094,
 * PPI assignments).
 */
public final class InterruptMap {
    public static final int UART = 1;
    public static final int RTC = 2;
    /** Four wires for PCIe INTA to INTD, reserved. */
    public static final int PCI = 3;

    public static final int GPIO = 7;
    /** The wire of virtio-mmio transport 0; the others follow. */
    public static final int VIRTIO_MMIO = 16;
    /** First of the wires that GICv2m would take messages on, reserved. */
    public static final int MSI = 48;
    /** Wires the interrupt controller has: INTIDs 32 to 287, as in {@code virt}. */
    public static final int SHARED_INTERRUPTS = 256;

    public static final TimerInterrupts TIMER = new TimerInterrupts(29, 30, 27, 26);
    /** The performance monitors' private interrupt. */
    public static final int PMU = 23;
    /** GICv3's (and GICv2's virtual) maintenance interrupt: described nowhere, since the guest has no EL2. */
    public static final int MAINTENANCE = 25;

    private InterruptMap() {}

    /** The wire of virtio-mmio transport {@code slot}. */
    public static int virtioMmio(int slot) {
        return VIRTIO_MMIO + slot;
    }
}
