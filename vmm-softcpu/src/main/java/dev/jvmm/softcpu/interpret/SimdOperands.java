// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import dev.jvmm.softcpu.decode.Fields;
import dev.jvmm.softcpu.state.CpuState;

/** The operands that the encodings of Advanced SIMD have in common. */
final class SimdOperands {
    private SimdOperands() {}

    /** Index in {@link CpuState#v} of the destination's low half. */
    static int vd(int insn) {
        return 2 * Fields.rd(insn);
    }

    /** Index in {@link CpuState#v} of the first source's low half. */
    static int vn(int insn) {
        return 2 * Fields.rn(insn);
    }

    /** Index in {@link CpuState#v} of the second source's low half. */
    static int vm(int insn) {
        return 2 * Fields.rm(insn);
    }

    /** Whether the instruction works on one element: bit 28, where a vector instruction has Q at bit 30. */
    static boolean scalar(int insn) {
        return (insn >>> 28 & 1) != 0;
    }

    /** Whether the instruction works on 128 bits, or on the upper half of the narrower registers. */
    static boolean full(int insn) {
        return !scalar(insn) && Fields.q(insn) != 0;
    }

    /** The lanes of {@code 1 << size} bytes that the instruction works on. */
    static int count(int insn, int size) {
        if (scalar(insn)) {
            return 1;
        }
        return (Fields.q(insn) != 0 ? 16 : 8) >> size;
    }

    /** The lanes of {@code 1 << size} bytes in half a register, or one. */
    static int halfCount(int insn, int size) {
        return scalar(insn) ? 1 : 8 >> size;
    }

    /** The first of the narrower lanes: 0, or the first of the upper half. */
    static int first(int insn, int size) {
        return full(insn) ? 8 >> size : 0;
    }
}
