// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import static dev.jvmm.softcpu.interpret.SimdOperands.full;
import static dev.jvmm.softcpu.interpret.SimdOperands.vd;
import static dev.jvmm.softcpu.interpret.SimdOperands.vm;
import static dev.jvmm.softcpu.interpret.SimdOperands.vn;

import dev.jvmm.softcpu.cpu.Op;
import dev.jvmm.softcpu.decode.Fields;
import dev.jvmm.softcpu.decode.Opcode;
import dev.jvmm.softcpu.interpret.SemanticOp.Semantic;
import dev.jvmm.softcpu.semantics.Packed;
import dev.jvmm.softcpu.semantics.PackedOperation;
import org.jspecify.annotations.Nullable;

/**
 * Ops of the Advanced SIMD instructions on integers (Arm ARM C4.1.96). Here are those that work on all lanes of a half
 * register at once; the other classes have the rest.
 */
final class SimdOps {
    private SimdOps() {}

    /** The op, or null for an opcode of another group. */
    static @Nullable Op build(Opcode opcode, int insn) {
        @Nullable Op op = packed(opcode, insn);
        if (op == null) {
            op = SimdMoveOps.build(opcode, insn);
        }
        if (op == null) {
            op = SimdShiftOps.build(opcode, insn);
        }
        return op != null ? op : SimdLaneOps.build(opcode, insn);
    }

    private static @Nullable Op packed(Opcode opcode, int insn) {
        return switch (opcode) {
            case AND_VECTOR -> same(insn, Packed::and);
            case BIC_VECTOR_REGISTER -> same(insn, Packed::andNot);
            case ORR_VECTOR_REGISTER -> or(insn);
            case ORN_VECTOR -> same(insn, Packed::orNot);
            case EOR_VECTOR -> exclusiveOr(insn);
            case BSL_VECTOR, BIT_VECTOR, BIF_VECTOR -> select(opcode, insn);
            case NOT -> same(insn, Packed::not);
            case ADD_VECTOR, ADD_SCALAR -> same(insn, Packed::add);
            case SUB_VECTOR, SUB_SCALAR -> same(insn, Packed::subtract);
            case CMEQ_REGISTER_VECTOR, CMEQ_REGISTER_SCALAR -> same(insn, Packed::equal);
            case CMTST_VECTOR, CMTST_SCALAR -> same(insn, Packed::test);
            case CMHI_VECTOR, CMHI_SCALAR -> same(insn, Packed::higher);
            case CMHS_VECTOR, CMHS_SCALAR -> same(insn, Packed::higherOrSame);
            case CMGT_REGISTER_VECTOR, CMGT_REGISTER_SCALAR -> same(insn, Packed::greater);
            case CMGE_REGISTER_VECTOR, CMGE_REGISTER_SCALAR -> same(insn, Packed::greaterOrEqual);
            case CMEQ_ZERO_VECTOR, CMEQ_ZERO_SCALAR -> withZero(insn, Packed::equal);
            case CMGT_ZERO_VECTOR, CMGT_ZERO_SCALAR -> withZero(insn, Packed::greater);
            case CMGE_ZERO_VECTOR, CMGE_ZERO_SCALAR -> withZero(insn, Packed::greaterOrEqual);
            case CMLT_ZERO_VECTOR, CMLT_ZERO_SCALAR -> withZero(insn, Packed::less);
            case CMLE_ZERO_VECTOR, CMLE_ZERO_SCALAR -> withZero(insn, Packed::lessOrEqual);
            case UMAX_VECTOR -> same(insn, Packed::maxUnsigned);
            case UMIN_VECTOR -> same(insn, Packed::minUnsigned);
            case SMAX_VECTOR -> same(insn, Packed::maxSigned);
            case SMIN_VECTOR -> same(insn, Packed::minSigned);
            case UHADD_VECTOR -> same(insn, Packed::halvingAddUnsigned);
            case SHADD_VECTOR -> same(insn, Packed::halvingAddSigned);
            case URHADD_VECTOR -> same(insn, Packed::roundingHalvingAddUnsigned);
            case SRHADD_VECTOR -> same(insn, Packed::roundingHalvingAddSigned);
            case UABD_VECTOR -> same(insn, Packed::absoluteDifferenceUnsigned);
            case SABD_VECTOR -> same(insn, Packed::absoluteDifferenceSigned);
            case NEG_VECTOR, NEG_SCALAR -> same(insn, Packed::negate);
            case ABS_VECTOR, ABS_SCALAR -> same(insn, Packed::absolute);
            case CNT_VECTOR -> same(insn, Packed::populationCount);
            case RBIT_VECTOR -> same(insn, Packed::reverseBits);
            case REV16_VECTOR -> same(insn, Packed::reverse16);
            case REV32_VECTOR ->
                same(insn, Fields.vectorSize(insn) == 0 ? Packed::reverse32Bytes : Packed::reverse32Halfwords);
            case REV64_VECTOR -> same(insn, reverse64(Fields.vectorSize(insn)));
            case ADDP_VECTOR -> pairwise(insn, Packed::add);
            case UMAXP_VECTOR -> pairwise(insn, Packed::maxUnsigned);
            case UMINP_VECTOR -> pairwise(insn, Packed::minUnsigned);
            case SMAXP_VECTOR -> pairwise(insn, Packed::maxSigned);
            case SMINP_VECTOR -> pairwise(insn, Packed::minSigned);
            case ADDP_SCALAR -> {
                int d = vd(insn);
                int n = vn(insn);
                yield op(c -> {
                    c.v[d] = c.v[n] + c.v[n + 1];
                    c.v[d + 1] = 0;
                });
            }
            case ADDV -> reduce(insn, Packed::add);
            case UMAXV -> reduce(insn, Packed::maxUnsigned);
            case UMINV -> reduce(insn, Packed::minUnsigned);
            case SMAXV -> reduce(insn, Packed::maxSigned);
            case SMINV -> reduce(insn, Packed::minSigned);
            default -> null;
        };
    }

    private static PackedOperation reverse64(int size) {
        return switch (size) {
            case 0 -> Packed::reverse64Bytes;
            case 1 -> Packed::reverse64Halfwords;
            default -> Packed::reverse64Words;
        };
    }

    private static Op same(int insn, PackedOperation operation) {
        int d = vd(insn);
        int n = vn(insn);
        // A unary operation ignores the second source.
        int m = vm(insn);
        long high = Packed.high(Fields.vectorSize(insn));
        return full(insn)
                ? op(c -> Packed.apply(c.v, d, n, m, high, operation))
                : op(c -> Packed.applyLow(c.v, d, n, m, high, operation));
    }

    private static Op withZero(int insn, PackedOperation operation) {
        return withConstant(insn, Fields.vectorSize(insn), 0, operation);
    }

    /** The op that applies {@code operation} to the first source and a constant. */
    static Op withConstant(int insn, int size, long b, PackedOperation operation) {
        int d = vd(insn);
        int n = vn(insn);
        long high = Packed.high(size);
        return full(insn)
                ? op(c -> Packed.applyConstant(c.v, d, n, b, high, operation))
                : op(c -> Packed.applyLowConstant(c.v, d, n, b, high, operation));
    }

    private static Op pairwise(int insn, PackedOperation operation) {
        int d = vd(insn);
        int n = vn(insn);
        int m = vm(insn);
        int size = Fields.vectorSize(insn);
        long high = Packed.high(size);
        return full(insn)
                ? op(c -> Packed.applyPairwise(c.v, d, n, m, size, high, operation))
                : op(c -> Packed.applyPairwiseLow(c.v, d, n, m, size, high, operation));
    }

    private static Op reduce(int insn, PackedOperation operation) {
        int d = vd(insn);
        int n = vn(insn);
        int size = Fields.vectorSize(insn);
        long high = Packed.high(size);
        boolean full = full(insn);
        return op(c -> Packed.reduce(c.v, d, n, size, full, high, operation));
    }

    /** ORR, mostly as MOV. */
    private static Op or(int insn) {
        int d = vd(insn);
        int n = vn(insn);
        int m = vm(insn);
        if (!full(insn) || n != m) {
            return same(insn, Packed::or);
        }
        return op(c -> {
            c.v[d] = c.v[n];
            c.v[d + 1] = c.v[n + 1];
        });
    }

    private static Op exclusiveOr(int insn) {
        int d = vd(insn);
        int n = vn(insn);
        int m = vm(insn);
        if (!full(insn)) {
            return same(insn, Packed::exclusiveOr);
        }
        return op(c -> {
            c.v[d] = c.v[n] ^ c.v[m];
            c.v[d + 1] = c.v[n + 1] ^ c.v[m + 1];
        });
    }

    private static Op select(Opcode opcode, int insn) {
        int d = vd(insn);
        int n = vn(insn);
        int m = vm(insn);
        long upper = full(insn) ? -1L : 0;
        return switch (opcode) {
            case BSL_VECTOR -> op(c -> Packed.select(c.v, d, n, m, d, upper));
            case BIT_VECTOR -> op(c -> Packed.select(c.v, d, n, d, m, upper));
            default -> op(c -> Packed.select(c.v, d, d, n, m, upper));
        };
    }

    private static Op op(Semantic semantic) {
        return new SemanticOp(semantic);
    }
}
