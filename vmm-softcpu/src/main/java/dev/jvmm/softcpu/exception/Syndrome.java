// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.exception;

/** Syndromes for ESR_EL1 (Arm ARM D19.2.37): exception classes and the ISS of those that we raise. */
public final class Syndrome {
    public static final int EC_UNKNOWN = 0x00;
    public static final int EC_WFX = 0x01;
    public static final int EC_FP_ACCESS = 0x07;
    public static final int EC_ILLEGAL_STATE = 0x0E;
    public static final int EC_SVC64 = 0x15;
    public static final int EC_SYSTEM_REGISTER = 0x18;
    public static final int EC_INSTRUCTION_ABORT_LOWER = 0x20;
    public static final int EC_INSTRUCTION_ABORT_SAME = 0x21;
    public static final int EC_PC_ALIGNMENT = 0x22;
    public static final int EC_DATA_ABORT_LOWER = 0x24;
    public static final int EC_DATA_ABORT_SAME = 0x25;
    public static final int EC_SP_ALIGNMENT = 0x26;
    public static final int EC_BREAKPOINT_LOWER = 0x30;
    public static final int EC_SOFTWARE_STEP_LOWER = 0x32;
    public static final int EC_WATCHPOINT_LOWER = 0x34;
    public static final int EC_BRK64 = 0x3C;

    private static final long IL = 1L << 25;

    private Syndrome() {}

    /** Any class with a 25-bit ISS, of a 32-bit instruction. */
    public static long of(int exceptionClass, int iss) {
        return (long) exceptionClass << 26 | IL | iss & 0x1FF_FFFF;
    }

    /** Undefined instruction and other causes without information. */
    public static long undefined() {
        return of(EC_UNKNOWN, 0);
    }

    /** An FP or AdvSIMD instruction trapped by CPACR_EL1.FPEN: CV set, COND 0b1110. */
    public static long fpAccess() {
        return of(EC_FP_ACCESS, 1 << 24 | 0xE << 20);
    }

    /** The exception class of a syndrome. */
    public static int exceptionClass(long syndrome) {
        return (int) (syndrome >>> 26) & 0x3F;
    }
}
