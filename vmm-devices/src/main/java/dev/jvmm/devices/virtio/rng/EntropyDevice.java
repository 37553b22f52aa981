// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.virtio.rng;

import dev.jvmm.devices.virtio.queue.ChainCursor;
import dev.jvmm.devices.virtio.queue.DescriptorChain;
import dev.jvmm.devices.virtio.queue.QueueTask;
import dev.jvmm.devices.virtio.queue.QueueWorker;
import dev.jvmm.devices.virtio.queue.QueueWorkers;
import dev.jvmm.devices.virtio.queue.VirtQueue;
import dev.jvmm.devices.virtio.transport.DeviceEvents;
import dev.jvmm.devices.virtio.transport.VirtioDevice;
import java.security.SecureRandom;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The entropy device (virtio 1.3 section 5.4): fills buffers with random bytes of the host's cryptographic generator. A
 * request gets at most {@value #MOST_BYTES} bytes, however large its buffers are; the used length says how many.
 */
public final class EntropyDevice implements VirtioDevice {
    static final int DEVICE_ID = 4;
    static final int MOST_BYTES = 64 << 10;

    private static final int QUEUE_SIZE = 64;
    private static final int PIECE_BYTES = 4 << 10;

    private final String name;
    private final SecureRandom random;
    private final QueueWorkers workers;
    private @Nullable DeviceEvents events;

    /** @param name for logs */
    public EntropyDevice(String name) {
        this(name, new SecureRandom());
    }

    /** @param random safe from any thread */
    public EntropyDevice(String name, SecureRandom random) {
        this.name = name;
        this.random = random;
        workers = new QueueWorkers(name, 1);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int deviceId() {
        return DEVICE_ID;
    }

    @Override
    public long features() {
        return 0;
    }

    @Override
    public int queueCount() {
        return 1;
    }

    @Override
    public int maximumQueueSize(int queue) {
        return QUEUE_SIZE;
    }

    @Override
    public int readConfig(int offset, int size) {
        return 0;
    }

    @Override
    public void writeConfig(int offset, int size, int value) {
        // There is no configuration.
    }

    @Override
    public void attach(DeviceEvents deviceEvents) {
        events = deviceEvents;
    }

    @Override
    public void activate(Activation activation) {
        DeviceEvents to = events;
        if (to == null) {
            throw new IllegalStateException(name + " activated before it was attached");
        }
        VirtQueue queue = activation.queue(0);
        if (queue != null) {
            byte[] piece = new byte[PIECE_BYTES];
            workers.start(0, queue, QueueTask.eachChain((chain, worker) -> fill(chain, worker, piece)), to);
        }
    }

    @Override
    public void notifyQueue(int queue) {
        workers.wake(queue);
    }

    @Override
    public void reset() {
        workers.stopAndWait();
    }

    private long fill(DescriptorChain chain, QueueWorker worker, byte[] piece) {
        ChainCursor into = chain.writable();
        long wanted = Math.min(into.remaining(), MOST_BYTES);
        long done = 0;
        while (done < wanted && !worker.stopping()) {
            random.nextBytes(piece);
            done += into.write(piece, 0, (int) Math.min(PIECE_BYTES, wanted - done));
        }
        // What the guest got is nobody else's business.
        Arrays.fill(piece, (byte) 0);
        return done;
    }
}
