// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.virtio.blk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.core.memory.GuestMemory;
import dev.jvmm.devices.testing.Eventually;
import dev.jvmm.devices.testing.FakeDriver;
import dev.jvmm.devices.testing.FakeQueue;
import dev.jvmm.devices.testing.FakeQueue.Buffer;
import dev.jvmm.devices.testing.MemoryDisk;
import dev.jvmm.devices.testing.RecordingIrqLine;
import dev.jvmm.devices.virtio.queue.RingFeatures;
import dev.jvmm.devices.virtio.transport.VirtioMmio;
import dev.jvmm.devices.virtio.transport.VirtioMmioRegisters;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BlkDeviceTest {
    private static final long SECTORS = 8192;
    private static final int OK = 0;
    private static final int IOERR = 1;
    private static final int UNSUPP = 2;
    private static final int UNTOUCHED = 0xaa;
    private static final long ALL = RingFeatures.OFFERED
            | BlkRegisters.F_SEG_MAX
            | BlkRegisters.F_BLK_SIZE
            | BlkRegisters.F_FLUSH
            | BlkRegisters.F_TOPOLOGY
            | BlkRegisters.F_CONFIG_WCE
            | BlkRegisters.F_WRITE_ZEROES
            | BlkRegisters.F_DISCARD;

    private MemoryDisk disk = new MemoryDisk(SECTORS * 512, false);
    private GuestMemory memory = FakeDriver.newMemory();
    private VirtioMmio mmio = transport(1);
    private FakeDriver driver = new FakeDriver(mmio, memory);

    private VirtioMmio transport(int queues) {
        return new VirtioMmio(new BlkDevice("disk0", disk, "SERIAL-1", queues), memory, new RecordingIrqLine());
    }

    private void use(MemoryDisk otherDisk, int queues) {
        disk = otherDisk;
        mmio = transport(queues);
        driver = new FakeDriver(mmio, memory);
    }

    @AfterEach
    void stopDevice() {
        mmio.reset();
    }

    private FakeQueue started(long features) {
        assertThat(driver.negotiate(features)).isTrue();
        FakeQueue queue = driver.setUpQueue(0, 256);
        driver.start();
        return queue;
    }

    private long header(int type, long sector) {
        ByteBuffer header = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        return driver.allocate(header.putInt(type).putInt(0).putLong(sector).array());
    }

    private long statusByte() {
        return driver.allocate(new byte[] {(byte) UNTOUCHED});
    }

    private int status(long gpa) {
        return Byte.toUnsignedInt(driver.memory().readByte(gpa));
    }

    /** One request with its data in one buffer each way; returns the status. */
    private int request(FakeQueue queue, int type, long sector, byte[] toDevice, long into, long room) {
        long status = statusByte();
        List<Buffer> buffers = new ArrayList<>();
        buffers.add(Buffer.in(header(type, sector), 16));
        if (toDevice.length > 0) {
            buffers.add(Buffer.in(driver.allocate(toDevice), toDevice.length));
        }
        if (room > 0) {
            buffers.add(Buffer.out(into, room));
        }
        buffers.add(Buffer.out(status, 1));
        queue.request(buffers);
        return status(status);
    }

    private int write(FakeQueue queue, long sector, byte[] data) {
        return request(queue, BlkRegisters.T_OUT, sector, data, 0, 0);
    }

    private int command(FakeQueue queue, int type, byte[] toDevice) {
        return request(queue, type, 0, toDevice, 0, 0);
    }

    private byte[] onDisk(long offset, int length) {
        return disk.content().asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE);
    }

    private static byte[] pattern(int length, int seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static byte[] range(long sector, int sectors, int flags) {
        return ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(sector)
                .putInt(sectors)
                .putInt(flags)
                .array();
    }

    @Test
    void describesTheDiskInItsConfiguration() {
        assertThat(driver.readRegister(VirtioMmioRegisters.DEVICE_ID)).isEqualTo(2);
        assertThat(driver.offeredFeatures()).isEqualTo(ALL);
        assertThat(driver.readConfig(0, 8)).isEqualTo(SECTORS);
        assertThat(driver.readConfig(12, 4)).isEqualTo(254);
        assertThat(driver.readConfig(20, 4)).isEqualTo(512);
        assertThat(driver.readConfig(24, 1)).isEqualTo(3);
        assertThat(driver.readConfig(32, 1)).isEqualTo(1);
        assertThat(driver.readConfig(34, 2)).isEqualTo(1);
    }

    @Test
    void readsWhatTheDiskHolds() {
        byte[] data = pattern(4096, 1);
        MemorySegment.copy(data, 0, disk.content(), ValueLayout.JAVA_BYTE, 7 * 512, data.length);
        FakeQueue queue = started(ALL);
        long into = driver.allocate(4096, 16);
        long status = statusByte();
        FakeQueue.Used used =
                queue.request(List.of(Buffer.in(header(0, 7), 16), Buffer.out(into, 4096), Buffer.out(status, 1)));
        assertThat(status(status)).isEqualTo(OK);
        assertThat(used.length()).isEqualTo(4097);
        assertThat(driver.bytes(into, 4096)).isEqualTo(data);
    }

    @Test
    void writesToTheDisk() {
        FakeQueue queue = started(ALL);
        byte[] data = pattern(1536, 2);
        assertThat(write(queue, 100, data)).isEqualTo(OK);
        assertThat(onDisk(100 * 512, 1536)).isEqualTo(data);
    }

    @Test
    void theFramingOfARequestDoesNotMatter() {
        FakeQueue queue = started(ALL);
        byte[] data = pattern(1024, 3);
        MemorySegment.copy(data, 0, disk.content(), ValueLayout.JAVA_BYTE, 512, data.length);
        long header = header(0, 1);
        long into = driver.allocate(1025, 16);
        // The header in three pieces, data in odd pieces, the status byte behind the last of them.
        queue.request(List.of(
                Buffer.in(header, 3),
                Buffer.in(header + 3, 12),
                Buffer.in(header + 15, 1),
                Buffer.out(into, 1),
                Buffer.out(into + 1, 700),
                Buffer.out(into + 701, 324)));
        assertThat(driver.bytes(into, 1024)).isEqualTo(data);
        assertThat(status(into + 1024)).isEqualTo(OK);
        // The header and the data to write in one descriptor, through an indirect table.
        byte[] packed = Arrays.copyOf(driver.bytes(header(1, 9), 16), 16 + 512);
        System.arraycopy(data, 0, packed, 16, 512);
        long status = statusByte();
        queue.addIndirect(List.of(Buffer.in(driver.allocate(packed), packed.length), Buffer.out(status, 1)));
        queue.kick();
        queue.awaitUsed();
        assertThat(status(status)).isEqualTo(OK);
        assertThat(onDisk(9 * 512, 512)).isEqualTo(Arrays.copyOf(data, 512));
    }

    @Test
    void readsAndWritesTheLastSectorButNotBeyond() {
        FakeQueue queue = started(ALL);
        long into = driver.allocate(1024, 16);
        assertThat(write(queue, SECTORS - 1, pattern(512, 4))).isEqualTo(OK);
        assertThat(request(queue, 0, SECTORS - 1, new byte[0], into, 512)).isEqualTo(OK);
        byte[] before = onDisk(0, (int) disk.size());
        for (long sector :
                new long[] {SECTORS - 1, SECTORS, SECTORS + 1, Long.MAX_VALUE, -1, Long.MIN_VALUE, 1L << 55}) {
            assertThat(write(queue, sector, pattern(1024, 5))).isEqualTo(IOERR);
            assertThat(request(queue, 0, sector, new byte[0], into, 1024)).isEqualTo(IOERR);
        }
        assertThat(onDisk(0, (int) disk.size())).isEqualTo(before);
        assertThat(driver.needsReset()).isFalse();
    }

    @Test
    void refusesDataThatIsNoWholeNumberOfSectors() {
        FakeQueue queue = started(ALL);
        assertThat(write(queue, 0, new byte[511])).isEqualTo(IOERR);
        assertThat(request(queue, 0, 0, new byte[0], driver.allocate(600, 1), 513))
                .isEqualTo(IOERR);
    }

    @Test
    void refusesMoreThanAGigabyteInOneRequest() {
        FakeQueue queue = started(ALL);
        long status = statusByte();
        List<Buffer> buffers = new ArrayList<>();
        buffers.add(Buffer.in(header(0, 0), 16));
        for (int i = 0; i < 100; i++) {
            buffers.add(Buffer.out(FakeDriver.RAM_BASE, FakeDriver.RAM_SIZE));
        }
        buffers.add(Buffer.out(status, 1));
        queue.addIndirect(buffers);
        queue.kick();
        assertThat(queue.awaitUsed().length()).isZero();
        assertThat(status(status)).isEqualTo(IOERR);
    }

    @Test
    void aHeaderThatIsTooShortIsAnError() {
        FakeQueue queue = started(ALL);
        long status = statusByte();
        queue.request(List.of(Buffer.in(header(0, 0), 15), Buffer.out(status, 1)));
        assertThat(status(status)).isEqualTo(IOERR);
    }

    @Test
    void aRequestWithoutRoomForItsStatusNeedsReset() {
        FakeQueue queue = started(ALL);
        queue.add(List.of(Buffer.in(header(4, 0), 16)));
        queue.kick();
        driver.awaitNeedsReset();
        driver.reset();
        assertThat(write(started(ALL), 0, new byte[512])).isEqualTo(OK);
    }

    @Test
    void unknownRequestsAreUnsupported() {
        FakeQueue queue = started(ALL);
        for (int type : new int[] {2, 3, 5, 9, 10, 14, 16, -1}) {
            assertThat(command(queue, type, new byte[0])).isEqualTo(UNSUPP);
        }
    }

    @Test
    void whatWasNotNegotiatedIsUnsupported() {
        FakeQueue queue = started(RingFeatures.VERSION_1);
        assertThat(command(queue, BlkRegisters.T_DISCARD, range(0, 1, 0))).isEqualTo(UNSUPP);
        assertThat(command(queue, BlkRegisters.T_WRITE_ZEROES, range(0, 1, 0))).isEqualTo(UNSUPP);
    }

    @Test
    void tellsItsSerialNumber() {
        FakeQueue queue = started(ALL);
        long into = driver.allocate(20, 16);
        assertThat(request(queue, BlkRegisters.T_GET_ID, 0, new byte[0], into, 20))
                .isEqualTo(OK);
        assertThat(new String(driver.bytes(into, 20), StandardCharsets.US_ASCII))
                .isEqualTo("SERIAL-1\0\0\0\0\0\0\0\0\0\0\0\0");
        assertThat(request(queue, BlkRegisters.T_GET_ID, 0, new byte[0], into, 19))
                .isEqualTo(IOERR);
    }

    @Test
    void flushes() {
        FakeQueue queue = started(ALL);
        assertThat(write(queue, 0, new byte[512])).isEqualTo(OK);
        assertThat(disk.flushes()).isZero();
        assertThat(command(queue, BlkRegisters.T_FLUSH, new byte[0])).isEqualTo(OK);
        assertThat(disk.flushes()).isEqualTo(1);
    }

    @Test
    void writesThroughWhenTheDriverSaysSo() {
        FakeQueue queue = started(ALL);
        driver.writeConfig(32, 1, 0);
        assertThat(driver.readConfig(32, 1)).isZero();
        assertThat(write(queue, 0, new byte[512])).isEqualTo(OK);
        assertThat(disk.flushes()).isEqualTo(1);
        driver.writeConfig(32, 1, 1);
        assertThat(write(queue, 0, new byte[512])).isEqualTo(OK);
        assertThat(disk.flushes()).isEqualTo(1);
    }

    @Test
    void writesThroughForADriverThatCannotFlush() {
        FakeQueue queue = started(RingFeatures.VERSION_1);
        assertThat(write(queue, 0, new byte[512])).isEqualTo(OK);
        assertThat(disk.flushes()).isEqualTo(1);
    }

    @Test
    void theRestOfTheConfigurationIsNotTheDrivers() {
        driver.writeConfig(0, 8, 1);
        assertThat(driver.readConfig(0, 8)).isEqualTo(SECTORS);
    }

    @Test
    void zeroesAndDiscardsRanges() {
        disk.content().fill((byte) 0x55);
        FakeQueue queue = started(ALL);
        ByteBuffer two = ByteBuffer.allocate(32).put(range(2, 2, 1)).put(range(8, 1, 0));
        assertThat(command(queue, BlkRegisters.T_WRITE_ZEROES, two.array())).isEqualTo(OK);
        assertThat(onDisk(2 * 512, 1024)).containsOnly(0);
        assertThat(onDisk(8 * 512, 512)).containsOnly(0);
        assertThat(onDisk(4 * 512, 4 * 512)).containsOnly(0x55);
        assertThat(command(queue, BlkRegisters.T_DISCARD, range(16, 1, 0))).isEqualTo(OK);
        assertThat(onDisk(16 * 512, 512)).containsOnly(0xdd);
        assertThat(onDisk(17 * 512, 512)).containsOnly(0x55);
    }

    @Test
    void refusesRangesThatAreNotOnTheDisk() {
        disk.content().fill((byte) 0x55);
        FakeQueue queue = started(ALL);
        for (int type : new int[] {BlkRegisters.T_DISCARD, BlkRegisters.T_WRITE_ZEROES}) {
            assertThat(command(queue, type, range(SECTORS, 1, 0))).isEqualTo(IOERR);
            assertThat(command(queue, type, range(SECTORS - 1, 2, 0))).isEqualTo(IOERR);
            assertThat(command(queue, type, range(-1, 2, 0))).isEqualTo(IOERR);
            assertThat(command(queue, type, range(0, -1, 0))).isEqualTo(IOERR);
            assertThat(command(queue, type, new byte[0])).isEqualTo(IOERR);
            assertThat(command(queue, type, new byte[15])).isEqualTo(IOERR);
            assertThat(command(queue, type, new byte[17 * 16])).isEqualTo(IOERR);
            assertThat(command(queue, type, range(0, 1, 2))).isEqualTo(UNSUPP);
        }
        assertThat(command(queue, BlkRegisters.T_DISCARD, range(0, 1, 1))).isEqualTo(UNSUPP);
        assertThat(onDisk(0, (int) disk.size())).containsOnly(0x55);
    }

    @Test
    void aBadRangeBehindAGoodOneLeavesBothAlone() {
        disk.content().fill((byte) 0x55);
        FakeQueue queue = started(ALL);
        ByteBuffer two = ByteBuffer.allocate(32).put(range(2, 2, 0)).put(range(SECTORS, 1, 0));
        assertThat(command(queue, BlkRegisters.T_WRITE_ZEROES, two.array())).isEqualTo(IOERR);
        assertThat(onDisk(0, (int) disk.size())).containsOnly(0x55);
    }

    @Test
    void aReadOnlyDiskRefusesWrites() {
        use(new MemoryDisk(SECTORS * 512, true), 1);
        assertThat(driver.offeredFeatures() & BlkRegisters.F_RO).isNotZero();
        assertThat(driver.offeredFeatures() & (BlkRegisters.F_DISCARD | BlkRegisters.F_WRITE_ZEROES))
                .isZero();
        FakeQueue queue = started(RingFeatures.VERSION_1);
        assertThat(write(queue, 0, pattern(512, 1))).isEqualTo(IOERR);
        assertThat(onDisk(0, 512)).containsOnly(0);
        assertThat(request(queue, 0, 0, new byte[0], driver.allocate(512, 1), 512))
                .isEqualTo(OK);
    }

    @Test
    void anErrorOfTheHostIsAnErrorOfTheRequest() {
        FakeQueue queue = started(ALL);
        disk.hook(() -> {
            throw new IOException("on purpose");
        });
        assertThat(write(queue, 0, new byte[512])).isEqualTo(IOERR);
        assertThat(request(queue, 0, 0, new byte[0], driver.allocate(512, 1), 512))
                .isEqualTo(IOERR);
        disk.hook(() -> {});
        assertThat(write(queue, 0, new byte[512])).isEqualTo(OK);
        assertThat(driver.needsReset()).isFalse();
    }

    @Test
    void severalQueuesWorkAtOnce() {
        use(new MemoryDisk(SECTORS * 512, false), 4);
        assertThat(driver.readConfig(34, 2)).isEqualTo(4);
        assertThat(driver.negotiate(ALL | BlkRegisters.F_MQ)).isTrue();
        List<FakeQueue> queues = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            queues.add(driver.setUpQueue(i, 16));
        }
        driver.start();
        // Each request waits until all four are being served.
        CountDownLatch together = new CountDownLatch(4);
        disk.hook(() -> {
            together.countDown();
            await(together);
        });
        List<Long> statuses = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            long status = statusByte();
            statuses.add(status);
            long data = driver.allocate(pattern(512, i));
            queues.get(i).add(List.of(Buffer.in(header(1, i), 16), Buffer.in(data, 512), Buffer.out(status, 1)));
            queues.get(i).kick();
        }
        queues.forEach(FakeQueue::awaitUsed);
        assertThat(statuses).allSatisfy(status -> assertThat(status(status)).isEqualTo(OK));
        for (int i = 0; i < 4; i++) {
            assertThat(onDisk(i * 512L, 512)).isEqualTo(pattern(512, i));
        }
    }

    @Test
    void resetGivesUpALongRequestBetweenPieces() throws InterruptedException {
        FakeQueue queue = started(ALL);
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger pieces = new AtomicInteger();
        disk.hook(() -> {
            pieces.incrementAndGet();
            entered.countDown();
            await(release);
        });
        long status = statusByte();
        queue.add(List.of(
                Buffer.in(header(0, 0), 16), Buffer.out(driver.allocate(4 << 20, 16), 4 << 20), Buffer.out(status, 1)));
        queue.kick();
        entered.await();
        Thread resetting = Thread.ofPlatform().start(() -> mmio.write(VirtioMmioRegisters.STATUS, 4, 0));
        Eventually.await("the reset to wait", () -> resetting.getState() == Thread.State.WAITING);
        release.countDown();
        resetting.join();
        assertThat(pieces).hasValue(1);
        assertThat(queue.usedIndex()).isZero();
        assertThat(driver.status()).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
