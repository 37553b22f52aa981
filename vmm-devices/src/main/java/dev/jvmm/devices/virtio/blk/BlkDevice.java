// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.virtio.blk;

import static dev.jvmm.devices.virtio.blk.BlkRegisters.*;

import dev.jvmm.devices.backend.disk.DiskBackend;
import dev.jvmm.devices.fault.GuestFaults;
import dev.jvmm.devices.virtio.queue.ChainCursor;
import dev.jvmm.devices.virtio.queue.DescriptorChain;
import dev.jvmm.devices.virtio.queue.QueueTask;
import dev.jvmm.devices.virtio.queue.QueueWorker;
import dev.jvmm.devices.virtio.queue.QueueWorkers;
import dev.jvmm.devices.virtio.queue.VirtQueue;
import dev.jvmm.devices.virtio.transport.ConfigSpace;
import dev.jvmm.devices.virtio.transport.DeviceEvents;
import dev.jvmm.devices.virtio.transport.VirtioDevice;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The block device (virtio 1.3 section 5.2). Each queue has a thread that executes its requests in order, straight between
 * the backend and guest memory. The backend outlives the device.
 */
public final class BlkDevice implements VirtioDevice {
    static final int SECTOR = DiskBackend.SECTOR;

    private static final int QUEUE_SIZE = 256;

    /** Header and status take a descriptor each. */
    private static final int SEG_MAX = QUEUE_SIZE - 2;

    private static final int MAXIMUM_QUEUES = 16;
    /** What a reset may have to wait for. */
    private static final int PIECE_BYTES = 1 << 20;
    /** Physical blocks of 4 KiB: 8 logical ones. */
    private static final int PHYSICAL_BLOCK_EXP = 3;

    private final String name;
    private final DiskBackend disk;
    private final int queues;
    private final byte[] serial;
    private final QueueWorkers workers;
    private final ConfigSpace config;
    private final GuestFaults faults;
    private @Nullable DeviceEvents events;

    // Set by the transport before workers start.
    private BlkRequest.Limits limits;
    private boolean driverChoosesCache;
    private boolean driverFlushes;
    // The configuration's writeback byte: written by vCPUs, read by workers.
    private volatile boolean writeback = true;

    /**
     * @param name for logs
     * @param serial what the guest sees as the disk's serial number: ASCII, at most 20 characters
     * @param queues how many queues a driver may use, 1 to 16
     */
    public BlkDevice(String name, DiskBackend disk, String serial, int queues) {
        if (queues < 1 || queues > MAXIMUM_QUEUES) {
            throw new IllegalStateException(name + ": " + queues + " queues, 1 to " + MAXIMUM_QUEUES + " possible");
        }
        byte[] ascii = serial.getBytes(StandardCharsets.US_ASCII);
        if (ascii.length > ID_BYTES) {
            throw new IllegalStateException(name + ": the serial number is longer than " + ID_BYTES + " characters");
        }
        this.name = name;
        this.disk = disk;
        this.queues = queues;
        this.serial = Arrays.copyOf(ascii, ID_BYTES);
        workers = new QueueWorkers(name, queues);
        faults = new GuestFaults(BlkDevice.class, name);
        limits = new BlkRequest.Limits(disk.size(), disk.readOnly(), false, false);
        config = new ConfigSpace(CONFIG_BYTES)
                .put64(CONFIG_CAPACITY, disk.size() / SECTOR)
                .put32(CONFIG_SEG_MAX, SEG_MAX)
                .put32(CONFIG_BLK_SIZE, SECTOR)
                .put8(CONFIG_PHYSICAL_BLOCK_EXP, PHYSICAL_BLOCK_EXP)
                .put8(CONFIG_ALIGNMENT_OFFSET, 0)
                .put16(CONFIG_MIN_IO_SIZE, 1 << PHYSICAL_BLOCK_EXP)
                .put32(CONFIG_OPT_IO_SIZE, 0)
                .put16(CONFIG_NUM_QUEUES, queues);
        if (disk.discards()) {
            config.put32(CONFIG_MAX_DISCARD_SECTORS, BlkRequest.Limits.MAXIMUM_RANGE_SECTORS)
                    .put32(CONFIG_MAX_DISCARD_SEG, BlkRequest.Limits.MAXIMUM_RANGES)
                    .put32(CONFIG_DISCARD_SECTOR_ALIGNMENT, 1 << PHYSICAL_BLOCK_EXP);
        }
        config.put32(CONFIG_MAX_WRITE_ZEROES_SECTORS, BlkRequest.Limits.MAXIMUM_RANGE_SECTORS)
                .put32(CONFIG_MAX_WRITE_ZEROES_SEG, BlkRequest.Limits.MAXIMUM_RANGES)
                .put8(CONFIG_WRITE_ZEROES_MAY_UNMAP, disk.discards() ? 1 : 0);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int deviceId() {
        return DEVICE_ID;
    }

    @Override
    public long features() {
        long features = F_SEG_MAX | F_BLK_SIZE | F_FLUSH | F_TOPOLOGY | F_CONFIG_WCE;
        if (queues > 1) {
            features |= F_MQ;
        }
        if (disk.readOnly()) {
            return features | F_RO;
        }
        return features | F_WRITE_ZEROES | (disk.discards() ? F_DISCARD : 0);
    }

    @Override
    public int queueCount() {
        return queues;
    }

    @Override
    public int maximumQueueSize(int queue) {
        return QUEUE_SIZE;
    }

    @Override
    public int readConfig(int offset, int size) {
        config.put8(CONFIG_WRITEBACK, writeback ? 1 : 0);
        return config.read(offset, size);
    }

    /** The driver may choose write-back (1) or write-through (0), section 5.2.4; all else is the device's. */
    @Override
    public void writeConfig(int offset, int size, int value) {
        if (offset == CONFIG_WRITEBACK && size == 1) {
            writeback = (value & 1) != 0;
        } else {
            faults.report("store to configuration offset " + offset);
        }
    }

    @Override
    public void attach(DeviceEvents deviceEvents) {
        events = deviceEvents;
    }

    @Override
    public void activate(Activation activation) {
        DeviceEvents to = events;
        if (to == null) {
            throw new IllegalStateException(name + " activated before it was attached");
        }
        limits = new BlkRequest.Limits(
                disk.size(), disk.readOnly(), activation.has(F_DISCARD), activation.has(F_WRITE_ZEROES));
        driverChoosesCache = activation.has(F_CONFIG_WCE);
        driverFlushes = activation.has(F_FLUSH);
        for (int i = 0; i < queues; i++) {
            VirtQueue queue = activation.queue(i);
            if (queue != null) {
                byte[] scratch = new byte[HEADER_BYTES];
                workers.start(i, queue, QueueTask.eachChain((chain, worker) -> serve(chain, worker, scratch)), to);
            }
        }
    }

    @Override
    public void notifyQueue(int queue) {
        workers.wake(queue);
    }

    @Override
    public void reset() {
        workers.stopAndWait();
        writeback = true;
    }

    /** How many requests were refused for what the driver asked. */
    public long refusedRequests() {
        return faults.count();
    }

    private long serve(DescriptorChain chain, QueueWorker worker, byte[] scratch) {
        if (chain.writableBytes() < STATUS_BYTES) {
            worker.queue().breakWith("a block request without room for its status");
            return 0;
        }
        BlkRequest request = BlkRequest.parse(chain, scratch, limits);
        BlkStatus status;
        try {
            status = execute(request, chain, worker);
        } catch (IOException e) {
            faults.report(request + ": I/O error: " + e.getMessage());
            status = BlkStatus.IOERR;
        }
        long dataRoom = chain.writableBytes() - STATUS_BYTES;
        long dataWritten = dataRoom - chain.writable().remaining();
        chain.writeLastByte(status.code());
        // Only an unbroken run of bytes from the start may be claimed (section 2.7.8.2).
        return dataWritten == dataRoom ? dataWritten + STATUS_BYTES : dataWritten;
    }

    private BlkStatus execute(BlkRequest request, DescriptorChain chain, QueueWorker worker) throws IOException {
        return switch (request) {
            case BlkRequest.Read read -> read(read, chain.writable(), worker);
            case BlkRequest.Write write -> write(write, chain.readable(), worker);
            case BlkRequest.Flush _ -> flush();
            case BlkRequest.GetId _ -> getId(chain.writable());
            case BlkRequest.Discard discard -> discard(discard.ranges(), worker);
            case BlkRequest.WriteZeroes zeroes -> writeZeroes(zeroes.ranges(), worker);
            case BlkRequest.Refused refused -> {
                faults.report(refused.reason());
                yield refused.status();
            }
        };
    }

    private BlkStatus read(BlkRequest.Read request, ChainCursor into, QueueWorker worker) throws IOException {
        long offset = request.offset();
        MemorySegment piece;
        while (!worker.stopping() && (piece = into.next(PIECE_BYTES)) != null) {
            disk.read(offset, piece);
            offset += piece.byteSize();
        }
        return BlkStatus.OK;
    }

    private BlkStatus write(BlkRequest.Write request, ChainCursor from, QueueWorker worker) throws IOException {
        long offset = request.offset();
        MemorySegment piece;
        while (!worker.stopping() && (piece = from.next(PIECE_BYTES)) != null) {
            disk.write(offset, piece);
            offset += piece.byteSize();
        }
        commitIfWriteThrough();
        return BlkStatus.OK;
    }

    private BlkStatus flush() throws IOException {
        disk.flush();
        return BlkStatus.OK;
    }

    private BlkStatus getId(ChainCursor into) {
        into.write(serial, 0, ID_BYTES);
        return BlkStatus.OK;
    }

    private BlkStatus discard(List<BlkRequest.Range> ranges, QueueWorker worker) throws IOException {
        for (BlkRequest.Range range : ranges) {
            if (worker.stopping()) {
                break;
            }
            disk.discard(range.offset(), range.length());
        }
        return BlkStatus.OK;
    }

    private BlkStatus writeZeroes(List<BlkRequest.Range> ranges, QueueWorker worker) throws IOException {
        for (BlkRequest.Range range : ranges) {
            for (long done = 0; done < range.length() && !worker.stopping(); done += PIECE_BYTES) {
                disk.writeZeroes(range.offset() + done, Math.min(PIECE_BYTES, range.length() - done));
            }
        }
        commitIfWriteThrough();
        return BlkStatus.OK;
    }

    /** Section 5.2.6.2: the cache is the driver's choice where it negotiated one, else write-back only for one that flushes. */
    private void commitIfWriteThrough() throws IOException {
        boolean cached = driverChoosesCache ? writeback : driverFlushes;
        if (!cached) {
            disk.flush();
        }
    }
}
