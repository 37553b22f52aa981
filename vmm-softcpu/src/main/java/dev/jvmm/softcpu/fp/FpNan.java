// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.fp;

/** Which NaN an operation returns (Arm ARM DDI 0487, shared/functions/float/fpprocessnan, -nans, -nans3). */
final class FpNan {
    private FpNan() {}

    /** FPProcessNaN. */
    static long process(FpFormat format, long nan, FpStatus status) {
        if (format.isSignalingNan(nan)) {
            status.raise(FpStatus.IOC);
        }
        return status.defaultNan() ? format.defaultNan() : nan | format.quietBit();
    }

    /** FPProcessNaNs: the first signaling NaN, else the first quiet one. One of the operands is a NaN. */
    static long process(FpFormat format, long a, long b, FpStatus status) {
        boolean second = !format.isNan(a) || !format.isSignalingNan(a) && format.isSignalingNan(b);
        return process(format, second ? b : a, status);
    }

    /** FPProcessNaNs3. One of the operands is a NaN. */
    static long process(FpFormat format, long a, long b, long c, FpStatus status) {
        if (format.isSignalingNan(a)) {
            return process(format, a, status);
        }
        if (format.isSignalingNan(b) || format.isSignalingNan(c)) {
            return process(format, b, c, status);
        }
        return format.isNan(a) ? process(format, a, status) : process(format, b, c, status);
    }

    /** The result of an operation that has none. */
    static long invalid(FpFormat format, FpStatus status) {
        status.raise(FpStatus.IOC);
        return format.defaultNan();
    }
}
