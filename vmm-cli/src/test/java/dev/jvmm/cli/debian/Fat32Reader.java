// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.debian;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a FAT32 volume back by the specification, knowing nothing of how it was written. */
final class Fat32Reader {
    private static final int[] UNIT_OFFSETS = {1, 3, 5, 7, 9, 14, 16, 18, 20, 22, 24, 28, 30};

    private final ByteBuffer volume;
    private final int clusterSize;
    private final int dataStart;
    private final int fatStart;
    private final int fatSize;

    Fat32Reader(byte[] bytes) {
        volume = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        clusterSize = volume.get(13) * 512;
        fatStart = volume.getShort(14) * 512;
        fatSize = volume.getInt(36) * 512;
        dataStart = fatStart + volume.get(16) * fatSize;
    }

    /** Clusters by the formula that decides between FAT16 and FAT32. */
    int clusters() {
        return (volume.getInt(32) - dataStart / 512) / (clusterSize / 512);
    }

    boolean tablesAreEqual() {
        return volume.slice(fatStart, fatSize).equals(volume.slice(fatStart + fatSize, fatSize));
    }

    /** Free clusters counted in the table. */
    int freeClusters() {
        int free = 0;
        for (int cluster = 2; cluster < clusters() + 2; cluster++) {
            free += next(cluster) == 0 ? 1 : 0;
        }
        return free;
    }

    /** Every file's content by its path; folders end in a slash and have none. */
    Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        readFolder("", volume.getInt(44), files);
        return files;
    }

    private void readFolder(String path, int cluster, Map<String, byte[]> into) {
        ByteBuffer entries = ByteBuffer.wrap(chain(cluster)).order(ByteOrder.LITTLE_ENDIAN);
        StringBuilder longName = new StringBuilder();
        for (int at = 0; at < entries.capacity() && entries.get(at) != 0; at += 32) {
            int attributes = entries.get(at + 11);
            if (attributes == 0x0f) {
                longName.insert(0, units(entries, at));
                continue;
            }
            byte[] shortName = new byte[11];
            entries.get(at, shortName);
            String name = longName.isEmpty() ? shortText(shortName) : longName.toString();
            longName.setLength(0);
            if ((attributes & 0x08) != 0 || name.startsWith(".")) {
                continue;
            }
            int first = (entries.getShort(at + 20) << 16) | (entries.getShort(at + 26) & 0xffff);
            if ((attributes & 0x10) != 0) {
                into.put(path + name + "/", new byte[0]);
                readFolder(path + name + "/", first, into);
            } else {
                int size = entries.getInt(at + 28);
                into.put(path + name, size == 0 ? new byte[0] : java.util.Arrays.copyOf(chain(first), size));
            }
        }
    }

    private static String units(ByteBuffer entries, int at) {
        StringBuilder text = new StringBuilder();
        for (int offset : UNIT_OFFSETS) {
            char unit = entries.getChar(at + offset);
            if (unit == 0) {
                break;
            }
            text.append(unit);
        }
        return text.toString();
    }

    private static String shortText(byte[] name) {
        String text = new String(name, java.nio.charset.StandardCharsets.US_ASCII);
        String extension = text.substring(8).strip();
        return text.substring(0, 8).strip() + (extension.isEmpty() ? "" : "." + extension);
    }

    private byte[] chain(int first) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        List<Integer> seen = new ArrayList<>();
        for (int cluster = first; cluster < 0x0fff_fff8; cluster = next(cluster)) {
            if (cluster < 2 || seen.size() > clusters()) {
                throw new AssertionError("a chain from cluster " + first + " leads to " + cluster);
            }
            seen.add(cluster);
            byte[] bytes = new byte[clusterSize];
            volume.get(dataStart + (cluster - 2) * clusterSize, bytes);
            content.writeBytes(bytes);
        }
        return content.toByteArray();
    }

    private int next(int cluster) {
        return volume.getInt(fatStart + cluster * 4) & 0x0fff_ffff;
    }
}
