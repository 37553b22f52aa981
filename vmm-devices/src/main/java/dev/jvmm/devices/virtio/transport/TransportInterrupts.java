// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.virtio.transport;

/** How one transport interrupts the driver. Safe from any thread; must not wait for a queue's thread. */
interface TransportInterrupts {
    /** Requests of a queue were given back. */
    void usedBuffers(int queue);

    /** The configuration or DEVICE_NEEDS_RESET changed. */
    void configurationChanged();

    /** The device was reset: nothing is pending. */
    void clear();
}
