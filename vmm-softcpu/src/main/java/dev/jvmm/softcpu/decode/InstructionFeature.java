// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.decode;

/** The architecture feature that an instruction belongs to (Arm ARM DDI 0487 A2.2). */
public enum InstructionFeature {
    /** Armv8.0-A without floating point. */
    BASE,
    FP,
    ADVSIMD,
    CRC32,
    LSE,
    PAN,
    AES,
    PMULL,
    SHA1,
    SHA256;

    /** Whether CPACR_EL1.FPEN can trap the feature's instructions: those on SIMD and floating-point registers. */
    public boolean trappedByFpen() {
        return switch (this) {
            case BASE, CRC32, LSE, PAN -> false;
            case FP, ADVSIMD, AES, PMULL, SHA1, SHA256 -> true;
        };
    }
}
