// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.fp;

import static java.lang.Double.doubleToRawLongBits;
import static java.lang.Float.floatToRawIntBits;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Values that were worked out by hand, so that the reference cannot share a mistake with the code. */
class FpKnownValuesTest {
    private static final int ONE = floatToRawIntBits(1.0f);
    private static final int DENORMAL = 0x0000_0001;
    private static final int QUIET_NAN = 0x7FC1_2345;
    private static final int SIGNALING_NAN = 0xFF81_2345;

    private final FpStatus status = new FpStatus();

    @Test
    void signalingNanGoesBeforeQuietNanAndIsQuieted() {
        assertThat(Fp32.add(QUIET_NAN, SIGNALING_NAN, status)).isEqualTo(0xFFC1_2345);
        assertThat(status.fpsr()).isEqualTo(FpStatus.IOC);
    }

    @Test
    void defaultNanReplacesEveryNan() {
        status.setFpcr(FpStatus.DN);
        assertThat(Fp32.add(QUIET_NAN, ONE, status)).isEqualTo(0x7FC0_0000);
        assertThat(status.fpsr()).isZero();
    }

    @Test
    void quietNanAddendOfInfinityTimesZeroIsInvalid() {
        int infinity = floatToRawIntBits(Float.POSITIVE_INFINITY);
        assertThat(Fp32.fusedMulAdd(QUIET_NAN, infinity, 0, status)).isEqualTo(0x7FC0_0000);
        assertThat(status.fpsr()).isEqualTo(FpStatus.IOC);
    }

    @Test
    void flushedInputRaisesInputDenormalAlone() {
        status.setFpcr(FpStatus.FZ);
        assertThat(Fp32.add(DENORMAL, ONE, status)).isEqualTo(ONE);
        assertThat(status.fpsr()).isEqualTo(FpStatus.IDC);
    }

    @Test
    void flushedOutputRaisesUnderflowAlone() {
        status.setFpcr(FpStatus.FZ);
        int smallest = floatToRawIntBits(Float.MIN_NORMAL);
        assertThat(Fp32.mul(smallest, floatToRawIntBits(-0.75f), status)).isEqualTo(0x8000_0000);
        assertThat(status.fpsr()).isEqualTo(FpStatus.UFC);
    }

    @Test
    void tininessIsDetectedBeforeRounding() {
        // (1 - 2^-24) * 2^-126 rounds up to the smallest normal number, yet underflows.
        int product = Fp32.mul(floatToRawIntBits(0x1.fffffep-1f), floatToRawIntBits(Float.MIN_NORMAL), status);
        assertThat(product).isEqualTo(floatToRawIntBits(Float.MIN_NORMAL));
        assertThat(status.fpsr()).isEqualTo(FpStatus.IXC | FpStatus.UFC);
    }

    @Test
    void exactDenormalResultRaisesNothing() {
        assertThat(Fp64.mul(doubleToRawLongBits(Double.MIN_NORMAL), doubleToRawLongBits(0.5), status))
                .isEqualTo(1L << 51);
        assertThat(status.fpsr()).isZero();
    }

    @Test
    void exactSumInTheDefaultModeLeavesInexactClear() {
        assertThat(Fp64.add(doubleToRawLongBits(0.5), doubleToRawLongBits(3), status))
                .isEqualTo(doubleToRawLongBits(3.5));
        assertThat(status.fpsr()).isZero();
        Fp64.add(doubleToRawLongBits(0.1), doubleToRawLongBits(0.2), status);
        assertThat(status.fpsr()).isEqualTo(FpStatus.IXC);
    }

    @Test
    void exactZeroSumIsNegativeOnlyWhenRoundingDown() {
        assertThat(Fp32.sub(ONE, ONE, status)).isZero();
        status.setFpcr(FpRounding.NEGATIVE_INFINITY << 22);
        assertThat(Fp32.sub(ONE, ONE, status)).isEqualTo(0x8000_0000);
    }

    @Test
    void divisionOfAFiniteNumberByZeroRaisesDivideByZero() {
        assertThat(Fp32.div(ONE, 0x8000_0000, status)).isEqualTo(0xFF80_0000);
        assertThat(status.fpsr()).isEqualTo(FpStatus.DZC);
    }

    @Test
    void conversionSaturates() {
        assertThat(Fp32.toFixed(floatToRawIntBits(-1.0f), false, 32, 0, FpRounding.ZERO, status))
                .isZero();
        assertThat(Fp32.toFixed(floatToRawIntBits(3e9f), true, 32, 0, FpRounding.ZERO, status))
                .isEqualTo(0x7FFF_FFFFL);
        assertThat(Fp64.toFixed(doubleToRawLongBits(1e300), false, 64, 0, FpRounding.ZERO, status))
                .isEqualTo(-1L);
        assertThat(status.fpsr()).isEqualTo(FpStatus.IOC);
    }

    @Test
    void alternativeHalfPrecisionSaturatesWhereIeeeOverflows() {
        int large = floatToRawIntBits(65536.0f);
        assertThat(Fp32.toHalf(large, status)).isEqualTo(0x7C00);
        assertThat(status.fpsr()).isEqualTo(FpStatus.OFC | FpStatus.IXC);
        status.setFpsr(0);
        status.setFpcr(FpStatus.AHP);
        assertThat(Fp32.toHalf(large, status)).isEqualTo(0x7C00);
        assertThat(status.fpsr()).isZero();
        assertThat(Fp32.toHalf(floatToRawIntBits(-131072.0f), status)).isEqualTo(0xFFFF);
        assertThat(status.fpsr()).isEqualTo(FpStatus.IOC);
        assertThat(Fp16.toSingle(0x7C00, status)).isEqualTo(large);
    }

    @Test
    void roundToOddKeepsThatBitsWereLost() {
        assertThat(Fp64.toSingleRoundOdd(doubleToRawLongBits(1.0 + 0x1p-50), status))
                .isEqualTo(ONE + 1);
        assertThat(status.fpsr()).isEqualTo(FpStatus.IXC);
    }

    @Test
    void estimatesHaveEightBits() {
        assertThat(Fp32.recipEstimate(ONE, status)).isEqualTo(0x3F7F_8000);
        assertThat(Fp32.rsqrtEstimate(ONE, status)).isEqualTo(0x3F7F_8000);
        assertThat(FpEstimate.unsignedRecipEstimate(0x8000_0000)).isEqualTo(0xFF80_0000);
        assertThat(FpEstimate.unsignedRecipEstimate(0x7FFF_FFFF)).isEqualTo(-1);
        assertThat(FpEstimate.unsignedRsqrtEstimate(0x4000_0000)).isEqualTo(0xFF80_0000);
        assertThat(FpEstimate.unsignedRsqrtEstimate(0x3FFF_FFFF)).isEqualTo(-1);
    }

    @Test
    void integerEstimatesAgreeWithTheReference() {
        long seed = Long.getLong("jvmm.seed", System.nanoTime());
        System.out.println("FpKnownValuesTest: -Djvmm.seed=" + seed);
        new SplittableRandom(seed).ints(20_000).forEach(operand -> {
            assertThat(FpEstimate.unsignedRecipEstimate(operand)).isEqualTo(ReferenceFp.unsignedRecipEstimate(operand));
            assertThat(FpEstimate.unsignedRsqrtEstimate(operand)).isEqualTo(ReferenceFp.unsignedRsqrtEstimate(operand));
        });
    }
}
