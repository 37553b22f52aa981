// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.testing;

import static dev.jvmm.devices.virtio.transport.VirtioMmioRegisters.QUEUE_NOTIFY;

import java.util.List;

/** The driver's side of a split virtqueue, laid out in guest memory by a {@link FakeDriver}. One thread only. */
public final class FakeQueue {
    public static final int NEXT = 1;
    public static final int WRITE = 2;
    public static final int INDIRECT = 4;

    /** A buffer of a request. */
    public record Buffer(long gpa, long length, boolean deviceWritable) {
        public static Buffer in(long gpa, long length) {
            return new Buffer(gpa, length, false);
        }

        public static Buffer out(long gpa, long length) {
            return new Buffer(gpa, length, true);
        }
    }

    /** What the device gave back. */
    public record Used(int head, long length) {}

    private final FakeDriver driver;
    private final int index;
    private final int size;
    private final long descriptors;
    private final long available;
    private final long used;
    private int nextDescriptor;
    private int availableIndex;
    private int seenUsed;

    FakeQueue(FakeDriver driver, int index, int size, long descriptors, long available, long used) {
        this.driver = driver;
        this.index = index;
        this.size = size;
        this.descriptors = descriptors;
        this.available = available;
        this.used = used;
    }

    public int size() {
        return size;
    }

    public long descriptors() {
        return descriptors;
    }

    public long available() {
        return available;
    }

    public long used() {
        return used;
    }

    /** Writes one descriptor of the table. */
    public void descriptor(int at, long gpa, long length, int flags, int next) {
        descriptorAt(descriptors + 16L * at, gpa, length, flags, next);
    }

    /** Writes one descriptor anywhere, as in an indirect table. */
    public void descriptorAt(long address, long gpa, long length, int flags, int next) {
        driver.memory().writeLong(address, gpa);
        driver.memory().writeInt(address + 8, (int) length);
        driver.memory().writeShort(address + 12, (short) flags);
        driver.memory().writeShort(address + 14, (short) next);
    }

    /** Makes a chain of descriptors and offers it; returns its head. */
    public int add(List<Buffer> buffers) {
        int head = nextDescriptor % size;
        for (int i = 0; i < buffers.size(); i++) {
            Buffer buffer = buffers.get(i);
            boolean last = i == buffers.size() - 1;
            int at = nextDescriptor++ % size;
            descriptor(
                    at,
                    buffer.gpa,
                    buffer.length,
                    (last ? 0 : NEXT) | (buffer.deviceWritable ? WRITE : 0),
                    last ? 0 : (at + 1) % size);
        }
        offer(head);
        return head;
    }

    /** Makes a chain in an indirect table and offers it; returns its head. */
    public int addIndirect(List<Buffer> buffers) {
        long table = driver.allocate(16L * buffers.size(), 16);
        for (int i = 0; i < buffers.size(); i++) {
            Buffer buffer = buffers.get(i);
            boolean last = i == buffers.size() - 1;
            descriptorAt(
                    table + 16L * i,
                    buffer.gpa,
                    buffer.length,
                    (last ? 0 : NEXT) | (buffer.deviceWritable ? WRITE : 0),
                    last ? 0 : i + 1);
        }
        int head = nextDescriptor++ % size;
        descriptor(head, table, 16L * buffers.size(), INDIRECT, 0);
        offer(head);
        return head;
    }

    /** Puts a head into the available ring and moves the index. */
    public void offer(int head) {
        driver.memory().writeShort(available + 4 + 2L * (availableIndex % size), (short) head);
        availableIndex = (availableIndex + 1) & 0xffff;
        publishAvailable(availableIndex);
    }

    /** Writes the available index, whatever it says. */
    public void publishAvailable(int value) {
        java.lang.invoke.VarHandle.releaseFence();
        driver.memory().writeShort(available + 2, (short) value);
        java.lang.invoke.VarHandle.fullFence();
    }

    public void availableFlags(int flags) {
        driver.memory().writeShort(available, (short) flags);
    }

    /** With VIRTIO_F_EVENT_IDX: interrupt when the used index moves past {@code value}. */
    public void usedEvent(int value) {
        driver.memory().writeShort(available + 4 + 2L * size, (short) value);
    }

    /** With VIRTIO_F_EVENT_IDX: the available index the device wants to be notified of. */
    public int availableEvent() {
        return Short.toUnsignedInt(driver.memory().readShort(used + 4 + 8L * size));
    }

    public int usedFlags() {
        return Short.toUnsignedInt(driver.memory().readShort(used));
    }

    public int usedIndex() {
        int value = Short.toUnsignedInt(driver.memory().readShort(used + 2));
        java.lang.invoke.VarHandle.acquireFence();
        return value;
    }

    public void kick() {
        driver.writeRegister(QUEUE_NOTIFY, index);
    }

    /** Waits for the next request to be given back. */
    public Used awaitUsed() {
        Eventually.await("a used buffer in queue " + index, () -> usedIndex() != seenUsed);
        long entry = used + 4 + 8L * (seenUsed % size);
        seenUsed = (seenUsed + 1) & 0xffff;
        return new Used(
                driver.memory().readInt(entry),
                Integer.toUnsignedLong(driver.memory().readInt(entry + 4)));
    }

    /** {@link #add}, {@link #kick}, {@link #awaitUsed}. */
    public Used request(List<Buffer> buffers) {
        add(buffers);
        kick();
        return awaitUsed();
    }
}
