// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.virtio.queue;

import static dev.jvmm.devices.testing.FakeQueue.INDIRECT;
import static dev.jvmm.devices.testing.FakeQueue.NEXT;
import static dev.jvmm.devices.testing.FakeQueue.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.core.memory.GuestMemory;
import dev.jvmm.devices.testing.EchoDevice;
import dev.jvmm.devices.testing.Eventually;
import dev.jvmm.devices.testing.FakeDriver;
import dev.jvmm.devices.testing.FakeQueue;
import dev.jvmm.devices.testing.FakeQueue.Buffer;
import dev.jvmm.devices.testing.RecordingIrqLine;
import dev.jvmm.devices.virtio.transport.VirtioMmio;
import dev.jvmm.devices.virtio.transport.VirtioMmioRegisters;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What drivers do to queues, seen through the transport and a device that echoes. */
class VirtQueueTest {
    private static final int SIZE = 8;
    private static final byte[] TEXT = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final GuestMemory memory = FakeDriver.newMemory();
    private final RecordingIrqLine line = new RecordingIrqLine();
    private final EchoDevice device = new EchoDevice();
    private final VirtioMmio mmio = new VirtioMmio(device, memory, line);
    private final FakeDriver driver = new FakeDriver(mmio, memory);

    @AfterEach
    void stopDevice() {
        mmio.reset();
    }

    private FakeQueue started(long features) {
        assertThat(driver.negotiate(features | RingFeatures.VERSION_1)).isTrue();
        FakeQueue queue = driver.setUpQueue(0, SIZE);
        driver.start();
        return queue;
    }

    private void echo(FakeQueue queue) {
        long in = driver.allocate(TEXT);
        long out = driver.allocate(TEXT.length, 1);
        FakeQueue.Used used = queue.request(List.of(Buffer.in(in, TEXT.length), Buffer.out(out, TEXT.length)));
        assertThat(used.length()).isEqualTo(TEXT.length);
        assertThat(driver.bytes(out, TEXT.length)).isEqualTo(TEXT);
    }

    /** The driver's mistake stops the queue and nothing else: a reset brings the device back. */
    private void breaks(long features, Consumer<FakeQueue> mistake) {
        int servedBefore = device.served();
        long faultsBefore = mmio.guestFaults();
        FakeQueue queue = started(features);
        mistake.accept(queue);
        queue.kick();
        driver.awaitNeedsReset();
        assertThat(device.served()).isEqualTo(servedBefore);
        Eventually.await(
                "the configuration interrupt",
                () -> driver.readRegister(VirtioMmioRegisters.INTERRUPT_STATUS)
                        == VirtioMmioRegisters.INTERRUPT_CONFIG_CHANGE);
        assertThat(line.level()).isTrue();
        assertThat(mmio.guestFaults()).isEqualTo(faultsBefore + 1);
        queue.kick();
        driver.reset();
        echo(started(features));
        driver.reset();
    }

    @Test
    void gathersAndScattersOverManyDescriptors() {
        FakeQueue queue = started(0);
        long in = driver.allocate(TEXT);
        long out = driver.allocate(TEXT.length, 1);
        FakeQueue.Used used = queue.request(List.of(
                Buffer.in(in, 1),
                Buffer.in(in + 1, 9),
                Buffer.in(in + 10, 6),
                Buffer.out(out, 7),
                Buffer.out(out + 7, 9)));
        assertThat(used.length()).isEqualTo(TEXT.length);
        assertThat(driver.bytes(out, TEXT.length)).isEqualTo(TEXT);
    }

    @Test
    void runsPastTheWrapOfItsIndices() {
        FakeQueue queue = started(RingFeatures.EVENT_IDX);
        long in = driver.allocate(TEXT);
        long out = driver.allocate(TEXT.length, 1);
        List<Buffer> request = List.of(Buffer.in(in, TEXT.length), Buffer.out(out, TEXT.length));
        int together = SIZE / 2;
        for (int i = 0; i < 0x10000 / together + 3; i++) {
            for (int j = 0; j < together; j++) {
                queue.add(request);
            }
            queue.kick();
            for (int j = 0; j < together; j++) {
                assertThat(queue.awaitUsed().length()).isEqualTo(TEXT.length);
            }
        }
        assertThat(queue.usedIndex()).isEqualTo(3 * together);
    }

    @Test
    void followsAnIndirectTable() {
        FakeQueue queue = started(RingFeatures.INDIRECT_DESC);
        long in = driver.allocate(TEXT);
        long out = driver.allocate(TEXT.length, 1);
        List<Buffer> buffers = new ArrayList<>();
        for (int i = 0; i < TEXT.length; i++) {
            buffers.add(Buffer.in(in + i, 1));
        }
        buffers.add(Buffer.out(out, TEXT.length));
        int head = queue.addIndirect(buffers);
        queue.kick();
        assertThat(queue.awaitUsed()).isEqualTo(new FakeQueue.Used(head, TEXT.length));
        assertThat(driver.bytes(out, TEXT.length)).isEqualTo(TEXT);
    }

    @Test
    void followsAnIndirectTableBehindDirectDescriptorsAndIgnoresItsWriteFlag() {
        FakeQueue queue = started(RingFeatures.INDIRECT_DESC);
        long in = driver.allocate(TEXT);
        long out = driver.allocate(TEXT.length, 1);
        long table = driver.allocate(32, 16);
        queue.descriptorAt(table, in + 8, 8, NEXT, 1);
        queue.descriptorAt(table + 16, out, 16, WRITE, 0);
        queue.descriptor(0, in, 8, NEXT, 1);
        queue.descriptor(1, table, 32, INDIRECT | WRITE, 0);
        queue.offer(0);
        queue.kick();
        assertThat(queue.awaitUsed().length()).isEqualTo(TEXT.length);
        assertThat(driver.bytes(out, TEXT.length)).isEqualTo(TEXT);
    }

    @Test
    void emptyDescriptorsCarryNothingWhereverTheyPoint() {
        FakeQueue queue = started(0);
        long in = driver.allocate(TEXT);
        long out = driver.allocate(TEXT.length, 1);
        FakeQueue.Used used = queue.request(
                List.of(Buffer.in(0, 0), Buffer.in(in, 4), Buffer.in(-1, 0), Buffer.out(-1, 0), Buffer.out(out, 4)));
        assertThat(used.length()).isEqualTo(4);
        assertThat(queue.request(List.of(Buffer.in(0, 0))).length()).isZero();
    }

    @Test
    void aLoopingChainBreaksTheQueue() {
        breaks(0, queue -> {
            long in = driver.allocate(TEXT);
            queue.descriptor(0, in, 1, NEXT, 1);
            queue.descriptor(1, in, 1, NEXT, 0);
            queue.offer(0);
        });
    }

    @Test
    void aLoopInAnIndirectTableBreaksTheQueue() {
        breaks(RingFeatures.INDIRECT_DESC, queue -> {
            long table = driver.allocate(16, 16);
            queue.descriptorAt(table, table, 1, NEXT, 0);
            queue.descriptor(0, table, 16, INDIRECT, 0);
            queue.offer(0);
        });
    }

    @Test
    void aHeadOutsideTheTableBreaksTheQueue() {
        breaks(0, queue -> queue.offer(SIZE));
        breaks(0, queue -> queue.offer(0xffff));
    }

    @Test
    void aNextOutsideTheTableBreaksTheQueue() {
        breaks(0, queue -> {
            queue.descriptor(0, driver.allocate(TEXT), 1, NEXT, SIZE);
            queue.offer(0);
        });
    }

    @Test
    void aNextOutsideTheIndirectTableBreaksTheQueue() {
        breaks(RingFeatures.INDIRECT_DESC, queue -> {
            long table = driver.allocate(32, 16);
            queue.descriptorAt(table, driver.allocate(TEXT), 1, NEXT, 2);
            queue.descriptor(0, table, 32, INDIRECT, 0);
            queue.offer(0);
        });
    }

    @Test
    void buffersReachRamOnly() {
        long end = FakeDriver.RAM_BASE + FakeDriver.RAM_SIZE;
        long[][] wild = {
            {0, 1},
            {FakeDriver.RAM_BASE - 1, 2},
            {end, 1},
            {end - 1, 2},
            {end - 1, 0xffff_ffffL},
            {-1, 1},
            {-16, 32},
            {Long.MIN_VALUE, 1},
            {Long.MAX_VALUE, 1},
            {FakeDriver.RAM_BASE | (1L << 63), 16},
        };
        for (long[] buffer : wild) {
            EchoDevice fresh = new EchoDevice();
            VirtioMmio transport = new VirtioMmio(fresh, memory, line);
            FakeDriver itsDriver = new FakeDriver(transport, memory);
            itsDriver.negotiate(RingFeatures.VERSION_1);
            FakeQueue queue = itsDriver.setUpQueue(0, SIZE);
            itsDriver.start();
            queue.add(List.of(Buffer.out(buffer[0], buffer[1])));
            queue.kick();
            itsDriver.awaitNeedsReset();
            assertThat(fresh.served()).as("%s", buffer).isZero();
            transport.reset();
        }
    }

    @Test
    void anAvailableIndexMoreThanAQueueAheadBreaksTheQueue() {
        breaks(0, queue -> queue.publishAvailable(SIZE + 1));
    }

    @Test
    void anAvailableIndexThatGoesBackBreaksTheQueue() {
        breaks(0, queue -> queue.publishAvailable(0xffff));
    }

    @Test
    void aFullQueueIsServed() {
        FakeQueue queue = started(0);
        long in = driver.allocate(TEXT);
        for (int i = 0; i < SIZE; i++) {
            queue.add(List.of(Buffer.in(in, 1)));
        }
        queue.kick();
        for (int i = 0; i < SIZE; i++) {
            assertThat(queue.awaitUsed().head()).isEqualTo(i);
        }
    }

    @Test
    void readableAfterWritableBreaksTheQueue() {
        breaks(0, queue -> {
            long in = driver.allocate(TEXT);
            queue.add(List.of(Buffer.out(in, 1), Buffer.in(in, 1)));
        });
    }

    @Test
    void anIndirectTableThatWasNotNegotiatedBreaksTheQueue() {
        breaks(0, queue -> queue.addIndirect(List.of(Buffer.in(driver.allocate(TEXT), 1))));
    }

    @Test
    void anIndirectTableInAnIndirectTableBreaksTheQueue() {
        breaks(RingFeatures.INDIRECT_DESC, queue -> {
            long table = driver.allocate(16, 16);
            queue.descriptorAt(table, table, 16, INDIRECT, 0);
            queue.descriptor(0, table, 16, INDIRECT, 0);
            queue.offer(0);
        });
    }

    @Test
    void anIndirectTableOfNoWholeNumberOfDescriptorsBreaksTheQueue() {
        for (long length : new long[] {0, 8, 17, 31, 0xffff_ffffL}) {
            EchoDevice fresh = new EchoDevice();
            VirtioMmio transport = new VirtioMmio(fresh, memory, line);
            FakeDriver itsDriver = new FakeDriver(transport, memory);
            itsDriver.negotiate(RingFeatures.VERSION_1 | RingFeatures.INDIRECT_DESC);
            FakeQueue queue = itsDriver.setUpQueue(0, SIZE);
            itsDriver.start();
            queue.descriptor(0, itsDriver.allocate(64, 16), length, INDIRECT, 0);
            queue.offer(0);
            queue.kick();
            itsDriver.awaitNeedsReset();
            assertThat(fresh.served()).as("table of %d bytes", length).isZero();
            transport.reset();
        }
    }

    @Test
    void anIndirectTableLongerThanTheDeviceAllowsBreaksTheQueue() {
        breaks(RingFeatures.INDIRECT_DESC, queue -> {
            long bytes = 16L * (EchoDevice.QUEUE_SIZE + 1);
            queue.descriptor(0, driver.allocate(bytes, 16), bytes, INDIRECT, 0);
            queue.offer(0);
        });
    }

    @Test
    void anIndirectTableOutsideRamBreaksTheQueue() {
        breaks(RingFeatures.INDIRECT_DESC, queue -> {
            queue.descriptor(0, 0x1000, 16, INDIRECT, 0);
            queue.offer(0);
        });
    }

    @Test
    void anIndirectDescriptorWithANextBreaksTheQueue() {
        breaks(RingFeatures.INDIRECT_DESC, queue -> {
            long table = driver.allocate(16, 16);
            queue.descriptor(0, table, 16, INDIRECT | NEXT, 1);
            queue.offer(0);
        });
    }

    @Test
    void interruptsCanBeSwitchedOff() {
        FakeQueue queue = started(0);
        queue.availableFlags(1);
        echo(queue);
        echo(queue);
        assertThat(line.risingEdges()).isZero();
        queue.availableFlags(0);
        echo(queue);
        Eventually.await("the interrupt", line::level);
    }

    @Test
    void interruptsComeAtTheUsedEventOnly() {
        FakeQueue queue = started(RingFeatures.EVENT_IDX);
        queue.usedEvent(2);
        echo(queue);
        echo(queue);
        assertThat(line.risingEdges()).isZero();
        echo(queue);
        Eventually.await("the interrupt", line::level);
        driver.writeRegister(VirtioMmioRegisters.INTERRUPT_ACK, 1);
        echo(queue);
        echo(queue);
        assertThat(line.risingEdges()).isEqualTo(1);
    }

    @Test
    void anIdleDeviceAsksForNotifications() {
        FakeQueue queue = started(0);
        echo(queue);
        Eventually.await("notifications to be wanted", () -> queue.usedFlags() == 0);
    }

    @Test
    void anIdleDeviceAsksForTheNextNotificationByIndex() {
        FakeQueue queue = started(RingFeatures.EVENT_IDX);
        echo(queue);
        Eventually.await("the event to move", () -> queue.availableEvent() == 1);
        echo(queue);
        Eventually.await("the event to move", () -> queue.availableEvent() == 2);
    }

    @Test
    void aDriverThatHonoursSuppressionIsAlwaysServed() {
        FakeQueue queue = started(RingFeatures.EVENT_IDX);
        long in = driver.allocate(TEXT);
        long out = driver.allocate(TEXT.length, 1);
        int kicks = 0;
        for (int i = 0; i < 20_000; i++) {
            queue.add(List.of(Buffer.in(in, TEXT.length), Buffer.out(out, TEXT.length)));
            if (queue.availableEvent() == (i & 0xffff)) {
                queue.kick();
                kicks++;
            }
            assertThat(queue.awaitUsed().length()).isEqualTo(TEXT.length);
        }
        assertThat(kicks).isPositive();
    }

    @Test
    void queuesAreServedIndependently() {
        driver.negotiate(RingFeatures.VERSION_1);
        FakeQueue first = driver.setUpQueue(0, SIZE);
        FakeQueue second = driver.setUpQueue(1, SIZE);
        driver.start();
        first.publishAvailable(SIZE + 1);
        first.kick();
        driver.awaitNeedsReset();
        echo(second);
    }
}
