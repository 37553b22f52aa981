// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.virtio.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.core.memory.GuestMemory;
import dev.jvmm.devices.backend.serial.SerialBackend;
import dev.jvmm.devices.backend.serial.SerialListener;
import dev.jvmm.devices.testing.Eventually;
import dev.jvmm.devices.testing.FakeDriver;
import dev.jvmm.devices.testing.FakeQueue;
import dev.jvmm.devices.testing.FakeQueue.Buffer;
import dev.jvmm.devices.testing.RecordingIrqLine;
import dev.jvmm.devices.virtio.queue.RingFeatures;
import dev.jvmm.devices.virtio.transport.VirtioMmio;
import dev.jvmm.devices.virtio.transport.VirtioMmioRegisters;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConsoleDeviceTest {
    /** A line whose room and input the test hands out. */
    private static final class FakeLine implements SerialBackend {
        // Guarded by the monitor of this.
        private final ByteArrayOutputStream output = new ByteArrayOutputStream();
        private byte[] input = new byte[0];
        private int room;
        private @Nullable SerialListener listener;

        @Override
        public synchronized void connect(SerialListener device) {
            listener = device;
        }

        @Override
        public synchronized int transmit(byte[] source, int offset, int length) {
            int taken = Math.min(room, length);
            output.write(source, offset, taken);
            room -= taken;
            return taken;
        }

        @Override
        public synchronized int receive(byte[] target, int offset, int length) {
            int got = Math.min(input.length, length);
            System.arraycopy(input, 0, target, offset, got);
            input = java.util.Arrays.copyOfRange(input, got, input.length);
            return got;
        }

        private void give(int moreRoom) {
            synchronized (this) {
                room += moreRoom;
            }
            device().outputRoom();
        }

        private void type(String text) {
            synchronized (this) {
                input = (new String(input, StandardCharsets.US_ASCII) + text).getBytes(StandardCharsets.US_ASCII);
            }
            device().inputAvailable();
        }

        private synchronized SerialListener device() {
            SerialListener device = listener;
            if (device == null) {
                throw new IllegalStateException("nobody connected");
            }
            return device;
        }

        private synchronized String text() {
            return output.toString(StandardCharsets.US_ASCII);
        }

        @Override
        public void close() {}
    }

    private final GuestMemory memory = FakeDriver.newMemory();
    private final FakeLine backend = new FakeLine();
    private final RecordingIrqLine irq = new RecordingIrqLine();
    private final ConsoleDevice device = new ConsoleDevice("console0", backend, 80, 25);
    private final VirtioMmio mmio = new VirtioMmio(device, memory, irq);
    private final FakeDriver driver = new FakeDriver(mmio, memory);
    private FakeQueue receive = start();
    private FakeQueue transmit = driver.setUpQueue(1, 8);

    ConsoleDeviceTest() {
        driver.start();
    }

    private FakeQueue start() {
        assertThat(driver.negotiate(RingFeatures.OFFERED | 1)).isTrue();
        return driver.setUpQueue(0, 8);
    }

    @AfterEach
    void stopDevice() {
        mmio.reset();
    }

    private Buffer text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return Buffer.in(driver.allocate(bytes), bytes.length);
    }

    private String received(long gpa, FakeQueue.Used used) {
        return new String(driver.bytes(gpa, (int) used.length()), StandardCharsets.US_ASCII);
    }

    @Test
    void showsItsSizeAndTellsWhenItChanges() {
        assertThat(driver.readRegister(VirtioMmioRegisters.DEVICE_ID)).isEqualTo(3);
        assertThat(driver.readConfig(0, 2)).isEqualTo(80);
        assertThat(driver.readConfig(2, 2)).isEqualTo(25);
        assertThat(driver.readConfig(4, 4)).isEqualTo(1);
        device.resize(132, 50);
        assertThat(driver.readConfig(0, 4)).isEqualTo((50 << 16) | 132);
        assertThat(irq.level()).isTrue();
    }

    @Test
    void outputGoesToTheHostInOrder() {
        backend.give(100);
        transmit.request(List.of(text("hello, "), text("world")));
        transmit.request(List.of(text("!")));
        assertThat(backend.text()).isEqualTo("hello, world!");
    }

    @Test
    void outputWaitsForRoomAndNothingIsLost() {
        transmit.add(List.of(text("0123456789")));
        transmit.kick();
        backend.give(4);
        Eventually.await("four characters", () -> backend.text().equals("0123"));
        assertThat(transmit.usedIndex()).isZero();
        backend.give(100);
        assertThat(transmit.awaitUsed().length()).isZero();
        assertThat(backend.text()).isEqualTo("0123456789");
    }

    @Test
    void outputLargerThanAnyBufferOfTheHostGoesThrough() {
        backend.give(1 << 20);
        String text = "0123456789abcdef".repeat(1000);
        transmit.request(List.of(text(text)));
        assertThat(backend.text()).isEqualTo(text);
    }

    @Test
    void inputFillsWhatTheDriverOffers() {
        long first = driver.allocate(4, 1);
        long second = driver.allocate(100, 1);
        receive.add(List.of(Buffer.out(first, 4)));
        receive.add(List.of(Buffer.out(second, 100)));
        receive.kick();
        backend.type("typed text");
        assertThat(received(first, receive.awaitUsed())).isEqualTo("type");
        assertThat(received(second, receive.awaitUsed())).isEqualTo("d text");
    }

    @Test
    void inputWaitsForABuffer() {
        backend.type("early");
        long buffer = driver.allocate(16, 1);
        assertThat(received(buffer, receive.request(List.of(Buffer.out(buffer, 16)))))
                .isEqualTo("early");
    }

    @Test
    void inputSurvivesAResetAndOutputInHandDoesNot() {
        transmit.add(List.of(text("never sent")));
        transmit.kick();
        backend.type("kept");
        driver.reset();
        receive = start();
        transmit = driver.setUpQueue(1, 8);
        driver.start();
        long buffer = driver.allocate(16, 1);
        assertThat(received(buffer, receive.request(List.of(Buffer.out(buffer, 16)))))
                .isEqualTo("kept");
        backend.give(100);
        transmit.request(List.of(text("sent")));
        assertThat(backend.text()).isEqualTo("sent");
    }
}
