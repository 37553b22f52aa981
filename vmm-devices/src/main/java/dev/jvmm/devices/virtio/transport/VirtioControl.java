// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.virtio.transport;

import dev.jvmm.core.memory.GuestMemory;
import dev.jvmm.devices.fault.GuestFaults;
import dev.jvmm.devices.virtio.queue.QueueLayout;
import dev.jvmm.devices.virtio.queue.RingFeatures;
import dev.jvmm.devices.virtio.queue.VirtQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What all transports share: the device status state machine, feature negotiation, queue set-up, the configuration
 * generation (virtio 1.3 chapters 2 and 3). A transport decodes its registers and calls this.
 *
 * <p>Locks, in the order they are taken: the monitor of this, for what the driver sets up, held over activation and reset;
 * then {@link #configLock}, a leaf. Queue threads never take the first, since a reset waits for them while holding it.
 */
final class VirtioControl implements DeviceEvents {
    /** A queue's registers; guarded by the monitor of the control. */
    private static final class QueueRegisters {
        private int size;
        private boolean ready;
        private long descriptors;
        private long driver;
        private long device;
    }

    private final VirtioDevice device;
    private final GuestMemory memory;
    private final TransportInterrupts interrupts;
    private final GuestFaults faults;
    private final Consumer<String> needsResetListener;
    private final long offeredFeatures;

    // Guarded by the monitor of this.
    private QueueRegisters[] queues;
    private long driverFeatures;

    // The driver's bits change under the monitor of this, DEVICE_NEEDS_RESET from any thread.
    private final AtomicInteger status = new AtomicInteger();

    private final Object configLock = new Object();
    // Guarded by configLock.
    private int configGeneration;

    VirtioControl(
            VirtioDevice device,
            GuestMemory memory,
            TransportInterrupts interrupts,
            Consumer<String> needsResetListener) {
        this.device = device;
        this.memory = memory;
        this.interrupts = interrupts;
        this.needsResetListener = needsResetListener;
        faults = new GuestFaults(device.getClass(), device.name());
        offeredFeatures = device.features() | RingFeatures.OFFERED;
        queues = freshQueues();
        device.attach(this);
    }

    private QueueRegisters[] freshQueues() {
        QueueRegisters[] fresh = new QueueRegisters[device.queueCount()];
        for (int i = 0; i < fresh.length; i++) {
            fresh[i] = new QueueRegisters();
            fresh[i].size = device.maximumQueueSize(i);
        }
        return fresh;
    }

    VirtioDevice device() {
        return device;
    }

    GuestFaults faults() {
        return faults;
    }

    int status() {
        return status.get();
    }

    long offeredFeatures() {
        return offeredFeatures;
    }

    /** Replaces 32 of the driver's feature bits; frozen once FEATURES_OK is set (virtio 1.3 section 3.1.1). */
    synchronized void writeDriverFeatures(int select, int value) {
        if ((status() & DeviceStatus.FEATURES_OK) != 0) {
            faults.report("features written after FEATURES_OK");
            return;
        }
        long bits = Integer.toUnsignedLong(value);
        switch (select) {
            case 0 -> driverFeatures = (driverFeatures & ~0xffff_ffffL) | bits;
            case 1 -> driverFeatures = (driverFeatures & 0xffff_ffffL) | (bits << 32);
            default -> {
                if (value != 0) {
                    faults.report("features above 63 written");
                }
            }
        }
    }

    /** A store to the status register: 0 resets, else bits can only be added (virtio 1.3 section 2.1.1). */
    synchronized void writeStatus(int value) {
        if (value == 0) {
            reset();
            return;
        }
        int added = value & DeviceStatus.DRIVERS_BITS & ~status();
        if ((added & DeviceStatus.FEATURES_OK) != 0 && !featuresAcceptable()) {
            faults.report("features 0x" + Long.toHexString(driverFeatures) + " refused, offered 0x"
                    + Long.toHexString(offeredFeatures));
            added &= ~DeviceStatus.FEATURES_OK;
        }
        if ((added & DeviceStatus.DRIVER_OK) != 0 && ((status() | added) & DeviceStatus.FEATURES_OK) == 0) {
            faults.report("DRIVER_OK without FEATURES_OK");
            added &= ~DeviceStatus.DRIVER_OK;
        }
        int bits = added;
        status.getAndUpdate(old -> old | bits);
        if ((added & DeviceStatus.DRIVER_OK) != 0) {
            activate();
        }
    }

    private boolean featuresAcceptable() {
        return (driverFeatures & ~offeredFeatures) == 0 && (driverFeatures & RingFeatures.VERSION_1) != 0;
    }

    /** From here on the queues' registers are frozen: each queue works from a copy of its layout. */
    private void activate() {
        @Nullable VirtQueue[] live = new @Nullable VirtQueue[queues.length];
        for (int i = 0; i < queues.length; i++) {
            QueueRegisters registers = queues[i];
            if (!registers.ready) {
                continue;
            }
            QueueLayout layout = new QueueLayout(
                    registers.size,
                    device.maximumQueueSize(i),
                    registers.descriptors,
                    registers.driver,
                    registers.device);
            String problem = layout.problem(memory);
            if (problem != null) {
                needsReset("queue " + i + ": " + problem);
                return;
            }
            live[i] = new VirtQueue(memory, layout, driverFeatures);
        }
        device.activate(new VirtioDevice.Activation(driverFeatures, live));
    }

    private void reset() {
        device.reset();
        queues = freshQueues();
        driverFeatures = 0;
        status.set(0);
        interrupts.clear();
    }

    /** Whether there is such a queue. */
    boolean hasQueue(int queue) {
        return queue >= 0 && queue < device.queueCount();
    }

    synchronized boolean queueReady(int queue) {
        return hasQueue(queue) && queues[queue].ready;
    }

    synchronized void writeQueueReady(int queue, boolean ready) {
        if (mayConfigure(queue)) {
            queues[queue].ready = ready;
        }
    }

    synchronized void writeQueueSize(int queue, int size) {
        if (mayPlace(queue)) {
            queues[queue].size = size;
        }
    }

    /** Replaces the low or the high half of the descriptor table's address. */
    synchronized void writeQueueDescriptors(int queue, boolean high, int half) {
        if (mayPlace(queue)) {
            queues[queue].descriptors = replaceHalf(queues[queue].descriptors, high, half);
        }
    }

    /** Replaces the low or the high half of the driver area's address. */
    synchronized void writeQueueDriver(int queue, boolean high, int half) {
        if (mayPlace(queue)) {
            queues[queue].driver = replaceHalf(queues[queue].driver, high, half);
        }
    }

    /** Replaces the low or the high half of the device area's address. */
    synchronized void writeQueueDevice(int queue, boolean high, int half) {
        if (mayPlace(queue)) {
            queues[queue].device = replaceHalf(queues[queue].device, high, half);
        }
    }

    private static long replaceHalf(long old, boolean high, int half) {
        long bits = Integer.toUnsignedLong(half);
        return high ? (old & 0xffff_ffffL) | (bits << 32) : (old & ~0xffff_ffffL) | bits;
    }

    private boolean mayConfigure(int queue) {
        if (!hasQueue(queue)) {
            faults.report("set-up of queue " + queue + " of " + device.queueCount());
            return false;
        }
        if ((status() & DeviceStatus.DRIVER_OK) != 0) {
            faults.report("set-up of queue " + queue + " after DRIVER_OK");
            return false;
        }
        return true;
    }

    private boolean mayPlace(int queue) {
        if (!mayConfigure(queue)) {
            return false;
        }
        if (queues[queue].ready) {
            faults.report("queue " + queue + " moved while it is ready");
            return false;
        }
        return true;
    }

    /** A driver's notification. Takes no lock. */
    void notifyQueue(int queue) {
        if (!hasQueue(queue)) {
            faults.report("notification of queue " + queue + " of " + device.queueCount());
            return;
        }
        device.notifyQueue(queue);
    }

    int readConfig(int offset, int size) {
        synchronized (configLock) {
            return device.readConfig(offset, size);
        }
    }

    void writeConfig(int offset, int size, int value) {
        synchronized (configLock) {
            device.writeConfig(offset, size, value);
        }
    }

    int configGeneration() {
        synchronized (configLock) {
            return configGeneration;
        }
    }

    @Override
    public void usedBuffers(int queue) {
        interrupts.usedBuffers(queue);
    }

    @Override
    public void changeConfig(Runnable change) {
        synchronized (configLock) {
            change.run();
            configGeneration++;
        }
        if ((status() & DeviceStatus.DRIVER_OK) != 0) {
            interrupts.configurationChanged();
        }
    }

    @Override
    public void needsReset(String reason) {
        faults.report(reason + "; DEVICE_NEEDS_RESET");
        int before = status.getAndUpdate(old -> old | DeviceStatus.DEVICE_NEEDS_RESET);
        if ((before & DeviceStatus.DEVICE_NEEDS_RESET) == 0) {
            needsResetListener.accept(reason);
        }
        if ((before & DeviceStatus.DRIVER_OK) != 0) {
            interrupts.configurationChanged();
        }
    }
}
