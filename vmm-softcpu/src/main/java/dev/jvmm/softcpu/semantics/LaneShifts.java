// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.semantics;

import dev.jvmm.softcpu.fp.FpStatus;

/**
 * {@link LaneOperation}s: shifts of one lane by a register or an immediate (Arm ARM C7.2). The low byte of a shift
 * register's lane counts, signed: negative shifts right. An immediate is the number of places in the named direction.
 */
@SuppressWarnings("UnusedVariable") // all have the shape of a LaneOperation
public final class LaneShifts {
    private LaneShifts() {}

    /** {@code a >> places} in unbounded precision, 1 or more. */
    private static long right(long a, int places) {
        return a >> Math.min(places, 63);
    }

    private static long rightUnsigned(long a, int places) {
        return places > 63 ? 0 : a >>> places;
    }

    /** {@code a + (1 << places - 1) >> places} in unbounded precision. */
    private static long rightRounding(long a, int places) {
        return places > 63 ? 0 : (a >> places) + (a >> places - 1 & 1);
    }

    private static long rightRoundingUnsigned(long a, int places) {
        if (places > 64) {
            return 0;
        }
        return rightUnsigned(a, places) + (a >>> places - 1 & 1);
    }

    private static long left(long a, int places) {
        return places > 63 ? 0 : a << places;
    }

    private static long leftSaturating(FpStatus fp, long a, int places, int bits) {
        long result = left(a, places);
        int above = 64 - bits;
        if (a == 0 || places < bits && result << above >> above >> places == a) {
            return result;
        }
        fp.raise(FpStatus.QC);
        return a >> 63 ^ -1L >>> 65 - bits;
    }

    private static long leftSaturatingUnsigned(FpStatus fp, long a, int places, int bits) {
        long result = left(a, places);
        int above = 64 - bits;
        if (a == 0 || places < bits && result << above >>> above >>> places == a) {
            return result;
        }
        fp.raise(FpStatus.QC);
        return -1L;
    }

    /** SSHL. */
    public static long signed(FpStatus fp, long d, long a, long b, int bits) {
        return (byte) b < 0 ? right(a, -(byte) b) : left(a, (byte) b);
    }

    /** USHL. */
    public static long unsigned(FpStatus fp, long d, long a, long b, int bits) {
        return (byte) b < 0 ? rightUnsigned(a, -(byte) b) : left(a, (byte) b);
    }

    /** SRSHL. */
    public static long signedRounding(FpStatus fp, long d, long a, long b, int bits) {
        return (byte) b < 0 ? rightRounding(a, -(byte) b) : left(a, (byte) b);
    }

    /** URSHL. */
    public static long unsignedRounding(FpStatus fp, long d, long a, long b, int bits) {
        return (byte) b < 0 ? rightRoundingUnsigned(a, -(byte) b) : left(a, (byte) b);
    }

    /** SQSHL. */
    public static long signedSaturating(FpStatus fp, long d, long a, long b, int bits) {
        return (byte) b < 0 ? right(a, -(byte) b) : leftSaturating(fp, a, (byte) b, bits);
    }

    /** UQSHL. */
    public static long unsignedSaturating(FpStatus fp, long d, long a, long b, int bits) {
        return (byte) b < 0 ? rightUnsigned(a, -(byte) b) : leftSaturatingUnsigned(fp, a, (byte) b, bits);
    }

    /** SQRSHL. */
    public static long signedSaturatingRounding(FpStatus fp, long d, long a, long b, int bits) {
        return (byte) b < 0 ? rightRounding(a, -(byte) b) : leftSaturating(fp, a, (byte) b, bits);
    }

    /** UQRSHL. */
    public static long unsignedSaturatingRounding(FpStatus fp, long d, long a, long b, int bits) {
        return (byte) b < 0 ? rightRoundingUnsigned(a, -(byte) b) : leftSaturatingUnsigned(fp, a, (byte) b, bits);
    }

    /** SQSHLU: a signed lane to an unsigned one. */
    public static long leftSignedToUnsigned(FpStatus fp, long d, long a, long b, int bits) {
        if (a < 0) {
            fp.raise(FpStatus.QC);
            return 0;
        }
        return leftSaturatingUnsigned(fp, a, (int) b, bits);
    }

    /** SQSHRN. */
    public static long rightNarrow(FpStatus fp, long d, long a, long b, int bits) {
        return LaneArithmetic.saturateSigned(fp, a >> b, bits);
    }

    /** SQRSHRN. */
    public static long rightRoundingNarrow(FpStatus fp, long d, long a, long b, int bits) {
        return LaneArithmetic.saturateSigned(fp, rightRounding(a, (int) b), bits);
    }

    /** UQSHRN: lanes come zero-extended. */
    public static long rightNarrowUnsigned(FpStatus fp, long d, long a, long b, int bits) {
        return LaneArithmetic.narrowUnsigned(fp, 0, a >>> b, 0, bits);
    }

    /** UQRSHRN: lanes come zero-extended. */
    public static long rightRoundingNarrowUnsigned(FpStatus fp, long d, long a, long b, int bits) {
        return LaneArithmetic.narrowUnsigned(fp, 0, rightRoundingUnsigned(a, (int) b), 0, bits);
    }

    /** SQSHRUN: lanes come sign-extended. */
    public static long rightNarrowToUnsigned(FpStatus fp, long d, long a, long b, int bits) {
        return LaneArithmetic.saturateUnsigned(fp, a >> b, bits);
    }

    /** SQRSHRUN: lanes come sign-extended. */
    public static long rightRoundingNarrowToUnsigned(FpStatus fp, long d, long a, long b, int bits) {
        return LaneArithmetic.saturateUnsigned(fp, rightRounding(a, (int) b), bits);
    }
}
