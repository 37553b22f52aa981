// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.semantics;

import dev.jvmm.softcpu.fp.FpStatus;

/** What an Advanced SIMD instruction does to one lane. */
@FunctionalInterface
public interface LaneOperation {
    /**
     * The lane's result, of which the low {@code bits} count.
     *
     * @param fp gets {@link FpStatus#QC} when the result saturates
     * @param d the destination's old lane, extended as the instruction's {@link LaneShape} says, like the others
     * @param a the lane of the first source
     * @param b the lane of the second source, or the immediate
     * @param bits of a lane of the destination: 8, 16, 32 or 64
     */
    long apply(FpStatus fp, long d, long a, long b, int bits);
}
