// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.fp;

/** Half precision, which Armv8.0-A only converts; raw encodings in the low 16 bits of an {@code int}. */
public final class Fp16 {
    private static final int MASK = 0xFFFF;

    private Fp16() {}

    /** FPConvert to single precision; the upper 16 bits of the operand are ignored. */
    public static int toSingle(int value, FpStatus status) {
        return (int) FpConversion.convert(FpFormat.HALF, FpFormat.SINGLE, value & MASK, status.rounding(), status);
    }

    /** FPConvert to double precision; the upper 16 bits of the operand are ignored. */
    public static long toDouble(int value, FpStatus status) {
        return FpConversion.convert(FpFormat.HALF, FpFormat.DOUBLE, value & MASK, status.rounding(), status);
    }
}
