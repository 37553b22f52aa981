// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.fp;

/**
 * The floating-point control and status of one vCPU: FPCR and FPSR as Armv8.0-A defines them for AArch64 (Arm ARM DDI
 * 0487 C5.2.8 and C5.2.10). The trap enables are RAZ/WI: no floating-point exception is ever trapped.
 *
 * <p>Confined to the thread of its vCPU.
 */
public final class FpStatus {
    /** FPSR: cumulative Invalid Operation. */
    public static final int IOC = 1;
    /** FPSR: cumulative Divide by Zero. */
    public static final int DZC = 1 << 1;
    /** FPSR: cumulative Overflow. */
    public static final int OFC = 1 << 2;
    /** FPSR: cumulative Underflow. */
    public static final int UFC = 1 << 3;
    /** FPSR: cumulative Inexact. */
    public static final int IXC = 1 << 4;
    /** FPSR: cumulative Input Denormal. */
    public static final int IDC = 1 << 7;
    /** FPSR: cumulative saturation of the AdvSIMD integer instructions. */
    public static final int QC = 1 << 27;

    /** FPCR: alternative half-precision format. */
    public static final int AHP = 1 << 26;
    /** FPCR: every NaN result is the default NaN. */
    public static final int DN = 1 << 25;
    /** FPCR: flush single- and double-precision denormals to zero. */
    public static final int FZ = 1 << 24;

    /** The bits of FPCR that can be set. */
    public static final int FPCR_MASK = AHP | DN | FZ | 3 << 22;
    /** The bits of FPSR that can be set. */
    public static final int FPSR_MASK = QC | IDC | IXC | UFC | OFC | DZC | IOC;

    private static final int RMODE_SHIFT = 22;
    private static final int RMODE = 3 << RMODE_SHIFT;

    /** FPCR and FPSR share no bit, so both live in one word, which the fast paths test with one comparison. */
    private int word;

    /** Creates the state after reset: round to nearest, denormals kept, NaNs propagated, no flag set. */
    public FpStatus() {}

    /** The value that MRS FPCR reads. */
    public int fpcr() {
        return word & FPCR_MASK;
    }

    /** MSR FPCR: bits that Armv8.0-A does not define are ignored. */
    public void setFpcr(long value) {
        word = word & FPSR_MASK | (int) value & FPCR_MASK;
    }

    /** The value that MRS FPSR reads. */
    public int fpsr() {
        return word & FPSR_MASK;
    }

    /** MSR FPSR: bits that Armv8.0-A does not define for AArch64 are ignored. */
    public void setFpsr(long value) {
        word = word & FPCR_MASK | (int) value & FPSR_MASK;
    }

    /** Sets cumulative flags, any of the FPSR constants of this class. */
    public void raise(int flags) {
        word |= flags;
    }

    /** FPCR.RMode, one of the first four constants of {@link FpRounding}. */
    public int rounding() {
        return word >>> RMODE_SHIFT & 3;
    }

    /** FPCR.FZ. */
    public boolean flushesToZero() {
        return (word & FZ) != 0;
    }

    /** FPCR.DN. */
    public boolean defaultNan() {
        return (word & DN) != 0;
    }

    /** FPCR.AHP. */
    public boolean alternativeHalf() {
        return (word & AHP) != 0;
    }

    /** Whether a finite result of the host's arithmetic is this vCPU's result too, as far as no flag is due. */
    boolean isNearest() {
        return (word & (FZ | RMODE)) == 0;
    }

    /** As {@link #isNearest}, and an inexact result changes no flag because Inexact is already set. */
    boolean isNearestInexact() {
        return (word & (FZ | RMODE | IXC)) == IXC;
    }
}
