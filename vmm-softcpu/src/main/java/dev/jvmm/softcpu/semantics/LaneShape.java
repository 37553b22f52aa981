// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.semantics;

/**
 * Which lanes an Advanced SIMD instruction combines: lane {@code dFirst + i} of the destination comes from lane {@code
 * nFirst + i} of the first and {@code mFirst + i} of the second source, for {@code count} lanes. Registers are the index
 * of their low half in {@link dev.jvmm.softcpu.state.CpuState#v}. A size is the logarithm of a lane's bytes.
 *
 * @param m negative where the second source is a constant
 * @param signed whether lanes are sign-extended; else zero-extended
 */
public record LaneShape(
        int d,
        int dSize,
        int dFirst,
        int n,
        int nSize,
        int nFirst,
        int m,
        int mSize,
        int mFirst,
        int count,
        boolean signed) {
    /** {@link #m} where the second source is a constant. */
    public static final int CONSTANT = -1;

    /** All lanes have one size. */
    public static LaneShape same(int d, int n, int m, int size, int count, boolean signed) {
        return new LaneShape(d, size, 0, n, size, 0, m, size, 0, count, signed);
    }

    /** The destination's lanes are twice as wide as the sources': the manual's "long". */
    public static LaneShape lengthening(int d, int n, int m, int size, int first, int count, boolean signed) {
        return new LaneShape(d, size + 1, 0, n, size, first, m, size, first, count, signed);
    }

    /** The destination's lanes, of {@code size}, are half as wide as the sources'. */
    public static LaneShape narrowing(int d, int n, int m, int size, int first, int count, boolean signed) {
        return new LaneShape(d, size, first, n, size + 1, 0, m, size + 1, 0, count, signed);
    }
}
