// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.virtio.queue;

/** What the thread that serves a queue has to tell. Safe from any thread; must not wait for that thread. */
public interface QueueEvents {
    /** Requests of {@code queue} were given back and the driver wants an interrupt. */
    void usedBuffers(int queue);

    /** The device cannot go on until the driver resets it (DEVICE_NEEDS_RESET, virtio 1.3 section 2.1.2). */
    void needsReset(String reason);
}
