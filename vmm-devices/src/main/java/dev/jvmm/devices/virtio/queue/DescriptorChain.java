// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.virtio.queue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/**
 * One request of a driver: device-readable bytes, then device-writable bytes, each in slices of guest RAM (virtio 1.3
 * section 2.7.4). Reused from request to request; confined to the thread that serves the queue.
 */
public final class DescriptorChain {
    /** A driver must not make a longer chain (virtio 1.3 section 2.7.5). */
    static final long MAXIMUM_BYTES = 1L << 32;

    private static final int USUAL_SEGMENTS = 16;

    private MemorySegment[] segments = new MemorySegment[USUAL_SEGMENTS];
    private int count;
    private int firstWritable;
    private long readableBytes;
    private long writableBytes;
    private int head;
    private final ChainCursor readable = new ChainCursor();
    private final ChainCursor writable = new ChainCursor();

    /** The index of the first descriptor, by which the chain is returned. */
    public int head() {
        return head;
    }

    /** Bytes the device may read. */
    public long readableBytes() {
        return readableBytes;
    }

    /** Bytes the device may write. */
    public long writableBytes() {
        return writableBytes;
    }

    /** The walk over the device-readable bytes; it stands at their start when the chain has just been popped. */
    public ChainCursor readable() {
        return readable;
    }

    /** The walk over the device-writable bytes; it stands at their start when the chain has just been popped. */
    public ChainCursor writable() {
        return writable;
    }

    /** Writes the last device-writable byte, where several devices have their status; there must be one. */
    public void writeLastByte(byte value) {
        if (writableBytes == 0) {
            throw new IllegalStateException("the chain has no device-writable byte");
        }
        MemorySegment last = segments[count - 1];
        last.set(ValueLayout.JAVA_BYTE, last.byteSize() - 1, value);
    }

    void begin(int newHead) {
        head = newHead;
        count = 0;
        firstWritable = 0;
        readableBytes = 0;
        writableBytes = 0;
    }

    boolean hasWritable() {
        return count > firstWritable;
    }

    long bytes() {
        return readableBytes + writableBytes;
    }

    /** Appends a slice that is not empty. Once one was writable, all that follow have to be. */
    void add(MemorySegment slice, boolean deviceWritable) {
        if (count == segments.length) {
            segments = Arrays.copyOf(segments, 2 * count);
        }
        segments[count++] = slice;
        if (deviceWritable) {
            writableBytes += slice.byteSize();
        } else {
            readableBytes += slice.byteSize();
            firstWritable = count;
        }
    }

    void finish() {
        readable.start(segments, 0, readableBytes);
        writable.start(segments, firstWritable, writableBytes);
    }
}
