// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.testing;

import dev.jvmm.devices.virtio.queue.DescriptorChain;
import dev.jvmm.devices.virtio.queue.QueueTask;
import dev.jvmm.devices.virtio.queue.QueueWorkers;
import dev.jvmm.devices.virtio.queue.VirtQueue;
import dev.jvmm.devices.virtio.transport.ConfigSpace;
import dev.jvmm.devices.virtio.transport.DeviceEvents;
import dev.jvmm.devices.virtio.transport.VirtioDevice;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The simplest device: copies each request's readable bytes to its writable ones. Its configuration is one 64-bit number. */
public final class EchoDevice implements VirtioDevice {
    public static final int QUEUE_SIZE = 64;
    public static final long FEATURE = 1L << 3;

    private static final int MOST_BYTES = 1 << 20;

    private final QueueWorkers workers = new QueueWorkers("echo", 2);
    private final ConfigSpace config = new ConfigSpace(8);
    private final AtomicInteger served = new AtomicInteger();
    private @Nullable DeviceEvents events;
    /** Runs on the worker's thread before each answer. */
    private volatile Runnable beforeAnswer = () -> {};

    @Override
    public String name() {
        return "echo";
    }

    @Override
    public int deviceId() {
        return 42;
    }

    @Override
    public long features() {
        return FEATURE;
    }

    @Override
    public int queueCount() {
        return 2;
    }

    @Override
    public int maximumQueueSize(int queue) {
        return QUEUE_SIZE;
    }

    @Override
    public int readConfig(int offset, int size) {
        return config.read(offset, size);
    }

    @Override
    public void writeConfig(int offset, int size, int value) {}

    @Override
    public void attach(DeviceEvents deviceEvents) {
        events = deviceEvents;
    }

    @Override
    public void activate(Activation activation) {
        for (int i = 0; i < queueCount(); i++) {
            VirtQueue queue = activation.queue(i);
            if (queue != null) {
                workers.start(i, queue, QueueTask.eachChain((chain, worker) -> echo(chain)), attached());
            }
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

    public void beforeAnswer(Runnable action) {
        beforeAnswer = action;
    }

    /** How many requests were answered. */
    public int served() {
        return served.get();
    }

    public void changeConfig(long value) {
        attached().changeConfig(() -> config.put64(0, value));
    }

    private DeviceEvents attached() {
        DeviceEvents to = events;
        if (to == null) {
            throw new IllegalStateException("not attached");
        }
        return to;
    }

    private long echo(DescriptorChain chain) {
        beforeAnswer.run();
        byte[] bytes = new byte[(int) Math.min(MOST_BYTES, chain.readableBytes())];
        int length = chain.readable().read(bytes, 0, bytes.length);
        served.incrementAndGet();
        return chain.writable().write(bytes, 0, length);
    }
}
