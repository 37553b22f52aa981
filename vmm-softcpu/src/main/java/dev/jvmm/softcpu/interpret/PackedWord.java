// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import dev.jvmm.softcpu.code.CodePage;

/**
 * The words of {@link CodePage#words}: in bits 7 to 0 the ordinal of a {@link PackedOp}, then three register numbers and a small
 * number of six bits each, then an immediate of 32 bits. What they mean is the op's matter.
 */
final class PackedWord {
    private static final int D = 8;
    private static final int N = 14;
    private static final int M = 20;
    private static final int E = 26;
    private static final int IMMEDIATE = 32;
    private static final int SIX_BITS = 0x3F;
    private static final int TWELVE_BITS = 0xFFF;

    private PackedWord() {}

    /** A word of an op and its operands; registers are indexes into {@link dev.jvmm.softcpu.state.CpuState#x}. */
    static long of(PackedOp op, int d, int n, int m, int e, int immediate) {
        return op.ordinal()
                | (long) d << D
                | (long) n << N
                | (long) m << M
                | (long) e << E
                | (long) immediate << IMMEDIATE;
    }

    static long of(PackedOp op, int d, int n, int m) {
        return of(op, d, n, m, 0, 0);
    }

    /** A word with where to go on otherwise, a multiple of 4 up to a page's size, in the place of the first two registers. */
    static long ofBranch(PackedOp op, int next, int m, int e, int immediate) {
        return of(op, next >>> 2 & SIX_BITS, next >>> 8, m, e, immediate);
    }

    static int d(long word) {
        return (int) word >>> D & SIX_BITS;
    }

    static int n(long word) {
        return (int) word >>> N & SIX_BITS;
    }

    static int m(long word) {
        return (int) word >>> M & SIX_BITS;
    }

    static int e(long word) {
        return (int) word >>> E;
    }

    static int immediate(long word) {
        return (int) (word >>> IMMEDIATE);
    }

    /** The immediate without a sign. */
    static long unsigned(long word) {
        return word >>> IMMEDIATE;
    }

    /** Two signed numbers of 16 bits in one immediate. */
    static int both(long low, long high) {
        return (int) low & 0xFFFF | (int) high << 16;
    }

    /** The low signed half of the immediate. */
    static long low(long word) {
        return (short) (word >>> IMMEDIATE);
    }

    /** The high signed half of the immediate. */
    static long high(long word) {
        return word >> IMMEDIATE + 16;
    }

    /** The number of {@link #ofBranch}: where a branch goes on when it isn't taken, from the start of the page. */
    static int next(long word) {
        return ((int) word >>> D & TWELVE_BITS) << 2;
    }
}
