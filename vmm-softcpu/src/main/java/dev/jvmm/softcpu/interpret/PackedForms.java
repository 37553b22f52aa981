// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import static dev.jvmm.softcpu.interpret.Operands.destination;
import static dev.jvmm.softcpu.interpret.Operands.orSp;

import dev.jvmm.softcpu.decode.Fields;
import dev.jvmm.softcpu.decode.Immediates;
import dev.jvmm.softcpu.decode.Opcode;
import dev.jvmm.softcpu.state.CpuState;

/** Which instructions have a {@link PackedOp}, and their words. */
final class PackedForms {
    /** No packed form. */
    static final long NONE = 0;

    private static final int LSL = 0;
    private static final int UXTX = 3;

    private PackedForms() {}

    /**
     * The word of an instruction, or {@link #NONE}.
     *
     * @param offset of the instruction from the start of its page, in bytes
     */
    static long of(Opcode opcode, int insn, int offset) {
        return switch (opcode.group()) {
            case BRANCH -> branch(opcode, insn, offset);
            case INTEGER -> integer(opcode, insn, offset);
            case LOAD_STORE -> loadStore(opcode, insn);
            case SYSTEM -> opcode == Opcode.HINT ? PackedWord.of(PackedOp.NOP, 0, 0, 0) : NONE;
            case FP, SIMD, CRYPTO -> NONE;
        };
    }

    // ---- Branches (Arm ARM C4.1.89).

    private static long branch(Opcode opcode, int insn, int offset) {
        boolean wide = Fields.sf(insn) != 0;
        int next = offset + 4;
        int n = Fields.rn(insn);
        return switch (opcode) {
            case B -> branch(PackedOp.B, next, 0, 0, offset + Immediates.branchOffset26(insn));
            case BL -> branch(PackedOp.BL, next, 0, 0, offset + Immediates.branchOffset26(insn));
            case B_CONDITIONAL -> conditional(Fields.branchCond(insn), next, offset + Immediates.branchOffset19(insn));
            case CBZ -> compare(wide ? PackedOp.CBZ_64 : PackedOp.CBZ_32, insn, offset);
            case CBNZ -> compare(wide ? PackedOp.CBNZ_64 : PackedOp.CBNZ_32, insn, offset);
            case TBZ -> test(PackedOp.TBZ, insn, offset);
            case TBNZ -> test(PackedOp.TBNZ, insn, offset);
            case BR, RET -> branch(PackedOp.BR, next, n, 0, 0);
            case BLR -> branch(PackedOp.BLR, next, n, 0, 0);
            default -> NONE;
        };
    }

    private static long branch(PackedOp op, int next, int m, int e, long target) {
        return PackedWord.ofBranch(op, next, m, e, (int) target);
    }

    private static long conditional(int condition, int next, long target) {
        return switch (condition) {
            case 0 -> branch(PackedOp.B_EQUAL, next, 0, 0, target);
            case 1 -> branch(PackedOp.B_NOT_EQUAL, next, 0, 0, target);
            default -> branch(PackedOp.B_CONDITIONAL, next, 0, condition, target);
        };
    }

    private static long compare(PackedOp op, int insn, int offset) {
        return branch(op, offset + 4, Fields.rt(insn), 0, offset + Immediates.branchOffset19(insn));
    }

    private static long test(PackedOp op, int insn, int offset) {
        return branch(
                op, offset + 4, Fields.rt(insn), Immediates.testedBit(insn), offset + Immediates.branchOffset14(insn));
    }

    // ---- Data processing (Arm ARM C4.1.86, C4.1.95).

    private static long integer(Opcode opcode, int insn, int offset) {
        boolean wide = Fields.sf(insn) != 0;
        int d = destination(Fields.rd(insn));
        int n = Fields.rn(insn);
        int m = Fields.rm(insn);
        return switch (opcode) {
            case ADR -> immediate(PackedOp.ADR, d, 0, offset + Immediates.adrOffset(insn));
            case ADRP -> immediate(PackedOp.ADRP, d, 0, Immediates.adrpOffset(insn) >> 12);
            case ADD_IMMEDIATE, SUB_IMMEDIATE, ADDS_IMMEDIATE, SUBS_IMMEDIATE -> addImmediate(opcode, insn, wide);
            case AND_IMMEDIATE, ORR_IMMEDIATE, EOR_IMMEDIATE, ANDS_IMMEDIATE -> logicalImmediate(opcode, insn, wide);
            case MOVZ -> constant(d, (long) Fields.imm16(insn) << 16 * Fields.hw(insn));
            case MOVN -> {
                long value = ~((long) Fields.imm16(insn) << 16 * Fields.hw(insn));
                yield constant(d, wide ? value : value & 0xFFFF_FFFFL);
            }
            case MOVK ->
                PackedWord.of(
                        wide ? PackedOp.MOVK_64 : PackedOp.MOVK_32,
                        d,
                        d == CpuState.SINK ? CpuState.ZERO : d,
                        0,
                        16 * Fields.hw(insn),
                        Fields.imm16(insn));
            case SBFM, UBFM -> bitfield(opcode, insn, wide);
            case AND_SHIFTED_REGISTER,
                    BIC_SHIFTED_REGISTER,
                    ORR_SHIFTED_REGISTER,
                    EOR_SHIFTED_REGISTER,
                    ANDS_SHIFTED_REGISTER,
                    ADD_SHIFTED_REGISTER,
                    ADDS_SHIFTED_REGISTER,
                    SUB_SHIFTED_REGISTER,
                    SUBS_SHIFTED_REGISTER -> shifted(opcode, insn, wide);
            case ADD_EXTENDED_REGISTER ->
                wide
                        ? PackedWord.of(
                                PackedOp.ADD_EXTENDED_64,
                                orSp(Fields.rd(insn)),
                                orSp(n),
                                m,
                                Fields.imm3(insn),
                                Fields.option(insn))
                        : NONE;
            case CCMP_REGISTER -> compare(insn, wide, m, 0);
            case CCMP_IMMEDIATE -> compare(insn, wide, CpuState.ZERO, Fields.imm5(insn));
            case CSEL -> select(insn, wide, 0, 0);
            case CSINC -> select(insn, wide, 0, 1);
            case CSINV -> select(insn, wide, -1, 0);
            case CSNEG -> select(insn, wide, -1, 1);
            case LSLV -> PackedWord.of(wide ? PackedOp.LSLV_64 : PackedOp.LSLV_32, d, n, m);
            case LSRV -> PackedWord.of(wide ? PackedOp.LSRV_64 : PackedOp.LSRV_32, d, n, m);
            case MADD -> PackedWord.of(wide ? PackedOp.MADD_64 : PackedOp.MADD_32, d, n, m, Fields.ra(insn), 0);
            case UMADDL -> PackedWord.of(PackedOp.UMADDL, d, n, m, Fields.ra(insn), 0);
            default -> NONE;
        };
    }

    private static long immediate(PackedOp op, int d, int n, long value) {
        return PackedWord.of(op, d, n, 0, 0, (int) value);
    }

    /** Every constant of MOVZ and MOVN, and some of ORR with XZR. */
    private static long constant(int d, long value) {
        if (value == (int) value) {
            return immediate(PackedOp.CONSTANT, d, 0, value);
        }
        long shifted = shiftedConstant(PackedOp.CONSTANT_SHIFTED, d, value);
        return shifted != NONE ? shifted : shiftedConstant(PackedOp.CONSTANT_INVERTED, d, ~value);
    }

    private static long shiftedConstant(PackedOp op, int d, long value) {
        int shift = Long.numberOfTrailingZeros(value);
        long shifted = value >>> shift;
        return shifted >>> 32 == 0 ? PackedWord.of(op, d, 0, 0, shift, (int) shifted) : NONE;
    }

    private static long addImmediate(Opcode opcode, int insn, boolean wide) {
        int d = destination(Fields.rd(insn));
        int s = orSp(Fields.rd(insn));
        int n = orSp(Fields.rn(insn));
        long value = Immediates.addSubtractImmediate(insn);
        return switch (opcode) {
            case ADD_IMMEDIATE -> immediate(wide ? PackedOp.ADD_IMMEDIATE_64 : PackedOp.ADD_IMMEDIATE_32, s, n, value);
            case SUB_IMMEDIATE -> immediate(wide ? PackedOp.ADD_IMMEDIATE_64 : PackedOp.ADD_IMMEDIATE_32, s, n, -value);
            case ADDS_IMMEDIATE ->
                immediate(wide ? PackedOp.ADDS_IMMEDIATE_64 : PackedOp.ADDS_IMMEDIATE_32, d, n, value);
            default -> immediate(wide ? PackedOp.SUBS_IMMEDIATE_64 : PackedOp.SUBS_IMMEDIATE_32, d, n, value);
        };
    }

    private static long logicalImmediate(Opcode opcode, int insn, boolean wide) {
        long value = Immediates.logicalImmediate(insn);
        int d = destination(Fields.rd(insn));
        int s = orSp(Fields.rd(insn));
        int n = Fields.rn(insn);
        if (opcode == Opcode.ORR_IMMEDIATE && n == CpuState.ZERO) {
            return constant(s, value);
        }
        if (wide && value != (int) value) {
            return NONE;
        }
        return switch (opcode) {
            case AND_IMMEDIATE -> immediate(wide ? PackedOp.AND_IMMEDIATE_64 : PackedOp.AND_IMMEDIATE_32, s, n, value);
            case ORR_IMMEDIATE -> immediate(wide ? PackedOp.ORR_IMMEDIATE_64 : PackedOp.ORR_IMMEDIATE_32, s, n, value);
            case EOR_IMMEDIATE -> immediate(wide ? PackedOp.EOR_IMMEDIATE_64 : PackedOp.EOR_IMMEDIATE_32, s, n, value);
            default -> immediate(wide ? PackedOp.ANDS_IMMEDIATE_64 : PackedOp.ANDS_IMMEDIATE_32, d, n, value);
        };
    }

    /**
     * SBFM, UBFM (Arm ARM C6.2): either a field is extracted from bit {@code immr} (imms >= immr), or the low {@code imms + 1}
     * bits are placed at bit {@code size - immr}. Both are: shift left so that the field's top bit is bit 63, then right to
     * where it belongs.
     */
    private static long bitfield(Opcode opcode, int insn, boolean wide) {
        int size = wide ? 64 : 32;
        int r = Fields.immr(insn);
        int s = Fields.imms(insn);
        int left = 63 - s;
        int right = s >= r ? 63 - s + r : 63 - s - (size - r);
        PackedOp signed = wide ? PackedOp.SBFM_64 : PackedOp.SBFM_32;
        PackedOp op = opcode == Opcode.SBFM ? signed : PackedOp.UBFM;
        return PackedWord.of(op, destination(Fields.rd(insn)), Fields.rn(insn), left, right, 0);
    }

    /** Without a shift, and some with LSL. */
    private static long shifted(Opcode opcode, int insn, boolean wide) {
        int d = destination(Fields.rd(insn));
        int n = Fields.rn(insn);
        int m = Fields.rm(insn);
        int amount = Fields.imm6(insn);
        if (amount != 0 && Fields.shift(insn) != LSL) {
            return NONE;
        }
        boolean plain = amount == 0;
        return switch (opcode) {
            case ADD_SHIFTED_REGISTER -> PackedWord.of(wide ? PackedOp.ADD_64 : PackedOp.ADD_32, d, n, m, amount, 0);
            case SUB_SHIFTED_REGISTER -> PackedWord.of(wide ? PackedOp.SUB_64 : PackedOp.SUB_32, d, n, m, amount, 0);
            case ORR_SHIFTED_REGISTER -> {
                if (plain && n == CpuState.ZERO) {
                    yield PackedWord.of(wide ? PackedOp.MOVE_64 : PackedOp.MOVE_32, d, n, m);
                }
                yield PackedWord.of(wide ? PackedOp.ORR_64 : PackedOp.ORR_32, d, n, m, amount, 0);
            }
            case EOR_SHIFTED_REGISTER -> PackedWord.of(wide ? PackedOp.EOR_64 : PackedOp.EOR_32, d, n, m, amount, 0);
            case AND_SHIFTED_REGISTER ->
                plain ? PackedWord.of(wide ? PackedOp.AND_64 : PackedOp.AND_32, d, n, m) : NONE;
            case BIC_SHIFTED_REGISTER -> plain && wide ? PackedWord.of(PackedOp.BIC_64, d, n, m) : NONE;
            case ANDS_SHIFTED_REGISTER ->
                plain ? PackedWord.of(wide ? PackedOp.ANDS_64 : PackedOp.ANDS_32, d, n, m) : NONE;
            case ADDS_SHIFTED_REGISTER ->
                plain ? PackedWord.of(wide ? PackedOp.ADDS_64 : PackedOp.ADDS_32, d, n, m) : NONE;
            default -> plain ? PackedWord.of(wide ? PackedOp.SUBS_64 : PackedOp.SUBS_32, d, n, m) : NONE;
        };
    }

    private static long compare(int insn, boolean wide, int m, int value) {
        return PackedWord.of(
                wide ? PackedOp.CCMP_64 : PackedOp.CCMP_32,
                0,
                Fields.rn(insn),
                m,
                Fields.cond(insn),
                PackedWord.both(value, Fields.nzcv(insn)));
    }

    private static long select(int insn, boolean wide, int invert, int increment) {
        return PackedWord.of(
                wide ? PackedOp.SELECT_64 : PackedOp.SELECT_32,
                destination(Fields.rd(insn)),
                Fields.rn(insn),
                Fields.rm(insn),
                Fields.cond(insn),
                PackedWord.both(invert, increment));
    }

    // ---- Loads and stores (Arm ARM C4.1.94).

    private static long loadStore(Opcode opcode, int insn) {
        int size = Fields.size(insn);
        long imm9 = Immediates.offset9(insn);
        long scaled = Immediates.offset12(insn, size);
        int narrow = (Fields.loadStoreOpc(insn) & 1) != 0 ? AccessForm.SIGNED_32 : AccessForm.SIGNED_64;
        return switch (opcode) {
            case STRB_IMMEDIATE_UNSIGNED, STRH_IMMEDIATE_UNSIGNED, STR_IMMEDIATE_UNSIGNED -> store(insn, size, scaled);
            case STURB, STURH, STUR -> store(insn, size, imm9);
            case LDRB_IMMEDIATE_UNSIGNED, LDRH_IMMEDIATE_UNSIGNED, LDR_IMMEDIATE_UNSIGNED -> load(insn, size, scaled);
            case LDURB, LDURH, LDUR -> load(insn, size, imm9);
            case LDRSB_IMMEDIATE_UNSIGNED, LDRSH_IMMEDIATE_UNSIGNED -> loadSigned(insn, size, narrow, scaled);
            case LDURSB, LDURSH -> loadSigned(insn, size, narrow, imm9);
            case LDRSW_IMMEDIATE_UNSIGNED -> loadSignedWord(insn, scaled);
            case LDURSW -> loadSignedWord(insn, imm9);
            case STRB_IMMEDIATE_POST, STRH_IMMEDIATE_POST, STR_IMMEDIATE_POST ->
                indexed(PackedOp.STORE_INDEXED, Fields.rt(insn), insn, size, 0, imm9);
            case STRB_IMMEDIATE_PRE, STRH_IMMEDIATE_PRE, STR_IMMEDIATE_PRE ->
                indexed(PackedOp.STORE_INDEXED, Fields.rt(insn), insn, size, imm9, imm9);
            case LDRB_IMMEDIATE_POST, LDRH_IMMEDIATE_POST, LDR_IMMEDIATE_POST ->
                loadIndexed(insn, AccessForm.of(size, AccessForm.ZERO), 0, imm9);
            case LDRB_IMMEDIATE_PRE, LDRH_IMMEDIATE_PRE, LDR_IMMEDIATE_PRE ->
                loadIndexed(insn, AccessForm.of(size, AccessForm.ZERO), imm9, imm9);
            case LDRSB_IMMEDIATE_POST, LDRSH_IMMEDIATE_POST -> loadIndexed(insn, AccessForm.of(size, narrow), 0, imm9);
            case LDRSB_IMMEDIATE_PRE, LDRSH_IMMEDIATE_PRE -> loadIndexed(insn, AccessForm.of(size, narrow), imm9, imm9);
            case LDRSW_IMMEDIATE_POST -> loadIndexed(insn, AccessForm.of(2, AccessForm.SIGNED_64), 0, imm9);
            case LDRSW_IMMEDIATE_PRE -> loadIndexed(insn, AccessForm.of(2, AccessForm.SIGNED_64), imm9, imm9);
            case STRB_REGISTER, STRH_REGISTER, STR_REGISTER ->
                register(PackedOp.STORE_REGISTER, Fields.rt(insn), insn, size, size);
            case LDRB_REGISTER, LDRH_REGISTER, LDR_REGISTER -> loadRegister(insn, size);
            case LDRSB_REGISTER, LDRSH_REGISTER ->
                register(PackedOp.LOAD_REGISTER, destination(Fields.rt(insn)), insn, AccessForm.of(size, narrow), size);
            case LDRSW_REGISTER ->
                register(
                        PackedOp.LOAD_REGISTER,
                        destination(Fields.rt(insn)),
                        insn,
                        AccessForm.of(2, AccessForm.SIGNED_64),
                        2);
            case STP, STNP -> storePair(insn, imm7(insn), 0);
            case STP_PRE -> storePair(insn, imm7(insn), imm7(insn));
            case STP_POST -> storePair(insn, 0, imm7(insn));
            case LDP, LDNP -> loadPair(insn, imm7(insn), 0);
            case LDP_PRE -> loadPair(insn, imm7(insn), imm7(insn));
            case LDP_POST -> loadPair(insn, 0, imm7(insn));
            case PRFM_IMMEDIATE, PRFM_LITERAL, PRFM_REGISTER, PRFUM -> PackedWord.of(PackedOp.NOP, 0, 0, 0);
            default -> NONE;
        };
    }

    private static long imm7(int insn) {
        return Immediates.offset7(insn, Fields.opc(insn) == 2 ? 3 : 2);
    }

    private static int base(int insn) {
        return orSp(Fields.rn(insn));
    }

    private static long store(int insn, int size, long offset) {
        PackedOp op = switch (size) {
            case 0 -> PackedOp.STORE_8;
            case 1 -> PackedOp.STORE_16;
            case 2 -> PackedOp.STORE_32;
            default -> PackedOp.STORE_64;
        };
        return immediate(op, Fields.rt(insn), base(insn), offset);
    }

    private static long load(int insn, int size, long offset) {
        PackedOp op = switch (size) {
            case 0 -> PackedOp.LOAD_8;
            case 1 -> PackedOp.LOAD_16;
            case 2 -> PackedOp.LOAD_32;
            default -> PackedOp.LOAD_64;
        };
        return immediate(op, destination(Fields.rt(insn)), base(insn), offset);
    }

    private static long loadSignedWord(int insn, long offset) {
        return immediate(PackedOp.LOAD_SIGNED_32, destination(Fields.rt(insn)), base(insn), offset);
    }

    private static long loadSigned(int insn, int size, int extension, long offset) {
        return PackedWord.of(
                PackedOp.LOAD_SIGNED, destination(Fields.rt(insn)), base(insn), 0, AccessForm.of(size, extension), (int)
                        offset);
    }

    private static long loadIndexed(int insn, int form, long offset, long writeBack) {
        return indexed(PackedOp.LOAD_INDEXED, destination(Fields.rt(insn)), insn, form, offset, writeBack);
    }

    private static long indexed(PackedOp op, int t, int insn, int form, long offset, long writeBack) {
        return PackedWord.of(op, t, base(insn), 0, form, PackedWord.both(offset, writeBack));
    }

    private static long loadRegister(int insn, int size) {
        int t = destination(Fields.rt(insn));
        if (size == 3 && Fields.option(insn) == UXTX) {
            return PackedWord.of(
                    PackedOp.LOAD_REGISTER_64, t, base(insn), Fields.rm(insn), Fields.s(insn) != 0 ? 3 : 0, 0);
        }
        return register(PackedOp.LOAD_REGISTER, t, insn, AccessForm.of(size, AccessForm.ZERO), size);
    }

    private static long register(PackedOp op, int t, int insn, int form, int size) {
        int shift = Fields.s(insn) != 0 ? size : 0;
        return PackedWord.of(op, t, base(insn), Fields.rm(insn), form, PackedWord.both(Fields.option(insn), shift));
    }

    private static long storePair(int insn, long offset, long writeBack) {
        PackedOp op = Fields.opc(insn) == 2 ? PackedOp.STORE_PAIR_64 : PackedOp.STORE_PAIR_32;
        return PackedWord.of(op, Fields.rt(insn), base(insn), Fields.rt2(insn), 0, PackedWord.both(offset, writeBack));
    }

    private static long loadPair(int insn, long offset, long writeBack) {
        PackedOp op = Fields.opc(insn) == 2 ? PackedOp.LOAD_PAIR_64 : PackedOp.LOAD_PAIR_32;
        return PackedWord.of(
                op,
                destination(Fields.rt(insn)),
                base(insn),
                destination(Fields.rt2(insn)),
                0,
                PackedWord.both(offset, writeBack));
    }
}
