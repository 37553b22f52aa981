// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.benchmarks;

import dev.jvmm.core.irq.IrqLine;
import dev.jvmm.core.memory.GuestMemory;
import dev.jvmm.devices.backend.disk.RawDisk;
import dev.jvmm.devices.virtio.blk.BlkDevice;
import dev.jvmm.devices.virtio.queue.RingFeatures;
import dev.jvmm.devices.virtio.transport.VirtioMmio;
import dev.jvmm.devices.virtio.transport.VirtioMmioRegisters;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.invoke.VarHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Why: what a guest's disk request costs from its notification to the used entry, file in the page cache. The thread of the
 * benchmark is the driver: registers and memory only. MB/s are requests/s times the size.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class BlkBenchmark {
    private static final long BASE = 0x4000_0000L;
    private static final int RAM_BYTES = 64 << 20;
    private static final long DISK_BYTES = 64 << 20;
    private static final int QUEUE_SIZE = 256;
    private static final int TOGETHER = 32;
    private static final long DESCRIPTORS = BASE;
    private static final long AVAILABLE = BASE + 0x2000;
    private static final long USED = BASE + 0x3000;
    private static final long HEADERS = BASE + 0x5000;
    private static final long STATUSES = BASE + 0x6000;
    private static final long DATA = BASE + 0x10_0000;
    private static final int NEXT = 1;
    private static final int WRITE = 2;

    /** Bytes a request reads. */
    @Param({"4096", "65536", "1048576"})
    public int bytes;

    private final GuestMemory memory = new GuestMemory(
            List.of(new GuestMemory.Region(BASE, Arena.ofShared().allocate(RAM_BYTES, 4096))));
    private Path file = Path.of("");
    private @Nullable RawDisk disk;
    private @Nullable VirtioMmio device;
    private int available;

    @Setup
    public void start() throws IOException {
        file = Files.createTempFile("jvmm-benchmark", ".img");
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] piece = new byte[1 << 20];
            java.util.Arrays.fill(piece, (byte) 0x5a);
            for (long at = 0; at < DISK_BYTES; at += piece.length) {
                content.write(piece);
            }
        }
        disk = RawDisk.open(file, false);
        device = new VirtioMmio(new BlkDevice("disk0", disk, "", 1), memory, IrqLine.NONE);
        write(VirtioMmioRegisters.STATUS, 3);
        write(VirtioMmioRegisters.DRIVER_FEATURES, (int) RingFeatures.EVENT_IDX);
        write(VirtioMmioRegisters.DRIVER_FEATURES_SEL, 1);
        write(VirtioMmioRegisters.DRIVER_FEATURES, (int) (RingFeatures.VERSION_1 >>> 32));
        write(VirtioMmioRegisters.STATUS, 11);
        write(VirtioMmioRegisters.QUEUE_SIZE, QUEUE_SIZE);
        write(VirtioMmioRegisters.QUEUE_DESC_LOW, (int) DESCRIPTORS);
        write(VirtioMmioRegisters.QUEUE_DRIVER_LOW, (int) AVAILABLE);
        write(VirtioMmioRegisters.QUEUE_DEVICE_LOW, (int) USED);
        write(VirtioMmioRegisters.QUEUE_READY, 1);
        write(VirtioMmioRegisters.STATUS, 15);
        for (int i = 0; i < TOGETHER; i++) {
            descriptor(3 * i, HEADERS + 16L * i, 16, NEXT, 3 * i + 1);
            descriptor(3 * i + 1, DATA + (long) i * (1 << 20), bytes, NEXT | WRITE, 3 * i + 2);
            descriptor(3 * i + 2, STATUSES + i, 1, WRITE, 0);
        }
    }

    @TearDown
    public void stop() throws IOException {
        if (device != null) {
            device.reset();
        }
        if (disk != null) {
            disk.close();
        }
        Files.delete(file);
    }

    @Benchmark
    public int oneAtATime() {
        return read(1);
    }

    @Benchmark
    @OperationsPerInvocation(TOGETHER)
    public int thirtyTwoTogether() {
        return read(TOGETHER);
    }

    private int read(int requests) {
        int before = available;
        for (int i = 0; i < requests; i++) {
            long sector = (long) (available & 63) * (DISK_BYTES / 64) / 512;
            memory.writeLong(HEADERS + 16L * i + 8, sector);
            memory.writeShort(AVAILABLE + 4 + 2L * (available % QUEUE_SIZE), (short) (3 * i));
            available = (available + 1) & 0xffff;
        }
        VarHandle.releaseFence();
        memory.writeShort(AVAILABLE + 2, (short) available);
        VarHandle.fullFence();
        int event = Short.toUnsignedInt(memory.readShort(USED + 4 + 8L * QUEUE_SIZE));
        if (((available - event - 1) & 0xffff) < ((available - before) & 0xffff)) {
            write(VirtioMmioRegisters.QUEUE_NOTIFY, 0);
        }
        while (Short.toUnsignedInt(memory.readShort(USED + 2)) != available) {
            Thread.onSpinWait();
            VarHandle.acquireFence();
        }
        if (memory.readByte(STATUSES) != 0) {
            throw new IllegalStateException("the device answered with an error");
        }
        return available;
    }

    private void write(int register, int value) {
        Objects.requireNonNull(device).write(register, 4, Integer.toUnsignedLong(value));
    }

    private void descriptor(int index, long gpa, int length, int flags, int next) {
        long at = DESCRIPTORS + 16L * index;
        memory.writeLong(at, gpa);
        memory.writeInt(at + 8, length);
        memory.writeShort(at + 12, (short) flags);
        memory.writeShort(at + 14, (short) next);
    }
}
