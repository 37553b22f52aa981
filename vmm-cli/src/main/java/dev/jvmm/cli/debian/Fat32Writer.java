// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.debian;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes a FAT32 file system (Microsoft's FAT specification of 2005). Files lie in one piece each, in the order of the
 * content; all times are 1980-01-01, so the same content makes the same bytes.
 */
final class Fat32Writer {
    static final int SECTOR_SIZE = 512;
    /** With fewer clusters a volume is FAT16, whatever its boot sector says (page 14). */
    static final int MINIMUM_CLUSTERS = 65_525;

    private static final int RESERVED_SECTORS = 32;
    private static final int FAT_COPIES = 2;
    private static final int BACKUP_BOOT_SECTOR = 6;
    private static final int FIRST_CLUSTER = 2;
    private static final int END_OF_CHAIN = 0x0fff_ffff;
    private static final int LARGEST_CLUSTER_SECTORS = 8;
    private static final short DATE_1980_01_01 = 0x21;

    private final FileChannel disk;
    private final long start;
    private final long sectors;
    private final int clusterSectors;
    private final int fatSectors;
    private final int[] fat;
    private int nextCluster = FIRST_CLUSTER;

    private Fat32Writer(FileChannel disk, long firstSector, long sectors) {
        this.disk = disk;
        this.start = firstSector * SECTOR_SIZE;
        this.sectors = sectors;
        int perCluster = LARGEST_CLUSTER_SECTORS;
        while (perCluster > 1 && clusters(sectors, perCluster) < MINIMUM_CLUSTERS) {
            perCluster /= 2;
        }
        int clusters = clusters(sectors, perCluster);
        if (clusters < MINIMUM_CLUSTERS) {
            throw new IllegalStateException(sectors + " sectors are too few for FAT32");
        }
        this.clusterSectors = perCluster;
        this.fatSectors = fatSectors(sectors, perCluster);
        this.fat = new int[clusters + FIRST_CLUSTER];
    }

    /** The size of a volume, in bytes and a whole number of MiB, that holds the content and as much spare again. */
    static long sizeFor(FatContent content, long spareBytes) {
        long least = 40L << 20;
        long wanted = content.sizeInUnitsOf(LARGEST_CLUSTER_SECTORS * SECTOR_SIZE) + spareBytes;
        // two tables of four bytes for each cluster of as little as 512 bytes
        long withTables = wanted + wanted / 48 + RESERVED_SECTORS * SECTOR_SIZE;
        return Math.ceilDiv(Math.max(withTables, least), 1L << 20) << 20;
    }

    /** Writes a volume of that many sectors from the disk's {@code firstSector} on. */
    static void write(FileChannel disk, long firstSector, long sectors, String label, int serial, FatContent content)
            throws IOException {
        Fat32Writer writer = new Fat32Writer(disk, firstSector, sectors);
        writer.fat[0] = 0x0fff_fff8;
        writer.fat[1] = END_OF_CHAIN;
        writer.writeFolder(content.root(), 0, label);
        writer.writeTables();
        writer.writeBootSectors(firstSector, label, serial);
    }

    private static int fatSectors(long sectors, int clusterSectors) {
        // a table one sector longer holds 128 more clusters and leaves fewer to hold: count up to where it suffices
        long dataAndTables = sectors - RESERVED_SECTORS;
        long fat = Math.ceilDiv(dataAndTables + 2L * clusterSectors, (SECTOR_SIZE / 4L) * clusterSectors + FAT_COPIES);
        while ((dataAndTables - FAT_COPIES * fat) / clusterSectors + FIRST_CLUSTER > fat * (SECTOR_SIZE / 4)) {
            fat++;
        }
        return Math.toIntExact(fat);
    }

    private static int clusters(long sectors, int clusterSectors) {
        long data = sectors - RESERVED_SECTORS - (long) FAT_COPIES * fatSectors(sectors, clusterSectors);
        return Math.toIntExact(Math.max(0, data / clusterSectors));
    }

    private int clusterSize() {
        return clusterSectors * SECTOR_SIZE;
    }

    /** Takes a run of clusters for so many bytes and chains them; an empty file has none and starts at 0. */
    private int allocate(long bytes) {
        if (bytes == 0) {
            return 0;
        }
        int count = Math.toIntExact(Math.ceilDiv(bytes, clusterSize()));
        if (count > fat.length - nextCluster) {
            throw new IllegalStateException("the content does not fit the volume");
        }
        int first = nextCluster;
        for (int i = 0; i < count; i++) {
            fat[first + i] = i == count - 1 ? END_OF_CHAIN : first + i + 1;
        }
        nextCluster += count;
        return first;
    }

    private long positionOf(int cluster) {
        long dataSector = RESERVED_SECTORS + (long) FAT_COPIES * fatSectors;
        return start + (dataSector + (long) (cluster - FIRST_CLUSTER) * clusterSectors) * SECTOR_SIZE;
    }

    /**
     * Writes a folder and all below it.
     *
     * @param parentCluster first cluster of the parent as {@code ..} has it (0 for the root), unused for the root
     * @param label the volume's label for the root, else empty
     * @return the folder's first cluster
     */
    private int writeFolder(FatContent.Folder folder, int parentCluster, String label) throws IOException {
        boolean isRoot = !label.isEmpty();
        List<FatContent.Named> children = List.copyOf(folder.children().values());
        Set<String> taken = new HashSet<>();
        List<byte[]> shortNames = new ArrayList<>();
        long size = (isRoot ? 1L : 2L) * Fat32Names.ENTRY_SIZE;
        for (FatContent.Named child : children) {
            byte[] shortName = Fat32Names.shortName(child.name(), taken);
            shortNames.add(shortName);
            size += Fat32Names.ENTRY_SIZE + (long) longNameEntries(child.name(), shortName).length;
        }
        int first = allocate(size);
        ByteBuffer entries = littleEndian(Math.toIntExact(Math.ceilDiv(size, clusterSize()) * clusterSize()));
        if (isRoot) {
            putEntry(entries, Fat32Names.label(label), 0x08, 0, 0);
        } else {
            putEntry(entries, Fat32Names.label("."), 0x10, first, 0);
            putEntry(entries, Fat32Names.label(".."), 0x10, parentCluster, 0);
        }
        for (int i = 0; i < children.size(); i++) {
            FatContent.Named child = children.get(i);
            byte[] shortName = shortNames.get(i);
            entries.put(longNameEntries(child.name(), shortName));
            switch (child.node()) {
                case FatContent.Folder inner ->
                    putEntry(entries, shortName, 0x10, writeFolder(inner, isRoot ? 0 : first, ""), 0);
                case FatContent.FileNode file -> putEntry(entries, shortName, 0x20, writeFile(file), file.size());
            }
        }
        writeAt(positionOf(first), entries.rewind());
        return first;
    }

    private static byte[] longNameEntries(String name, byte[] shortName) {
        return Fat32Names.saysAll(name, shortName) ? new byte[0] : Fat32Names.longNameEntries(name, shortName);
    }

    private static void putEntry(ByteBuffer entries, byte[] shortName, int attributes, int cluster, long size) {
        entries.put(shortName).put((byte) attributes).put((byte) 0).put((byte) 0);
        entries.putShort((short) 0).putShort(DATE_1980_01_01).putShort(DATE_1980_01_01);
        entries.putShort((short) (cluster >>> 16));
        entries.putShort((short) 0).putShort(DATE_1980_01_01);
        entries.putShort((short) cluster).putInt((int) size);
    }

    private int writeFile(FatContent.FileNode file) throws IOException {
        int first = allocate(file.size());
        long position = positionOf(Math.max(first, FIRST_CLUSTER));
        try (InputStream content = file.source().open()) {
            byte[] piece = new byte[1 << 20];
            for (long done = 0; done < file.size(); ) {
                int read = content.readNBytes(piece, 0, (int) Math.min(piece.length, file.size() - done));
                if (read == 0) {
                    throw new IOException("a file became shorter while it was copied");
                }
                writeAt(position + done, ByteBuffer.wrap(piece, 0, read));
                done += read;
            }
        }
        return first;
    }

    private void writeTables() throws IOException {
        int used = Math.ceilDiv(nextCluster * 4, SECTOR_SIZE) * SECTOR_SIZE;
        ByteBuffer table = littleEndian(used);
        for (int i = 0; i < nextCluster; i++) {
            table.putInt(fat[i]);
        }
        for (int copy = 0; copy < FAT_COPIES; copy++) {
            writeAt(start + (RESERVED_SECTORS + (long) copy * fatSectors) * SECTOR_SIZE, table.rewind());
        }
    }

    /** Boot sector and FSInfo with their copies (pages 7 to 13 and 21). */
    private void writeBootSectors(long hiddenSectors, String label, int serial) throws IOException {
        ByteBuffer boot = littleEndian(SECTOR_SIZE);
        boot.put((byte) 0xeb).put((byte) 0x58).put((byte) 0x90).put(ascii("JVMM    "));
        boot.putShort((short) SECTOR_SIZE).put((byte) clusterSectors).putShort((short) RESERVED_SECTORS);
        boot.put((byte) FAT_COPIES)
                .putShort((short) 0)
                .putShort((short) 0)
                .put((byte) 0xf8)
                .putShort((short) 0);
        boot.putShort((short) 63)
                .putShort((short) 255)
                .putInt((int) hiddenSectors)
                .putInt((int) sectors);
        boot.putInt(fatSectors).putShort((short) 0).putShort((short) 0).putInt(FIRST_CLUSTER);
        boot.putShort((short) 1).putShort((short) BACKUP_BOOT_SECTOR).put(new byte[12]);
        boot.put((byte) 0x80).put((byte) 0).put((byte) 0x29).putInt(serial);
        boot.put(Fat32Names.label(label)).put(ascii("FAT32   "));
        boot.putShort(510, (short) 0xaa55);

        ByteBuffer info = littleEndian(SECTOR_SIZE);
        info.putInt(0, 0x4161_5252).putInt(484, 0x6141_7272);
        info.putInt(488, fat.length - nextCluster).putInt(492, nextCluster);
        info.putShort(510, (short) 0xaa55);

        ByteBuffer third = littleEndian(SECTOR_SIZE).putShort(510, (short) 0xaa55);
        for (int copy : new int[] {0, BACKUP_BOOT_SECTOR}) {
            writeAt(start + copy * (long) SECTOR_SIZE, boot.rewind());
            writeAt(start + (copy + 1) * (long) SECTOR_SIZE, info.rewind());
            writeAt(start + (copy + 2) * (long) SECTOR_SIZE, third.rewind());
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    private static ByteBuffer littleEndian(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void writeAt(long position, ByteBuffer bytes) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += disk.write(bytes, at);
        }
    }
}
