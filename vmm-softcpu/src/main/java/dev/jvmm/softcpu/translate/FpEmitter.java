// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import dev.jvmm.softcpu.decode.Fields;
import dev.jvmm.softcpu.decode.Immediates;
import dev.jvmm.softcpu.decode.Opcode;
import dev.jvmm.softcpu.fp.Fp16;
import dev.jvmm.softcpu.fp.Fp32;
import dev.jvmm.softcpu.fp.Fp64;
import dev.jvmm.softcpu.fp.FpRounding;
import dev.jvmm.softcpu.semantics.FpElements;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/** Bytecode of all the scalar floating-point instructions: mostly calls of the methods that the interpreter's ops call too. */
final class FpEmitter {
    private static final ClassDesc FP16 = GuestAssembler.describe(Fp16.class);
    private static final ClassDesc FP32 = GuestAssembler.describe(Fp32.class);
    private static final ClassDesc FP64 = GuestAssembler.describe(Fp64.class);
    private static final ClassDesc INT = ConstantDescs.CD_int;
    private static final ClassDesc LONG = ConstantDescs.CD_long;
    private static final ClassDesc BOOLEAN = ConstantDescs.CD_boolean;
    private static final ClassDesc STATUS = VectorRegisters.STATUS;

    private final GuestAssembler assembler;
    private final ConditionEmitter conditions;
    private final VectorRegisters vectors;
    private final FpElementEmitter elements;
    private final CodeBuilder code;

    FpEmitter(GuestAssembler assembler, VectorRegisters vectors) {
        this.assembler = assembler;
        this.conditions = new ConditionEmitter(assembler);
        this.vectors = vectors;
        this.elements = new FpElementEmitter(assembler, vectors);
        this.code = assembler.code;
    }

    /** Whether an instruction leaves NZCV itself as pending flags. */
    static boolean setsFlags(Opcode opcode) {
        return switch (opcode) {
            case FCMP, FCMP_ZERO, FCMPE, FCMPE_ZERO, FCCMP, FCCMPE -> true;
            default -> false;
        };
    }

    private static boolean isDouble(int word) {
        return Fields.ftype(word) == 1;
    }

    void emit(Instruction instruction, FlagState flags) {
        int word = instruction.word();
        Opcode opcode = instruction.opcode();
        FpOperation operation = FpOperation.of(opcode);
        if (operation != null) {
            arithmetic(operation, word);
            return;
        }
        switch (opcode) {
            case FMOV_REGISTER -> {
                boolean isDouble = isDouble(word);
                elements.pushBits(Fields.rn(word), 0, isDouble);
                elements.popScalar(Fields.rd(word), isDouble);
            }
            case FCVT -> convert(word);
            case FCMP -> compare(word, false);
            case FCMPE -> compare(word, true);
            case FCMP_ZERO -> compareZero(word, false);
            case FCMPE_ZERO -> compareZero(word, true);
            case FCCMP -> compareConditional(word, false, flags);
            case FCCMPE -> compareConditional(word, true, flags);
            case FCSEL -> select(word, flags);
            case FMOV_SCALAR_IMMEDIATE -> {
                int imm8 = Fields.imm8(word);
                assembler.constant(
                        isDouble(word)
                                ? Immediates.vfpExpandImmediate64(imm8)
                                : Immediates.vfpExpandImmediate32(imm8) & GuestAssembler.LOW_WORD);
                vectors.popScalar(Fields.rd(word));
            }
            case SCVTF_SCALAR_FIXED_POINT -> fromGeneral(word, true, 64 - Fields.scale(word));
            case UCVTF_SCALAR_FIXED_POINT -> fromGeneral(word, false, 64 - Fields.scale(word));
            case SCVTF_SCALAR_INTEGER -> fromGeneral(word, true, 0);
            case UCVTF_SCALAR_INTEGER -> fromGeneral(word, false, 0);
            case FCVTZS_SCALAR_FIXED_POINT -> toGeneral(word, true, 64 - Fields.scale(word), FpRounding.ZERO);
            case FCVTZU_SCALAR_FIXED_POINT -> toGeneral(word, false, 64 - Fields.scale(word), FpRounding.ZERO);
            case FCVTNS_SCALAR -> toGeneral(word, true, 0, FpRounding.TIE_EVEN);
            case FCVTNU_SCALAR -> toGeneral(word, false, 0, FpRounding.TIE_EVEN);
            case FCVTAS_SCALAR -> toGeneral(word, true, 0, FpRounding.TIE_AWAY);
            case FCVTAU_SCALAR -> toGeneral(word, false, 0, FpRounding.TIE_AWAY);
            case FCVTPS_SCALAR -> toGeneral(word, true, 0, FpRounding.POSITIVE_INFINITY);
            case FCVTPU_SCALAR -> toGeneral(word, false, 0, FpRounding.POSITIVE_INFINITY);
            case FCVTMS_SCALAR -> toGeneral(word, true, 0, FpRounding.NEGATIVE_INFINITY);
            case FCVTMU_SCALAR -> toGeneral(word, false, 0, FpRounding.NEGATIVE_INFINITY);
            case FCVTZS_SCALAR_INTEGER -> toGeneral(word, true, 0, FpRounding.ZERO);
            case FCVTZU_SCALAR_INTEGER -> toGeneral(word, false, 0, FpRounding.ZERO);
            case FMOV_TO_GENERAL -> {
                vectors.push(Fields.rn(word), 0);
                assembler.narrow(Fields.sf(word) != 0).popX(Fields.rd(word));
            }
            case FMOV_FROM_GENERAL -> {
                assembler.pushX(Fields.rn(word)).narrow(Fields.sf(word) != 0);
                vectors.popScalar(Fields.rd(word));
            }
            case FMOV_TO_GENERAL_TOP -> {
                vectors.push(Fields.rn(word), 1);
                assembler.popX(Fields.rd(word));
            }
            case FMOV_FROM_GENERAL_TOP -> {
                assembler.pushX(Fields.rn(word));
                vectors.pop(Fields.rd(word), 1);
            }
            default -> throw new IllegalStateException("not emitted: " + instruction);
        }
    }

    private void arithmetic(FpOperation operation, int word) {
        boolean isDouble = isDouble(word);
        int d = Fields.rd(word);
        FpElementEmitter.Operand n = elements.elements(Fields.rn(word), isDouble);
        FpElementEmitter.Operand m = elements.elements(Fields.rm(word), isDouble);
        switch (operation.operands()) {
            case 1 -> elements.scalar(operation, isDouble, d, n);
            case 2 -> elements.scalar(operation, isDouble, d, n, m);
            default -> elements.scalar(operation, isDouble, d, elements.elements(Fields.ra(word), isDouble), n, m);
        }
    }

    private void convert(int word) {
        int to = Fields.convertOpc(word);
        int d = Fields.rd(word);
        switch (Fields.ftype(word)) {
            case 3 -> {
                elements.pushBits(Fields.rn(word), 0, false);
                code.loadConstant(0xFFFF).iand();
                convert(FP16, to, INT);
            }
            case 1 -> {
                elements.pushBits(Fields.rn(word), 0, true);
                convert(FP64, to, LONG);
            }
            default -> {
                elements.pushBits(Fields.rn(word), 0, false);
                convert(FP32, to, INT);
            }
        }
        elements.popScalar(d, to == 1);
    }

    private void convert(ClassDesc owner, int to, ClassDesc from) {
        String name = switch (to) {
            case 0 -> "toSingle";
            case 1 -> "toDouble";
            default -> "toHalf";
        };
        vectors.pushStatus();
        code.invokestatic(owner, name, MethodTypeDesc.of(to == 1 ? LONG : INT, from, STATUS));
    }

    // ---- Comparisons and selection.

    private void compare(int word, boolean signalAllNans) {
        boolean isDouble = isDouble(word);
        compare(
                isDouble,
                signalAllNans,
                elements.elements(Fields.rn(word), isDouble),
                elements.elements(Fields.rm(word), isDouble));
    }

    private void compareZero(int word, boolean signalAllNans) {
        boolean isDouble = isDouble(word);
        compare(isDouble, signalAllNans, elements.elements(Fields.rn(word), isDouble), elements.zero(isDouble));
    }

    private void compare(
            boolean isDouble, boolean signalAllNans, FpElementEmitter.Operand a, FpElementEmitter.Operand b) {
        vectors.pushStatus();
        a.push(0);
        elements.toFloat(isDouble);
        b.push(0);
        elements.toFloat(isDouble);
        code.loadConstant(signalAllNans ? 1 : 0);
        ClassDesc type = isDouble ? ConstantDescs.CD_double : ConstantDescs.CD_float;
        code.invokestatic(isDouble ? FP64 : FP32, "compare", MethodTypeDesc.of(INT, STATUS, type, type, BOOLEAN));
        code.bipush(28).ishl().i2l();
        assembler.flags.set(FlagState.NZCV);
    }

    private void compareConditional(int word, boolean signalAllNans, FlagState flags) {
        Label compare = code.newLabel();
        Label end = code.newLabel();
        conditions.ifHolds(Fields.cond(word), flags, compare);
        assembler.constant((long) Fields.nzcv(word) << 28);
        assembler.flags.set(FlagState.NZCV);
        code.goto_(end).labelBinding(compare);
        compare(word, signalAllNans);
        code.labelBinding(end);
    }

    private void select(int word, FlagState flags) {
        boolean isDouble = isDouble(word);
        Label first = code.newLabel();
        Label end = code.newLabel();
        conditions.ifHolds(Fields.cond(word), flags, first);
        elements.pushBits(Fields.rm(word), 0, isDouble);
        code.goto_(end).labelBinding(first);
        elements.pushBits(Fields.rn(word), 0, isDouble);
        code.labelBinding(end);
        elements.popScalar(Fields.rd(word), isDouble);
    }

    // ---- To and from general-purpose registers.

    private void fromGeneral(int word, boolean signed, int fractionBits) {
        boolean isDouble = isDouble(word);
        assembler.pushX(Fields.rn(word));
        code.loadConstant(Fields.sf(word) != 0 ? 1 : 0).loadConstant(signed ? 1 : 0);
        code.invokestatic(
                GuestAssembler.describe(FpElements.class), "integer", MethodTypeDesc.of(LONG, LONG, BOOLEAN, BOOLEAN));
        code.loadConstant(signed ? 1 : 0).loadConstant(fractionBits);
        vectors.pushStatus();
        code.invokestatic(
                isDouble ? FP64 : FP32,
                "fromFixed",
                MethodTypeDesc.of(isDouble ? LONG : INT, LONG, BOOLEAN, INT, STATUS));
        elements.popScalar(Fields.rd(word), isDouble);
    }

    private void toGeneral(int word, boolean signed, int fractionBits, int rounding) {
        boolean isDouble = isDouble(word);
        elements.pushBits(Fields.rn(word), 0, isDouble);
        code.loadConstant(signed ? 1 : 0).loadConstant(Fields.sf(word) != 0 ? 64 : 32);
        code.loadConstant(fractionBits).loadConstant(rounding);
        vectors.pushStatus();
        code.invokestatic(
                isDouble ? FP64 : FP32,
                "toFixed",
                MethodTypeDesc.of(LONG, isDouble ? LONG : INT, BOOLEAN, INT, INT, INT, STATUS));
        assembler.popX(Fields.rd(word));
    }
}
