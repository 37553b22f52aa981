// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.image;

import dev.jvmm.machine.image.DiskReader.BrokenImageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * A GUID partition table (UEFI Specification 2.10 section 5.3).
 *
 * @param partitions those in use, in the table's order
 * @param header the block its header stands in
 */
record GptTable(List<Partition> partitions, long header) {
    static final int BLOCK = 512;
    static final UUID EFI_SYSTEM = UUID.fromString("c12a7328-f81f-11d2-ba4b-00a0c93ec93b");

    static final long SIGNATURE = 0x5452_4150_2049_4645L; // "EFI PART"
    private static final int SMALLEST_HEADER = 92;
    private static final int SMALLEST_ENTRY = 128;
    /** What partitioning tools write is 16 KiB; more than this is no honest table. */
    private static final long LARGEST_TABLE = 1 << 20;

    GptTable {
        partitions = List.copyOf(partitions);
    }

    /**
     * A partition.
     *
     * @param first its first block
     * @param last its last block
     */
    record Partition(int number, UUID type, long first, long last) {
        long offset() {
            return first * BLOCK;
        }

        long size() {
            return (last - first + 1) * BLOCK;
        }
    }

    /**
     * The table whose header is in block {@code block}.
     *
     * @throws BrokenImageException with what is wrong, when it is no whole table
     */
    static GptTable read(DiskReader disk, long block) throws IOException {
        ByteBuffer header = disk.read(block * BLOCK, BLOCK);
        if (header.getLong(0) != SIGNATURE) {
            throw new BrokenImageException("there is no header");
        }
        int headerSize = header.getInt(12);
        if (headerSize < SMALLEST_HEADER || headerSize > BLOCK) {
            throw new BrokenImageException("its header claims " + Integer.toUnsignedLong(headerSize) + " bytes");
        }
        int checksum = header.getInt(16);
        header.putInt(16, 0);
        if (crc(header, headerSize) != checksum) {
            throw new BrokenImageException("its header's checksum is wrong");
        }
        if (header.getLong(24) != block) {
            throw new BrokenImageException("its header belongs to another block");
        }
        return new GptTable(partitions(disk, header), block);
    }

    private static List<Partition> partitions(DiskReader disk, ByteBuffer header) throws IOException {
        long tableBlock = header.getLong(72);
        long entries = Integer.toUnsignedLong(header.getInt(80));
        long entrySize = Integer.toUnsignedLong(header.getInt(84));
        long bytes = entries * Math.min(entrySize, LARGEST_TABLE);
        if (entrySize < SMALLEST_ENTRY || bytes > LARGEST_TABLE || tableBlock < 0 || tableBlock > disk.size() / BLOCK) {
            throw new BrokenImageException(
                    "its header claims " + entries + " entries of " + entrySize + " bytes at block " + tableBlock);
        }
        ByteBuffer table = disk.read(tableBlock * BLOCK, (int) bytes);
        if (crc(table, (int) bytes) != header.getInt(88)) {
            throw new BrokenImageException("its entries' checksum is wrong");
        }
        List<Partition> partitions = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            int at = (int) (i * entrySize);
            UUID type = guid(table, at);
            if (type.getMostSignificantBits() != 0 || type.getLeastSignificantBits() != 0) {
                partitions.add(new Partition(i + 1, type, table.getLong(at + 32), table.getLong(at + 40)));
            }
        }
        return partitions;
    }

    private static int crc(ByteBuffer bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes.slice(0, length));
        return (int) crc.getValue();
    }

    /** The first three fields of a GUID are little-endian, the rest is not (section 5.3.3, appendix A). */
    private static UUID guid(ByteBuffer bytes, int at) {
        long high = Integer.toUnsignedLong(bytes.getInt(at)) << 32
                | Short.toUnsignedLong(bytes.getShort(at + 4)) << 16
                | Short.toUnsignedLong(bytes.getShort(at + 6));
        long low = bytes.duplicate().order(ByteOrder.BIG_ENDIAN).getLong(at + 8);
        return new UUID(high, low);
    }
}
