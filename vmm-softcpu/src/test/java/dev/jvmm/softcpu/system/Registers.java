// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.system;

import static dev.jvmm.softcpu.system.SystemRegister.encode;

/** Encodings of the system registers that the tests' programs use (Arm ARM C5, D19). */
final class Registers {
    static final int ID_AA64MMFR2 = encode(3, 0, 0, 7, 2);
    static final int SCTLR = encode(3, 0, 1, 0, 0);
    static final int CPACR = encode(3, 0, 1, 0, 2);
    static final int TTBR0 = encode(3, 0, 2, 0, 0);
    static final int TTBR1 = encode(3, 0, 2, 0, 1);
    static final int TCR = encode(3, 0, 2, 0, 2);
    static final int SPSR = encode(3, 0, 4, 0, 0);
    static final int ELR = encode(3, 0, 4, 0, 1);
    static final int SP_EL0 = encode(3, 0, 4, 1, 0);
    static final int SPSEL = encode(3, 0, 4, 2, 0);
    static final int CURRENT_EL = encode(3, 0, 4, 2, 2);
    static final int PAN = encode(3, 0, 4, 2, 3);
    static final int ICC_PMR = encode(3, 0, 4, 6, 0);
    static final int ESR = encode(3, 0, 5, 2, 0);
    static final int FAR = encode(3, 0, 6, 0, 0);
    static final int PAR = encode(3, 0, 7, 4, 0);
    static final int MAIR = encode(3, 0, 10, 2, 0);
    static final int VBAR = encode(3, 0, 12, 0, 0);
    static final int ISR = encode(3, 0, 12, 1, 0);
    static final int ICC_IAR1 = encode(3, 0, 12, 12, 0);
    static final int ICC_EOIR1 = encode(3, 0, 12, 12, 1);
    static final int ICC_SGI1R = encode(3, 0, 12, 11, 5);
    static final int ICC_SGI0R = encode(3, 0, 12, 11, 7);
    static final int ICC_SRE = encode(3, 0, 12, 12, 5);
    static final int ICC_IGRPEN0 = encode(3, 0, 12, 12, 6);
    static final int ICC_IGRPEN1 = encode(3, 0, 12, 12, 7);
    static final int CNTKCTL = encode(3, 0, 14, 1, 0);
    static final int DAIF = encode(3, 3, 4, 2, 1);
    static final int CTR = encode(3, 3, 0, 0, 1);
    static final int CNTVCT = encode(3, 3, 14, 0, 2);
    static final int CNTV_TVAL = encode(3, 3, 14, 3, 0);
    static final int CNTV_CTL = encode(3, 3, 14, 3, 1);
    static final int MDSCR = encode(2, 0, 0, 2, 2);
    static final int OSLAR = encode(2, 0, 1, 0, 4);
    static final int DBGBVR0 = encode(2, 0, 0, 0, 4);
    static final int DBGBCR0 = encode(2, 0, 0, 0, 5);
    static final int DBGWVR0 = encode(2, 0, 0, 0, 6);
    static final int DBGWCR0 = encode(2, 0, 0, 0, 7);

    private Registers() {}
}
