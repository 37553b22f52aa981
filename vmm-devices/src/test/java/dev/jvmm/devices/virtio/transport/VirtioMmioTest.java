// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.virtio.transport;

import static dev.jvmm.devices.virtio.transport.VirtioMmioRegisters.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.core.bus.Doorbell;
import dev.jvmm.core.memory.GuestMemory;
import dev.jvmm.devices.testing.EchoDevice;
import dev.jvmm.devices.testing.Eventually;
import dev.jvmm.devices.testing.FakeDriver;
import dev.jvmm.devices.testing.FakeQueue;
import dev.jvmm.devices.testing.FakeQueue.Buffer;
import dev.jvmm.devices.testing.RecordingIrqLine;
import dev.jvmm.devices.virtio.queue.RingFeatures;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VirtioMmioTest {
    private static final byte[] HELLO = "hello".getBytes(StandardCharsets.US_ASCII);

    private final GuestMemory memory = FakeDriver.newMemory();
    private final RecordingIrqLine line = new RecordingIrqLine();
    private final EchoDevice device = new EchoDevice();
    private final VirtioMmio mmio = new VirtioMmio(device, memory, line);
    private final FakeDriver driver = new FakeDriver(mmio, memory);

    @AfterEach
    void stopDevice() {
        mmio.reset();
    }

    private FakeQueue started() {
        driver.negotiate(RingFeatures.VERSION_1);
        FakeQueue queue = driver.setUpQueue(0, 8);
        driver.start();
        return queue;
    }

    private int echo(FakeQueue queue) {
        long in = driver.allocate(HELLO);
        long out = driver.allocate(16, 16);
        FakeQueue.Used used = queue.request(List.of(Buffer.in(in, HELLO.length), Buffer.out(out, 16)));
        assertThat(driver.bytes(out, (int) used.length())).isEqualTo(HELLO);
        return (int) used.length();
    }

    @Test
    void identifiesItselfAsAVersionTwoDevice() {
        assertThat(driver.readRegister(MAGIC_VALUE)).isEqualTo(0x74726976);
        assertThat(driver.readRegister(VERSION)).isEqualTo(2);
        assertThat(driver.readRegister(DEVICE_ID)).isEqualTo(42);
        assertThat(driver.readRegister(VENDOR_ID)).isEqualTo(VENDOR);
    }

    @Test
    void offersTheRingsFeaturesBesideTheDevices() {
        assertThat(driver.offeredFeatures()).isEqualTo((1L << 3) | (1L << 28) | (1L << 29) | (1L << 32));
        driver.writeRegister(DEVICE_FEATURES_SEL, 2);
        assertThat(driver.readRegister(DEVICE_FEATURES)).isZero();
    }

    @Test
    void answersARequestAndInterrupts() {
        FakeQueue queue = started();
        assertThat(echo(queue)).isEqualTo(HELLO.length);
        Eventually.await("the interrupt", line::level);
        assertThat(driver.readRegister(INTERRUPT_STATUS)).isEqualTo(INTERRUPT_USED_BUFFER);
        driver.writeRegister(INTERRUPT_ACK, INTERRUPT_USED_BUFFER);
        assertThat(line.level()).isFalse();
        assertThat(driver.readRegister(INTERRUPT_STATUS)).isZero();
    }

    @Test
    void refusesFeaturesThatWereNotOffered() {
        assertThat(driver.negotiate(RingFeatures.VERSION_1 | (1L << 5))).isFalse();
        assertThat(mmio.guestFaults()).isPositive();
    }

    @Test
    void refusesALegacyDriver() {
        assertThat(driver.negotiate(EchoDevice.FEATURE)).isFalse();
    }

    @Test
    void refusesDriverOkWithoutFeaturesOk() {
        driver.addStatus(DeviceStatus.ACKNOWLEDGE | DeviceStatus.DRIVER);
        driver.start();
        assertThat(driver.status()).isEqualTo(DeviceStatus.ACKNOWLEDGE | DeviceStatus.DRIVER);
    }

    @Test
    void keepsFeaturesOnceAgreed() {
        driver.negotiate(RingFeatures.VERSION_1);
        driver.acceptFeatures(-1);
        FakeQueue queue = driver.setUpQueue(0, 8);
        driver.start();
        // Had EVENT_IDX slipped in, the used event 0 of an untouched ring would still interrupt; flags must count.
        queue.availableFlags(1);
        echo(queue);
        echo(queue);
        assertThat(line.risingEdges()).isZero();
    }

    @Test
    void statusBitsCannotBeClearedOneByOne() {
        driver.addStatus(DeviceStatus.ACKNOWLEDGE | DeviceStatus.DRIVER);
        driver.writeRegister(STATUS, DeviceStatus.ACKNOWLEDGE);
        assertThat(driver.status()).isEqualTo(DeviceStatus.ACKNOWLEDGE | DeviceStatus.DRIVER);
    }

    @Test
    void theDriverCannotSetDeviceNeedsReset() {
        driver.writeRegister(STATUS, DeviceStatus.ACKNOWLEDGE | DeviceStatus.DEVICE_NEEDS_RESET);
        assertThat(driver.status()).isEqualTo(DeviceStatus.ACKNOWLEDGE);
    }

    @Test
    void queueRegistersAreFrozenAtDriverOk() {
        FakeQueue queue = started();
        long before = mmio.guestFaults();
        driver.setUpQueue(0, 4, 0, 0, 0);
        driver.writeRegister(QUEUE_READY, 0);
        assertThat(driver.readRegister(QUEUE_READY)).isEqualTo(1);
        assertThat(mmio.guestFaults()).isGreaterThanOrEqualTo(before + 8);
        echo(queue);
    }

    @Test
    void aReadyQueueCannotBeMoved() {
        driver.negotiate(RingFeatures.VERSION_1);
        FakeQueue queue = driver.setUpQueue(0, 8);
        driver.writeRegister(QUEUE_DESC_LOW, 0);
        driver.start();
        echo(queue);
    }

    @Test
    void anAddressAboveFourGibIsNotCutShort() {
        driver.negotiate(RingFeatures.VERSION_1);
        FakeQueue queue = driver.setUpQueue(0, 8);
        driver.writeRegister(QUEUE_READY, 0);
        driver.setUpQueue(0, 8, queue.descriptors() + (1L << 32), queue.available(), queue.used());
        driver.start();
        assertThat(driver.needsReset()).isTrue();
    }

    @Test
    void theListenerHearsOnceOfEachTimeThatDeviceNeedsResetBecomesSet() {
        List<String> heard = new CopyOnWriteArrayList<>();
        VirtioMmio transport = new VirtioMmio(new EchoDevice(), memory, line, heard::add);
        FakeDriver itsDriver = new FakeDriver(transport, memory);
        for (int round = 1; round <= 2; round++) {
            itsDriver.negotiate(RingFeatures.VERSION_1);
            List<FakeQueue> both = List.of(itsDriver.setUpQueue(0, 8), itsDriver.setUpQueue(1, 8));
            itsDriver.start();
            for (FakeQueue queue : both) {
                queue.publishAvailable(9);
                queue.kick();
            }
            long faults = round * 2L;
            Eventually.await("two faults more", () -> transport.guestFaults() == faults);
            itsDriver.awaitNeedsReset();
            itsDriver.reset();
            assertThat(heard).hasSize(round).last().asString().startsWith("queue ");
        }
    }

    @Test
    void aQueueThatCannotBeNeedsResetInsteadOfRunning() {
        long ring = FakeDriver.RAM_BASE;
        long end = FakeDriver.RAM_BASE + FakeDriver.RAM_SIZE;
        long[][] layouts = {
            {0, ring, ring, ring},
            {3, ring, ring, ring},
            {128, ring, ring, ring},
            {-1, ring, ring, ring},
            {8, ring + 8, ring, ring},
            {8, ring, ring + 1, ring},
            {8, ring, ring, ring + 2},
            {8, end - 16, ring, ring},
            {8, ring, -2, ring},
            {8, ring, ring, Long.MAX_VALUE - 3},
        };
        for (long[] layout : layouts) {
            driver.negotiate(RingFeatures.VERSION_1);
            driver.setUpQueue(0, (int) layout[0], layout[1], layout[2], layout[3]);
            driver.start();
            assertThat(driver.needsReset()).as("%s", layout).isTrue();
            assertThat(driver.readRegister(INTERRUPT_STATUS)).isEqualTo(INTERRUPT_CONFIG_CHANGE);
            driver.writeRegister(QUEUE_NOTIFY, 0);
            driver.reset();
            assertThat(driver.status()).isZero();
            assertThat(line.level()).isFalse();
        }
        echo(started());
    }

    @Test
    void selectingAQueueThatIsNotThereShowsNone() {
        for (int index : new int[] {2, -1, Integer.MIN_VALUE}) {
            driver.writeRegister(QUEUE_SEL, index);
            assertThat(driver.readRegister(QUEUE_SIZE_MAX)).isZero();
            driver.writeRegister(QUEUE_READY, 1);
            assertThat(driver.readRegister(QUEUE_READY)).isZero();
            driver.writeRegister(QUEUE_NOTIFY, index);
        }
        driver.writeRegister(QUEUE_SEL, 1);
        assertThat(driver.readRegister(QUEUE_SIZE_MAX)).isEqualTo(EchoDevice.QUEUE_SIZE);
    }

    @Test
    void resetForgetsEverythingAndTheDeviceStartsAgain() {
        echo(started());
        driver.reset();
        assertThat(driver.status()).isZero();
        assertThat(driver.readRegister(INTERRUPT_STATUS)).isZero();
        assertThat(line.level()).isFalse();
        driver.writeRegister(QUEUE_SEL, 0);
        assertThat(driver.readRegister(QUEUE_READY)).isZero();
        echo(started());
    }

    @Test
    void resetWaitsForTheRequestInFlightAndLeavesItUnanswered() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        device.beforeAnswer(() -> {
            entered.countDown();
            awaitQuietly(release);
        });
        FakeQueue queue = started();
        queue.add(List.of(Buffer.in(driver.allocate(HELLO), HELLO.length)));
        queue.kick();
        entered.await();
        Thread resetting = Thread.ofPlatform().start(() -> mmio.write(STATUS, 4, 0));
        Eventually.await("the reset to wait", () -> resetting.getState() == Thread.State.WAITING);
        assertThat(driver.status() & DeviceStatus.DRIVER_OK).isNotZero();
        release.countDown();
        resetting.join();
        assertThat(driver.status()).isZero();
        assertThat(queue.usedIndex()).isZero();
        assertThat(line.level()).isFalse();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void configurationIsReadInEverySizeAndChangesWithItsGeneration() {
        started();
        int before = driver.readRegister(CONFIG_GENERATION);
        device.changeConfig(0x1122_3344_5566_7788L);
        assertThat(driver.readRegister(CONFIG_GENERATION)).isNotEqualTo(before);
        assertThat(driver.readRegister(INTERRUPT_STATUS)).isEqualTo(INTERRUPT_CONFIG_CHANGE);
        assertThat(driver.readConfig(0, 8)).isEqualTo(0x1122_3344_5566_7788L);
        assertThat(driver.readConfig(4, 4)).isEqualTo(0x1122_3344L);
        assertThat(driver.readConfig(2, 2)).isEqualTo(0x5566L);
        assertThat(driver.readConfig(7, 1)).isEqualTo(0x11L);
        assertThat(driver.readConfig(6, 4)).isEqualTo(0x1122L);
        assertThat(driver.readConfig(0xf0, 4)).isZero();
    }

    @Test
    void configurationChangesBeforeDriverOkDoNotInterrupt() {
        device.changeConfig(1);
        assertThat(line.risingEdges()).isZero();
    }

    @Test
    void controlRegistersTakeAlignedWordsOnly() {
        long before = mmio.guestFaults();
        for (int size : new int[] {1, 2, 8}) {
            assertThat(mmio.read(MAGIC_VALUE, size)).isZero();
            mmio.write(STATUS, size, 1);
        }
        assertThat(mmio.read(MAGIC_VALUE + 2, 4)).isZero();
        assertThat(driver.status()).isZero();
        assertThat(mmio.guestFaults()).isEqualTo(before + 7);
    }

    @Test
    void theLegacyAlignmentThatOldFirmwareWritesIsNoMistake() {
        long before = mmio.guestFaults();
        driver.writeRegister(LEGACY_QUEUE_ALIGN, 4096);
        assertThat(mmio.guestFaults()).isEqualTo(before);
        driver.writeRegister(LEGACY_QUEUE_ALIGN + 4, 1);
        assertThat(mmio.guestFaults()).isEqualTo(before + 1);
    }

    @Test
    void thereIsNoSharedMemory() {
        driver.writeRegister(SHM_SEL, 0);
        assertThat(driver.readRegister(SHM_LEN_LOW)).isEqualTo(-1);
        assertThat(driver.readRegister(SHM_LEN_HIGH)).isEqualTo(-1);
        assertThat(driver.readRegister(SHM_BASE_LOW)).isEqualTo(-1);
        assertThat(driver.readRegister(SHM_BASE_HIGH)).isEqualTo(-1);
    }

    @Test
    void notificationsAreDoorbells() {
        assertThat(mmio.doorbells())
                .containsExactly(new Doorbell(QUEUE_NOTIFY, 4, 0), new Doorbell(QUEUE_NOTIFY, 4, 1));
    }

    @Test
    void aFailureOfTheDeviceItselfStopsThatDeviceAlone() {
        device.beforeAnswer(() -> {
            throw new IllegalStateException("on purpose");
        });
        FakeQueue queue = started();
        queue.add(List.of(Buffer.in(driver.allocate(HELLO), HELLO.length)));
        queue.kick();
        driver.awaitNeedsReset();
        device.beforeAnswer(() -> {});
        driver.reset();
        echo(started());
    }
}
