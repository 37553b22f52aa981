// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.virtio.console;

import dev.jvmm.devices.backend.serial.SerialBackend;
import dev.jvmm.devices.backend.serial.SerialListener;
import dev.jvmm.devices.virtio.queue.QueueTask;
import dev.jvmm.devices.virtio.queue.QueueWorker;
import dev.jvmm.devices.virtio.queue.QueueWorkers;
import dev.jvmm.devices.virtio.queue.VirtQueue;
import dev.jvmm.devices.virtio.transport.ConfigSpace;
import dev.jvmm.devices.virtio.transport.DeviceEvents;
import dev.jvmm.devices.virtio.transport.VirtioDevice;
import org.jspecify.annotations.Nullable;

/**
 * The console device (virtio 1.3 section 5.3) with one port and a size (VIRTIO_CONSOLE_F_SIZE). Nothing is lost while the
 * driver runs: output waits in its buffer until the host has room, input waits on the host's side until the driver offers
 * a buffer. A reset drops the output of the request in hand and keeps the input.
 */
public final class ConsoleDevice implements VirtioDevice, SerialListener {
    static final int DEVICE_ID = 3;
    static final long F_SIZE = 1L << 0;

    // Configuration layout, section 5.3.4.
    private static final int CONFIG_COLUMNS = 0;
    private static final int CONFIG_ROWS = 2;
    private static final int CONFIG_PORTS = 4;
    private static final int CONFIG_BYTES = 12;

    private static final int RECEIVE_QUEUE = 0;
    private static final int TRANSMIT_QUEUE = 1;
    private static final int QUEUES = 2;
    private static final int QUEUE_SIZE = 128;
    private static final int PIECE_BYTES = 4 << 10;

    private final String name;
    private final SerialBackend backend;
    private final QueueWorkers workers;
    // Guarded by the transport's configuration lock.
    private final ConfigSpace config;
    private @Nullable DeviceEvents events;

    // Input taken from the backend for which the driver had no buffer yet. Confined to the receive queue's worker; its
    // start
    // and end order one worker's accesses before the next one's.
    private final byte[] input = new byte[PIECE_BYTES];
    private int inputStart;
    private int inputCount;

    /** A console whose other end is {@code backend}, which serves this device alone. */
    public ConsoleDevice(String name, SerialBackend backend, int columns, int rows) {
        this.name = name;
        this.backend = backend;
        workers = new QueueWorkers(name, QUEUES);
        config = new ConfigSpace(CONFIG_BYTES)
                .put16(CONFIG_COLUMNS, columns)
                .put16(CONFIG_ROWS, rows)
                .put32(CONFIG_PORTS, 1);
        backend.connect(this);
    }

    /** The terminal has another size from now on. From any thread, once a transport drives the device. */
    public void resize(int columns, int rows) {
        attached().changeConfig(() -> config.put16(CONFIG_COLUMNS, columns).put16(CONFIG_ROWS, rows));
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
        return F_SIZE;
    }

    @Override
    public int queueCount() {
        return QUEUES;
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
    public void writeConfig(int offset, int size, int value) {
        // Only the emergency write is the driver's, and that is not offered.
    }

    @Override
    public void attach(DeviceEvents deviceEvents) {
        events = deviceEvents;
    }

    @Override
    public void activate(Activation activation) {
        VirtQueue receive = activation.queue(RECEIVE_QUEUE);
        if (receive != null) {
            workers.start(RECEIVE_QUEUE, receive, this::receive, attached());
        }
        VirtQueue transmit = activation.queue(TRANSMIT_QUEUE);
        if (transmit != null) {
            workers.start(TRANSMIT_QUEUE, transmit, new Transmitter(backend), attached());
        }
    }

    private DeviceEvents attached() {
        DeviceEvents to = events;
        if (to == null) {
            throw new IllegalStateException(name + " used before it was attached");
        }
        return to;
    }

    @Override
    public void notifyQueue(int queue) {
        workers.wake(queue);
    }

    @Override
    public void reset() {
        workers.stopAndWait();
    }

    @Override
    public void inputAvailable() {
        workers.wake(RECEIVE_QUEUE);
    }

    @Override
    public void outputRoom() {
        workers.wake(TRANSMIT_QUEUE);
    }

    /** Input first, then a buffer for it: a buffer without input would have to be kept. */
    private boolean receive(QueueWorker worker) {
        while (!worker.stopping()) {
            if (inputCount == 0) {
                inputStart = 0;
                inputCount = backend.receive(input, 0, input.length);
                if (inputCount == 0) {
                    return false;
                }
            }
            if (!worker.pop()) {
                return true;
            }
            int put = worker.chain().writable().write(input, inputStart, inputCount);
            inputStart += put;
            inputCount -= put;
            worker.complete(put);
        }
        return true;
    }

    /** The transmit queue between two resets; confined to its worker. */
    private static final class Transmitter implements QueueTask {
        private final SerialBackend backend;
        private final byte[] output = new byte[PIECE_BYTES];
        private int start;
        private int count;
        private boolean requestInHand;

        private Transmitter(SerialBackend backend) {
            this.backend = backend;
        }

        @Override
        public boolean serve(QueueWorker worker) {
            while (!worker.stopping()) {
                if (!requestInHand && !worker.pop()) {
                    return true;
                }
                requestInHand = true;
                if (count == 0) {
                    start = 0;
                    count = worker.chain().readable().read(output, 0, output.length);
                }
                if (count == 0) {
                    requestInHand = false;
                    worker.complete(0);
                    continue;
                }
                int taken = backend.transmit(output, start, count);
                start += taken;
                count -= taken;
                if (count > 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
