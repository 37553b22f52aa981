// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.virtio.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.core.memory.GuestMemory;
import dev.jvmm.devices.testing.EchoDevice;
import dev.jvmm.devices.testing.FakeDriver;
import dev.jvmm.devices.testing.FakeQueue;
import dev.jvmm.devices.testing.FakeQueue.Buffer;
import dev.jvmm.devices.testing.RecordingIrqLine;
import dev.jvmm.devices.virtio.transport.VirtioMmio;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random rings: nothing is thrown, nothing hangs, and a reset brings the device back. The seed is the test's parameter. */
class VirtQueueRandomTest {
    private static final int SIZE = 16;

    static LongStream seeds() {
        return LongStream.concat(LongStream.range(0, 20), LongStream.of(System.nanoTime()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void garbageInMemoryIsAlwaysHandled(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            byte[] input = new byte[2 + VirtQueueFuzzer.RAM_BYTES];
            random.nextBytes(input);
            plausible(random, input);
            VirtQueueFuzzer.fuzzerTestOneInput(input);
        }
    }

    /** Makes most descriptors point somewhere into RAM, so that the walk gets beyond the first one. */
    private static void plausible(Random random, byte[] input) {
        MemoryWriter memory = new MemoryWriter(input);
        for (int i = 0; i < 64; i++) {
            if (random.nextInt(8) != 0) {
                memory.descriptor(
                        i,
                        0x1_0000 + random.nextInt(VirtQueueFuzzer.RAM_BYTES),
                        random.nextInt(random.nextBoolean() ? 16 : 512),
                        random.nextInt(4) + (random.nextInt(6) == 0 ? 4 : 0),
                        random.nextInt(64));
            }
        }
        // The available index: mostly not further ahead than the queue is long.
        memory.put16(16 * 64 + 2, random.nextInt(1 << (input[0] & 7)) + random.nextInt(2));
        for (int i = 0; i < 64; i++) {
            memory.put16(16 * 64 + 4 + 2 * i, random.nextInt(64));
        }
    }

    private record MemoryWriter(byte[] input) {
        private void put16(int at, int value) {
            input[2 + at] = (byte) value;
            input[3 + at] = (byte) (value >> 8);
        }

        private void descriptor(int index, int gpa, int length, int flags, int next) {
            int at = 16 * index;
            put16(at, gpa);
            put16(at + 2, gpa >> 16);
            put16(at + 4, 0);
            put16(at + 6, 0);
            put16(at + 8, length);
            put16(at + 10, 0);
            put16(at + 12, flags);
            put16(at + 14, next);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aDeviceRecoversFromAnyRingByAReset(long seed) {
        Random random = new Random(seed);
        GuestMemory memory = FakeDriver.newMemory();
        EchoDevice device = new EchoDevice();
        VirtioMmio mmio = new VirtioMmio(device, memory, new RecordingIrqLine());
        FakeDriver driver = new FakeDriver(mmio, memory);
        for (int round = 0; round < 5; round++) {
            assertThat(driver.negotiate(RingFeatures.OFFERED)).isTrue();
            FakeQueue queue = driver.setUpQueue(0, SIZE);
            driver.start();
            for (int step = 0; step < 50; step++) {
                scribble(random, queue);
                queue.kick();
            }
            driver.reset();
            assertThat(driver.status()).isZero();

            assertThat(driver.negotiate(RingFeatures.OFFERED)).isTrue();
            FakeQueue fresh = driver.setUpQueue(0, SIZE);
            driver.start();
            byte[] text = {1, 2, 3, 4};
            long out = driver.allocate(4, 4);
            fresh.request(List.of(Buffer.in(driver.allocate(text), 4), Buffer.out(out, 4)));
            assertThat(driver.bytes(out, 4)).isEqualTo(text);
            driver.reset();
        }
    }

    private static void scribble(Random random, FakeQueue queue) {
        for (int i = 0; i < SIZE; i++) {
            long gpa = random.nextInt(20) == 0
                    ? random.nextLong()
                    : FakeDriver.RAM_BASE + random.nextInt((int) FakeDriver.RAM_SIZE);
            long length = random.nextInt(20) == 0 ? random.nextInt() : random.nextInt(100);
            queue.descriptor(i, gpa, length, random.nextInt(random.nextInt(4) == 0 ? 16 : 4), random.nextInt(SIZE + 1));
        }
        if (random.nextInt(10) == 0) {
            queue.publishAvailable(random.nextInt(1 << 16));
        } else {
            queue.offer(random.nextInt(SIZE + 1));
        }
    }
}
