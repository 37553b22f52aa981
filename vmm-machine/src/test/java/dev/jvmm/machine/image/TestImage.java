// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/** A small disk that keeps the clauses, as bytes to be broken by tests: GPT, one FAT32 ESP, BOOTAA64.EFI. */
public final class TestImage {
    static final int BLOCK = 512;
    private static final int BLOCKS = 1024;
    private static final int ESP_FIRST = 64;
    private static final int ESP_LAST = BLOCKS - 64;
    private static final int FAT_SECTOR = ESP_FIRST + 32;
    private static final int FAT_SECTORS = 32;
    private static final int DATA_SECTOR = FAT_SECTOR + FAT_SECTORS;
    static final int ESP_OFFSET = ESP_FIRST * BLOCK;
    static final int BOOT_DIRECTORY = (DATA_SECTOR + 2) * BLOCK;
    static final int FILE = (DATA_SECTOR + 3) * BLOCK;
    static final int FILE_SIZE = 1024;

    final byte[] bytes = new byte[BLOCKS * BLOCK];
    final ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);

    public TestImage() {
        protectiveMbr();
        writeEntries(2 * BLOCK);
        writeEntries((BLOCKS - 33) * BLOCK);
        fat32();
        peFile(0xaa64);
        seal();
    }

    public Path writeTo(Path file) throws IOException {
        return Files.write(file, bytes);
    }

    private void protectiveMbr() {
        data.put(446 + 4, (byte) 0xee).putInt(446 + 8, 1).putInt(446 + 12, BLOCKS - 1);
        data.putShort(510, (short) 0xaa55);
    }

    private void writeEntries(int at) {
        byte[] type = {
            0x28,
            0x73,
            0x2a,
            (byte) 0xc1,
            0x1f,
            (byte) 0xf8,
            (byte) 0xd2,
            0x11,
            (byte) 0xba,
            0x4b,
            0,
            (byte) 0xa0,
            (byte) 0xc9,
            0x3e,
            (byte) 0xc9,
            0x3b
        };
        data.put(at, type).putLong(at + 32, ESP_FIRST).putLong(at + 40, ESP_LAST);
    }

    /** Writes both headers with right checksums over what the tables hold now. */
    void seal() {
        header(1, BLOCKS - 1, 2);
        header(BLOCKS - 1, 1, BLOCKS - 33);
    }

    void header(int block, int other, int table) {
        int at = block * BLOCK;
        data.put(at, "EFI PART".getBytes(StandardCharsets.US_ASCII))
                .putInt(at + 8, 0x1_0000)
                .putInt(at + 12, 92)
                .putInt(at + 16, 0)
                .putLong(at + 24, block)
                .putLong(at + 32, other)
                .putLong(at + 72, table)
                .putInt(at + 80, 128)
                .putInt(at + 84, 128)
                .putInt(at + 88, crc(table * BLOCK, 128 * 128));
        data.putInt(at + 16, crc(at, 92));
    }

    private int crc(int at, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, at, length);
        return (int) crc.getValue();
    }

    private void fat32() {
        int boot = ESP_OFFSET;
        data.putShort(boot + 11, (short) BLOCK)
                .put(boot + 13, (byte) 1)
                .putShort(boot + 14, (short) 32)
                .put(boot + 16, (byte) 1)
                .putInt(boot + 32, ESP_LAST - ESP_FIRST + 1)
                .putInt(boot + 36, FAT_SECTORS)
                .putInt(boot + 44, 2)
                .putShort(boot + 510, (short) 0xaa55);
        int fat = FAT_SECTOR * BLOCK;
        for (int cluster : new int[] {0, 1, 2, 3, 4, 6}) {
            data.putInt(fat + 4 * cluster, 0x0fff_ffff);
        }
        data.putInt(fat + 4 * 5, 6); // the file has clusters 5 and 6
        entry(DATA_SECTOR * BLOCK, "EFI        ", 0x10, 3, 0);
        entry((DATA_SECTOR + 1) * BLOCK, "BOOT       ", 0x10, 4, 0);
        entry(BOOT_DIRECTORY, "BOOTAA64EFI", 0x20, 5, FILE_SIZE);
    }

    void entry(int at, String name, int attributes, int cluster, int size) {
        data.put(at, name.getBytes(StandardCharsets.US_ASCII))
                .put(at + 11, (byte) attributes)
                .putShort(at + 20, (short) (cluster >>> 16))
                .putShort(at + 26, (short) cluster)
                .putInt(at + 28, size);
    }

    void peFile(int machine) {
        data.putShort(FILE, (short) 0x5a4d).putInt(FILE + 0x3c, 0x80);
        int at = FILE + 0x80;
        data.putInt(at, 0x4550)
                .putShort(at + 4, (short) machine)
                .putShort(at + 24, (short) 0x20b)
                .putShort(at + 24 + 68, (short) 10);
    }
}
