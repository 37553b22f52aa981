// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.code;

import org.jspecify.annotations.Nullable;

/**
 * A straight run of pre-decoded instructions within one page, ended by a branch, by an instruction that changes the
 * context, or by the end of the page. Shared by all vCPUs; immutable but for what makes it faster.
 */
public final class Block {
    /** The ops in order. */
    public final BlockOp[] ops;
    /** The offset in bytes of each op's instruction from the start of the block; null where there is an op an instruction. */
    private final short @Nullable [] offsets;
    /** Instructions in the block: more than ops, since hints have none. */
    public final int instructions;
    /** The last op sets the PC itself. */
    public final boolean endsWithBranch;
    /** Calls of translated functions that are under way must be given up after this block: the context changes. */
    public final boolean unwinds;
    /** Index of the first op that CPACR_EL1.FPEN can trap, or the number of ops. */
    public final int firstFp;

    /** How often the interpreter has executed the block. Counted by all vCPUs without synchronisation: some may be lost. */
    public int executions;

    /** Translated code that starts where the block does. Written by the translator, read racily: a region is immutable. */
    public @Nullable Region region;

    public Block(
            BlockOp[] ops,
            short @Nullable [] offsets,
            int instructions,
            boolean endsWithBranch,
            boolean unwinds,
            int firstFp) {
        this.ops = ops;
        this.offsets = offsets;
        this.instructions = instructions;
        this.endsWithBranch = endsWithBranch;
        this.unwinds = unwinds;
        this.firstFp = firstFp;
    }

    /** The offset in bytes from the start of the block of the instruction that an op is of. */
    public int offset(int op) {
        return offsets == null ? op << 2 : offsets[op];
    }
}
