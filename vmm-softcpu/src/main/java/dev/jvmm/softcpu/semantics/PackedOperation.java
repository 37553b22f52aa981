// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.semantics;

/** What an Advanced SIMD instruction does to all lanes of 64 bits at once. */
@FunctionalInterface
public interface PackedOperation {
    /**
     * The lanes of the result.
     *
     * @param high the top bit of every lane: {@link Packed#high}
     */
    long apply(long a, long b, long high);
}
