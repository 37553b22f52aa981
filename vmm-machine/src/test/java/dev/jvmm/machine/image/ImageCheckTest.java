// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvmm.core.error.VmException;
import dev.jvmm.machine.image.Finding.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class ImageCheckTest {
    @TempDir
    Path directory;

    private final TestImage image = new TestImage();

    private List<Finding> check() throws IOException {
        return ImageCheck.check(image.writeTo(directory.resolve("disk.img")));
    }

    private void assertOnly(Severity severity, String clause, String text) throws IOException {
        assertThat(check()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.clause()).isEqualTo(clause);
            assertThat(finding.what()).contains(text);
            assertThat(finding.mend()).isNotBlank();
        });
    }

    @Test
    void anImageThatKeepsTheClausesHasNoFindings() throws IOException {
        assertThat(check()).isEmpty();
    }

    @Test
    void aBrokenPrimaryTableIsSaidAndItsBackupUsed() throws IOException {
        image.bytes[BLOCK + 60] ^= 1;
        assertOnly(Severity.WEAK, "I1", "its backup is used");
    }

    @Test
    void brokenPrimaryEntriesAreFoundByTheirChecksum() throws IOException {
        image.bytes[2 * BLOCK + 40] ^= 1;
        assertOnly(Severity.WEAK, "I1", "entries' checksum");
    }

    @Test
    void aBrokenBackupTableIsSaid() throws IOException {
        image.bytes[image.bytes.length - BLOCK] = 0;
        assertOnly(Severity.WEAK, "I1", "backup partition table");
    }

    @Test
    void withoutAnyTableTheImageBreaksTheFirstClause() throws IOException {
        image.bytes[BLOCK] = 0;
        image.bytes[image.bytes.length - BLOCK] = 0;
        assertOnly(Severity.BREAKS, "I1", "no GUID partition table");
    }

    @Test
    void aMissingProtectiveMbrIsSaid() throws IOException {
        image.bytes[450] = 0;
        assertOnly(Severity.WEAK, "I1", "protective MBR");
    }

    @Test
    void aPartitionOfAnotherTypeIsNoSystemPartition() throws IOException {
        image.bytes[2 * BLOCK] ^= 1;
        image.bytes[image.bytes.length - 33 * BLOCK] ^= 1;
        image.seal();
        assertOnly(Severity.BREAKS, "I2", "no partition has the type");
    }

    @Test
    void aSystemPartitionBeyondTheImageIsSaid() throws IOException {
        image.data.putLong(2 * BLOCK + 40, Long.MAX_VALUE);
        image.data.putLong(image.bytes.length - 33 * BLOCK + 40, Long.MAX_VALUE);
        image.seal();
        assertOnly(Severity.BREAKS, "I2", "outside the image");
    }

    @Test
    void fat16IsNotFat32() throws IOException {
        image.data.putShort(TestImage.ESP_OFFSET + 22, (short) 32);
        assertOnly(Severity.BREAKS, "I2", "FAT12 or FAT16");
    }

    @Test
    void anotherFileSystemIsNotFat32() throws IOException {
        image.data.putShort(TestImage.ESP_OFFSET + 510, (short) 0);
        assertOnly(Severity.BREAKS, "I2", "no FAT file system");
    }

    @Test
    void aMissingBootFileIsSaid() throws IOException {
        image.bytes[TestImage.BOOT_DIRECTORY] = 'X';
        assertOnly(Severity.BREAKS, "I3", "there is no \\EFI\\BOOT\\BOOTAA64.EFI");
    }

    @Test
    void a32BitBootFileAloneIsNamed() throws IOException {
        image.entry(TestImage.BOOT_DIRECTORY, "BOOTARM EFI", 0x20, 5, TestImage.FILE_SIZE);
        assertOnly(Severity.BREAKS, "I3", "BOOTARM.EFI");
    }

    @Test
    void aBootFileForAnotherMachineIsSaid() throws IOException {
        image.peFile(0x8664);
        assertOnly(Severity.BREAKS, "I3", "is for x86-64, not AArch64");
    }

    @Test
    void aBootFileThatIsNoProgramIsSaid() throws IOException {
        Arrays.fill(image.bytes, TestImage.FILE, TestImage.FILE + TestImage.FILE_SIZE, (byte) 0);
        assertOnly(Severity.BREAKS, "I3", "is no PE file");
    }

    @Test
    void aQcow2ImageIsNamed() throws IOException {
        image.data.put(0, new byte[] {'Q', 'F', 'I', (byte) 0xfb});
        assertOnly(Severity.BREAKS, "I1", "qcow2");
    }

    @Test
    void whatIsNoImageAtAllIsTheUsersMistake() throws IOException {
        Path empty = Files.createFile(directory.resolve("empty"));
        assertThatThrownBy(() -> ImageCheck.check(empty))
                .isInstanceOf(VmException.class)
                .hasMessageContaining("empty");
        assertThatThrownBy(() -> ImageCheck.check(directory))
                .isInstanceOf(VmException.class)
                .hasMessageContaining("directory");
        assertThatThrownBy(() -> ImageCheck.check(directory.resolve("none")))
                .isInstanceOf(VmException.class)
                .hasMessageContaining("no such file");
        Path tiny = Files.write(directory.resolve("tiny"), "hello".getBytes(StandardCharsets.US_ASCII));
        assertThat(ImageCheck.check(tiny))
                .singleElement()
                .satisfies(f -> assertThat(f.what()).contains("too small"));
    }

    @Test
    void aChainOfClustersThatBitesItsTailEnds() throws IOException {
        int fat = TestImage.ESP_OFFSET + 32 * BLOCK;
        // The boot directory is full of other files and follows itself.
        for (int at = 0; at < BLOCK; at += 32) {
            image.entry(TestImage.BOOT_DIRECTORY + at, "FILE    TXT", 0x20, 5, 1);
        }
        image.data.putInt(fat + 4 * 4, 4);
        assertOnly(Severity.BREAKS, "I3", "there is no");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noDamageMakesItThrowOrRunOn(long seed) throws IOException {
        Random random = new Random(seed);
        int[] places = {
            0,
            BLOCK,
            2 * BLOCK,
            TestImage.ESP_OFFSET,
            TestImage.ESP_OFFSET + 32 * BLOCK,
            TestImage.BOOT_DIRECTORY,
            TestImage.FILE,
            image.bytes.length - 33 * BLOCK,
            image.bytes.length - BLOCK
        };
        for (int round = 0; round < 200; round++) {
            TestImage victim = new TestImage();
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                int at = places[random.nextInt(places.length)] + random.nextInt(128);
                switch (random.nextInt(3)) {
                    case 0 -> victim.bytes[at] = (byte) random.nextInt();
                    case 1 -> victim.data.putInt(Math.min(at, victim.bytes.length - 4), random.nextInt());
                    default -> victim.data.putInt(Math.min(at, victim.bytes.length - 4), -1);
                }
            }
            if (random.nextBoolean()) {
                victim.header(1, victim.bytes.length / BLOCK - 1, 2); // so that damage behind checksums is seen too
            }
            int length = random.nextInt(4) == 0 ? 1 + random.nextInt(victim.bytes.length) : victim.bytes.length;
            Path file = Files.write(directory.resolve("victim"), Arrays.copyOf(victim.bytes, length));
            for (Finding finding : ImageCheck.check(file)) {
                assertThat(finding.clause())
                        .as("seed %d, round %d", seed, round)
                        .isIn("I1", "I2", "I3");
            }
        }
    }

    private static final int BLOCK = TestImage.BLOCK;
}
