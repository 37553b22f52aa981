// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.softcpu.fp.FpStatus;
import dev.jvmm.softcpu.state.CpuState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Results at the edge of a lane's range, and FPSR.QC. */
class SaturationTest {
    private final CpuState cpu = new CpuState();

    @ParameterizedTest
    @CsvSource({
        "0, 7f, 00, 7f, false",
        "0, 7f, 01, 7f, true",
        "0, 80, ff, 80, true",
        "0, 80, 00, 80, false",
        "1, 7fff, 7fff, 7fff, true",
        "2, 80000000, 80000000, 80000000, true",
        "2, 80000000, 7fffffff, ffffffff, false",
        "3, 7fffffffffffffff, 1, 7fffffffffffffff, true",
        "3, 8000000000000000, ffffffffffffffff, 8000000000000000, true",
        "3, 8000000000000000, 7fffffffffffffff, ffffffffffffffff, false"
    })
    void signedAddition(int size, String a, String b, String sum, boolean saturated) {
        check(size, true, LaneArithmetic::saturatingAddSigned, a, b, sum, saturated);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 05, 05, 00, false",
        "0, 05, 06, 00, true",
        "0, ff, fe, 01, false",
        "3, 0, 1, 0, true",
        "3, ffffffffffffffff, 1, fffffffffffffffe, false"
    })
    void unsignedSubtraction(int size, String a, String b, String difference, boolean saturated) {
        check(size, false, LaneArithmetic::saturatingSubtractUnsigned, a, b, difference, saturated);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 8000, 8000, 7fff, true",
        "1, 4000, 4000, 2000, false",
        "2, 80000000, 80000000, 7fffffff, true",
        "2, 80000000, 7fffffff, 80000001, false"
    })
    void doublingMultiplicationHigh(int size, String a, String b, String product, boolean saturated) {
        check(size, true, LaneArithmetic::doublingMultiplyHigh, a, b, product, saturated);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 01, 06, 40, false",
        "0, 01, 07, 7f, true",
        "0, ff, 07, 80, false",
        "0, 00, 7f, 00, false",
        "0, 81, 80, ff, false",
        "3, 1, 3e, 4000000000000000, false",
        "3, 1, 3f, 7fffffffffffffff, true",
        "3, ffffffffffffffff, 40, 8000000000000000, true"
    })
    void signedShift(int size, String a, String b, String result, boolean saturated) {
        check(size, true, LaneShifts::signedSaturating, a, b, result, saturated);
    }

    private void check(
            int size, boolean signed, LaneOperation operation, String a, String b, String expected, boolean saturated) {
        cpu.v[2] = Long.parseUnsignedLong(a, 16);
        cpu.v[4] = Long.parseUnsignedLong(b, 16);
        cpu.v[1] = -1L;
        Lanes.apply(cpu, LaneShape.same(0, 2, 4, size, 1, signed), operation);

        assertThat(Long.toHexString(cpu.v[0])).isEqualTo(Long.toHexString(Long.parseUnsignedLong(expected, 16)));
        assertThat(cpu.v[1]).isZero();
        assertThat(cpu.fp.fpsr()).isEqualTo(saturated ? FpStatus.QC : 0);
    }
}
