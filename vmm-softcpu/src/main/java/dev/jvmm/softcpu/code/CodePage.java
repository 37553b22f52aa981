// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.code;

import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.memory.HostAccess;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The pre-decoded instructions of a 4 KiB page of guest-physical memory: a {@code long} each, so that code which is executed
 * once in a while costs the host's caches little more than the guest's own bytes.
 *
 * <p>The low byte of a word is the kind of thing it is: {@link #UNDECODED}, {@link #REGION}, or what the pre-decoder and the
 * interpreter agree on. Whoever starts to execute at a word reads it by {@link #word}; the words after it, to the end of the
 * basic block, were there before it and may be read from {@link #words} plainly.
 *
 * <p>A page whose bytes the guest declares changed is not emptied but {@link #invalidate dropped}: the cache makes another.
 * Who is executing it finishes the basic block and asks again, as IC IVAU and IC IALLU promise after the guest's context
 * synchronisation.
 */
public final class CodePage {
    public static final int SHIFT = 12;
    public static final int BYTES = Cpu.CODE_PAGE_BYTES;
    public static final int WORDS = BYTES / 4;

    /** The kind of a word that wasn't decoded yet: all of it is 0. */
    public static final int UNDECODED = 0;
    /** The kind of a word where translated code starts: a number for {@link #region} is in bits 63 to 32. */
    public static final int REGION = 1;

    /** The kind of the word at {@link Cpu#LEAVE}. */
    public static final int LEFT = 2;

    /** Kinds are less than this. */
    public static final int KINDS = 256;

    private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);

    /** Guest-physical address of the page. */
    public final long gpa;
    /** Host address of the page's bytes. */
    public final long hostAddress;

    /** A word an instruction, one after the last that is never decoded, and that of {@link #LEFT}. */
    public final long[] words = new long[Cpu.LEAVE + 1];

    private volatile boolean valid = true;

    // Tables that words refer to. They grow under the monitor, before the first word that needs the new entry is
    // published: who has read that word sees an array that is long enough.
    private BlockOp[] ops = new BlockOp[0];
    private Entry[] entries = new Entry[0];
    private int opCount; // guarded by this

    /** Instructions inside of regions that are being made. */
    private final BitSet expected = new BitSet(); // guarded by this

    /** Instructions that have come inside of a region since they were last found hot. */
    private final BitSet covered = new BitSet(); // guarded by this

    /** Where no region is to start. */
    private final BitSet declined = new BitSet(); // guarded by this

    /** Where translated code starts, and the word that was there. */
    private record Entry(Region region, long word) {}

    public CodePage(long gpa, long hostAddress) {
        this.gpa = gpa;
        this.hostAddress = hostAddress;
        words[Cpu.LEAVE] = LEFT;
    }

    /** Which word an address is of: bits 11 to 2. */
    public static int index(long address) {
        return (int) (address >>> 2) & WORDS - 1;
    }

    /** What a word is. */
    public static int kind(long word) {
        return (int) word & KINDS - 1;
    }

    /** The word to start executing at. */
    public long word(int index) {
        return word(words, index);
    }

    /** The word to go on at in a page with these {@link #words}. */
    public static long word(long[] words, int index) {
        return HostAccess.getAcquire(words, index);
    }

    /** The op that a word refers to: bits 63 to 32 are its number. */
    public BlockOp op(long word) {
        return ops[(int) (word >>> 32)];
    }

    /** Adds an op for words to refer to; returns its number. */
    public synchronized int add(BlockOp op) {
        if (opCount == ops.length) {
            ops = Arrays.copyOf(ops, Math.max(8, 2 * opCount));
        }
        ops[opCount] = op;
        return opCount++;
    }

    /**
     * Publishes decoded instructions.
     *
     * @param first the word of the first
     * @param decoded the words, {@code count} of them; the last ends a basic block or is followed by one that is there already
     */
    public synchronized void publish(int first, long[] decoded, int count) {
        for (int i = count - 1; i >= 0; i--) {
            // What is there may be a region by now.
            if (words[first + i] == UNDECODED) {
                WORD.setRelease(words, first + i, decoded[i]);
            }
        }
    }

    /** The translated code that a word of the kind {@link #REGION} stands for. */
    public Region region(long word) {
        return entries[(int) (word >>> 32)].region;
    }

    /** The instruction's own word, where one of the kind {@link #REGION} stands now. */
    public long instruction(long word) {
        return entries[(int) (word >>> 32)].word;
    }

    /** Makes a region be executed where its first instruction would be, unless that was never decoded or there is one already. */
    public synchronized void attach(int index, Region region) {
        long word = words[index];
        if (kind(word) == UNDECODED || kind(word) == REGION) {
            return;
        }
        int number = entries.length;
        Entry[] more = Arrays.copyOf(entries, number + 1);
        more[number] = new Entry(region, word);
        entries = more;
        WORD.setRelease(words, index, REGION | (long) number << 32);
    }

    /** Notes that a region is being made which these instructions are inside of. */
    public synchronized void expect(BitSet inside) {
        expected.or(inside);
    }

    /** The region that was being made is there now: blocks inside of it will mostly be executed as a part of it. */
    public synchronized void attach(int index, Region region, BitSet inside) {
        expected.andNot(inside);
        covered.or(inside);
        attach(index, region);
    }

    /** The region that was being made will not be there: its blocks may become hot again. */
    public synchronized void giveUp(BitSet inside) {
        expected.andNot(inside);
    }

    /** No region can be made that starts with an instruction. */
    public synchronized void decline(int index) {
        declined.set(index);
    }

    /**
     * Whether a region is to be made that starts with an instruction which was found hot: not while another is being made that it
     * is inside of, and not the first time after.
     */
    public synchronized boolean wants(int index) {
        if (expected.get(index) || declined.get(index)) {
            return false;
        }
        boolean wanted = !covered.get(index);
        covered.clear(index);
        return wanted;
    }

    /** Whether the page still stands for what is in memory. */
    public boolean valid() {
        return valid;
    }

    /** Makes whoever holds the page ask the cache for another. */
    void invalidate() {
        valid = false;
    }
}
