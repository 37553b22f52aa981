// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.virtio.transport;

import static dev.jvmm.devices.virtio.transport.VirtioMmioRegisters.*;

import dev.jvmm.core.bus.Doorbell;
import dev.jvmm.core.bus.MmioDevice;
import dev.jvmm.core.irq.IrqLine;
import dev.jvmm.core.memory.GuestMemory;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A virtio device over MMIO (virtio 1.3 section 4.2), register layout version 2, with a level-triggered interrupt.
 *
 * <p>A store of 0 to Status returns when the device has stopped touching guest memory: drivers do not poll for it on this
 * transport, and the next thing they do is to free the buffers. That wait is bounded by one piece of I/O.
 */
public final class VirtioMmio implements MmioDevice {
    private static final int NO_SHARED_MEMORY = -1;

    private final VirtioControl control;
    private final Interrupts interrupts;
    private final List<Doorbell> doorbells;

    // Each a plain 32-bit register. A driver that selects from two CPUs at once gets what it deserves.
    private volatile int deviceFeaturesSelect;
    private volatile int driverFeaturesSelect;
    private volatile int queueSelect;

    /** InterruptStatus and the line that follows it. */
    private static final class Interrupts implements TransportInterrupts {
        private final IrqLine line;
        // Guarded by the monitor of this, under which the line is set too, so that the two never disagree.
        private int status;

        private Interrupts(IrqLine line) {
            this.line = line;
        }

        @Override
        public void usedBuffers(int queue) {
            change(0, INTERRUPT_USED_BUFFER);
        }

        @Override
        public void configurationChanged() {
            change(0, INTERRUPT_CONFIG_CHANGE);
        }

        @Override
        public void clear() {
            change(-1, 0);
        }

        private synchronized int status() {
            return status;
        }

        private synchronized void change(int clear, int set) {
            status = (status & ~clear) | set;
            line.set(status != 0);
        }
    }

    /** {@link #VirtioMmio(VirtioDevice, GuestMemory, IrqLine, Consumer)} with nobody to be told. */
    public VirtioMmio(VirtioDevice device, GuestMemory memory, IrqLine line) {
        this(device, memory, line, _ -> {});
    }

    /**
     * @param device to be driven by this transport alone
     * @param memory what the device may reach
     * @param needsResetListener gets the reason when DEVICE_NEEDS_RESET becomes set (virtio 1.3 section 2.1.2), once until
     *     the driver has reset the device; on a vCPU's thread or the device's own, which it must not hold up
     */
    public VirtioMmio(VirtioDevice device, GuestMemory memory, IrqLine line, Consumer<String> needsResetListener) {
        interrupts = new Interrupts(line);
        control = new VirtioControl(device, memory, interrupts, needsResetListener);
        doorbells = IntStream.range(0, device.queueCount())
                .mapToObj(queue -> new Doorbell(QUEUE_NOTIFY, 4, queue))
                .toList();
    }

    /** Resets the device as a driver would; for the reset of the machine. */
    public void reset() {
        deviceFeaturesSelect = 0;
        driverFeaturesSelect = 0;
        queueSelect = 0;
        control.writeStatus(0);
    }

    /** How often the driver broke a rule. */
    public long guestFaults() {
        return control.faults().count();
    }

    @Override
    public List<Doorbell> doorbells() {
        return doorbells;
    }

    @Override
    public long read(long offset, int size) {
        if (offset >= CONFIG) {
            return readConfig((int) (offset - CONFIG), size);
        }
        if (size != 4 || (offset & 3) != 0) {
            control.faults().report("load of " + size + " bytes at register offset " + offset);
            return 0;
        }
        return Integer.toUnsignedLong(readRegister((int) offset));
    }

    private int readRegister(int register) {
        return switch (register) {
            case MAGIC_VALUE -> MAGIC;
            case VERSION -> LAYOUT_VERSION;
            case DEVICE_ID -> control.device().deviceId();
            case VENDOR_ID -> VENDOR;
            case DEVICE_FEATURES -> offeredFeatures();
            case QUEUE_SIZE_MAX -> maximumQueueSize();
            case QUEUE_READY -> control.queueReady(queueSelect) ? 1 : 0;
            case INTERRUPT_STATUS -> interrupts.status();
            case STATUS -> control.status();
            case SHM_LEN_LOW, SHM_LEN_HIGH, SHM_BASE_LOW, SHM_BASE_HIGH -> NO_SHARED_MEMORY;
            case CONFIG_GENERATION -> control.configGeneration();
            default -> 0;
        };
    }

    private int offeredFeatures() {
        return switch (deviceFeaturesSelect) {
            case 0 -> (int) control.offeredFeatures();
            case 1 -> (int) (control.offeredFeatures() >>> 32);
            default -> 0;
        };
    }

    private int maximumQueueSize() {
        int queue = queueSelect;
        return control.hasQueue(queue) ? control.device().maximumQueueSize(queue) : 0;
    }

    private long readConfig(int offset, int size) {
        if (size != 8) {
            return Integer.toUnsignedLong(control.readConfig(offset, size));
        }
        return Integer.toUnsignedLong(control.readConfig(offset, 4)) | ((long) control.readConfig(offset + 4, 4) << 32);
    }

    @Override
    public void write(long offset, int size, long value) {
        if (offset >= CONFIG) {
            writeConfig((int) (offset - CONFIG), size, value);
            return;
        }
        if (size != 4 || (offset & 3) != 0) {
            control.faults().report("store of " + size + " bytes at register offset " + offset);
            return;
        }
        writeRegister((int) offset, (int) value);
    }

    private void writeRegister(int register, int value) {
        switch (register) {
            case DEVICE_FEATURES_SEL -> deviceFeaturesSelect = value;
            case DRIVER_FEATURES -> control.writeDriverFeatures(driverFeaturesSelect, value);
            case DRIVER_FEATURES_SEL -> driverFeaturesSelect = value;
            case QUEUE_SEL -> queueSelect = value;
            case QUEUE_SIZE -> control.writeQueueSize(queueSelect, value);
            case QUEUE_READY -> control.writeQueueReady(queueSelect, (value & 1) != 0);
            case QUEUE_NOTIFY -> control.notifyQueue(value);
            case INTERRUPT_ACK -> interrupts.change(value, 0);
            case STATUS -> control.writeStatus(value & 0xff);
            case QUEUE_DESC_LOW -> control.writeQueueDescriptors(queueSelect, false, value);
            case QUEUE_DESC_HIGH -> control.writeQueueDescriptors(queueSelect, true, value);
            case QUEUE_DRIVER_LOW -> control.writeQueueDriver(queueSelect, false, value);
            case QUEUE_DRIVER_HIGH -> control.writeQueueDriver(queueSelect, true, value);
            case QUEUE_DEVICE_LOW -> control.writeQueueDevice(queueSelect, false, value);
            case QUEUE_DEVICE_HIGH -> control.writeQueueDevice(queueSelect, true, value);
            case SHM_SEL, LEGACY_QUEUE_ALIGN -> {}
            default -> control.faults().report("store to register offset 0x%03x".formatted(register));
        }
    }

    private void writeConfig(int offset, int size, long value) {
        if (size != 8) {
            control.writeConfig(offset, size, (int) value);
            return;
        }
        control.writeConfig(offset, 4, (int) value);
        control.writeConfig(offset + 4, 4, (int) (value >>> 32));
    }
}
