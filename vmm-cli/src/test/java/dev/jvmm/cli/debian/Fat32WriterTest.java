// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.debian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvmm.core.error.VmException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Fat32WriterTest {
    @TempDir
    Path folder;

    @Test
    void whatWasWrittenReadsBackUnderTheSameNames() throws IOException {
        byte[] large = new byte[300_001];
        new Random(1).nextBytes(large);
        FatContent content = new FatContent()
                .add("EFI/BOOT/BOOTAA64.EFI", large)
                .add("EFI/debian/grub.cfg", "set timeout=0\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .add("empty", new byte[0])
                .add("a name of more than twenty-six characters.txt", new byte[] {7});

        Map<String, byte[]> files = new Fat32Reader(Files.readAllBytes(write(content))).files();

        assertThat(files.keySet())
                .containsExactly(
                        "EFI/",
                        "EFI/BOOT/",
                        "EFI/BOOT/BOOTAA64.EFI",
                        "EFI/debian/",
                        "EFI/debian/grub.cfg",
                        "empty",
                        "a name of more than twenty-six characters.txt");
        assertThat(files.get("EFI/BOOT/BOOTAA64.EFI")).isEqualTo(large);
        assertThat(files.get("EFI/debian/grub.cfg")).asString().isEqualTo("set timeout=0\n");
        assertThat(files.get("a name of more than twenty-six characters.txt")).containsExactly(7);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void randomTreesReadBack(long seed) throws IOException {
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        FatContent content = new FatContent();
        Map<String, byte[]> expected = new java.util.HashMap<>();
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[random.nextInt(5000)];
            random.nextBytes(bytes);
            String path = "folder " + random.nextInt(5) + "/" + "file".repeat(1 + random.nextInt(20)) + i + ".bin";
            content.add(path, bytes);
            expected.put(path, bytes);
        }
        Fat32Reader reader = new Fat32Reader(Files.readAllBytes(write(content)));

        Map<String, byte[]> files = reader.files();
        files.keySet().removeIf(path -> path.endsWith("/"));
        assertThat(files.keySet()).isEqualTo(expected.keySet());
        expected.forEach((path, bytes) -> assertThat(files.get(path)).isEqualTo(bytes));
        assertThat(reader.tablesAreEqual()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {40, 64, 260, 600})
    void aVolumeOfAnySizeHasEnoughClustersForFat32AndTablesForThemAll(long mebibytes) throws IOException {
        Path file = write(new FatContent(), mebibytes << 20);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer boot = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
            channel.read(boot, 0);
            long fatSectors = boot.getInt(36);
            long clusters = (boot.getInt(32) - boot.getShort(14) - 2 * fatSectors) / boot.get(13);

            assertThat(clusters).isGreaterThanOrEqualTo(65_525);
            assertThat(fatSectors * 128).isGreaterThanOrEqualTo(clusters + 2);
        }
    }

    @Test
    void theFreeCountIsThatOfTheTable() throws IOException {
        byte[] bytes = Files.readAllBytes(write(new FatContent().add("file", new byte[100_000])));

        int stored = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(512 + 488);

        assertThat(stored).isEqualTo(new Fat32Reader(bytes).freeClusters());
    }

    @Test
    void theSameContentMakesTheSameBytes() throws IOException {
        byte[] first = Files.readAllBytes(write(new FatContent().add("a/b", new byte[] {1})));
        byte[] second = Files.readAllBytes(write(new FatContent().add("a/b", new byte[] {1})));

        assertThat(first).isEqualTo(second);
    }

    @Test
    void shortNamesOfOneFolderDiffer() {
        Set<String> taken = new HashSet<>();
        for (String name :
                List.of("longer file one.txt", "longer file two.txt", "LONGER~1.TXT", "grub.cfg", "GRUB.CFG2")) {
            Fat32Names.shortName(name, taken);
        }
        assertThat(taken)
                .containsExactlyInAnyOrder("LONGER~1TXT", "LONGER~2TXT", "LONGER~3TXT", "GRUB    CFG", "GRUB~1  CFG");
    }

    @Test
    void aPathThroughAFileIsRefused() {
        FatContent content = new FatContent().add("a", new byte[1]);

        assertThatThrownBy(() -> content.add("a/b", new byte[1])).isInstanceOf(VmException.class);
    }

    @Test
    void fsckFindsNoProblem() throws IOException {
        Assumptions.assumeTrue(
                HostCommand.find("fsck.vfat").isPresent(), "fsck.vfat (package dosfstools) isn't installed");
        FatContent content = new FatContent().add("EFI/BOOT/BOOTAA64.EFI", new byte[70_000]);
        for (int i = 0; i < 100; i++) {
            content.add("many/a rather long file name " + i, new byte[i]);
        }
        Path volume = write(content);

        HostCommand.Result result = HostCommand.run(
                folder,
                Map.of(),
                List.of(HostCommand.find("fsck.vfat").orElseThrow().toString(), "-n", "-v", volume.toString()));

        // its count takes in the volume label
        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output()).contains("32 bit entries", "105 files").doesNotContain("differ", "wrong");
    }

    private Path write(FatContent content) throws IOException {
        return write(content, Fat32Writer.sizeFor(content, 1 << 20));
    }

    private Path write(FatContent content, long bytes) throws IOException {
        Path file = Files.createTempFile(folder, "volume", ".fat");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[1]), bytes - 1);
            Fat32Writer.write(channel, 0, bytes / 512, "ESP", 0x1234_5678, content);
        }
        return file;
    }
}
