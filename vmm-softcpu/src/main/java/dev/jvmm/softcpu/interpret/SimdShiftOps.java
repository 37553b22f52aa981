// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import static dev.jvmm.softcpu.interpret.SimdOperands.count;
import static dev.jvmm.softcpu.interpret.SimdOperands.first;
import static dev.jvmm.softcpu.interpret.SimdOperands.full;
import static dev.jvmm.softcpu.interpret.SimdOperands.halfCount;
import static dev.jvmm.softcpu.interpret.SimdOperands.vd;
import static dev.jvmm.softcpu.interpret.SimdOperands.vm;
import static dev.jvmm.softcpu.interpret.SimdOperands.vn;

import dev.jvmm.softcpu.cpu.Op;
import dev.jvmm.softcpu.decode.Fields;
import dev.jvmm.softcpu.decode.Immediates;
import dev.jvmm.softcpu.decode.Opcode;
import dev.jvmm.softcpu.interpret.SemanticOp.Semantic;
import dev.jvmm.softcpu.semantics.LaneOperation;
import dev.jvmm.softcpu.semantics.LaneShape;
import dev.jvmm.softcpu.semantics.LaneShifts;
import dev.jvmm.softcpu.semantics.Lanes;
import dev.jvmm.softcpu.semantics.Packed;
import dev.jvmm.softcpu.semantics.PackedOperation;
import dev.jvmm.softcpu.semantics.Permutations;
import dev.jvmm.softcpu.semantics.Resizing;
import org.jspecify.annotations.Nullable;

/** Ops of the Advanced SIMD shifts: by register, by immediate, narrowing and lengthening. */
final class SimdShiftOps {
    private SimdShiftOps() {}

    /** The op, or null for an opcode of another group. */
    static @Nullable Op build(Opcode opcode, int insn) {
        return switch (opcode) {
            case SSHL_VECTOR, SSHL_SCALAR -> byRegister(insn, true, LaneShifts::signed);
            case USHL_VECTOR, USHL_SCALAR -> byRegister(insn, false, LaneShifts::unsigned);
            case SRSHL_VECTOR, SRSHL_SCALAR -> byRegister(insn, true, LaneShifts::signedRounding);
            case URSHL_VECTOR, URSHL_SCALAR -> byRegister(insn, false, LaneShifts::unsignedRounding);
            case SQSHL_REGISTER_VECTOR, SQSHL_REGISTER_SCALAR -> byRegister(insn, true, LaneShifts::signedSaturating);
            case UQSHL_REGISTER_VECTOR, UQSHL_REGISTER_SCALAR ->
                byRegister(insn, false, LaneShifts::unsignedSaturating);
            case SQRSHL_VECTOR, SQRSHL_SCALAR -> byRegister(insn, true, LaneShifts::signedSaturatingRounding);
            case UQRSHL_VECTOR, UQRSHL_SCALAR -> byRegister(insn, false, LaneShifts::unsignedSaturatingRounding);
            case SHL_VECTOR, SHL_SCALAR ->
                SimdOps.withConstant(insn, Immediates.shiftSize(insn), Immediates.leftShift(insn), Packed::left);
            case USHR_VECTOR, USHR_SCALAR ->
                SimdOps.withConstant(insn, Immediates.shiftSize(insn), Immediates.rightShift(insn), Packed::right);
            case SSHR_VECTOR, SSHR_SCALAR ->
                SimdOps.withConstant(
                        insn, Immediates.shiftSize(insn), Immediates.signedRightShift(insn), Packed::rightSigned);
            case SSRA_VECTOR, SSRA_SCALAR -> accumulate(insn, Immediates.signedRightShift(insn), Packed::rightSigned);
            case USRA_VECTOR, USRA_SCALAR -> accumulate(insn, Immediates.rightShift(insn), Packed::right);
            case SRSHR_VECTOR, SRSHR_SCALAR ->
                SimdOps.withConstant(
                        insn, Immediates.shiftSize(insn), Immediates.rightShift(insn), Packed::rightRoundingSigned);
            case URSHR_VECTOR, URSHR_SCALAR ->
                SimdOps.withConstant(
                        insn, Immediates.shiftSize(insn), Immediates.rightShift(insn), Packed::rightRounding);
            case SRSRA_VECTOR, SRSRA_SCALAR ->
                accumulate(insn, Immediates.rightShift(insn), Packed::rightRoundingSigned);
            case URSRA_VECTOR, URSRA_SCALAR -> accumulate(insn, Immediates.rightShift(insn), Packed::rightRounding);
            case SRI_VECTOR, SRI_SCALAR -> insert(insn, Immediates.rightShift(insn), Immediates.rightInsertMask(insn));
            case SLI_VECTOR, SLI_SCALAR ->
                insert(insn, 64 - Immediates.leftShift(insn), Immediates.leftInsertMask(insn));
            case SQSHL_IMMEDIATE_VECTOR, SQSHL_IMMEDIATE_SCALAR -> left(insn, true, LaneShifts::signedSaturating);
            case UQSHL_IMMEDIATE_VECTOR, UQSHL_IMMEDIATE_SCALAR -> left(insn, false, LaneShifts::unsignedSaturating);
            case SQSHLU_VECTOR, SQSHLU_SCALAR -> left(insn, true, LaneShifts::leftSignedToUnsigned);
            case SHRN_VECTOR -> narrowAll(insn, Permutations::narrow);
            case RSHRN_VECTOR -> narrowAll(insn, Resizing::narrowRounding);
            case SQSHRN_VECTOR, SQSHRN_SCALAR -> narrow(insn, true, LaneShifts::rightNarrow);
            case SQRSHRN_VECTOR, SQRSHRN_SCALAR -> narrow(insn, true, LaneShifts::rightRoundingNarrow);
            case UQSHRN_VECTOR, UQSHRN_SCALAR -> narrow(insn, false, LaneShifts::rightNarrowUnsigned);
            case UQRSHRN_VECTOR, UQRSHRN_SCALAR -> narrow(insn, false, LaneShifts::rightRoundingNarrowUnsigned);
            case SQSHRUN_VECTOR, SQSHRUN_SCALAR -> narrow(insn, true, LaneShifts::rightNarrowToUnsigned);
            case SQRSHRUN_VECTOR, SQRSHRUN_SCALAR -> narrow(insn, true, LaneShifts::rightRoundingNarrowToUnsigned);
            case USHLL_VECTOR -> lengthen(insn, Immediates.shiftSize(insn), Immediates.leftShift(insn));
            case SHLL_VECTOR -> lengthen(insn, Fields.vectorSize(insn), 8 << Fields.vectorSize(insn));
            case SSHLL_VECTOR -> {
                int d = vd(insn);
                int half = vn(insn) + Fields.q(insn);
                int size = Immediates.shiftSize(insn);
                int places = Immediates.leftShift(insn);
                yield op(c -> Permutations.lengthenSigned(c.v, d, half, size, places));
            }
            default -> null;
        };
    }

    private static Op accumulate(int insn, long places, PackedOperation shift) {
        int d = vd(insn);
        int n = vn(insn);
        long high = Packed.high(Immediates.shiftSize(insn));
        long upper = full(insn) ? -1L : 0;
        return op(c -> Packed.accumulate(c.v, d, n, places, high, shift, upper));
    }

    /** The bits of {@code mask} are replaced. */
    private static Op insert(int insn, int rotation, long mask) {
        int d = vd(insn);
        int n = vn(insn);
        long upper = full(insn) ? -1L : 0;
        return op(c -> Packed.insert(c.v, d, n, rotation, mask, upper));
    }

    private static Op byRegister(int insn, boolean signed, LaneOperation operation) {
        int size = Fields.vectorSize(insn);
        LaneShape shape = LaneShape.same(vd(insn), vn(insn), vm(insn), size, count(insn, size), signed);
        return op(c -> Lanes.apply(c, shape, operation));
    }

    private static Op left(int insn, boolean signed, LaneOperation operation) {
        return byImmediate(insn, Immediates.leftShift(insn), signed, operation);
    }

    private static Op byImmediate(int insn, long places, boolean signed, LaneOperation operation) {
        int size = Immediates.shiftSize(insn);
        LaneShape shape = LaneShape.same(vd(insn), vn(insn), LaneShape.CONSTANT, size, count(insn, size), signed);
        return op(c -> Lanes.apply(c, shape, places, operation));
    }

    private static Op narrow(int insn, boolean signed, LaneOperation operation) {
        int size = Immediates.shiftSize(insn);
        long places = Immediates.rightShift(insn);
        LaneShape shape = LaneShape.narrowing(
                vd(insn), vn(insn), LaneShape.CONSTANT, size, first(insn, size), halfCount(insn, size), signed);
        return op(c -> Lanes.apply(c, shape, places, operation));
    }

    /** Lanes of the register {@code n} shifted right, their low halves to half of the register {@code d}. */
    private interface Narrowing {
        void apply(long[] v, int d, int n, int size, int places, boolean upper);
    }

    private static Op narrowAll(int insn, Narrowing narrowing) {
        int d = vd(insn);
        int n = vn(insn);
        int size = Immediates.shiftSize(insn);
        int places = Immediates.rightShift(insn);
        boolean upper = full(insn);
        return op(c -> narrowing.apply(c.v, d, n, size, places, upper));
    }

    private static Op lengthen(int insn, int size, int places) {
        int d = vd(insn);
        int half = vn(insn) + Fields.q(insn);
        return op(c -> Permutations.lengthen(c.v, d, half, size, places));
    }

    private static Op op(Semantic semantic) {
        return new SemanticOp(semantic);
    }
}
