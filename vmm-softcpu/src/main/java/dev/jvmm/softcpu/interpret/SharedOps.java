// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import dev.jvmm.softcpu.code.BlockOp;
import dev.jvmm.softcpu.decode.Opcode;
import org.jspecify.annotations.Nullable;

/**
 * The ops of instructions already met, by instruction word: direct-mapped, bounded. Pages that share their ops take less of the
 * host's caches, which is what cold code waits for.
 *
 * <p>Used by all vCPUs at once without synchronisation: entries are immutable, so a racy read sees a whole one or null, and a
 * lost one is only made again.
 */
final class SharedOps {
    private static final int BITS = 12;

    private final @Nullable Entry[] entries = new @Nullable Entry[1 << BITS];

    private record Entry(int instruction, BlockOp op) {}

    /** The op of an instruction word, or null when it isn't known. */
    @Nullable
    BlockOp find(int instruction) {
        Entry entry = entries[index(instruction)];
        return entry != null && entry.instruction == instruction ? entry.op : null;
    }

    /** Remembers the op of an instruction word wherever it stands: not for {@link #dependsOnPlace}. */
    void add(int instruction, BlockOp op) {
        entries[index(instruction)] = new Entry(instruction, op);
    }

    /** Whether the op of an instruction without packed form is another at another place in its page. */
    static boolean dependsOnPlace(Opcode opcode) {
        return switch (opcode) {
            case LDR_LITERAL, LDRSW_LITERAL, LDR_SIMD_LITERAL, SVC -> true;
            default -> false;
        };
    }

    private static int index(int instruction) {
        return instruction * 0x9E37_79B1 >>> Integer.SIZE - BITS;
    }
}
