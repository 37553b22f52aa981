// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.virtio.blk;

import static dev.jvmm.devices.virtio.blk.BlkRegisters.*;

import dev.jvmm.core.memory.GuestMemory;
import dev.jvmm.devices.virtio.queue.ChainCursor;
import dev.jvmm.devices.virtio.queue.DescriptorChain;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * A request of the driver (virtio 1.3 section 5.2.6), parsed and checked against the disk but not executed. Headers were
 * copied out of guest memory before they were looked at. Offsets and lengths are in bytes and lie on the disk.
 */
sealed interface BlkRequest {
    /** Disk to guest: {@code length} bytes into the device-writable part. */
    record Read(long offset, long length) implements BlkRequest {}

    /** Guest to disk: {@code length} bytes from the device-readable part. */
    record Write(long offset, long length) implements BlkRequest {}

    /** All writes that were answered go to stable storage. */
    record Flush() implements BlkRequest {}

    /** The serial number goes to the start of the device-writable part. */
    record GetId() implements BlkRequest {}

    /** Hints that ranges are not needed. */
    record Discard(List<Range> ranges) implements BlkRequest {}

    /** Zeroes ranges. */
    record WriteZeroes(List<Range> ranges) implements BlkRequest {}

    /** Not to be executed; answered with {@code status}. */
    record Refused(BlkStatus status, String reason) implements BlkRequest {}

    /** {@code length} bytes from {@code offset}. */
    record Range(long offset, long length) {}

    /**
     * What requests are checked against.
     *
     * @param size of the disk in bytes
     * @param readOnly whether requests that change the disk are refused
     * @param discard whether discards were negotiated
     * @param writeZeroes whether write zeroes was negotiated
     */
    record Limits(long size, boolean readOnly, boolean discard, boolean writeZeroes) {
        /** More than any driver asks for in one request (EDK2's limit is 1 GiB). */
        static final long MAXIMUM_REQUEST_BYTES = 1L << 30;

        static final int MAXIMUM_RANGES = 16;

        /** 32 MiB. */
        static final int MAXIMUM_RANGE_SECTORS = 1 << 16;
    }

    /**
     * Parses the request in {@code chain}, which has at least one device-writable byte. Leaves the chain's cursors at the
     * data, without the status byte.
     *
     * @param scratch at least {@link BlkRegisters#HEADER_BYTES} bytes for what is copied out of the chain
     */
    static BlkRequest parse(DescriptorChain chain, byte[] scratch, Limits limits) {
        ChainCursor in = chain.readable();
        ChainCursor out = chain.writable();
        out.limit(out.remaining() - STATUS_BYTES);
        if (in.read(scratch, 0, HEADER_BYTES) < HEADER_BYTES) {
            return ioError("header shorter than " + HEADER_BYTES + " bytes");
        }
        MemorySegment header = MemorySegment.ofArray(scratch);
        int type = header.get(GuestMemory.U32, 0);
        long sector = header.get(GuestMemory.U64, 8);
        return switch (type) {
            case T_IN -> readOrWrite(limits, sector, out.remaining(), false);
            case T_OUT ->
                limits.readOnly
                        ? ioError("write to a read-only disk")
                        : readOrWrite(limits, sector, in.remaining(), true);
            case T_FLUSH -> new Flush();
            case T_GET_ID -> out.remaining() < ID_BYTES ? ioError("room for less than an ID") : new GetId();
            case T_DISCARD -> limits.discard ? ranges(in, scratch, limits, false) : unsupported(type);
            case T_WRITE_ZEROES -> limits.writeZeroes ? ranges(in, scratch, limits, true) : unsupported(type);
            default -> unsupported(type);
        };
    }

    private static BlkRequest readOrWrite(Limits limits, long sector, long length, boolean write) {
        if (length % BlkDevice.SECTOR != 0) {
            return ioError(length + " bytes of data, no whole number of sectors");
        }
        if (length > Limits.MAXIMUM_REQUEST_BYTES) {
            return ioError(length + " bytes of data in one request");
        }
        if (!onDisk(limits, sector, length)) {
            return ioError(length + " bytes at sector " + Long.toUnsignedString(sector) + ", beyond the end");
        }
        long offset = sector * BlkDevice.SECTOR;
        return write ? new Write(offset, length) : new Read(offset, length);
    }

    private static BlkRequest ranges(ChainCursor in, byte[] scratch, Limits limits, boolean zero) {
        if (limits.readOnly) {
            return ioError("discard or write zeroes on a read-only disk");
        }
        long count = in.remaining() / RANGE_BYTES;
        if (in.remaining() % RANGE_BYTES != 0 || count == 0 || count > Limits.MAXIMUM_RANGES) {
            return ioError(in.remaining() + " bytes of ranges");
        }
        MemorySegment range = MemorySegment.ofArray(scratch);
        List<Range> ranges = new ArrayList<>((int) count);
        for (int i = 0; i < count; i++) {
            in.read(scratch, 0, RANGE_BYTES);
            long sector = range.get(GuestMemory.U64, 0);
            long sectors = Integer.toUnsignedLong(range.get(GuestMemory.U32, 8));
            int flags = range.get(GuestMemory.U32, 12);
            // Section 5.2.6.2: unknown flags, and unmap in a discard, are unsupported rather than errors.
            if ((flags & ~(zero ? RANGE_FLAG_UNMAP : 0)) != 0) {
                return new Refused(BlkStatus.UNSUPP, "range flags 0x" + Integer.toHexString(flags));
            }
            if (sectors > Limits.MAXIMUM_RANGE_SECTORS || !onDisk(limits, sector, sectors * BlkDevice.SECTOR)) {
                return ioError("a range of " + sectors + " sectors at " + Long.toUnsignedString(sector));
            }
            ranges.add(new Range(sector * BlkDevice.SECTOR, sectors * BlkDevice.SECTOR));
        }
        return zero ? new WriteZeroes(ranges) : new Discard(ranges);
    }

    /** Whether {@code length} bytes, a multiple of the sector's, from {@code sector} (unsigned) are all on the disk. */
    private static boolean onDisk(Limits limits, long sector, long length) {
        long sectors = limits.size / BlkDevice.SECTOR;
        return sector >= 0 && sector <= sectors && length / BlkDevice.SECTOR <= sectors - sector;
    }

    private static Refused ioError(String reason) {
        return new Refused(BlkStatus.IOERR, reason);
    }

    private static Refused unsupported(int type) {
        return new Refused(BlkStatus.UNSUPP, "request type " + Integer.toUnsignedString(type));
    }
}
