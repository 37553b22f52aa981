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
import dev.jvmm.softcpu.decode.Opcode;
import dev.jvmm.softcpu.interpret.SemanticOp.Semantic;
import dev.jvmm.softcpu.semantics.LaneArithmetic;
import dev.jvmm.softcpu.semantics.LaneOperation;
import dev.jvmm.softcpu.semantics.LaneShape;
import dev.jvmm.softcpu.semantics.Lanes;
import dev.jvmm.softcpu.semantics.Permutations;
import org.jspecify.annotations.Nullable;

/** Ops of the Advanced SIMD instructions that work lane by lane: products, saturation, and lanes of two sizes. */
final class SimdLaneOps {
    private SimdLaneOps() {}

    /** The op, or null for an opcode of another group. */
    static @Nullable Op build(Opcode opcode, int insn) {
        return switch (opcode) {
            case SQADD_VECTOR, SQADD_SCALAR -> same(insn, true, LaneArithmetic::saturatingAddSigned);
            case UQADD_VECTOR, UQADD_SCALAR -> same(insn, false, LaneArithmetic::saturatingAddUnsigned);
            case SQSUB_VECTOR, SQSUB_SCALAR -> same(insn, true, LaneArithmetic::saturatingSubtractSigned);
            case UQSUB_VECTOR, UQSUB_SCALAR -> same(insn, false, LaneArithmetic::saturatingSubtractUnsigned);
            case SUQADD_VECTOR, SUQADD_SCALAR -> unary(insn, false, LaneArithmetic::accumulateUnsignedToSigned);
            case USQADD_VECTOR, USQADD_SCALAR -> unary(insn, false, LaneArithmetic::accumulateSignedToUnsigned);
            case SQABS_VECTOR, SQABS_SCALAR -> unary(insn, true, LaneArithmetic::saturatingAbsolute);
            case SQNEG_VECTOR, SQNEG_SCALAR -> unary(insn, true, LaneArithmetic::saturatingNegate);
            case CLS_VECTOR -> unary(insn, true, LaneArithmetic::countLeadingSign);
            case CLZ_VECTOR -> unary(insn, false, LaneArithmetic::countLeadingZeros);
            case SHSUB_VECTOR -> same(insn, true, LaneArithmetic::halvingSubtract);
            case UHSUB_VECTOR -> same(insn, false, LaneArithmetic::halvingSubtract);
            case SABA_VECTOR -> same(insn, true, LaneArithmetic::accumulateAbsoluteDifference);
            case UABA_VECTOR -> same(insn, false, LaneArithmetic::accumulateAbsoluteDifference);
            case MUL_VECTOR -> same(insn, false, LaneArithmetic::multiply);
            case MLA_VECTOR -> same(insn, false, LaneArithmetic::multiplyAdd);
            case MLS_VECTOR -> same(insn, false, LaneArithmetic::multiplySubtract);
            case PMUL_VECTOR -> same(insn, false, LaneArithmetic::polynomialMultiply);
            case SQDMULH_VECTOR, SQDMULH_SCALAR -> same(insn, true, LaneArithmetic::doublingMultiplyHigh);
            case SQRDMULH_VECTOR, SQRDMULH_SCALAR -> same(insn, true, LaneArithmetic::roundingDoublingMultiplyHigh);
            case MUL_ELEMENT -> sameByElement(insn, false, LaneArithmetic::multiply);
            case MLA_ELEMENT -> sameByElement(insn, false, LaneArithmetic::multiplyAdd);
            case MLS_ELEMENT -> sameByElement(insn, false, LaneArithmetic::multiplySubtract);
            case SQDMULH_ELEMENT, SQDMULH_ELEMENT_SCALAR ->
                sameByElement(insn, true, LaneArithmetic::doublingMultiplyHigh);
            case SQRDMULH_ELEMENT, SQRDMULH_ELEMENT_SCALAR ->
                sameByElement(insn, true, LaneArithmetic::roundingDoublingMultiplyHigh);
            case XTN_VECTOR -> {
                int d = vd(insn);
                int n = vn(insn);
                int size = Fields.vectorSize(insn);
                boolean upper = full(insn);
                yield op(c -> Permutations.narrow(c.v, d, n, size, 0, upper));
            }
            case SQXTN_VECTOR, SQXTN_SCALAR -> narrowUnary(insn, true, LaneArithmetic::narrowSigned);
            case UQXTN_VECTOR, UQXTN_SCALAR -> narrowUnary(insn, false, LaneArithmetic::narrowUnsigned);
            case SQXTUN_VECTOR, SQXTUN_SCALAR -> narrowUnary(insn, true, LaneArithmetic::narrowSignedToUnsigned);
            case ADDHN_VECTOR -> narrow(insn, LaneArithmetic::addHigh);
            case SUBHN_VECTOR -> narrow(insn, LaneArithmetic::subtractHigh);
            case RADDHN_VECTOR -> narrow(insn, LaneArithmetic::roundingAddHigh);
            case RSUBHN_VECTOR -> narrow(insn, LaneArithmetic::roundingSubtractHigh);
            case SADDLP_VECTOR -> addPairwise(insn, true, 0);
            case UADDLP_VECTOR -> addPairwise(insn, false, 0);
            case SADALP_VECTOR -> addPairwise(insn, true, -1L);
            case UADALP_VECTOR -> addPairwise(insn, false, -1L);
            case SADDLV -> addAcross(insn, true);
            case UADDLV -> addAcross(insn, false);
            default -> longer(opcode, insn);
        };
    }

    /** Three different: lanes of the result twice as wide as those of one or both sources. */
    private static @Nullable Op longer(Opcode opcode, int insn) {
        return switch (opcode) {
            case SADDL_VECTOR -> lengthen(insn, true, LaneArithmetic::add);
            case UADDL_VECTOR -> lengthen(insn, false, LaneArithmetic::add);
            case SSUBL_VECTOR -> lengthen(insn, true, LaneArithmetic::subtract);
            case USUBL_VECTOR -> lengthen(insn, false, LaneArithmetic::subtract);
            case SADDW_VECTOR -> widen(insn, true, LaneArithmetic::add);
            case UADDW_VECTOR -> widen(insn, false, LaneArithmetic::add);
            case SSUBW_VECTOR -> widen(insn, true, LaneArithmetic::subtract);
            case USUBW_VECTOR -> widen(insn, false, LaneArithmetic::subtract);
            case SABDL_VECTOR -> lengthen(insn, true, LaneArithmetic::absoluteDifference);
            case UABDL_VECTOR -> lengthen(insn, false, LaneArithmetic::absoluteDifference);
            case SABAL_VECTOR -> lengthen(insn, true, LaneArithmetic::accumulateAbsoluteDifference);
            case UABAL_VECTOR -> lengthen(insn, false, LaneArithmetic::accumulateAbsoluteDifference);
            case SMULL_VECTOR -> lengthen(insn, true, LaneArithmetic::multiply);
            case UMULL_VECTOR -> lengthen(insn, false, LaneArithmetic::multiply);
            case SMLAL_VECTOR -> lengthen(insn, true, LaneArithmetic::multiplyAdd);
            case UMLAL_VECTOR -> lengthen(insn, false, LaneArithmetic::multiplyAdd);
            case SMLSL_VECTOR -> lengthen(insn, true, LaneArithmetic::multiplySubtract);
            case UMLSL_VECTOR -> lengthen(insn, false, LaneArithmetic::multiplySubtract);
            case SQDMULL_VECTOR, SQDMULL_SCALAR -> lengthen(insn, true, LaneArithmetic::doublingMultiply);
            case SQDMLAL_VECTOR, SQDMLAL_SCALAR -> lengthen(insn, true, LaneArithmetic::doublingMultiplyAdd);
            case SQDMLSL_VECTOR, SQDMLSL_SCALAR -> lengthen(insn, true, LaneArithmetic::doublingMultiplySubtract);
            case PMULL_8BIT -> lengthen(insn, false, LaneArithmetic::polynomialMultiply);
            case SMULL_ELEMENT -> lengthenByElement(insn, true, LaneArithmetic::multiply);
            case UMULL_ELEMENT -> lengthenByElement(insn, false, LaneArithmetic::multiply);
            case SMLAL_ELEMENT -> lengthenByElement(insn, true, LaneArithmetic::multiplyAdd);
            case UMLAL_ELEMENT -> lengthenByElement(insn, false, LaneArithmetic::multiplyAdd);
            case SMLSL_ELEMENT -> lengthenByElement(insn, true, LaneArithmetic::multiplySubtract);
            case UMLSL_ELEMENT -> lengthenByElement(insn, false, LaneArithmetic::multiplySubtract);
            case SQDMULL_ELEMENT, SQDMULL_ELEMENT_SCALAR ->
                lengthenByElement(insn, true, LaneArithmetic::doublingMultiply);
            case SQDMLAL_ELEMENT, SQDMLAL_ELEMENT_SCALAR ->
                lengthenByElement(insn, true, LaneArithmetic::doublingMultiplyAdd);
            case SQDMLSL_ELEMENT, SQDMLSL_ELEMENT_SCALAR ->
                lengthenByElement(insn, true, LaneArithmetic::doublingMultiplySubtract);
            default -> null;
        };
    }

    private static Op same(int insn, boolean signed, LaneOperation operation) {
        int size = Fields.vectorSize(insn);
        return apply(LaneShape.same(vd(insn), vn(insn), vm(insn), size, count(insn, size), signed), operation);
    }

    private static Op unary(int insn, boolean signed, LaneOperation operation) {
        int size = Fields.vectorSize(insn);
        return apply(
                LaneShape.same(vd(insn), vn(insn), LaneShape.CONSTANT, size, count(insn, size), signed), operation);
    }

    private static Op lengthen(int insn, boolean signed, LaneOperation operation) {
        int size = Fields.vectorSize(insn);
        return apply(
                LaneShape.lengthening(
                        vd(insn), vn(insn), vm(insn), size, first(insn, size), halfCount(insn, size), signed),
                operation);
    }

    private static Op widen(int insn, boolean signed, LaneOperation operation) {
        int size = Fields.vectorSize(insn);
        return apply(
                LaneShape.widening(
                        vd(insn), vn(insn), vm(insn), size, first(insn, size), halfCount(insn, size), signed),
                operation);
    }

    private static Op narrow(int insn, LaneOperation operation) {
        int size = Fields.vectorSize(insn);
        return apply(
                LaneShape.narrowing(
                        vd(insn), vn(insn), vm(insn), size, first(insn, size), halfCount(insn, size), false),
                operation);
    }

    private static Op narrowUnary(int insn, boolean signed, LaneOperation operation) {
        int size = Fields.vectorSize(insn);
        return apply(
                LaneShape.narrowing(
                        vd(insn), vn(insn), LaneShape.CONSTANT, size, first(insn, size), halfCount(insn, size), signed),
                operation);
    }

    private static Op sameByElement(int insn, boolean signed, LaneOperation operation) {
        int size = Fields.vectorSize(insn);
        return byElement(
                insn,
                LaneShape.same(vd(insn), vn(insn), LaneShape.CONSTANT, size, count(insn, size), signed),
                operation);
    }

    private static Op lengthenByElement(int insn, boolean signed, LaneOperation operation) {
        int size = Fields.vectorSize(insn);
        return byElement(
                insn,
                LaneShape.lengthening(
                        vd(insn), vn(insn), LaneShape.CONSTANT, size, first(insn, size), halfCount(insn, size), signed),
                operation);
    }

    private static Op byElement(int insn, LaneShape shape, LaneOperation operation) {
        int size = Fields.vectorSize(insn);
        int high = Fields.h(insn) << 1 | Fields.elementL(insn);
        int index = size == 1 ? high << 1 | Fields.m(insn) : high;
        int m = 2 * (size == 1 ? Fields.elementRm(insn) : Fields.m(insn) << 4 | Fields.elementRm(insn));
        return op(c -> Lanes.applyElement(c, shape, m, size, index, operation));
    }

    private static Op addPairwise(int insn, boolean signed, long accumulate) {
        int d = vd(insn);
        int n = vn(insn);
        int size = Fields.vectorSize(insn);
        int count = count(insn, size + 1);
        return op(c -> Lanes.addLongPairwise(c.v, d, n, size, count, signed, accumulate));
    }

    private static Op addAcross(int insn, boolean signed) {
        int d = vd(insn);
        int n = vn(insn);
        int size = Fields.vectorSize(insn);
        int count = count(insn, size);
        return op(c -> Lanes.addLongAcross(c.v, d, n, size, count, signed));
    }

    private static Op apply(LaneShape shape, LaneOperation operation) {
        return op(c -> Lanes.apply(c, shape, operation));
    }

    private static Op op(Semantic semantic) {
        return new SemanticOp(semantic);
    }
}
