// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.virtio.rng;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.core.memory.GuestMemory;
import dev.jvmm.devices.testing.FakeDriver;
import dev.jvmm.devices.testing.FakeQueue;
import dev.jvmm.devices.testing.FakeQueue.Buffer;
import dev.jvmm.devices.testing.RecordingIrqLine;
import dev.jvmm.devices.virtio.queue.RingFeatures;
import dev.jvmm.devices.virtio.transport.VirtioMmio;
import dev.jvmm.devices.virtio.transport.VirtioMmioRegisters;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EntropyDeviceTest {
    private final GuestMemory memory = FakeDriver.newMemory();
    private final VirtioMmio mmio = new VirtioMmio(new EntropyDevice("rng0"), memory, new RecordingIrqLine());
    private final FakeDriver driver = new FakeDriver(mmio, memory);

    @AfterEach
    void stopDevice() {
        mmio.reset();
    }

    private FakeQueue started() {
        assertThat(driver.negotiate(RingFeatures.OFFERED)).isTrue();
        FakeQueue queue = driver.setUpQueue(0, 8);
        driver.start();
        return queue;
    }

    @Test
    void isAnEntropyDeviceWithOneQueue() {
        assertThat(driver.readRegister(VirtioMmioRegisters.DEVICE_ID)).isEqualTo(4);
        assertThat(driver.offeredFeatures()).isEqualTo(RingFeatures.OFFERED);
    }

    @Test
    void fillsAllBuffersOfARequestDifferentlyEachTime() {
        FakeQueue queue = started();
        long first = driver.allocate(64, 16);
        long second = driver.allocate(64, 16);
        assertThat(queue.request(List.of(Buffer.out(first, 20), Buffer.out(first + 20, 44)))
                        .length())
                .isEqualTo(64);
        assertThat(queue.request(List.of(Buffer.out(second, 64))).length()).isEqualTo(64);
        // 64 zero bytes, or the same ones twice, are less likely than this machine failing.
        assertThat(driver.bytes(first, 20)).isNotEqualTo(new byte[20]);
        assertThat(driver.bytes(first + 20, 44)).isNotEqualTo(new byte[44]);
        assertThat(driver.bytes(second, 64)).isNotEqualTo(driver.bytes(first, 64));
    }

    @Test
    void oneRequestGetsALimitedAmount() {
        FakeQueue queue = started();
        long buffer = driver.allocate(1 << 20, 16);
        assertThat(queue.request(List.of(Buffer.out(buffer, 1 << 20))).length()).isEqualTo(64 << 10);
        assertThat(driver.bytes(buffer + (64 << 10), 4096)).containsOnly(0);
    }

    @Test
    void aRequestWithNothingToFillIsGivenBack() {
        assertThat(started()
                        .request(List.of(Buffer.in(driver.allocate(16, 16), 16)))
                        .length())
                .isZero();
    }
}
