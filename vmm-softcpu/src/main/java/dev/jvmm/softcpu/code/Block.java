// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.code;

import dev.jvmm.softcpu.cpu.Op;

/**
 * A straight run of pre-decoded instructions within one page, ended by a branch, by an instruction that changes the
 * context, or by the end of the page. Immutable, shared by all vCPUs.
 */
public final class Block {
    /** The ops in order. */
    public final Op[] ops;
    /** The offset in bytes of each op's first instruction from the start of the block. */
    public final short[] offsets;
    /** Instructions in the block: more than ops where some are fused. */
    public final int instructions;
    /** The last op sets the PC itself. */
    public final boolean endsWithBranch;
    /** Index of the first op that CPACR_EL1.FPEN can trap, or the number of ops. */
    public final int firstFp;

    public Block(Op[] ops, short[] offsets, int instructions, boolean endsWithBranch, int firstFp) {
        this.ops = ops;
        this.offsets = offsets;
        this.instructions = instructions;
        this.endsWithBranch = endsWithBranch;
        this.firstFp = firstFp;
    }
}
