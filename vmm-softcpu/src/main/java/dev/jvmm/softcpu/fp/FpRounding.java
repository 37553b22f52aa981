// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.fp;

/**
 * Rounding modes as primitive constants (Arm ARM DDI 0487, shared/functions/float/fprounding). The first four have the
 * encoding of FPCR.RMode and of the {@code rmode} field of the FCVT and FRINT instructions.
 */
public final class FpRounding {
    /** Round to nearest, ties to even (RN). */
    public static final int TIE_EVEN = 0;
    /** Round towards plus infinity (RP). */
    public static final int POSITIVE_INFINITY = 1;
    /** Round towards minus infinity (RM). */
    public static final int NEGATIVE_INFINITY = 2;
    /** Round towards zero (RZ). */
    public static final int ZERO = 3;
    /** Round to nearest, ties away from zero: FCVTA and FRINTA only. */
    public static final int TIE_AWAY = 4;
    /** Round to odd (von Neumann): FCVTXN only. */
    public static final int ODD = 5;

    private FpRounding() {}

    /**
     * Whether a magnitude has to be incremented.
     *
     * @param fraction what lies below the magnitude's last bit, as an unsigned 64-bit binary fraction whose last bit is
     *     sticky
     */
    static boolean incrementsMagnitude(int rounding, boolean negative, long magnitude, long fraction) {
        return switch (rounding) {
            case TIE_EVEN -> fraction < 0 && (fraction != Long.MIN_VALUE || (magnitude & 1) != 0);
            case POSITIVE_INFINITY -> fraction != 0 && !negative;
            case NEGATIVE_INFINITY -> fraction != 0 && negative;
            case ZERO, ODD -> false;
            case TIE_AWAY -> fraction < 0;
            default -> throw new IllegalStateException("no rounding mode " + rounding);
        };
    }

    /** Whether a result beyond the largest normal number becomes an infinity instead of that number. */
    static boolean overflowsToInfinity(int rounding, boolean negative) {
        return switch (rounding) {
            case TIE_EVEN, TIE_AWAY -> true;
            case POSITIVE_INFINITY -> !negative;
            case NEGATIVE_INFINITY -> negative;
            case ZERO, ODD -> false;
            default -> throw new IllegalStateException("no rounding mode " + rounding);
        };
    }
}
