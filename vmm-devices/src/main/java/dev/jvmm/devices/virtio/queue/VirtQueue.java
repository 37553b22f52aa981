// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.virtio.queue;

import dev.jvmm.core.memory.GuestMemory;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The device's side of a split virtqueue (virtio 1.3 section 2.7), with indirect descriptors (2.7.5.3) and both ways of
 * notification suppression (2.7.7, 2.7.10).
 *
 * <p>What a driver can get wrong breaks the queue for good: {@link #fault} says why, {@link #pop} gives nothing more, and
 * only a reset of the device makes a new queue. No field in guest memory is read twice for one decision.
 *
 * <p>Confined to one thread at a time, but for {@link #layout}. The indices in guest memory are what it shares with the
 * driver: loaded with acquire, stored with release, full fences where suppression needs a store to come before a load.
 */
public final class VirtQueue {
    // Aligned, so that they may be accessed atomically; QueueLayout.problem has checked the addresses.
    private static final ValueLayout.OfShort LE16 = ValueLayout.JAVA_SHORT.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle SHARED16 = LE16.varHandle();

    private static final int DESC_F_NEXT = 1;
    private static final int DESC_F_WRITE = 2;
    private static final int DESC_F_INDIRECT = 4;
    private static final int AVAIL_F_NO_INTERRUPT = 1;
    private static final short USED_F_NO_NOTIFY = 1;

    private static final long FLAGS_OFFSET = 0;
    private static final long INDEX_OFFSET = 2;
    private static final long RING_OFFSET = 4;

    private final GuestMemory memory;
    private final QueueLayout layout;
    private final int mask;
    private final MemorySegment descriptors;
    private final MemorySegment available;
    private final MemorySegment used;
    private final boolean indirectDescriptors;
    private final boolean eventIndex;

    // Free-running 16-bit indices.
    private int nextAvailable;
    private int nextUsed;
    private int usedAtLastCheck;
    private @Nullable String fault;

    /**
     * @param layout one of which {@link QueueLayout#problem} has nothing to say
     * @param features what driver and device agreed on
     */
    public VirtQueue(GuestMemory memory, QueueLayout layout, long features) {
        this.memory = memory;
        this.layout = layout;
        mask = layout.size() - 1;
        descriptors = require(layout.descriptors(), (long) QueueLayout.DESCRIPTOR_BYTES * layout.size());
        available = require(layout.driver(), QueueLayout.availableBytes(layout.size()));
        used = require(layout.device(), QueueLayout.usedBytes(layout.size()));
        indirectDescriptors = (features & RingFeatures.INDIRECT_DESC) != 0;
        eventIndex = (features & RingFeatures.EVENT_IDX) != 0;
    }

    private MemorySegment require(long gpa, long length) {
        MemorySegment slice = memory.slice(gpa, length);
        if (slice == null) {
            throw new IllegalStateException("queue layout not checked: " + layout);
        }
        return slice;
    }

    /** Where the queue stands. */
    public QueueLayout layout() {
        return layout;
    }

    /** Why the queue is broken; null while it works. */
    public @Nullable String fault() {
        return fault;
    }

    /** Breaks the queue, for what the device found wrong in a request it cannot answer; the first reason stays. */
    public void breakWith(String reason) {
        if (fault == null) {
            fault = reason;
        }
    }

    /**
     * Takes the next request.
     *
     * @return false when there is none, and when the queue is broken
     */
    public boolean pop(DescriptorChain chain) {
        if (fault != null) {
            return false;
        }
        int index = Short.toUnsignedInt((short) SHARED16.getAcquire(available, INDEX_OFFSET));
        int ahead = (index - nextAvailable) & 0xffff;
        if (ahead == 0) {
            return false;
        }
        if (ahead > layout.size()) {
            breakWith("available index " + index + " runs " + ahead + " ahead of " + nextAvailable + ", queue size "
                    + layout.size());
            return false;
        }
        int head = Short.toUnsignedInt(available.get(LE16, RING_OFFSET + 2L * (nextAvailable & mask)));
        chain.begin(head);
        if (!walk(chain, head)) {
            return false;
        }
        chain.finish();
        nextAvailable = (nextAvailable + 1) & 0xffff;
        return true;
    }

    /**
     * Follows a chain through the descriptor table and at most one indirect table, which ends it (virtio 1.3 section
     * 2.7.5.3.1). In each table it visits at most as many descriptors as the table has, so a loop ends.
     */
    private boolean walk(DescriptorChain chain, int head) {
        MemorySegment table = descriptors;
        int tableSize = layout.size();
        boolean indirect = false;
        int index = head;
        int visits = 0;
        while (true) {
            if (index >= tableSize) {
                return broken("descriptor index " + index + " in a table of " + tableSize, head);
            }
            if (++visits > tableSize) {
                return broken("more descriptors than the table has: a loop", head);
            }
            long at = (long) QueueLayout.DESCRIPTOR_BYTES * index;
            long address = table.get(GuestMemory.U64, at);
            long length = Integer.toUnsignedLong(table.get(GuestMemory.U32, at + 8));
            int flags = Short.toUnsignedInt(table.get(GuestMemory.U16, at + 12));
            if ((flags & DESC_F_INDIRECT) != 0) {
                String problem = indirectProblem(indirect, flags, length);
                if (problem != null) {
                    return broken(problem, head);
                }
                MemorySegment slice = memory.slice(address, length);
                if (slice == null) {
                    return broken("an indirect table outside RAM", head);
                }
                table = slice;
                tableSize = (int) (length / QueueLayout.DESCRIPTOR_BYTES);
                indirect = true;
                index = 0;
                visits = 0;
                continue;
            }
            if (!append(chain, address, length, (flags & DESC_F_WRITE) != 0)) {
                return false;
            }
            if ((flags & DESC_F_NEXT) == 0) {
                return true;
            }
            index = Short.toUnsignedInt(table.get(GuestMemory.U16, at + 14));
        }
    }

    private @Nullable String indirectProblem(boolean alreadyIndirect, int flags, long length) {
        if (!indirectDescriptors) {
            return "an indirect descriptor without VIRTIO_F_INDIRECT_DESC";
        }
        if (alreadyIndirect) {
            return "an indirect table within an indirect table";
        }
        if ((flags & DESC_F_NEXT) != 0) {
            return "an indirect descriptor that has a next one";
        }
        if (length == 0 || length % QueueLayout.DESCRIPTOR_BYTES != 0) {
            return "an indirect table of " + length + " bytes";
        }
        // The device's size, not the driver's: a driver that chose a smaller queue still sizes its tables by what the
        // device class allows (seg_max).
        if (length / QueueLayout.DESCRIPTOR_BYTES > layout.maximumSize()) {
            return "an indirect table longer than the queue";
        }
        return null;
    }

    private boolean append(DescriptorChain chain, long address, long length, boolean deviceWritable) {
        if (!deviceWritable && chain.hasWritable()) {
            return broken("a device-readable descriptor after a device-writable one", chain.head());
        }
        if (length == 0) {
            return true;
        }
        if (chain.bytes() + length > DescriptorChain.MAXIMUM_BYTES) {
            return broken("more than 4 GiB in one chain", chain.head());
        }
        MemorySegment slice = memory.slice(address, length);
        if (slice == null) {
            return broken("a buffer outside RAM, " + length + " bytes at 0x" + Long.toHexString(address), chain.head());
        }
        chain.add(slice, deviceWritable);
        return true;
    }

    private boolean broken(String reason, int head) {
        breakWith(reason + " (chain " + head + ")");
        return false;
    }

    /**
     * Gives a request back: the used entry first, then the index with release (virtio 1.3 section 2.7.8).
     *
     * @param head {@link DescriptorChain#head}
     * @param written bytes written from the start of the device-writable part
     */
    public void push(int head, long written) {
        long entry = RING_OFFSET + 8L * (nextUsed & mask);
        used.set(GuestMemory.U32, entry, head);
        used.set(GuestMemory.U32, entry + 4, (int) written);
        nextUsed = (nextUsed + 1) & 0xffff;
        SHARED16.setRelease(used, INDEX_OFFSET, (short) nextUsed);
    }

    /** Whether the driver wants an interrupt for what was pushed since this was last asked (2.7.7.2, 2.7.10). */
    public boolean needsInterrupt() {
        int before = usedAtLastCheck;
        usedAtLastCheck = nextUsed;
        if (before == nextUsed) {
            return false;
        }
        // The driver stores its wish, then looks at the used index; here the other way round. Without the fence both
        // could miss the other's store.
        VarHandle.fullFence();
        if (!eventIndex) {
            return ((short) SHARED16.getOpaque(available, FLAGS_OFFSET) & AVAIL_F_NO_INTERRUPT) == 0;
        }
        int event = Short.toUnsignedInt((short) SHARED16.getOpaque(available, RING_OFFSET + 2L * layout.size()));
        return ((nextUsed - event - 1) & 0xffff) < ((nextUsed - before) & 0xffff);
    }

    /** Tells the driver that it need not notify. A hint: notifications may still come. */
    public void disableNotifications() {
        if (!eventIndex) {
            SHARED16.setOpaque(used, FLAGS_OFFSET, USED_F_NO_NOTIFY);
        }
        // With event indices the event left behind stays in the past: nothing to do.
    }

    /**
     * Asks the driver to notify for the next request.
     *
     * @return whether one came in the meantime, for which no notification may come
     */
    public boolean enableNotifications() {
        if (eventIndex) {
            SHARED16.setOpaque(used, RING_OFFSET + 8L * layout.size(), (short) nextAvailable);
        } else {
            SHARED16.setOpaque(used, FLAGS_OFFSET, (short) 0);
        }
        VarHandle.fullFence();
        return Short.toUnsignedInt((short) SHARED16.getAcquire(available, INDEX_OFFSET)) != nextAvailable;
    }
}
