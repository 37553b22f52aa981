// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.flash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.devices.testing.RandomAccesses;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CfiFlashTest {
    private static final int BLOCK = CfiFlash.BLOCK_BYTES;
    private static final int READY = 0x0080_0080;

    private final byte[] content = new byte[4 * BLOCK];
    private final RecordingStorage storage = new RecordingStorage();
    private boolean mapped;
    private final CfiFlash flash =
            new CfiFlash(MemorySegment.ofArray(content), false, isMapped -> mapped = isMapped, storage);

    private int get(long offset) {
        return (int) flash.read(offset, 4);
    }

    private void put(long offset, int value) {
        flash.write(offset, 4, Integer.toUnsignedLong(value));
    }

    /** Sends a command to both chips, as the drivers do. */
    private void command(long offset, int command) {
        put(offset, (command << 16) | command);
    }

    private int status() {
        command(0, 0x70);
        return get(0);
    }

    private void erase(long offset) {
        command(offset, 0x20);
        command(offset, 0xD0);
        assertThat(status()).isEqualTo(READY);
        command(0, 0xFF);
    }

    @Test
    void theBankIsMappedInReadArrayModeAlone() {
        assertThat(mapped).isTrue();
        command(0, 0x70);
        assertThat(mapped).isFalse();
        flash.write(0, 2, 0xFF);
        assertThat(mapped).as("one chip still shows its status").isFalse();
        assertThat(get(0)).isEqualTo(0x0080_0000);
        flash.write(2, 2, 0xFF);
        assertThat(mapped).isTrue();
        command(0, 0x98);
        flash.reset();
        assertThat(mapped).isTrue();
    }

    @Test
    void arrayReadsOfEveryWidthSeeTheContent() {
        for (int i = 0; i < 16; i++) {
            content[i] = (byte) (i + 1);
        }
        assertThat(flash.read(3, 1)).isEqualTo(4);
        assertThat(flash.read(2, 2)).isEqualTo(0x0403);
        assertThat(flash.read(4, 4)).isEqualTo(0x0807_0605);
        assertThat(flash.read(8, 8)).isEqualTo(0x100F_0E0D_0C0B_0A09L);
        assertThat(flash.read(1, 4)).isEqualTo(0x0504_0302);
    }

    @Test
    void linuxFindsTheCommandSetAndGeometryByTheCfiQuery() {
        command(0x55 * 4, 0x98);
        StringBuilder found = new StringBuilder();
        for (int i = 0x10; i < 0x13; i++) {
            assertThat(get(i * 4L) >>> 16).as("both chips answer").isEqualTo(get(i * 4L) & 0xFFFF);
            found.append((char) (get(i * 4L) & 0xFFFF));
        }
        assertThat(found).hasToString("QRY");
        assertThat(get(0x13 * 4)).isEqualTo(0x0001_0001);
        assertThat(1L << (get(0x27 * 4) & 0xFF)).as("bytes of a chip").isEqualTo(content.length / 2);
        assertThat(1 << (get(0x2A * 4) & 0xFF))
                .as("bytes of a chip's write buffer")
                .isEqualTo(64);
        assertThat(get(0x2C * 4) & 0xFF).isEqualTo(1);
        assertThat((get(0x2D * 4) & 0xFF) + 1).as("blocks").isEqualTo(4);
        assertThat(((get(0x2F * 4) & 0xFF) | ((get(0x30 * 4) & 0xFF) << 8)) * 256)
                .as("bytes of a chip's block")
                .isEqualTo(BLOCK / 2);
        int extended = get(0x15 * 4) & 0xFF;
        assertThat("" + (char) (get(extended * 4L) & 0xFF) + (char) (get(extended * 4L + 4) & 0xFF)
                        + (char) (get(extended * 4L + 8) & 0xFF) + (char) (get(extended * 4L + 12) & 0xFF))
                .isEqualTo("PRI1");
        assertThat(get(0x3000)).isZero();
    }

    @Test
    void edk2ProgramsAWordAndReadsItBack() {
        erase(0);
        command(8, 0x90);
        assertThat(get(8) & 3).as("block not locked").isZero();
        command(4, 0x40);
        put(4, 0xCAFE_F00D);
        assertThat(status()).isEqualTo(READY);
        command(0, 0x50);
        command(0, 0xFF);
        assertThat(get(4)).isEqualTo(0xCAFE_F00D);
        assertThat(storage.changes).containsExactly("erase 0x0+262144", "program 0x4+4");
    }

    @Test
    void programmingOnlyClearsBits() {
        erase(0);
        for (int value : new int[] {0xFFFF_0000, 0x00FF_FFFF}) {
            command(0, 0x10);
            put(0, value);
        }
        command(0, 0xFF);
        assertThat(get(0)).isEqualTo(0x00FF_0000);
    }

    @Test
    void edk2WritesABufferAndConfirmsAtTheBaseOfTheBank() {
        erase(BLOCK);
        command(BLOCK, 0xE8);
        assertThat(get(BLOCK) & READY).isEqualTo(READY);
        command(BLOCK, 31);
        for (int i = 0; i < 32; i++) {
            put(BLOCK + 4L * i, 0x0101_0101 * i);
        }
        command(0, 0xD0);
        assertThat(status()).isEqualTo(READY);
        command(0, 0xFF);
        for (int i = 0; i < 32; i++) {
            assertThat(get(BLOCK + 4L * i)).isEqualTo(0x0101_0101 * i);
        }
        assertThat(storage.changes).containsExactly("erase 0x40000+262144", "program 0x40000+128");
    }

    @Test
    void aWriteBufferThatIsTooLongOrNotConfirmedOrLeavesItsBlockIsASequenceError() {
        command(0, 0xE8);
        command(0, 32);
        assertThat(status()).isEqualTo(READY | 0x0030_0030);
        command(0, 0x50);
        command(0, 0xE8);
        command(0, 0);
        put(0, 0);
        command(0, 0x70);
        assertThat(get(0)).isEqualTo(READY | 0x0030_0030);
        command(0, 0x50);
        command(0, 0xE8);
        command(0, 1);
        put(BLOCK - 4, 0);
        put(BLOCK, 0);
        assertThat(status()).isEqualTo(READY | 0x0030_0030);
        assertThat(storage.changes).isEmpty();
    }

    @Test
    void eraseSetsOneBlockToOnes() {
        erase(BLOCK);
        for (int i = 0; i < content.length; i++) {
            assertThat(content[i]).isEqualTo((byte) (i / BLOCK == 1 ? 0xFF : 0));
        }
        command(0, 0x20);
        command(0, 0xFF);
        assertThat(get(0)).as("not confirmed").isEqualTo(READY | 0x0030_0030);
        assertThat(storage.changes).hasSize(1);
    }

    @Test
    void aLockedBlockRefusesUntilItIsUnlocked() {
        command(BLOCK, 0x60);
        command(BLOCK, 0x01);
        command(BLOCK, 0x90);
        assertThat(get(BLOCK + 8)).isEqualTo(0x0001_0001);
        assertThat(get(8)).as("the other block").isZero();
        command(BLOCK, 0x20);
        command(BLOCK, 0xD0);
        assertThat(status()).isEqualTo(READY | 0x0022_0022);
        command(0, 0x50);
        command(BLOCK, 0x40);
        put(BLOCK, 0);
        assertThat(status()).isEqualTo(READY | 0x0012_0012);
        command(0, 0x50);
        command(BLOCK, 0x60);
        command(BLOCK, 0xD0);
        erase(BLOCK);
        command(BLOCK, 0x60);
        command(BLOCK, 0x2F);
        command(BLOCK, 0x60);
        command(BLOCK, 0xD0);
        command(BLOCK, 0x90);
        assertThat(get(BLOCK + 8)).as("locked down until reset").isEqualTo(0x0003_0003);
        flash.reset();
        erase(BLOCK);
    }

    @Test
    void identifierCodesNameTheChip() {
        command(0, 0x90);
        assertThat(get(0)).isEqualTo(0x0089_0089);
        assertThat(get(4)).isEqualTo(0x001D_001D);
    }

    @Test
    void aReadOnlyBankReportsErrorsAndKeepsItsContent() {
        CfiFlash rom = new CfiFlash(MemorySegment.ofArray(content), true, isMapped -> {}, storage);
        rom.write(0, 4, 0x0020_0020);
        rom.write(0, 4, 0x00D0_00D0);
        assertThat(rom.read(0, 4)).isEqualTo(READY | 0x0022_0022);
        rom.write(0, 4, 0x0040_0040);
        rom.write(0, 4, 0xFFFF_FFFFL);
        assertThat(rom.read(0, 4)).isEqualTo(READY | 0x0032_0032);
        rom.write(0, 4, 0x0060_0060);
        rom.write(0, 4, 0x00D0_00D0);
        rom.write(0, 4, 0x0090_0090);
        assertThat(rom.read(8, 4)).isEqualTo(0x0003_0003);
        assertThat(content).isEqualTo(new byte[content.length]);
        assertThat(storage.changes).isEmpty();
    }

    @Test
    void theFlashIsBusyWhileItsStorageIs() {
        erase(0);
        storage.ready = false;
        assertThat(status()).isZero();
        command(0, 0xE8);
        assertThat(get(0)).isZero();
        storage.ready = true;
        assertThat(get(0)).as("the buffer has to be asked for again").isZero();
        command(0, 0xE8);
        assertThat(get(0)).isEqualTo(READY);
        command(0, 0);
        put(0, 0x1234_5678);
        command(0, 0xD0);
        assertThat(status()).isEqualTo(READY);
        command(0, 0xFF);
        assertThat(get(0)).isEqualTo(0x1234_5678);
        storage.ready = false;
        command(0, 0x40);
        put(0, 0);
        assertThat(status()).as("a driver that does not wait").isEqualTo(0x0010_0010);
    }

    @Test
    void eachChipObeysItsHalfOfTheBus() {
        flash.write(2, 2, 0x20);
        flash.write(2, 2, 0xD0);
        command(0, 0xFF);
        assertThat(get(0)).isEqualTo(0xFFFF_0000);
        flash.write(2, 2, 0x40);
        flash.write(2, 2, 0xABCD);
        assertThat(flash.read(2, 2)).isEqualTo(0x80);
        command(0, 0xFF);
        assertThat(get(0)).isEqualTo(0xABCD_0000);
        assertThat(storage.changes).containsExactly("program 0x2+262142", "program 0x2+2");
    }

    @Test
    void probesForOtherCommandSetsChangeNothing() {
        for (int command : new int[] {0xF0, 0xAA, 0x55, 0x00, 0x80, 0xB0, 0xD0}) {
            command(0x555 * 4, command);
        }
        assertThat(mapped).isTrue();
        assertThat(status()).isEqualTo(READY);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void randomAccessesNeverThrowAndEveryChangeIsStored(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] commands = {0x10, 0x20, 0x40, 0x50, 0x60, 0x70, 0x90, 0x98, 0xD0, 0xE8, 0xFF, 1, 3};
        byte[] before = content.clone();
        for (int round = 0; round < 2000; round++) {
            int changes = storage.changes.size();
            command(random.nextInt(content.length) & ~3, commands[random.nextInt(commands.length)]);
            RandomAccesses.run(flash, 0, content.length, 1, random.nextBoolean(), random);
            storage.ready = random.nextInt(10) > 0;
            if (storage.changes.size() == changes) {
                assertThat(Arrays.mismatch(content, before)).isEqualTo(-1);
            } else {
                System.arraycopy(content, 0, before, 0, content.length);
            }
        }
        flash.read(-1, 1);
        flash.read(content.length - 1, 8);
        flash.write(content.length - 1, 8, -1);
    }
}
