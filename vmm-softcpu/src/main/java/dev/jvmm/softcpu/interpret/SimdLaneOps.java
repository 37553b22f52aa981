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
import dev.jvmm.softcpu.semantics.LaneArithmetic;
import dev.jvmm.softcpu.semantics.LaneOperation;
import dev.jvmm.softcpu.semantics.LaneShape;
import dev.jvmm.softcpu.semantics.Lanes;
import dev.jvmm.softcpu.semantics.Packed;
import dev.jvmm.softcpu.semantics.PackedOperation;
import dev.jvmm.softcpu.semantics.Permutations;
import dev.jvmm.softcpu.semantics.Resizing;
import dev.jvmm.softcpu.semantics.SizedOperation;
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
            case SABA_VECTOR -> accumulate(insn, Packed::absoluteDifferenceSigned);
            case UABA_VECTOR -> accumulate(insn, Packed::absoluteDifferenceUnsigned);
            case MUL_VECTOR -> multiply(insn, Packed::second);
            case MLA_VECTOR -> multiply(insn, Packed::add);
            case MLS_VECTOR -> multiply(insn, Packed::subtract);
            case PMUL_VECTOR -> same(insn, false, LaneArithmetic::polynomialMultiply);
            case SQDMULH_VECTOR, SQDMULH_SCALAR -> same(insn, true, LaneArithmetic::doublingMultiplyHigh);
            case SQRDMULH_VECTOR, SQRDMULH_SCALAR -> same(insn, true, LaneArithmetic::roundingDoublingMultiplyHigh);
            case MUL_ELEMENT -> multiplyByElement(insn, Packed::second);
            case MLA_ELEMENT -> multiplyByElement(insn, Packed::add);
            case MLS_ELEMENT -> multiplyByElement(insn, Packed::subtract);
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
            case ADDHN_VECTOR -> narrow(insn, Resizing::addWide);
            case SUBHN_VECTOR -> narrow(insn, Resizing::subtractWide);
            case RADDHN_VECTOR -> narrow(insn, Resizing::addWideRounding);
            case RSUBHN_VECTOR -> narrow(insn, Resizing::subtractWideRounding);
            case SADDLP_VECTOR -> addPairwise(insn, Resizing::addPairsSigned, Packed::second);
            case UADDLP_VECTOR -> addPairwise(insn, Resizing::addPairsUnsigned, Packed::second);
            case SADALP_VECTOR -> addPairwise(insn, Resizing::addPairsSigned, Packed::add);
            case UADALP_VECTOR -> addPairwise(insn, Resizing::addPairsUnsigned, Packed::add);
            case SADDLV -> addAcross(insn, Resizing::addPairsSigned);
            case UADDLV -> addAcross(insn, Resizing::addPairsUnsigned);
            default -> longer(opcode, insn);
        };
    }

    /** Three different: lanes of the result twice as wide as those of one or both sources. */
    private static @Nullable Op longer(Opcode opcode, int insn) {
        return switch (opcode) {
            case SADDL_VECTOR -> lengthen(insn, Resizing::addSigned, Packed::second);
            case UADDL_VECTOR -> lengthen(insn, Resizing::addUnsigned, Packed::second);
            case SSUBL_VECTOR -> lengthen(insn, Resizing::subtractSigned, Packed::second);
            case USUBL_VECTOR -> lengthen(insn, Resizing::subtractUnsigned, Packed::second);
            case SADDW_VECTOR -> widen(insn, Resizing::addWideSigned);
            case UADDW_VECTOR -> widen(insn, Resizing::addWideUnsigned);
            case SSUBW_VECTOR -> widen(insn, Resizing::subtractWideSigned);
            case USUBW_VECTOR -> widen(insn, Resizing::subtractWideUnsigned);
            case SABDL_VECTOR -> lengthen(insn, Resizing::differenceSigned, Packed::second);
            case UABDL_VECTOR -> lengthen(insn, Resizing::differenceUnsigned, Packed::second);
            case SABAL_VECTOR -> lengthen(insn, Resizing::differenceSigned, Packed::add);
            case UABAL_VECTOR -> lengthen(insn, Resizing::differenceUnsigned, Packed::add);
            case SMULL_VECTOR -> lengthen(insn, Resizing::multiplySigned, Packed::second);
            case UMULL_VECTOR -> lengthen(insn, Resizing::multiplyUnsigned, Packed::second);
            case SMLAL_VECTOR -> lengthen(insn, Resizing::multiplySigned, Packed::add);
            case UMLAL_VECTOR -> lengthen(insn, Resizing::multiplyUnsigned, Packed::add);
            case SMLSL_VECTOR -> lengthen(insn, Resizing::multiplySigned, Packed::subtract);
            case UMLSL_VECTOR -> lengthen(insn, Resizing::multiplyUnsigned, Packed::subtract);
            case SQDMULL_VECTOR, SQDMULL_SCALAR -> lengthen(insn, true, LaneArithmetic::doublingMultiply);
            case SQDMLAL_VECTOR, SQDMLAL_SCALAR -> lengthen(insn, true, LaneArithmetic::doublingMultiplyAdd);
            case SQDMLSL_VECTOR, SQDMLSL_SCALAR -> lengthen(insn, true, LaneArithmetic::doublingMultiplySubtract);
            case PMULL_8BIT -> lengthen(insn, false, LaneArithmetic::polynomialMultiply);
            case SMULL_ELEMENT -> lengthenByElement(insn, Resizing::multiplySigned, Packed::second);
            case UMULL_ELEMENT -> lengthenByElement(insn, Resizing::multiplyUnsigned, Packed::second);
            case SMLAL_ELEMENT -> lengthenByElement(insn, Resizing::multiplySigned, Packed::add);
            case UMLAL_ELEMENT -> lengthenByElement(insn, Resizing::multiplyUnsigned, Packed::add);
            case SMLSL_ELEMENT -> lengthenByElement(insn, Resizing::multiplySigned, Packed::subtract);
            case UMLSL_ELEMENT -> lengthenByElement(insn, Resizing::multiplyUnsigned, Packed::subtract);
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

    private static Op lengthen(int insn, SizedOperation operation, PackedOperation combine) {
        int d = vd(insn);
        int nHalf = vn(insn) + Fields.q(insn);
        int mHalf = vm(insn) + Fields.q(insn);
        int size = Fields.vectorSize(insn);
        return op(c -> Resizing.lengthen(c.v, d, c.v[nHalf], c.v[mHalf], size, operation, combine));
    }

    private static Op lengthenByElement(int insn, SizedOperation operation, PackedOperation combine) {
        int d = vd(insn);
        int nHalf = vn(insn) + Fields.q(insn);
        int size = Fields.vectorSize(insn);
        int m = 2 * Immediates.elementRegister(insn);
        int index = Immediates.elementIndex(insn);
        return op(c -> Resizing.lengthen(
                c.v,
                d,
                c.v[nHalf],
                Lanes.replicate(Lanes.unsigned(c.v, m, size, index), size),
                size,
                operation,
                combine));
    }

    private static Op widen(int insn, SizedOperation operation) {
        int d = vd(insn);
        int n = vn(insn);
        int mHalf = vm(insn) + Fields.q(insn);
        int size = Fields.vectorSize(insn);
        return op(c -> Resizing.widen(c.v, d, n, c.v[mHalf], size, operation));
    }

    private static Op narrow(int insn, SizedOperation operation) {
        int d = vd(insn);
        int n = vn(insn);
        int m = vm(insn);
        int size = Fields.vectorSize(insn);
        boolean upper = full(insn);
        return op(c -> Resizing.narrow(c.v, d, n, m, size, operation, upper));
    }

    private static Op multiply(int insn, PackedOperation combine) {
        int d = vd(insn);
        int n = vn(insn);
        int m = vm(insn);
        int size = Fields.vectorSize(insn);
        long high = Packed.high(size);
        long upper = full(insn) ? -1L : 0;
        return op(c -> Resizing.apply(c.v, d, n, c.v[m], c.v[m + 1], size, Resizing::multiply, combine, high, upper));
    }

    private static Op multiplyByElement(int insn, PackedOperation combine) {
        int d = vd(insn);
        int n = vn(insn);
        int size = Fields.vectorSize(insn);
        int m = 2 * Immediates.elementRegister(insn);
        int index = Immediates.elementIndex(insn);
        long high = Packed.high(size);
        long upper = full(insn) ? -1L : 0;
        return op(c -> {
            long element = Lanes.replicate(Lanes.unsigned(c.v, m, size, index), size);
            Resizing.apply(c.v, d, n, element, element, size, Resizing::multiply, combine, high, upper);
        });
    }

    /** Adds what {@code operation} makes of the sources to the destination. */
    private static Op accumulate(int insn, PackedOperation operation) {
        int d = vd(insn);
        int n = vn(insn);
        int m = vm(insn);
        long high = Packed.high(Fields.vectorSize(insn));
        long upper = full(insn) ? -1L : 0;
        return op(c -> {
            c.v[d] = Packed.add(c.v[d], operation.apply(c.v[n], c.v[m], high), high);
            c.v[d + 1] = Packed.add(c.v[d + 1], operation.apply(c.v[n + 1], c.v[m + 1], high), high) & upper;
        });
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
        int index = Immediates.elementIndex(insn);
        int m = 2 * Immediates.elementRegister(insn);
        return op(c -> Lanes.applyElement(c, shape, m, size, index, operation));
    }

    private static Op addPairwise(int insn, SizedOperation pairs, PackedOperation combine) {
        int d = vd(insn);
        int n = vn(insn);
        int size = Fields.vectorSize(insn);
        long wide = Packed.high(size + 1);
        long upper = full(insn) ? -1L : 0;
        return op(c -> Resizing.apply(c.v, d, n, 0, 0, size, pairs, combine, wide, upper));
    }

    private static Op addAcross(int insn, SizedOperation pairs) {
        int d = vd(insn);
        int n = vn(insn);
        int size = Fields.vectorSize(insn);
        boolean full = full(insn);
        return op(c -> Resizing.sumLong(c.v, d, n, size, full, pairs));
    }

    private static Op apply(LaneShape shape, LaneOperation operation) {
        return op(c -> Lanes.apply(c, shape, operation));
    }

    private static Op op(Semantic semantic) {
        return new SemanticOp(semantic);
    }
}
