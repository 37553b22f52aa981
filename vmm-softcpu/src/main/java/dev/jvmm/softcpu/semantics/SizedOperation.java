// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.semantics;

/** What an Advanced SIMD instruction does to lanes of 64 bits at once, where sources and result may have lanes of two sizes. */
@FunctionalInterface
public interface SizedOperation {
    /**
     * The lanes of the result.
     *
     * @param size the logarithm of the narrower lane's bytes
     */
    long apply(long a, long b, int size);
}
