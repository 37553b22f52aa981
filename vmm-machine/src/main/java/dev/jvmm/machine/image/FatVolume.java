// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.image;

import dev.jvmm.machine.image.DiskReader.BrokenImageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Enough of a FAT32 file system to find a file by its path (Microsoft's FAT32 File System Specification 1.03; UEFI
 * Specification 2.10 section 13.3 rests on it). Follows no chain for longer than the volume can be.
 */
final class FatVolume {
    private static final int DIRECTORY_ENTRY = 32;
    private static final int NAME_LENGTH = 11;
    private static final int ATTRIBUTE_LONG_NAME = 0x0f;
    private static final int ATTRIBUTE_VOLUME = 0x08;
    private static final int ATTRIBUTE_DIRECTORY = 0x10;
    private static final int DELETED = 0xe5;
    private static final int CLUSTER_MASK = 0x0fff_ffff;
    private static final int END_OF_CHAIN = 0x0fff_fff8;
    /** A directory of more than 2 MiB is against the specification (section 6). */
    private static final int LONGEST_DIRECTORY = 2 << 20;

    private final DiskReader disk;
    private final long fatOffset;
    private final long dataOffset;
    private final int clusterSize;
    private final long clusters;
    private final int rootCluster;

    /** A file or directory. */
    record Entry(int firstCluster, long size, boolean directory) {}

    private FatVolume(
            DiskReader disk, long fatOffset, long dataOffset, int clusterSize, long clusters, int rootCluster) {
        this.disk = disk;
        this.fatOffset = fatOffset;
        this.dataOffset = dataOffset;
        this.clusterSize = clusterSize;
        this.clusters = clusters;
        this.rootCluster = rootCluster;
    }

    /**
     * Opens the file system on {@code disk}.
     *
     * @throws BrokenImageException with what it is instead, when it is not FAT32
     */
    static FatVolume open(DiskReader disk) throws IOException {
        ByteBuffer boot = disk.read(0, 512);
        int sector = Short.toUnsignedInt(boot.getShort(11));
        int sectorsPerCluster = Byte.toUnsignedInt(boot.get(13));
        if (Short.toUnsignedInt(boot.getShort(510)) != 0xaa55
                || sector < 512
                || sector > 4096
                || Integer.bitCount(sector) != 1
                || Integer.bitCount(sectorsPerCluster) != 1) {
            throw new BrokenImageException("holds no FAT file system");
        }
        int reserved = Short.toUnsignedInt(boot.getShort(14));
        int fats = Byte.toUnsignedInt(boot.get(16));
        int rootEntries = Short.toUnsignedInt(boot.getShort(17));
        if (boot.getShort(22) != 0 || rootEntries != 0) {
            throw new BrokenImageException("is FAT12 or FAT16");
        }
        long fatSectors = Integer.toUnsignedLong(boot.getInt(36));
        long small = Short.toUnsignedLong(boot.getShort(19));
        long sectors = small != 0 ? small : Integer.toUnsignedLong(boot.getInt(32));
        long dataSector = reserved + fats * fatSectors;
        if (fats == 0 || reserved == 0 || fatSectors == 0 || dataSector >= sectors) {
            throw new BrokenImageException("has a FAT file system with a damaged boot sector");
        }
        long clusters = Math.min((sectors - dataSector) / sectorsPerCluster, fatSectors * sector / 4 - 2);
        return new FatVolume(
                disk,
                (long) reserved * sector,
                dataSector * sector,
                sector * sectorsPerCluster,
                clusters,
                boot.getInt(44) & CLUSTER_MASK);
    }

    /** The entry at {@code path}, names of at most 8.3 characters in upper case; empty when there is none. */
    Optional<Entry> find(String... path) throws IOException {
        Entry entry = new Entry(rootCluster, 0, true);
        for (String name : path) {
            if (!entry.directory) {
                return Optional.empty();
            }
            Optional<Entry> next = findIn(entry, shortName(name));
            if (next.isEmpty()) {
                return next;
            }
            entry = next.get();
        }
        return Optional.of(entry);
    }

    /** The first bytes of a file, at most {@code length}. */
    ByteBuffer head(Entry file, int length) throws IOException {
        int wanted = (int) Math.min(length, file.size);
        ByteBuffer head = ByteBuffer.allocate(wanted).order(ByteOrder.LITTLE_ENDIAN);
        int cluster = file.firstCluster;
        while (head.hasRemaining() && isData(cluster)) {
            ByteBuffer bytes = disk.read(offsetOf(cluster), Math.min(clusterSize, head.remaining()));
            head.put(bytes);
            cluster = next(cluster);
        }
        if (head.hasRemaining()) {
            throw new BrokenImageException("its chain of clusters ends early");
        }
        return head.flip();
    }

    private Optional<Entry> findIn(Entry directory, String name) throws IOException {
        int cluster = directory.firstCluster;
        for (int seen = 0; seen < LONGEST_DIRECTORY && isData(cluster); seen += clusterSize) {
            ByteBuffer entries = disk.read(offsetOf(cluster), clusterSize);
            for (int at = 0; at < clusterSize; at += DIRECTORY_ENTRY) {
                int first = Byte.toUnsignedInt(entries.get(at));
                if (first == 0) {
                    return Optional.empty();
                }
                int attributes = entries.get(at + 11);
                if (first == DELETED
                        || (attributes & ATTRIBUTE_LONG_NAME) == ATTRIBUTE_LONG_NAME
                        || (attributes & ATTRIBUTE_VOLUME) != 0) {
                    continue;
                }
                byte[] bytes = new byte[NAME_LENGTH];
                entries.get(at, bytes);
                if (new String(bytes, StandardCharsets.ISO_8859_1).equals(name)) {
                    int start = Short.toUnsignedInt(entries.getShort(at + 20)) << 16
                            | Short.toUnsignedInt(entries.getShort(at + 26));
                    return Optional.of(new Entry(
                            start & CLUSTER_MASK,
                            Integer.toUnsignedLong(entries.getInt(at + 28)),
                            (attributes & ATTRIBUTE_DIRECTORY) != 0));
                }
            }
            cluster = next(cluster);
        }
        return Optional.empty();
    }

    private static String shortName(String name) {
        int dot = name.indexOf('.');
        String base = dot < 0 ? name : name.substring(0, dot);
        String extension = dot < 0 ? "" : name.substring(dot + 1);
        return String.format(Locale.ROOT, "%-8s%-3s", base, extension);
    }

    private boolean isData(int cluster) {
        return cluster >= 2 && cluster - 2 < clusters && cluster < END_OF_CHAIN;
    }

    private long offsetOf(int cluster) {
        return dataOffset + (cluster - 2L) * clusterSize;
    }

    private int next(int cluster) throws IOException {
        return disk.read(fatOffset + cluster * 4L, 4).getInt(0) & CLUSTER_MASK;
    }
}
