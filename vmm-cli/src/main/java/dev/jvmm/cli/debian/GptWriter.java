// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.debian;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;

/** Writes a GUID partition table (UEFI specification 2.10, chapter 5) with 512-byte logical blocks. */
final class GptWriter {
    static final int BLOCK_SIZE = 512;
    /** EFI system partition. */
    static final UUID EFI_SYSTEM = UUID.fromString("c12a7328-f81f-11d2-ba4b-00a0c93ec93b");
    /** Root file system of an arm64 Linux (UAPI group, Discoverable Partitions Specification). */
    static final UUID LINUX_ROOT_ARM64 = UUID.fromString("b921b045-1df0-41c3-af44-4c6f280d3fae");

    private static final int ENTRY_COUNT = 128;
    private static final int ENTRY_SIZE = 128;
    private static final int ENTRY_BLOCKS = ENTRY_COUNT * ENTRY_SIZE / BLOCK_SIZE;
    private static final int HEADER_SIZE = 92;
    private static final int NAME_LENGTH = 36;

    private GptWriter() {}

    /**
     * A partition.
     *
     * @param firstBlock first logical block
     * @param lastBlock last logical block, inclusive
     * @param name at most 36 UTF-16 units
     */
    record Partition(UUID type, UUID id, long firstBlock, long lastBlock, String name) {
        Partition {
            if (firstBlock < FIRST_USABLE_BLOCK || lastBlock < firstBlock || name.length() > NAME_LENGTH) {
                throw new IllegalStateException("partition " + name + " from " + firstBlock + " to " + lastBlock);
            }
        }
    }

    /** The first block that a partition may use. */
    static final long FIRST_USABLE_BLOCK = 2 + ENTRY_BLOCKS;

    /** Blocks that the table takes after the last partition. */
    static final long BLOCKS_AT_END = 1 + ENTRY_BLOCKS;

    /** Writes protective MBR, both headers and both entry arrays to a disk of that many blocks. */
    static void write(FileChannel disk, long blocks, UUID diskId, List<Partition> partitions) throws IOException {
        long lastUsable = blocks - BLOCKS_AT_END - 1;
        for (Partition partition : partitions) {
            if (partition.lastBlock() > lastUsable) {
                throw new IllegalStateException("partition " + partition.name() + " ends past block " + lastUsable);
            }
        }
        byte[] entries = entries(partitions);
        CRC32 entriesChecksum = new CRC32();
        entriesChecksum.update(entries);
        int checksum = (int) entriesChecksum.getValue();

        writeAt(disk, 0, protectiveMbr(blocks));
        writeAt(disk, 1, header(1, blocks - 1, 2, lastUsable, diskId, checksum));
        writeAt(disk, 2, entries);
        writeAt(disk, blocks - BLOCKS_AT_END, entries);
        writeAt(disk, blocks - 1, header(blocks - 1, 1, blocks - BLOCKS_AT_END, lastUsable, diskId, checksum));
    }

    private static void writeAt(FileChannel disk, long block, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long position = block * BLOCK_SIZE;
        while (buffer.hasRemaining()) {
            position += disk.write(buffer, position);
        }
    }

    /** One partition of type 0xEE over the whole disk (section 5.2.3). */
    private static byte[] protectiveMbr(long blocks) {
        ByteBuffer mbr = ByteBuffer.allocate(BLOCK_SIZE).order(ByteOrder.LITTLE_ENDIAN);
        mbr.position(446);
        mbr.put((byte) 0).put((byte) 0x00).put((byte) 0x02).put((byte) 0x00);
        mbr.put((byte) 0xee).put((byte) 0xff).put((byte) 0xff).put((byte) 0xff);
        mbr.putInt(1).putInt((int) Math.min(blocks - 1, 0xffff_ffffL));
        mbr.putShort(510, (short) 0xaa55);
        return mbr.array();
    }

    /** Table 5.5 of the UEFI specification. */
    private static byte[] header(
            long ownBlock, long otherBlock, long entriesBlock, long lastUsable, UUID diskId, int entriesChecksum) {
        ByteBuffer header = ByteBuffer.allocate(BLOCK_SIZE).order(ByteOrder.LITTLE_ENDIAN);
        header.put("EFI PART".getBytes(StandardCharsets.US_ASCII));
        header.putInt(0x0001_0000).putInt(HEADER_SIZE).putInt(0).putInt(0);
        header.putLong(ownBlock).putLong(otherBlock).putLong(FIRST_USABLE_BLOCK).putLong(lastUsable);
        putGuid(header, diskId);
        header.putLong(entriesBlock).putInt(ENTRY_COUNT).putInt(ENTRY_SIZE).putInt(entriesChecksum);
        CRC32 checksum = new CRC32();
        checksum.update(header.array(), 0, HEADER_SIZE);
        header.putInt(16, (int) checksum.getValue());
        return header.array();
    }

    /** Table 5.6 of the UEFI specification. */
    private static byte[] entries(List<Partition> partitions) {
        ByteBuffer entries = ByteBuffer.allocate(ENTRY_COUNT * ENTRY_SIZE).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < partitions.size(); i++) {
            Partition partition = partitions.get(i);
            entries.position(i * ENTRY_SIZE);
            putGuid(entries, partition.type());
            putGuid(entries, partition.id());
            entries.putLong(partition.firstBlock())
                    .putLong(partition.lastBlock())
                    .putLong(0);
            entries.put(partition.name().getBytes(StandardCharsets.UTF_16LE));
        }
        return entries.array();
    }

    /** The first three fields are little-endian, the rest is in order (appendix A). */
    private static void putGuid(ByteBuffer buffer, UUID guid) {
        long high = guid.getMostSignificantBits();
        buffer.putInt((int) (high >>> 32)).putShort((short) (high >>> 16)).putShort((short) high);
        buffer.putLong(Long.reverseBytes(guid.getLeastSignificantBits()));
    }
}
