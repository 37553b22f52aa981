// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.memory;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the software CPU may reach directly: blocks of host memory by guest-physical address. All else is the bus's.
 *
 * <p>Looked up by vCPUs without a lock; changed under the monitor, published by a volatile store. Who changes it makes
 * the vCPUs drop their TLBs afterwards.
 */
public final class PhysicalMemory {
    /** Host memory at a guest-physical address; stores to a block that is not writable go to the bus. */
    public record Block(long gpa, MemorySegment memory, boolean writable) {
        public long hostAddress() {
            return memory.address();
        }

        public long size() {
            return memory.byteSize();
        }
    }

    private volatile Block[] blocks = new Block[0];

    public synchronized void map(long gpa, MemorySegment memory, boolean writable) {
        Block added = new Block(gpa, memory, writable);
        blocks = Stream.concat(Arrays.stream(blocks).filter(b -> b.gpa != gpa), Stream.of(added))
                .sorted(Comparator.comparingLong(Block::gpa))
                .toArray(Block[]::new);
    }

    public synchronized void unmap(long gpa) {
        blocks = Arrays.stream(blocks).filter(b -> b.gpa != gpa).toArray(Block[]::new);
    }

    /** The block that holds the byte at {@code gpa}, or null. */
    public @Nullable Block find(long gpa) {
        for (Block block : blocks) {
            long offset = gpa - block.gpa;
            if (offset >= 0 && offset < block.memory.byteSize()) {
                return block;
            }
        }
        return null;
    }
}
