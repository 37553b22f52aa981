// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import dev.jvmm.softcpu.decode.Opcode;
import org.jspecify.annotations.Nullable;

/** The methods of {@link dev.jvmm.softcpu.semantics.Packed} that regions call by name, of each instruction. */
final class PackedMethods {
    private PackedMethods() {}

    /** The method of {@link dev.jvmm.softcpu.semantics.Packed} of an instruction that applies one to two registers, or to one. */
    static @Nullable String same(Opcode opcode, int size) {
        return switch (opcode) {
            case AND_VECTOR -> "and";
            case BIC_VECTOR_REGISTER -> "andNot";
            case ORR_VECTOR_REGISTER -> "or";
            case ORN_VECTOR -> "orNot";
            case EOR_VECTOR -> "exclusiveOr";
            case NOT -> "not";
            case ADD_VECTOR, ADD_SCALAR -> "add";
            case SUB_VECTOR, SUB_SCALAR -> "subtract";
            case CMEQ_REGISTER_VECTOR, CMEQ_REGISTER_SCALAR -> "equal";
            case CMTST_VECTOR, CMTST_SCALAR -> "test";
            case CMHI_VECTOR, CMHI_SCALAR -> "higher";
            case CMHS_VECTOR, CMHS_SCALAR -> "higherOrSame";
            case CMGT_REGISTER_VECTOR, CMGT_REGISTER_SCALAR -> "greater";
            case CMGE_REGISTER_VECTOR, CMGE_REGISTER_SCALAR -> "greaterOrEqual";
            case UMAX_VECTOR -> "maxUnsigned";
            case UMIN_VECTOR -> "minUnsigned";
            case SMAX_VECTOR -> "maxSigned";
            case SMIN_VECTOR -> "minSigned";
            case UHADD_VECTOR -> "halvingAddUnsigned";
            case SHADD_VECTOR -> "halvingAddSigned";
            case URHADD_VECTOR -> "roundingHalvingAddUnsigned";
            case SRHADD_VECTOR -> "roundingHalvingAddSigned";
            case UABD_VECTOR -> "absoluteDifferenceUnsigned";
            case SABD_VECTOR -> "absoluteDifferenceSigned";
            case NEG_VECTOR, NEG_SCALAR -> "negate";
            case ABS_VECTOR, ABS_SCALAR -> "absolute";
            case CNT_VECTOR -> "populationCount";
            case RBIT_VECTOR -> "reverseBits";
            case REV16_VECTOR -> "reverse16";
            case REV32_VECTOR -> size == 0 ? "reverse32Bytes" : "reverse32Halfwords";
            case REV64_VECTOR ->
                switch (size) {
                    case 0 -> "reverse64Bytes";
                    case 1 -> "reverse64Halfwords";
                    default -> "reverse64Words";
                };
            default -> null;
        };
    }

    /** Of a comparison with zero. */
    static @Nullable String withZero(Opcode opcode) {
        return switch (opcode) {
            case CMEQ_ZERO_VECTOR, CMEQ_ZERO_SCALAR -> "equal";
            case CMGT_ZERO_VECTOR, CMGT_ZERO_SCALAR -> "greater";
            case CMGE_ZERO_VECTOR, CMGE_ZERO_SCALAR -> "greaterOrEqual";
            case CMLT_ZERO_VECTOR, CMLT_ZERO_SCALAR -> "less";
            case CMLE_ZERO_VECTOR, CMLE_ZERO_SCALAR -> "lessOrEqual";
            default -> null;
        };
    }

    /** Of what combines neighbours. */
    static @Nullable String pairwise(Opcode opcode) {
        return switch (opcode) {
            case ADDP_VECTOR -> "add";
            case UMAXP_VECTOR -> "maxUnsigned";
            case UMINP_VECTOR -> "minUnsigned";
            case SMAXP_VECTOR -> "maxSigned";
            case SMINP_VECTOR -> "minSigned";
            default -> null;
        };
    }

    /** Of what goes across all lanes. */
    static @Nullable String reduced(Opcode opcode) {
        return switch (opcode) {
            case ADDV -> "add";
            case UMAXV -> "maxUnsigned";
            case UMINV -> "minUnsigned";
            case SMAXV -> "maxSigned";
            case SMINV -> "minSigned";
            default -> null;
        };
    }
}
