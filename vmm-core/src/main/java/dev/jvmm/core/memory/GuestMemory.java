// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.core.memory;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The RAM of a VM as devices see it: little-endian, addressed by guest-physical address ({@code gpa}), RAM only.
 *
 * <p>Immutable and safe from any thread. Where a guest supplies address or length, use {@link #slice} or {@link #contains}
 * first: they never overflow and answer instead of throwing. The plain accessors throw {@link IndexOutOfBoundsException}
 * for anything outside RAM.
 */
public final class GuestMemory {
    public static final ValueLayout.OfShort U16 = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    public static final ValueLayout.OfInt U32 = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    public static final ValueLayout.OfLong U64 = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /** A block of RAM: {@code memory} stands at {@code gpa}. */
    public record Region(long gpa, MemorySegment memory) {
        public Region {
            if (gpa < 0 || memory.byteSize() <= 0) {
                throw new IllegalStateException("a RAM region needs a positive size and an address below 2^63");
            }
            Math.addExact(gpa, memory.byteSize());
        }

        public long size() {
            return memory.byteSize();
        }
    }

    private final Region[] regions;

    public GuestMemory(List<Region> regions) {
        this.regions =
                regions.stream().sorted(Comparator.comparingLong(Region::gpa)).toArray(Region[]::new);
        for (int i = 1; i < this.regions.length; i++) {
            Region before = this.regions[i - 1];
            if (before.gpa + before.size() > this.regions[i].gpa) {
                throw new IllegalStateException("RAM regions overlap at 0x" + Long.toHexString(this.regions[i].gpa));
            }
        }
    }

    /** The regions, lowest address first. */
    public List<Region> regions() {
        return List.of(regions);
    }

    /** Bytes of RAM in all regions. */
    public long size() {
        long size = 0;
        for (Region region : regions) {
            size += region.size();
        }
        return size;
    }

    /** Whether the {@code length} bytes at {@code gpa} lie in one region. False for a negative length. */
    public boolean contains(long gpa, long length) {
        return find(gpa, length) != null;
    }

    /** The {@code length} bytes at {@code gpa}, sharing memory with the guest; null unless they lie in one region. */
    public @Nullable MemorySegment slice(long gpa, long length) {
        Region region = find(gpa, length);
        return region == null ? null : region.memory.asSlice(gpa - region.gpa, length);
    }

    public byte readByte(long gpa) {
        Region region = require(gpa, 1);
        return region.memory.get(ValueLayout.JAVA_BYTE, gpa - region.gpa);
    }

    public short readShort(long gpa) {
        Region region = require(gpa, 2);
        return region.memory.get(U16, gpa - region.gpa);
    }

    public int readInt(long gpa) {
        Region region = require(gpa, 4);
        return region.memory.get(U32, gpa - region.gpa);
    }

    public long readLong(long gpa) {
        Region region = require(gpa, 8);
        return region.memory.get(U64, gpa - region.gpa);
    }

    public void writeByte(long gpa, byte value) {
        Region region = require(gpa, 1);
        region.memory.set(ValueLayout.JAVA_BYTE, gpa - region.gpa, value);
    }

    public void writeShort(long gpa, short value) {
        Region region = require(gpa, 2);
        region.memory.set(U16, gpa - region.gpa, value);
    }

    public void writeInt(long gpa, int value) {
        Region region = require(gpa, 4);
        region.memory.set(U32, gpa - region.gpa, value);
    }

    public void writeLong(long gpa, long value) {
        Region region = require(gpa, 8);
        region.memory.set(U64, gpa - region.gpa, value);
    }

    /** Copies {@code length} bytes out of RAM. */
    public void read(long gpa, byte[] target, int offset, int length) {
        Region region = require(gpa, length);
        MemorySegment.copy(region.memory, ValueLayout.JAVA_BYTE, gpa - region.gpa, target, offset, length);
    }

    /** Copies {@code length} bytes into RAM. */
    public void write(long gpa, byte[] source, int offset, int length) {
        Region region = require(gpa, length);
        MemorySegment.copy(source, offset, region.memory, ValueLayout.JAVA_BYTE, gpa - region.gpa, length);
    }

    private Region require(long gpa, long length) {
        Region region = find(gpa, length);
        if (region == null) {
            throw new IndexOutOfBoundsException(
                    "no RAM for " + length + " bytes at guest-physical 0x" + Long.toHexString(gpa));
        }
        return region;
    }

    private @Nullable Region find(long gpa, long length) {
        for (Region region : regions) {
            long offset = gpa - region.gpa;
            long size = region.memory.byteSize();
            if (offset >= 0 && gpa >= 0 && length >= 0 && offset < size && length <= size - offset) {
                return region;
            }
        }
        return null;
    }
}
