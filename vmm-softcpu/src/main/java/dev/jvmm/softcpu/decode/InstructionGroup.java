// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.decode;

/** What an instruction mainly works on: which part of an interpreter or translator handles it. */
public enum InstructionGroup {
    INTEGER,
    BRANCH,
    SYSTEM,
    /** Loads and stores of general-purpose and of SIMD and floating-point registers, and prefetches. */
    LOAD_STORE,
    /** Scalar floating point, with moves to and from general-purpose registers. */
    FP,
    /** Advanced SIMD on vectors and on scalars. */
    SIMD,
    CRYPTO
}
