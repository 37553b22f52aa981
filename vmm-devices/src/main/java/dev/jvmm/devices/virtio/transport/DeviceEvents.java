// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.virtio.transport;

import dev.jvmm.devices.virtio.queue.QueueEvents;

/** What a device tells its driver, whatever transport lies between. Safe from any thread. */
public interface DeviceEvents extends QueueEvents {
    /**
     * Changes what the configuration space shows and tells the driver (virtio 1.3 section 2.5). The change, the new
     * generation and the driver's reads exclude each other, so no driver takes a half changed value for a whole one.
     *
     * @param change runs under the transport's configuration lock: only stores to the device's configuration
     */
    void changeConfig(Runnable change);
}
