// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.debian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GptWriterTest {
    private static final long BLOCKS = 20_480;
    private static final UUID DISK = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
    private static final GptWriter.Partition ESP =
            new GptWriter.Partition(GptWriter.EFI_SYSTEM, new UUID(1, 2), 2048, 10_239, "EFI System Partition");
    private static final GptWriter.Partition ROOT =
            new GptWriter.Partition(GptWriter.LINUX_ROOT_ARM64, new UUID(3, 4), 10_240, 18_431, "root");

    @TempDir
    Path folder;

    @Test
    void bothHeadersHaveRightChecksumsAndPointAtEachOther() throws IOException {
        ByteBuffer disk = written();

        for (long[] copy : new long[][] {{1, BLOCKS - 1, 2}, {BLOCKS - 1, 1, BLOCKS - 33}}) {
            ByteBuffer header = block(disk, copy[0], 1);
            assertThat(header.getLong(0)).isEqualTo(0x5452_4150_2049_4645L);
            assertThat(header.getLong(24)).isEqualTo(copy[0]);
            assertThat(header.getLong(32)).isEqualTo(copy[1]);
            assertThat(header.getLong(40)).isEqualTo(34);
            assertThat(header.getLong(48)).isEqualTo(BLOCKS - 34);
            assertThat(header.getLong(72)).isEqualTo(copy[2]);
            assertThat(header.getInt(88)).isEqualTo(checksum(block(disk, copy[2], 32), 128 * 128));
            int stored = header.getInt(16);
            header.putInt(16, 0);
            assertThat(stored).isEqualTo(checksum(header, 92));
        }
    }

    @Test
    void guidsHaveTheirFirstThreeFieldsLittleEndian() throws IOException {
        ByteBuffer header = block(written(), 1, 1);
        byte[] guid = new byte[16];
        header.get(56, guid);

        assertThat(guid).isEqualTo(new byte[] {
            0x33,
            0x22,
            0x11,
            0x00,
            0x55,
            0x44,
            0x77,
            0x66,
            (byte) 0x88,
            (byte) 0x99,
            (byte) 0xaa,
            (byte) 0xbb,
            (byte) 0xcc,
            (byte) 0xdd,
            (byte) 0xee,
            (byte) 0xff
        });
    }

    @Test
    void entriesHoldThePartitionsInOrder() throws IOException {
        ByteBuffer entries = block(written(), 2, 32);

        assertThat(entries.getLong(32)).isEqualTo(2048);
        assertThat(entries.getLong(40)).isEqualTo(10_239);
        assertThat(entries.getLong(128 + 32)).isEqualTo(10_240);
        assertThat(entries.getChar(128 + 56)).isEqualTo('r');
        assertThat(entries.getLong(256)).isZero();
    }

    @Test
    void theProtectiveMbrCoversTheWholeDisk() throws IOException {
        ByteBuffer mbr = block(written(), 0, 1);

        assertThat(mbr.get(450)).isEqualTo((byte) 0xee);
        assertThat(mbr.getInt(454)).isEqualTo(1);
        assertThat(mbr.getInt(458)).isEqualTo((int) BLOCKS - 1);
        assertThat(mbr.getShort(510)).isEqualTo((short) 0xaa55);
    }

    @Test
    void aPartitionOverTheBackupTableIsRefused() {
        assertThatThrownBy(() -> write(
                        folder.resolve("disk"),
                        new GptWriter.Partition(GptWriter.EFI_SYSTEM, DISK, 2048, BLOCKS - 33, "too long")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void sgdiskFindsNoProblem() throws IOException {
        Assumptions.assumeTrue(HostCommand.find("sgdisk").isPresent(), "sgdisk (package gdisk) isn't installed");
        Path disk = folder.resolve("disk");
        write(disk, ESP, ROOT);

        HostCommand.Result result = HostCommand.run(
                folder,
                Map.of(),
                List.of(HostCommand.find("sgdisk").orElseThrow().toString(), "-v", "-p", disk.toString()));

        assertThat(result.output()).contains("No problems found", "EF00", "EFI System Partition", "8305");
    }

    private ByteBuffer written() throws IOException {
        Path disk = folder.resolve("disk");
        write(disk, ESP, ROOT);
        return ByteBuffer.wrap(Files.readAllBytes(disk));
    }

    private static void write(Path file, GptWriter.Partition... partitions) throws IOException {
        try (FileChannel disk = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            GptWriter.write(disk, BLOCKS, DISK, List.of(partitions));
        }
    }

    private static ByteBuffer block(ByteBuffer disk, long block, int count) {
        return disk.slice((int) block * 512, count * 512).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int checksum(ByteBuffer bytes, int length) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes.slice(0, length));
        return (int) checksum.getValue();
    }
}
