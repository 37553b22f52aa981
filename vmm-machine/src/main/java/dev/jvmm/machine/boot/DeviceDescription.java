// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.boot;

import dev.jvmm.machine.platform.AddressRange;

/**
 * What a guest must be told of a device. Sealed, so that a new kind of device does not compile until {@link DeviceTree}
 * has a node for it.
 *
 * <p>Interrupts are shared ones, counted from 0.
 */
public sealed interface DeviceDescription {
    /** Where its registers are. */
    AddressRange registers();

    /** The PL011 UART; the first one is the console firmware and kernel speak through. */
    record Uart(AddressRange registers, int interrupt) implements DeviceDescription {}

    /** The PL031 real-time clock. */
    record RealTimeClock(AddressRange registers, int interrupt) implements DeviceDescription {}

    /** The PL061 GPIO controller whose line {@code powerButtonLine} is the power button, active high. */
    record Gpio(AddressRange registers, int interrupt, int powerButtonLine) implements DeviceDescription {}

    /** Two banks of CFI flash as one device: two 16-bit chips side by side, code first. */
    record Flash(AddressRange registers, AddressRange variables) implements DeviceDescription {}

    /** QEMU's firmware configuration interface, with DMA. */
    record FirmwareConfiguration(AddressRange registers) implements DeviceDescription {}

    /** A virtio-mmio transport, with a device behind it or none. */
    record VirtioMmio(AddressRange registers, int interrupt) implements DeviceDescription {}

    /** The byte through which a kernel reports its panic. */
    record Panic(AddressRange registers) implements DeviceDescription {}
}
