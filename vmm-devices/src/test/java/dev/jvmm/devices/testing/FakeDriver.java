// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.testing;

import static dev.jvmm.devices.virtio.transport.VirtioMmioRegisters.*;

import dev.jvmm.core.bus.MmioDevice;
import dev.jvmm.core.memory.GuestMemory;
import dev.jvmm.devices.virtio.transport.DeviceStatus;
import java.lang.foreign.Arena;
import java.util.List;

/**
 * A driver that sees a virtio device only as a guest does: registers of the MMIO transport, and memory. Follows the
 * initialisation of virtio 1.3 section 3.1.1 unless a test makes it do otherwise.
 */
public final class FakeDriver {
    /** Where RAM stands, so that 0 and low addresses are outside. */
    public static final long RAM_BASE = 0x4000_0000L;

    public static final long RAM_SIZE = 16 << 20;

    private final MmioDevice device;
    private final GuestMemory memory;
    private long free = RAM_BASE;

    public FakeDriver(MmioDevice device, GuestMemory memory) {
        this.device = device;
        this.memory = memory;
    }

    /** RAM of {@link #RAM_SIZE} bytes at {@link #RAM_BASE}. */
    public static GuestMemory newMemory() {
        return new GuestMemory(
                List.of(new GuestMemory.Region(RAM_BASE, Arena.ofAuto().allocate(RAM_SIZE, 4096))));
    }

    public GuestMemory memory() {
        return memory;
    }

    public int readRegister(int register) {
        return (int) device.read(register, 4);
    }

    public void writeRegister(int register, int value) {
        device.write(register, 4, Integer.toUnsignedLong(value));
    }

    public long readConfig(int offset, int size) {
        return device.read(CONFIG + (long) offset, size);
    }

    public void writeConfig(int offset, int size, long value) {
        device.write(CONFIG + (long) offset, size, value);
    }

    public int status() {
        return readRegister(STATUS);
    }

    public boolean needsReset() {
        return (status() & DeviceStatus.DEVICE_NEEDS_RESET) != 0;
    }

    public void awaitNeedsReset() {
        Eventually.await("DEVICE_NEEDS_RESET", this::needsReset);
    }

    public void addStatus(int bits) {
        writeRegister(STATUS, status() | bits);
    }

    /** Resets the device and forgets all memory given out. */
    public void reset() {
        writeRegister(STATUS, 0);
        free = RAM_BASE;
    }

    public long offeredFeatures() {
        writeRegister(DEVICE_FEATURES_SEL, 0);
        long low = Integer.toUnsignedLong(readRegister(DEVICE_FEATURES));
        writeRegister(DEVICE_FEATURES_SEL, 1);
        return low | ((long) readRegister(DEVICE_FEATURES) << 32);
    }

    public void acceptFeatures(long features) {
        writeRegister(DRIVER_FEATURES_SEL, 0);
        writeRegister(DRIVER_FEATURES, (int) features);
        writeRegister(DRIVER_FEATURES_SEL, 1);
        writeRegister(DRIVER_FEATURES, (int) (features >>> 32));
    }

    /** Up to and with FEATURES_OK; whether the device agreed. */
    public boolean negotiate(long features) {
        addStatus(DeviceStatus.ACKNOWLEDGE);
        addStatus(DeviceStatus.DRIVER);
        acceptFeatures(features);
        addStatus(DeviceStatus.FEATURES_OK);
        return (status() & DeviceStatus.FEATURES_OK) != 0;
    }

    /** Lays a queue out in memory, tells the device and makes it ready. */
    public FakeQueue setUpQueue(int index, int size) {
        FakeQueue queue = new FakeQueue(
                this, index, size, allocate(16L * size, 16), allocate(6 + 2L * size, 2), allocate(6 + 8L * size, 4));
        setUpQueue(index, size, queue.descriptors(), queue.available(), queue.used());
        return queue;
    }

    /** Tells the device of a queue, wherever it is. */
    public void setUpQueue(int index, int size, long descriptors, long available, long used) {
        writeRegister(QUEUE_SEL, index);
        writeRegister(QUEUE_SIZE, size);
        writeRegister(QUEUE_DESC_LOW, (int) descriptors);
        writeRegister(QUEUE_DESC_HIGH, (int) (descriptors >>> 32));
        writeRegister(QUEUE_DRIVER_LOW, (int) available);
        writeRegister(QUEUE_DRIVER_HIGH, (int) (available >>> 32));
        writeRegister(QUEUE_DEVICE_LOW, (int) used);
        writeRegister(QUEUE_DEVICE_HIGH, (int) (used >>> 32));
        writeRegister(QUEUE_READY, 1);
    }

    public void start() {
        addStatus(DeviceStatus.DRIVER_OK);
    }

    /** Takes {@code bytes} of guest memory, zeroed. */
    public long allocate(long bytes, long alignment) {
        long gpa = (free + alignment - 1) & -alignment;
        if (gpa + bytes > RAM_BASE + RAM_SIZE) {
            throw new IllegalStateException("the test uses more memory than there is");
        }
        free = gpa + bytes;
        memory.write(gpa, new byte[(int) bytes], 0, (int) bytes);
        return gpa;
    }

    /** Takes guest memory and fills it. */
    public long allocate(byte[] content) {
        long gpa = allocate(content.length, 16);
        memory.write(gpa, content, 0, content.length);
        return gpa;
    }

    public byte[] bytes(long gpa, int length) {
        byte[] bytes = new byte[length];
        memory.read(gpa, bytes, 0, length);
        return bytes;
    }
}
