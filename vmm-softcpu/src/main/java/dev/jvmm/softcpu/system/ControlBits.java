// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.system;

/** Bits of control registers that are used in more than one place (Arm ARM D19.2.118 and others). */
final class ControlBits {
    static final long SCTLR_UMA = 1L << 9;
    static final long SCTLR_DZE = 1L << 14;
    static final long SCTLR_UCT = 1L << 15;
    static final long SCTLR_NTWI = 1L << 16;
    static final long SCTLR_NTWE = 1L << 18;
    static final long SCTLR_SPAN = 1L << 23;
    static final long SCTLR_UCI = 1L << 26;
    /** Bits that read as one in Armv8.0: EIS 22, EOS 11, nTLSMD 28, LSMAOE 29, TSCXT 20. SPAN is a control here. */
    static final long SCTLR_RES1 = 1L << 29 | 1L << 28 | 1L << 22 | 1L << 20 | 1L << 11;
    /** Endianness controls, which a CPU without mixed endianness ignores: EE and E0E. */
    static final long SCTLR_RES0 = 1L << 25 | 1L << 24;

    private ControlBits() {}
}
