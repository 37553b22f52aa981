// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.core.config;

/** Which device the VM's console speaks through. */
public enum ConsoleDevice {
    /** The PL011 UART: {@code ttyAMA0}. */
    PL011,
    /**
     * A virtio console, {@code hvc0}. The PL011 stays, since firmware speaks through nothing else: what it writes is
     * shown, and it gets the input until the guest has opened the virtio console.
     */
    VIRTIO
}
