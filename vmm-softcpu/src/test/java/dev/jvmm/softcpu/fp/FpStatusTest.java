// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.fp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FpStatusTest {
    private final FpStatus status = new FpStatus();

    @Test
    void resetStateIsZero() {
        assertThat(status.fpcr()).isZero();
        assertThat(status.fpsr()).isZero();
    }

    @Test
    void fpcrKeepsOnlyTheBitsOfArmv80() {
        status.setFpcr(-1);
        assertThat(status.fpcr()).isEqualTo(0x07C0_0000);
        assertThat(status.fpsr()).isZero();
    }

    @Test
    void fpsrKeepsOnlyTheBitsOfArmv80() {
        status.setFpsr(-1);
        assertThat(status.fpsr()).isEqualTo(0x0800_009F);
        assertThat(status.fpcr()).isZero();
    }

    @Test
    void writingOneRegisterKeepsTheOther() {
        status.setFpcr(FpStatus.FZ | 2 << 22);
        status.setFpsr(FpStatus.QC | FpStatus.IXC);
        assertThat(status.fpcr()).isEqualTo(FpStatus.FZ | 2 << 22);
        status.setFpcr(FpStatus.DN);
        assertThat(status.fpsr()).isEqualTo(FpStatus.QC | FpStatus.IXC);
        status.setFpsr(0);
        assertThat(status.fpcr()).isEqualTo(FpStatus.DN);
    }

    @Test
    void fieldsAreDecoded() {
        assertThat(status.flushesToZero()).isFalse();
        assertThat(status.defaultNan()).isFalse();
        assertThat(status.alternativeHalf()).isFalse();
        assertThat(status.rounding()).isEqualTo(FpRounding.TIE_EVEN);
        status.setFpcr(FpStatus.FZ | FpStatus.DN | FpStatus.AHP | FpRounding.ZERO << 22);
        assertThat(status.flushesToZero()).isTrue();
        assertThat(status.defaultNan()).isTrue();
        assertThat(status.alternativeHalf()).isTrue();
        assertThat(status.rounding()).isEqualTo(FpRounding.ZERO);
    }

    @Test
    void flagsAccumulate() {
        status.raise(FpStatus.IXC);
        status.raise(FpStatus.UFC);
        assertThat(status.fpsr()).isEqualTo(FpStatus.IXC | FpStatus.UFC);
    }
}
