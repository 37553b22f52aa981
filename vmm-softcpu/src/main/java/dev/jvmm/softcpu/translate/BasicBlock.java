// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import java.util.ArrayList;
import java.util.List;

/** A straight run of a region's instructions, entered at its first only. */
final class BasicBlock {
    /** Offset of the first instruction in its page. */
    final int start;

    final List<Instruction> instructions = new ArrayList<>();
    final List<BasicBlock> successors = new ArrayList<>();

    /** Registers that may have changed since the region, or a call in it, last wrote them back; at the block's start. */
    int dirty;
    /** The same of SIMD and floating-point registers. */
    int dirtyVectors;
    /** What holds the flags at the block's start; null while no path to it is known. */
    FlagState flags = FlagState.NOT_REACHED;

    /** Some path leads from the block back to it. */
    boolean inLoop;

    BasicBlock(int start) {
        this.start = start;
    }

    Instruction last() {
        return instructions.getLast();
    }
}
