// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.virtio.transport;

import dev.jvmm.devices.virtio.queue.VirtQueue;
import org.jspecify.annotations.Nullable;

/**
 * A virtio device as its transport sees it (virtio 1.3 chapter 5 without chapter 4): MMIO and PCI drive the same ones.
 *
 * <p>Life: {@link #attach} once; then any number of {@link #activate} (DRIVER_OK) and {@link #reset}, which the transport
 * never lets overlap. {@link #notifyQueue} and the configuration space may come at any time, from any vCPU's thread; they
 * must not wait for host I/O.
 */
public interface VirtioDevice {
    /** What an activated device has to work with; the queues belong to it until it is reset. */
    final class Activation {
        private final long features;
        private final @Nullable VirtQueue[] queues;

        Activation(long features, @Nullable VirtQueue[] queues) {
            this.features = features;
            this.queues = queues;
        }

        /** Whether both sides agreed on a feature. */
        public boolean has(long feature) {
            return (features & feature) == feature;
        }

        /** Queue {@code index}; null when the driver left it disabled. */
        public @Nullable VirtQueue queue(int index) {
            return queues[index];
        }
    }

    /** For logs and the names of threads. */
    String name();

    /** The device ID (virtio 1.3 chapter 5). */
    int deviceId();

    /** The features of its class that it offers; those of the rings and of the transport are not its business. */
    long features();

    /** How many queues it has. */
    int queueCount();

    /** The largest size of a queue, a power of two. */
    int maximumQueueSize(int queue);

    /**
     * A load from the configuration space.
     *
     * @param offset in bytes, not negative; may be beyond what the device has, which reads as 0
     * @param size 1, 2 or 4 bytes
     */
    int readConfig(int offset, int size);

    /** A store to the configuration space; what is not the driver's to write stays as it is. */
    void writeConfig(int offset, int size, int value);

    /** Hands the device its way to the driver; called once, before anything else. */
    void attach(DeviceEvents events);

    /** DRIVER_OK: the device is live. */
    void activate(Activation activation);

    /** There may be requests in a queue. Also for queues that are disabled, and between reset and activation. */
    void notifyQueue(int queue);

    /**
     * Stops using the queues and the guest's memory, and returns only then: requests in flight are finished or given up
     * between two pieces of bounded work. Also called when not active.
     */
    void reset();
}
