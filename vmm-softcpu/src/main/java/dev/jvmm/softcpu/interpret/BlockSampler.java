// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import java.util.Arrays;

/**
 * Finds the basic blocks that are interpreted often, by looking at one execution of many: counting them all would touch a
 * cache line more for each. One vCPU's; confined to its thread.
 */
final class BlockSampler {
    private static final int BITS = 12;
    private static final int USUAL_PERIOD = 61;
    private static final int SAMPLES = 64;
    /** When no block is ever hot: the execution loop still wants to look after other things once in a while. */
    private static final int IDLE_PERIOD = 1 << 16;

    /** The guest-physical address of the block that a count is of. Never one at first: blocks start at words. */
    private final long[] blocks = new long[1 << BITS];

    private final int[] counts = new int[1 << BITS];
    private final int period;
    private final int limit;
    private int random = 1;

    /** @param threshold executions after which a block is hot; none ever is when it isn't positive */
    BlockSampler(int threshold) {
        period = threshold <= 0 ? IDLE_PERIOD : Math.clamp(threshold / SAMPLES, 1, USUAL_PERIOD);
        limit = threshold <= 0 ? Integer.MAX_VALUE : threshold / period;
        Arrays.fill(blocks, -1);
    }

    /** Executions until the next sample: the period on average, in no rhythm with the guest's loops. */
    int interval() {
        if (period == 1) {
            return 1;
        }
        // A linear congruential generator; its high bits are the good ones.
        random = random * 1_664_525 + 1_013_904_223;
        return 1 + (int) ((random >>> 8) * (2L * period - 1) >>> 24);
    }

    /** Counts a sample of the block at a guest-physical address; whether it has become hot, after which it starts anew. */
    boolean sample(long gpa) {
        int slot = (int) (gpa * 0x9E37_79B9_7F4A_7C15L >>> Long.SIZE - BITS);
        if (blocks[slot] != gpa) {
            // The more frequent of those that share a slot gets to keep it.
            if (--counts[slot] > 0) {
                return false;
            }
            blocks[slot] = gpa;
            counts[slot] = 0;
        }
        counts[slot]++;
        if (counts[slot] < limit) {
            return false;
        }
        counts[slot] = 0;
        return true;
    }
}
