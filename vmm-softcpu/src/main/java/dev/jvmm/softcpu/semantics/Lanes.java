// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.semantics;

import dev.jvmm.softcpu.state.CpuState;

/**
 * Advanced SIMD instructions one lane after the other. Registers are the index of their low half in {@link
 * dev.jvmm.softcpu.state.CpuState#v}; a size is the logarithm of a lane's bytes.
 */
public final class Lanes {
    private Lanes() {}

    /** A lane, zero-extended. */
    public static long unsigned(long[] v, int register, int size, int index) {
        int at = index << size + 3;
        int above = 64 - (8 << size);
        return v[register + (at >> 6)] >>> at << above >>> above;
    }

    /** A lane, sign-extended. */
    public static long signed(long[] v, int register, int size, int index) {
        int at = index << size + 3;
        int above = 64 - (8 << size);
        return v[register + (at >> 6)] >>> at << above >> above;
    }

    private static long lane(long[] v, int register, int size, int index, boolean signed) {
        return signed ? signed(v, register, size, index) : unsigned(v, register, size, index);
    }

    /** Replaces one lane by the low bits of {@code value}. */
    public static void set(long[] v, int register, int size, int index, long value) {
        int at = index << size + 3;
        long mask = -1L >>> 64 - (8 << size);
        int half = register + (at >> 6);
        v[half] = v[half] & ~(mask << at) | (value & mask) << at;
    }

    /** The low bits of {@code value} in every lane of 64 bits. */
    public static long replicate(long value, int size) {
        return switch (size) {
            case 0 -> (value & 0xFF) * 0x0101_0101_0101_0101L;
            case 1 -> (value & 0xFFFF) * 0x0001_0001_0001_0001L;
            case 2 -> (value & 0xFFFF_FFFFL) * 0x0000_0001_0000_0001L;
            default -> value;
        };
    }

    /** Every lane of the shape; the second source is a register. Lanes outside become zero, or stay below the first. */
    public static void apply(CpuState c, LaneShape shape, LaneOperation operation) {
        apply(c, shape, 0, operation);
    }

    /** As the method above; the second source is {@code constant} where the shape says so. */
    public static void apply(CpuState c, LaneShape shape, long constant, LaneOperation operation) {
        long[] v = c.v;
        int d = shape.d();
        int bits = 8 << shape.dSize();
        long mask = -1L >>> 64 - bits;
        boolean signed = shape.signed();
        long low = shape.dFirst() != 0 ? v[d] : 0;
        long high = 0;
        for (int i = 0; i < shape.count(); i++) {
            int index = shape.dFirst() + i;
            long a = lane(v, shape.n(), shape.nSize(), shape.nFirst() + i, signed);
            long b = shape.m() < 0 ? constant : lane(v, shape.m(), shape.mSize(), shape.mFirst() + i, signed);
            long old = lane(v, d, shape.dSize(), index, signed);
            long result = operation.apply(c.fp, old, a, b, bits) & mask;
            int at = index * bits;
            if (at < 64) {
                low |= result << at;
            } else {
                high |= result << at;
            }
        }
        v[d] = low;
        v[d + 1] = high;
    }

    /** By element: the second source is lane {@code index} of register {@code m}, zero- or sign-extended as the others. */
    public static void applyElement(CpuState c, LaneShape shape, int m, int size, int index, LaneOperation operation) {
        apply(c, shape, lane(c.v, m, size, index, shape.signed()), operation);
    }
}
