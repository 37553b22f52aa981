// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.fwcfg;

import static dev.jvmm.devices.fwcfg.FwCfgRegisters.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvmm.core.error.VmException;
import dev.jvmm.core.memory.GuestMemory;
import dev.jvmm.devices.testing.RandomAccesses;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FwCfgTest {
    private static final long RAM = 0x4000_0000L;
    private static final long ACCESS = RAM + 0x100;
    private static final long BUFFER = RAM + 0x1000;
    private static final int RAM_BYTES = 2 << 20;

    private final byte[] ram = new byte[RAM_BYTES];
    private final GuestMemory memory =
            new GuestMemory(List.of(new GuestMemory.Region(RAM, MemorySegment.ofArray(ram))));
    private final FwCfg device = new FwCfg.Builder()
            .item(FwCfg.KEY_NB_CPUS, (short) 4)
            .file("etc/boot-menu-wait", new byte[] {0, 0})
            .file("bootorder", "disk".getBytes(StandardCharsets.US_ASCII))
            .writableFile("etc/writable", new byte[8])
            .build(memory);

    private void select(int key) {
        device.write(SELECTOR, 2, Short.toUnsignedInt(Short.reverseBytes((short) key)));
    }

    private byte[] readBytes(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) device.read(DATA, 1);
        }
        return bytes;
    }

    /** Runs a DMA access in RAM and returns the control word it left. */
    private int dma(int control, int length, long address) {
        memory.writeInt(ACCESS, Integer.reverseBytes(control));
        memory.writeInt(ACCESS + 4, Integer.reverseBytes(length));
        memory.writeLong(ACCESS + 8, Long.reverseBytes(address));
        device.write(DMA_HIGH, 8, Long.reverseBytes(ACCESS));
        return Integer.reverseBytes(memory.readInt(ACCESS));
    }

    private int keyOf(String name) {
        select(KEY_FILE_DIRECTORY);
        int count = ByteBuffer.wrap(readBytes(4)).getInt();
        for (int i = 0; i < count; i++) {
            ByteBuffer entry = ByteBuffer.wrap(readBytes(DIRECTORY_ENTRY_BYTES));
            String found = new String(entry.array(), 8, NAME_BYTES, StandardCharsets.US_ASCII);
            if (found.substring(0, found.indexOf(0)).equals(name)) {
                return Short.toUnsignedInt(entry.getShort(4));
            }
        }
        throw new AssertionError("no file " + name);
    }

    @Test
    void firmwareFindsTheSignatureAndTheDmaInterface() {
        select(KEY_SIGNATURE);
        assertThat(device.read(DATA, 4)).isEqualTo(Integer.reverseBytes(0x51454D55));
        select(KEY_ID);
        assertThat(device.read(DATA, 4)).isEqualTo(3);
        assertThat(device.read(DMA_HIGH, 8)).isEqualTo(Long.reverseBytes(DMA_SIGNATURE));
        assertThat(device.read(DMA_HIGH, 4)).isEqualTo(Integer.reverseBytes(0x51454D55));
        assertThat(device.read(DMA_LOW, 4)).isEqualTo(Integer.toUnsignedLong(Integer.reverseBytes(0x20434647)));
    }

    @Test
    void theDirectoryListsFilesByNameWithSizeAndKey() {
        select(KEY_FILE_DIRECTORY);
        ByteBuffer directory = ByteBuffer.wrap(readBytes(4 + 3 * DIRECTORY_ENTRY_BYTES));
        assertThat(directory.getInt()).isEqualTo(3);
        assertThat(directory.getInt()).isEqualTo(4);
        assertThat(directory.getShort()).isEqualTo((short) 0x20);
        assertThat(new String(directory.array(), 12, 9, StandardCharsets.US_ASCII))
                .isEqualTo("bootorder");
        select(keyOf("etc/boot-menu-wait"));
        assertThat(device.read(DATA, 2)).isZero();
    }

    @Test
    void loadsOfEveryWidthGoOnThroughTheItemAndEndInZeroes() {
        select(keyOf("bootorder"));
        assertThat(device.read(DATA, 2)).isEqualTo('d' | ('i' << 8));
        assertThat(device.read(DATA, 8)).isEqualTo('s' | ('k' << 8));
        assertThat(device.read(DATA, 8)).isZero();
        select(FwCfg.KEY_NB_CPUS | KEY_WRITE);
        assertThat(device.read(DATA, 2)).isEqualTo(4);
        select(0x1234);
        assertThat(device.read(DATA, 4)).isZero();
    }

    @Test
    void dmaSelectsSkipsAndReads() {
        int key = keyOf("bootorder");
        assertThat(dma((key << 16) | CONTROL_SELECT | CONTROL_SKIP, 1, 0)).isZero();
        ram[0x1004] = 0x55;
        assertThat(dma(CONTROL_READ, 4, BUFFER)).isZero();
        assertThat(new String(ram, 0x1000, 3, StandardCharsets.US_ASCII)).isEqualTo("isk");
        assertThat(ram[0x1003]).as("past the end of the item").isZero();
        assertThat(ram[0x1004]).isEqualTo((byte) 0x55);
        assertThat(dma((key << 16) | CONTROL_SELECT | CONTROL_SKIP, -1, 0)).isZero();
        assertThat(device.read(DATA, 1)).isZero();
    }

    @Test
    void aTransferCanBeStartedByTwoHalfStores() {
        memory.writeInt(ACCESS, Integer.reverseBytes((KEY_ID << 16) | CONTROL_SELECT));
        device.write(DMA_HIGH, 4, 0);
        assertThat(memory.readInt(ACCESS)).isNotZero();
        device.write(DMA_LOW, 4, Integer.toUnsignedLong(Integer.reverseBytes((int) ACCESS)));
        assertThat(memory.readInt(ACCESS)).isZero();
        assertThat(device.read(DATA, 1)).isEqualTo(3);
    }

    @Test
    void onlyWritableFilesAreWrittenAndOnlyWithinThem() {
        ram[0x1000] = 42;
        int select = CONTROL_SELECT | CONTROL_WRITE;
        int writable = keyOf("etc/writable") << 16;
        assertThat(dma(writable | select, 8, BUFFER)).isZero();
        assertThat(device.content("etc/writable")).startsWith(42);
        assertThat(dma(writable | select, 9, BUFFER)).isEqualTo(CONTROL_ERROR);
        assertThat(dma((keyOf("bootorder") << 16) | select, 1, BUFFER)).isEqualTo(CONTROL_ERROR);
        assertThat(dma(writable | select, 8, 0x1000)).isEqualTo(CONTROL_ERROR);
        device.reset();
        assertThat(device.content("etc/writable")).startsWith(42);
        assertThat(device.content("none")).isNull();
    }

    @Test
    void wildTransfersFailWithoutTouchingMemory() {
        byte[] before = ram.clone();
        int read = (KEY_SIGNATURE << 16) | CONTROL_SELECT | CONTROL_READ;
        assertThat(dma(read, -1, BUFFER)).isEqualTo(CONTROL_ERROR);
        assertThat(dma(read, 4, -4)).isEqualTo(CONTROL_ERROR);
        assertThat(dma(read, 4, RAM + RAM_BYTES - 3)).isEqualTo(CONTROL_ERROR);
        assertThat(dma(read, (1 << 20) + 5, BUFFER)).isEqualTo(CONTROL_ERROR);
        System.arraycopy(ram, 0x100, before, 0x100, 16);
        assertThat(ram).isEqualTo(before);
        device.write(DMA_HIGH, 8, Long.reverseBytes(-8));
        device.write(DMA_HIGH, 8, Long.reverseBytes(RAM - 8));
        assertThat(ram).isEqualTo(before);
    }

    @Test
    void aWrongFileNameIsTheUsersMistake() {
        FwCfg.Builder builder = new FwCfg.Builder().file("opt/a", new byte[1]);
        for (String name : new String[] {"", "x".repeat(56), "opt/\u00fc", "opt/a"}) {
            assertThatThrownBy(() -> builder.file(name, new byte[1])).isInstanceOf(VmException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void randomAccessesNeverThrow(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 2000; round++) {
            RandomAccesses.run(device, 0, 0x1000, 2, false, random);
            RandomAccesses.run(device, 0, SIZE, 5, random.nextBoolean(), random);
            int control = (random.nextInt(0x24) << 16) | random.nextInt(32);
            dma(control, random.nextInt() >>> random.nextInt(32), RAM + random.nextInt(2 * RAM_BYTES));
        }
    }
}
