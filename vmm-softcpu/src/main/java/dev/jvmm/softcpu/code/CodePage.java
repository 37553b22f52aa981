// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.code;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The pre-decoded blocks of a 4 KiB page of guest-physical memory, by the word they start at.
 *
 * <p>Blocks are read without synchronisation (they are immutable, so a racy read sees a whole block or null) and
 * installed under the monitor. {@link #invalidate} empties the table, so a vCPU that holds the page decodes anew at its
 * next block: what IC IVAU and IC IALLU promise after the guest's context synchronisation.
 */
public final class CodePage {
    public static final int SHIFT = 12;
    public static final int BYTES = 1 << SHIFT;
    private static final int WORDS = BYTES / 4;

    /** Guest-physical address of the page. */
    public final long gpa;
    /** Host address of the page's bytes. */
    public final long hostAddress;

    private final @Nullable Block[] blocks = new @Nullable Block[WORDS];
    private int generation; // guarded by this

    public CodePage(long gpa, long hostAddress) {
        this.gpa = gpa;
        this.hostAddress = hostAddress;
    }

    /** The block that starts at this address (any address whose bits 11:2 are the word's), or null. */
    public @Nullable Block block(long address) {
        return blocks[(int) (address >>> 2) & WORDS - 1];
    }

    /** Read before decoding, given back to {@link #install}. */
    public synchronized int generation() {
        return generation;
    }

    /** Installs a block unless the page was invalidated since {@code generation} was read. */
    public synchronized void install(long address, Block block, int generation) {
        if (this.generation == generation) {
            blocks[(int) (address >>> 2) & WORDS - 1] = block;
        }
    }

    /** Gives the block at an address its region unless the page was invalidated since {@code generation} was read. */
    public synchronized void attach(long address, Region region, int generation) {
        Block block = blocks[(int) (address >>> 2) & WORDS - 1];
        if (this.generation == generation && block != null) {
            block.region = region;
        }
    }

    public synchronized void invalidate() {
        generation++;
        Arrays.fill(blocks, null);
    }
}
