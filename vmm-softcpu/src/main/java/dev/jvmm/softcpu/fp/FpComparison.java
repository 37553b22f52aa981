// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.fp;

/** Comparisons, maxima and minima for every operand and mode (Arm ARM DDI 0487, shared/functions/float). */
final class FpComparison {
    /** FPCompare's result: PSTATE.NZCV as a nibble, N in bit 3. */
    static final int LESS = 0b1000;

    static final int EQUAL = 0b0110;
    static final int GREATER = 0b0010;
    static final int UNORDERED = 0b0011;

    private FpComparison() {}

    /** FPCompare. */
    static int compare(FpFormat format, long left, long right, boolean signalAllNans, FpStatus status) {
        long a = format.flushInput(left, status);
        long b = format.flushInput(right, status);
        if (format.isNan(a) || format.isNan(b)) {
            if (signalAllNans || format.isSignalingNan(a) || format.isSignalingNan(b)) {
                status.raise(FpStatus.IOC);
            }
            return UNORDERED;
        }
        int order = Long.compare(format.orderingKey(a), format.orderingKey(b));
        if (order == 0) {
            return EQUAL;
        }
        return order < 0 ? LESS : GREATER;
    }

    /** FPMax. */
    static long max(FpFormat format, long left, long right, FpStatus status) {
        long a = format.flushInput(left, status);
        long b = format.flushInput(right, status);
        if (format.isNan(a) || format.isNan(b)) {
            return FpNan.process(format, a, b, status);
        }
        if (format.isZero(a) && format.isZero(b)) {
            return a & b;
        }
        return format.orderingKey(a) > format.orderingKey(b) ? a : b;
    }

    /** FPMin. */
    static long min(FpFormat format, long left, long right, FpStatus status) {
        long a = format.flushInput(left, status);
        long b = format.flushInput(right, status);
        if (format.isNan(a) || format.isNan(b)) {
            return FpNan.process(format, a, b, status);
        }
        if (format.isZero(a) && format.isZero(b)) {
            return a | b;
        }
        return format.orderingKey(a) < format.orderingKey(b) ? a : b;
    }

    /** FPMaxNum: a single quiet NaN counts as minus infinity. */
    static long maxNum(FpFormat format, long left, long right, FpStatus status) {
        boolean quietLeft = format.isQuietNan(left);
        boolean quietRight = format.isQuietNan(right);
        long neutral = format.infinity(true);
        return max(
                format, quietLeft && !quietRight ? neutral : left, quietRight && !quietLeft ? neutral : right, status);
    }

    /** FPMinNum: a single quiet NaN counts as plus infinity. */
    static long minNum(FpFormat format, long left, long right, FpStatus status) {
        boolean quietLeft = format.isQuietNan(left);
        boolean quietRight = format.isQuietNan(right);
        long neutral = format.infinity(false);
        return min(
                format, quietLeft && !quietRight ? neutral : left, quietRight && !quietLeft ? neutral : right, status);
    }
}
