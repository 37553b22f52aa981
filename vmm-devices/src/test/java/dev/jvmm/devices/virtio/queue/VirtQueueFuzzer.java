// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.virtio.queue;

import dev.jvmm.core.memory.GuestMemory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * One queue over memory of the fuzzer's making. {@link #fuzzerTestOneInput} has the signature that Jazzer looks for; the
 * random tests of this package feed it too.
 */
public final class VirtQueueFuzzer {
    static final int RAM_BYTES = 16 << 10;

    private static final long BASE = 0x1_0000;
    private static final int MAXIMUM_SIZE = 64;
    private static final int MOST_REQUESTS = 1000;
    private static final long AVAILABLE = BASE + 16 * MAXIMUM_SIZE;
    private static final long USED = AVAILABLE + 6 + 2 * MAXIMUM_SIZE + 2;

    private VirtQueueFuzzer() {}

    /** @param input size and features (a byte each), then memory from the descriptor table on */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length < 2) {
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment ram = arena.allocate(RAM_BYTES, 4096);
            MemorySegment.copy(MemorySegment.ofArray(input), 2, ram, 0, Math.min(RAM_BYTES, input.length - 2));
            GuestMemory memory = new GuestMemory(List.of(new GuestMemory.Region(BASE, ram)));
            QueueLayout layout = new QueueLayout(1 << (input[0] & 7), MAXIMUM_SIZE, BASE, AVAILABLE, USED);
            if (layout.problem(memory) != null) {
                return;
            }
            long features = (input[1] & 1) != 0 ? RingFeatures.OFFERED : RingFeatures.VERSION_1;
            serve(new VirtQueue(memory, layout, features), ram);
        }
    }

    private static void serve(VirtQueue queue, MemorySegment ram) {
        DescriptorChain chain = new DescriptorChain();
        queue.disableNotifications();
        for (int i = 0; i < MOST_REQUESTS && queue.pop(chain); i++) {
            check(chain.readableBytes() == walk(chain.readable(), ram, false), "readable bytes");
            check(chain.writableBytes() == walk(chain.writable(), ram, true), "writable bytes");
            queue.push(chain.head(), chain.writableBytes());
            queue.needsInterrupt();
            check(!queue.needsInterrupt(), "at most one interrupt a request");
        }
        queue.enableNotifications();
        if (queue.fault() != null) {
            check(!queue.pop(chain), "a broken queue gives nothing");
        }
    }

    /** Overwrites what may be written, rings included, as a guest's other CPU could. */
    private static long walk(ChainCursor cursor, MemorySegment ram, boolean write) {
        long bytes = 0;
        int slices = 0;
        MemorySegment slice;
        while ((slice = cursor.next(Long.MAX_VALUE)) != null) {
            long offset = slice.address() - ram.address();
            check(slice.byteSize() > 0, "no empty slices");
            check(offset >= 0 && offset + slice.byteSize() <= ram.byteSize(), "only RAM is reached");
            check(++slices <= 2 * MAXIMUM_SIZE, "a bounded number of slices");
            bytes += slice.byteSize();
            if (write) {
                slice.fill((byte) 0x11);
            }
        }
        check(cursor.remaining() == 0, "a walk ends at the end");
        return bytes;
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
