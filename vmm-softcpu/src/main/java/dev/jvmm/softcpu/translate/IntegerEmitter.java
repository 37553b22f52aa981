// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import static dev.jvmm.softcpu.translate.GuestAssembler.LOW_WORD;

import dev.jvmm.softcpu.decode.Fields;
import dev.jvmm.softcpu.decode.Immediates;
import dev.jvmm.softcpu.decode.Opcode;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/**
 * Bytecode of the data-processing instructions on general-purpose registers that hot code is made of. What is more than one
 * or two JVM instructions is a call of the method that the interpreter's op calls too.
 */
final class IntegerEmitter {
    private static final MethodTypeDesc LONGS_TO_LONG =
            MethodTypeDesc.of(ConstantDescs.CD_long, ConstantDescs.CD_long, ConstantDescs.CD_long);
    private static final MethodTypeDesc LONG_INT_TO_LONG =
            MethodTypeDesc.of(ConstantDescs.CD_long, ConstantDescs.CD_long, ConstantDescs.CD_int);
    private static final MethodTypeDesc INTS_TO_INT =
            MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_int, ConstantDescs.CD_int);
    private static final MethodTypeDesc LONG_TO_LONG = MethodTypeDesc.of(ConstantDescs.CD_long, ConstantDescs.CD_long);
    private static final MethodTypeDesc LONG_TO_INT = MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_long);
    private static final MethodTypeDesc INT_TO_INT = MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_int);

    private final GuestAssembler assembler;
    private final ConditionEmitter conditions;
    private final CodeBuilder code;

    IntegerEmitter(GuestAssembler assembler) {
        this.assembler = assembler;
        this.conditions = new ConditionEmitter(assembler);
        this.code = assembler.code;
    }

    /** Whether there is bytecode for an instruction of the group; else its op is called. */
    static boolean covers(Opcode opcode) {
        return switch (opcode) {
            case ADC, SBC, ADCS, SBCS, REV16, REV32, CLS, CRC32, CRC32C -> false;
            default -> true;
        };
    }

    void emit(Instruction instruction, FlagState flags) {
        int word = instruction.word();
        boolean wide = Fields.sf(word) != 0;
        int d = Fields.rd(word);
        switch (instruction.opcode()) {
            case ADR ->
                assembler
                        .pushAddress(instruction.offset() + Immediates.adrOffset(word))
                        .popX(d);
            case ADRP -> assembler.pushAddress(Immediates.adrpOffset(word)).popX(d);
            case ADD_IMMEDIATE -> addImmediate(word, wide, Immediates.addSubtractImmediate(word));
            case SUB_IMMEDIATE -> addImmediate(word, wide, -Immediates.addSubtractImmediate(word));
            case ADDS_IMMEDIATE -> {
                assembler.pushXOrSp(Fields.rn(word)).constant(Immediates.addSubtractImmediate(word));
                addSettingFlags(d, wide);
            }
            case SUBS_IMMEDIATE -> {
                assembler.pushXOrSp(Fields.rn(word)).constant(Immediates.addSubtractImmediate(word));
                subtractSettingFlags(d, wide);
            }
            case AND_IMMEDIATE -> {
                assembler.pushX(Fields.rn(word)).constant(Immediates.logicalImmediate(word));
                code.land();
                assembler.popXOrSp(d);
            }
            case ORR_IMMEDIATE -> {
                assembler.pushX(Fields.rn(word)).constant(Immediates.logicalImmediate(word));
                code.lor();
                assembler.narrow(wide).popXOrSp(d);
            }
            case EOR_IMMEDIATE -> {
                assembler.pushX(Fields.rn(word)).constant(Immediates.logicalImmediate(word));
                code.lxor();
                assembler.narrow(wide).popXOrSp(d);
            }
            case ANDS_IMMEDIATE -> {
                assembler.pushX(Fields.rn(word)).constant(Immediates.logicalImmediate(word));
                code.land();
                logicalFlags(d, wide);
            }
            case MOVZ ->
                assembler
                        .constant((long) Fields.imm16(word) << 16 * Fields.hw(word))
                        .popX(d);
            case MOVN ->
                assembler
                        .constant(~((long) Fields.imm16(word) << 16 * Fields.hw(word)) & (wide ? -1L : LOW_WORD))
                        .popX(d);
            case MOVK -> {
                int shift = 16 * Fields.hw(word);
                assembler.pushX(d).constant(~(0xFFFFL << shift) & (wide ? -1L : LOW_WORD));
                code.land();
                assembler.constant((long) Fields.imm16(word) << shift);
                code.lor();
                assembler.popX(d);
            }
            case SBFM, UBFM, BFM -> bitfield(instruction.opcode(), word, wide);
            case EXTR -> extract(word, wide);
            case AND_SHIFTED_REGISTER,
                    BIC_SHIFTED_REGISTER,
                    ORR_SHIFTED_REGISTER,
                    ORN_SHIFTED_REGISTER,
                    EOR_SHIFTED_REGISTER,
                    EON_SHIFTED_REGISTER,
                    ANDS_SHIFTED_REGISTER,
                    BICS_SHIFTED_REGISTER -> logicalShifted(instruction.opcode(), word, wide);
            case ADD_SHIFTED_REGISTER -> {
                assembler.pushX(Fields.rn(word));
                shifted(word, wide);
                code.ladd();
                assembler.narrow(wide).popX(d);
            }
            case SUB_SHIFTED_REGISTER -> {
                assembler.pushX(Fields.rn(word));
                shifted(word, wide);
                code.lsub();
                assembler.narrow(wide).popX(d);
            }
            case ADDS_SHIFTED_REGISTER -> {
                assembler.pushX(Fields.rn(word));
                shifted(word, wide);
                addSettingFlags(d, wide);
            }
            case SUBS_SHIFTED_REGISTER -> {
                assembler.pushX(Fields.rn(word));
                shifted(word, wide);
                subtractSettingFlags(d, wide);
            }
            case ADD_EXTENDED_REGISTER -> {
                assembler.pushXOrSp(Fields.rn(word));
                extended(word);
                code.ladd();
                assembler.narrow(wide).popXOrSp(d);
            }
            case SUB_EXTENDED_REGISTER -> {
                assembler.pushXOrSp(Fields.rn(word));
                extended(word);
                code.lsub();
                assembler.narrow(wide).popXOrSp(d);
            }
            case ADDS_EXTENDED_REGISTER -> {
                assembler.pushXOrSp(Fields.rn(word));
                extended(word);
                addSettingFlags(d, wide);
            }
            case SUBS_EXTENDED_REGISTER -> {
                assembler.pushXOrSp(Fields.rn(word));
                extended(word);
                subtractSettingFlags(d, wide);
            }
            case CCMP_REGISTER, CCMP_IMMEDIATE, CCMN_REGISTER, CCMN_IMMEDIATE ->
                conditionalCompare(instruction.opcode(), word, wide, flags);
            case CSEL, CSINC, CSINV, CSNEG -> select(instruction.opcode(), word, wide, flags);
            case MADD, MSUB -> multiply(instruction.opcode() == Opcode.MADD, word, wide);
            case SMADDL, SMSUBL, UMADDL, UMSUBL -> multiplyLong(instruction.opcode(), word);
            case SMULH, UMULH -> {
                assembler.pushX(Fields.rn(word)).pushX(Fields.rm(word));
                code.invokestatic(
                        GuestAssembler.describe(Math.class),
                        instruction.opcode() == Opcode.SMULH ? "multiplyHigh" : "unsignedMultiplyHigh",
                        LONGS_TO_LONG);
                assembler.popX(d);
            }
            case UDIV -> divide(wide ? "unsignedDivide64" : "unsignedDivide32", word);
            case SDIV -> divide(wide ? "signedDivide64" : "signedDivide32", word);
            case LSLV, LSRV, ASRV -> variableShift(instruction.opcode(), word, wide);
            case RORV -> {
                assembler.pushX(Fields.rn(word));
                if (wide) {
                    assembler.pushX(Fields.rm(word));
                    code.l2i().invokestatic(ConstantDescs.CD_Long, "rotateRight", LONG_INT_TO_LONG);
                } else {
                    code.l2i();
                    assembler.pushX(Fields.rm(word));
                    code.l2i()
                            .invokestatic(ConstantDescs.CD_Integer, "rotateRight", INTS_TO_INT)
                            .i2l();
                }
                assembler.narrow(wide).popX(d);
            }
            case REV -> unary(word, wide, "reverseBytes");
            case RBIT -> unary(word, wide, "reverse");
            case CLZ -> {
                assembler.pushX(Fields.rn(word));
                if (wide) {
                    code.invokestatic(ConstantDescs.CD_Long, "numberOfLeadingZeros", LONG_TO_INT);
                } else {
                    code.l2i().invokestatic(ConstantDescs.CD_Integer, "numberOfLeadingZeros", INT_TO_INT);
                }
                code.i2l();
                assembler.popX(d);
            }
            default -> throw new IllegalStateException("not emitted: " + instruction);
        }
    }

    /** What is known about the flags after an instruction of this group. */
    static FlagState flagsAfter(Instruction instruction, FlagState before) {
        boolean wide = Fields.sf(instruction.word()) != 0;
        return switch (instruction.opcode()) {
            case ADDS_IMMEDIATE, ADDS_SHIFTED_REGISTER, ADDS_EXTENDED_REGISTER ->
                wide ? FlagState.ADD64 : FlagState.ADD32;
            case SUBS_IMMEDIATE, SUBS_SHIFTED_REGISTER, SUBS_EXTENDED_REGISTER ->
                wide ? FlagState.SUB64 : FlagState.SUB32;
            case ANDS_IMMEDIATE, ANDS_SHIFTED_REGISTER, BICS_SHIFTED_REGISTER -> FlagState.LOGICAL;
            case CCMP_REGISTER, CCMP_IMMEDIATE, CCMN_REGISTER, CCMN_IMMEDIATE -> FlagState.ANY;
            default -> before;
        };
    }

    private void addImmediate(int word, boolean wide, long value) {
        assembler.pushXOrSp(Fields.rn(word));
        if (value != 0) {
            assembler.constant(value);
            code.ladd();
        }
        assembler.narrow(wide).popXOrSp(Fields.rd(word));
    }

    private void addSettingFlags(int d, boolean wide) {
        operands(wide ? FlagState.ADD64 : FlagState.ADD32).ladd();
        assembler.narrow(wide).popX(d);
    }

    private void subtractSettingFlags(int d, boolean wide) {
        operands(wide ? FlagState.SUB64 : FlagState.SUB32).lsub();
        assembler.narrow(wide).popX(d);
    }

    /** Keeps the two operands on the stack for the flags. */
    private CodeBuilder operands(FlagState state) {
        assembler.flags.set(state);
        assembler.flags.pushA();
        return assembler.flags.pushB();
    }

    private void logicalFlags(int d, boolean wide) {
        code.dup2();
        assembler.popX(d);
        if (!wide) {
            code.l2i().i2l();
        }
        assembler.flags.set(FlagState.LOGICAL);
    }

    private void shifted(int word, boolean wide) {
        assembler.pushX(Fields.rm(word));
        int amount = Fields.imm6(word);
        int type = Fields.shift(word);
        if (amount == 0) {
            return;
        }
        if (wide) {
            code.loadConstant(amount);
            switch (type) {
                case 0 -> code.lshl();
                case 1 -> code.lushr();
                case 2 -> code.lshr();
                default -> code.invokestatic(ConstantDescs.CD_Long, "rotateRight", LONG_INT_TO_LONG);
            }
            return;
        }
        code.l2i().loadConstant(amount);
        switch (type) {
            case 0 -> code.ishl();
            case 1 -> code.iushr();
            case 2 -> code.ishr();
            default -> code.invokestatic(ConstantDescs.CD_Integer, "rotateRight", INTS_TO_INT);
        }
        code.i2l();
        assembler.narrow(false);
    }

    private void extended(int word) {
        assembler.pushX(Fields.rm(word));
        extend(assembler, Fields.option(word), Fields.imm3(word));
    }

    /** Extends the long on the stack as an operand of option and shift says. */
    static void extend(GuestAssembler assembler, int option, int shift) {
        CodeBuilder code = assembler.code;
        switch (option) {
            case 2 -> assembler.narrow(false);
            case 6 -> code.l2i().i2l();
            case 3, 7 -> {}
            default -> {
                code.loadConstant(option).iconst_0();
                assembler.invokeInteger("extend", ConstantDescs.CD_long, ConstantDescs.CD_int, ConstantDescs.CD_int);
            }
        }
        if (shift != 0) {
            code.loadConstant(shift).lshl();
        }
    }

    private void logicalShifted(Opcode opcode, int word, boolean wide) {
        int d = Fields.rd(word);
        boolean inverted = switch (opcode) {
            case BIC_SHIFTED_REGISTER, ORN_SHIFTED_REGISTER, EON_SHIFTED_REGISTER, BICS_SHIFTED_REGISTER -> true;
            default -> false;
        };
        boolean move = !inverted && opcode == Opcode.ORR_SHIFTED_REGISTER && Fields.rn(word) == 31;
        if (!move) {
            assembler.pushX(Fields.rn(word));
        }
        shifted(word, wide);
        if (inverted) {
            assembler.constant(-1);
            code.lxor();
        }
        if (move) {
            assembler.narrow(wide).popX(d);
            return;
        }
        switch (opcode) {
            case AND_SHIFTED_REGISTER, BIC_SHIFTED_REGISTER, ANDS_SHIFTED_REGISTER, BICS_SHIFTED_REGISTER ->
                code.land();
            case ORR_SHIFTED_REGISTER, ORN_SHIFTED_REGISTER -> code.lor();
            default -> code.lxor();
        }
        assembler.narrow(wide);
        if (opcode == Opcode.ANDS_SHIFTED_REGISTER || opcode == Opcode.BICS_SHIFTED_REGISTER) {
            logicalFlags(d, wide);
        } else {
            assembler.popX(d);
        }
    }

    /** As {@code BitfieldOps} has it: shift left so that the field's top bit is bit 63, then right to where it belongs. */
    private void bitfield(Opcode opcode, int word, boolean wide) {
        int size = wide ? 64 : 32;
        int d = Fields.rd(word);
        int r = Fields.immr(word);
        int s = Fields.imms(word);
        if (opcode == Opcode.BFM) {
            int width = s >= r ? s - r + 1 : s + 1;
            int lsb = s >= r ? 0 : size - r;
            long field = (width == 64 ? -1L : (1L << width) - 1) << lsb & (wide ? -1L : LOW_WORD);
            assembler.pushX(d).constant(~field);
            code.land();
            assembler.pushX(Fields.rn(word));
            shift(code, s >= r ? r : 0, lsb);
            assembler.constant(field);
            code.land().lor();
            assembler.narrow(wide).popX(d);
            return;
        }
        int left = 63 - s;
        int right = s >= r ? 63 - s + r : 63 - s - (size - r);
        assembler.pushX(Fields.rn(word));
        if (opcode == Opcode.UBFM && s >= r) {
            // A field that ends up at bit 0: a shift and a mask.
            if (r != 0) {
                code.loadConstant(r).lushr();
            }
            int width = s - r + 1;
            if (width + r < 64) {
                assembler.constant((1L << width) - 1);
                code.land();
            }
            assembler.popX(d);
            return;
        }
        if (opcode == Opcode.SBFM && r == 0 && s == 31) {
            code.l2i().i2l();
            assembler.narrow(wide).popX(d);
            return;
        }
        if (left != 0) {
            code.loadConstant(left).lshl();
        }
        if (right != 0) {
            code.loadConstant(right);
            if (opcode == Opcode.SBFM) {
                code.lshr();
            } else {
                code.lushr();
            }
        }
        assembler.narrow(wide || opcode == Opcode.UBFM).popX(d);
    }

    private static void shift(CodeBuilder code, int right, int left) {
        if (right != 0) {
            code.loadConstant(right).lushr();
        }
        if (left != 0) {
            code.loadConstant(left).lshl();
        }
    }

    private void extract(int word, boolean wide) {
        int lsb = Fields.imms(word);
        int n = Fields.rn(word);
        int m = Fields.rm(word);
        if (wide) {
            assembler.pushX(m);
            if (lsb != 0) {
                code.loadConstant(lsb).lushr();
                assembler.pushX(n);
                code.loadConstant(64 - lsb).lshl().lor();
            }
        } else {
            assembler.pushX(n);
            code.loadConstant(32).lshl();
            assembler.pushX(m).narrow(false);
            code.lor().loadConstant(lsb).lushr();
        }
        assembler.narrow(wide).popX(Fields.rd(word));
    }

    private void select(Opcode opcode, int word, boolean wide, FlagState flags) {
        Label first = code.newLabel();
        Label end = code.newLabel();
        conditions.ifHolds(Fields.cond(word), flags, first);
        assembler.pushX(Fields.rm(word));
        switch (opcode) {
            case CSINC -> code.lconst_1().ladd();
            case CSINV -> {
                assembler.constant(-1);
                code.lxor();
            }
            case CSNEG -> code.lneg();
            default -> {}
        }
        assembler.narrow(wide).popX(Fields.rd(word));
        code.goto_(end).labelBinding(first);
        assembler.pushX(Fields.rn(word)).narrow(wide).popX(Fields.rd(word));
        code.labelBinding(end);
    }

    private void conditionalCompare(Opcode opcode, int word, boolean wide, FlagState flags) {
        Label compare = code.newLabel();
        Label end = code.newLabel();
        conditions.ifHolds(Fields.cond(word), flags, compare);
        assembler.constant((long) Fields.nzcv(word) << 28);
        assembler.flags.set(FlagState.NZCV);
        code.goto_(end).labelBinding(compare);
        boolean immediate = opcode == Opcode.CCMP_IMMEDIATE || opcode == Opcode.CCMN_IMMEDIATE;
        boolean subtract = opcode == Opcode.CCMP_IMMEDIATE || opcode == Opcode.CCMP_REGISTER;
        assembler.pushX(Fields.rn(word));
        if (immediate) {
            assembler.constant(Fields.imm5(word));
        } else {
            assembler.pushX(Fields.rm(word));
        }
        if (subtract) {
            assembler.flags.set(wide ? FlagState.SUB64 : FlagState.SUB32);
        } else {
            assembler.flags.set(wide ? FlagState.ADD64 : FlagState.ADD32);
        }
        code.labelBinding(end);
    }

    private void multiply(boolean add, int word, boolean wide) {
        boolean plain = Fields.ra(word) == 31 && add;
        if (!plain) {
            assembler.pushX(Fields.ra(word));
        }
        assembler.pushX(Fields.rn(word)).pushX(Fields.rm(word));
        code.lmul();
        if (!plain) {
            if (add) {
                code.ladd();
            } else {
                code.lsub();
            }
        }
        assembler.narrow(wide).popX(Fields.rd(word));
    }

    private void multiplyLong(Opcode opcode, int word) {
        boolean signed = opcode == Opcode.SMADDL || opcode == Opcode.SMSUBL;
        assembler.pushX(Fields.ra(word));
        extendWord(Fields.rn(word), signed);
        extendWord(Fields.rm(word), signed);
        code.lmul();
        if (opcode == Opcode.SMADDL || opcode == Opcode.UMADDL) {
            code.ladd();
        } else {
            code.lsub();
        }
        assembler.popX(Fields.rd(word));
    }

    private void extendWord(int register, boolean signed) {
        assembler.pushX(register);
        if (signed) {
            code.l2i().i2l();
        } else {
            assembler.narrow(false);
        }
    }

    private void divide(String method, int word) {
        assembler
                .pushX(Fields.rn(word))
                .pushX(Fields.rm(word))
                .invokeInteger(method, ConstantDescs.CD_long, ConstantDescs.CD_long)
                .popX(Fields.rd(word));
    }

    private void variableShift(Opcode opcode, int word, boolean wide) {
        assembler.pushX(Fields.rn(word));
        if (!wide) {
            code.l2i();
        }
        assembler.pushX(Fields.rm(word));
        code.l2i();
        switch (opcode) {
            case LSLV -> {
                if (wide) {
                    code.lshl();
                } else {
                    code.ishl();
                }
            }
            case LSRV -> {
                if (wide) {
                    code.lushr();
                } else {
                    code.iushr();
                }
            }
            default -> {
                if (wide) {
                    code.lshr();
                } else {
                    code.ishr();
                }
            }
        }
        if (!wide) {
            code.i2l();
        }
        assembler.narrow(wide).popX(Fields.rd(word));
    }

    private void unary(int word, boolean wide, String method) {
        assembler.pushX(Fields.rn(word));
        if (wide) {
            code.invokestatic(ConstantDescs.CD_Long, method, LONG_TO_LONG);
        } else {
            code.l2i()
                    .invokestatic(ConstantDescs.CD_Integer, method, INT_TO_INT)
                    .i2l();
        }
        assembler.narrow(wide).popX(Fields.rd(word));
    }
}
