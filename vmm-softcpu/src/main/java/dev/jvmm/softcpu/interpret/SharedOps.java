// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import dev.jvmm.softcpu.code.BlockOp;
import dev.jvmm.softcpu.decode.InstructionGroup;
import dev.jvmm.softcpu.decode.Opcode;
import org.jspecify.annotations.Nullable;

/**
 * The ops of instructions already met, by instruction word: direct-mapped, bounded. Most of a guest's code is made of a few
 * thousand words, so blocks that share their ops take a fraction of the host's caches, which is what cold code waits for;
 * and most of decoding is a look-up.
 *
 * <p>Used by all vCPUs at once without synchronisation: entries are immutable, so a racy read sees a whole one or null, and a
 * lost one is only made again.
 */
final class SharedOps {
    private static final int BITS = 14;

    private final @Nullable Entry[] entries = new @Nullable Entry[1 << BITS];

    /** An instruction word, decoded. */
    record Entry(int instruction, Opcode opcode, BlockOp op) {}

    /** What is known of an instruction word, or null. */
    @Nullable
    Entry find(int instruction) {
        Entry entry = entries[index(instruction)];
        return entry != null && entry.instruction == instruction ? entry : null;
    }

    /** Remembers the op of an instruction word wherever it stands: not for {@link #dependsOnPlace}. */
    void add(int instruction, Opcode opcode, BlockOp op) {
        entries[index(instruction)] = new Entry(instruction, opcode, op);
    }

    /** Whether an instruction's op is another at another offset from the start of its block. */
    static boolean dependsOnPlace(Opcode opcode) {
        return switch (opcode) {
            case ADR, ADRP, LDR_LITERAL, LDRSW_LITERAL, LDR_SIMD_LITERAL, SVC -> true;
            case RET, BR -> false;
            default -> opcode.group() == InstructionGroup.BRANCH;
        };
    }

    private static int index(int instruction) {
        return instruction * 0x9E37_79B1 >>> Integer.SIZE - BITS;
    }
}
