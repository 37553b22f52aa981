// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.virtio.transport;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * The bytes of a device's configuration space, little-endian (virtio 1.3 section 2.5). Not safe by itself: the transport's
 * configuration lock excludes its readers and writers.
 */
public final class ConfigSpace {
    private static final ValueLayout.OfShort LE16 = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt LE32 = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LE64 = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final MemorySegment bytes;

    /** @param size in bytes */
    public ConfigSpace(int size) {
        bytes = MemorySegment.ofArray(new byte[size]);
    }

    public ConfigSpace put8(int offset, int value) {
        bytes.set(ValueLayout.JAVA_BYTE, offset, (byte) value);
        return this;
    }

    public ConfigSpace put16(int offset, int value) {
        bytes.set(LE16, offset, (short) value);
        return this;
    }

    public ConfigSpace put32(int offset, int value) {
        bytes.set(LE32, offset, value);
        return this;
    }

    public ConfigSpace put64(int offset, long value) {
        bytes.set(LE64, offset, value);
        return this;
    }

    /** A load of 1, 2 or 4 bytes, zero-extended; bytes beyond the end read as 0. */
    public int read(int offset, int size) {
        int value = 0;
        for (int i = 0; i < size; i++) {
            if (offset + (long) i < bytes.byteSize()) {
                value |= Byte.toUnsignedInt(bytes.get(ValueLayout.JAVA_BYTE, offset + i)) << (8 * i);
            }
        }
        return value;
    }
}
