// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import dev.jvmm.softcpu.semantics.Lanes;
import dev.jvmm.softcpu.semantics.Packed;
import dev.jvmm.softcpu.semantics.Permutations;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/** What the emitters of Advanced SIMD instructions call. */
final class SimdCalls {
    static final ClassDesc PACKED = GuestAssembler.describe(Packed.class);
    static final ClassDesc LANES = GuestAssembler.describe(Lanes.class);
    static final ClassDesc PERMUTATIONS = GuestAssembler.describe(Permutations.class);

    private static final ClassDesc INT = ConstantDescs.CD_int;
    private static final ClassDesc LONG = ConstantDescs.CD_long;

    /** Of {@link dev.jvmm.softcpu.semantics.PackedOperation}s. */
    static final MethodTypeDesc PACKED_OPERATION = MethodTypeDesc.of(LONG, LONG, LONG, LONG);
    /** Of half a register and a number. */
    static final MethodTypeDesc ONE = MethodTypeDesc.of(LONG, LONG, INT);
    /** Of two half registers and a number, as {@link dev.jvmm.softcpu.semantics.SizedOperation}s. */
    static final MethodTypeDesc TWO = MethodTypeDesc.of(LONG, LONG, LONG, INT);

    private SimdCalls() {}

    /** Pushes something for half a register. */
    @FunctionalInterface
    interface Half {
        void push(int half);
    }
}
