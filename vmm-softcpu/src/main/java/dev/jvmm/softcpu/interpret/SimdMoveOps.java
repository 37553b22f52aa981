// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import static dev.jvmm.softcpu.interpret.SimdOperands.full;
import static dev.jvmm.softcpu.interpret.SimdOperands.vd;
import static dev.jvmm.softcpu.interpret.SimdOperands.vm;
import static dev.jvmm.softcpu.interpret.SimdOperands.vn;

import dev.jvmm.softcpu.cpu.Op;
import dev.jvmm.softcpu.decode.Fields;
import dev.jvmm.softcpu.decode.Immediates;
import dev.jvmm.softcpu.decode.Opcode;
import dev.jvmm.softcpu.interpret.SemanticOp.Semantic;
import dev.jvmm.softcpu.semantics.Lanes;
import dev.jvmm.softcpu.semantics.Permutations;
import org.jspecify.annotations.Nullable;

/** Ops of the Advanced SIMD copies, permutations, table lookups and modified immediates. */
final class SimdMoveOps {
    private SimdMoveOps() {}

    /** The op, or null for an opcode of another group. */
    static @Nullable Op build(Opcode opcode, int insn) {
        int d = vd(insn);
        int n = vn(insn);
        int m = vm(insn);
        int size = Fields.vectorSize(insn);
        boolean full = full(insn);
        return switch (opcode) {
            case DUP_ELEMENT, DUP_GENERAL, DUP_ELEMENT_SCALAR, SMOV, UMOV, INS_GENERAL, INS_ELEMENT ->
                copy(opcode, insn);
            case ZIP1 -> op(c -> Permutations.zip(c.v, d, n, m, size, full, 0));
            case ZIP2 -> op(c -> Permutations.zip(c.v, d, n, m, size, full, 1));
            case UZP1 -> op(c -> Permutations.unzip(c.v, d, n, m, size, full, 0));
            case UZP2 -> op(c -> Permutations.unzip(c.v, d, n, m, size, full, 1));
            case TRN1 -> op(c -> Permutations.transpose(c.v, d, n, m, size, full, 0));
            case TRN2 -> op(c -> Permutations.transpose(c.v, d, n, m, size, full, 1));
            case EXT -> {
                int position = Fields.imm4(insn);
                yield full
                        ? op(c -> Permutations.extract(c.v, d, n, m, position))
                        : op(c -> Permutations.extractLow(c.v, d, n, m, position));
            }
            case TBL, TBX -> {
                int length = 16 * (Fields.len(insn) + 1);
                long keep = opcode == Opcode.TBX ? -1L : 0;
                yield op(c -> Permutations.lookUp(c.v, d, n, m, length, full, keep));
            }
            case MOVI, MOVI_64BIT -> constant(insn, immediate(insn));
            case MVNI -> constant(insn, ~immediate(insn));
            case ORR_VECTOR_IMMEDIATE -> {
                long value = immediate(insn);
                long upper = full ? -1L : 0;
                yield op(c -> {
                    c.v[d] |= value;
                    c.v[d + 1] = (c.v[d + 1] | value) & upper;
                });
            }
            case BIC_VECTOR_IMMEDIATE -> {
                long value = immediate(insn);
                long upper = full ? ~value : 0;
                yield op(c -> {
                    c.v[d] &= ~value;
                    c.v[d + 1] &= upper;
                });
            }
            default -> null;
        };
    }

    private static long immediate(int insn) {
        return Immediates.advSimdExpandImmediate(
                Fields.op(insn), Fields.cmode(insn), Immediates.modifiedImmediate(insn));
    }

    private static Op constant(int insn, long value) {
        int d = vd(insn);
        long upper = full(insn) ? value : 0;
        return op(c -> {
            c.v[d] = value;
            c.v[d + 1] = upper;
        });
    }

    private static Op copy(Opcode opcode, int insn) {
        int d = vd(insn);
        int n = vn(insn);
        int x = Fields.rn(insn);
        int size = Integer.numberOfTrailingZeros(Fields.imm5(insn));
        int index = Fields.imm5(insn) >> size + 1;
        boolean full = full(insn);
        return switch (opcode) {
            case DUP_ELEMENT ->
                op(c -> duplicate(c.v, d, Lanes.replicate(Lanes.unsigned(c.v, n, size, index), size), full));
            case DUP_GENERAL -> op(c -> duplicate(c.v, d, Lanes.replicate(c.x[x], size), full));
            case DUP_ELEMENT_SCALAR -> op(c -> duplicate(c.v, d, Lanes.unsigned(c.v, n, size, index), false));
            case INS_GENERAL -> op(c -> Lanes.set(c.v, d, size, index, c.x[x]));
            case INS_ELEMENT -> {
                int source = Fields.imm4(insn) >> size;
                yield op(c -> Lanes.set(c.v, d, size, index, Lanes.unsigned(c.v, n, size, source)));
            }
            case UMOV -> {
                int r = Operands.destination(Fields.rd(insn));
                yield size == 3
                        ? op(c -> c.x[r] = c.v[n + index])
                        : op(c -> c.x[r] = Lanes.unsigned(c.v, n, size, index));
            }
            default -> {
                // SMOV; Q is the width of the general-purpose register.
                int r = Operands.destination(Fields.rd(insn));
                long mask = full ? -1L : 0xFFFF_FFFFL;
                yield op(c -> c.x[r] = Lanes.signed(c.v, n, size, index) & mask);
            }
        };
    }

    private static void duplicate(long[] v, int d, long value, boolean full) {
        v[d] = value;
        v[d + 1] = full ? value : 0;
    }

    private static Op op(Semantic semantic) {
        return new SemanticOp(semantic);
    }
}
