// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import static dev.jvmm.softcpu.translate.SimdCalls.LANES;
import static dev.jvmm.softcpu.translate.SimdCalls.ONE;
import static dev.jvmm.softcpu.translate.SimdCalls.PACKED;
import static dev.jvmm.softcpu.translate.SimdCalls.PACKED_OPERATION;
import static dev.jvmm.softcpu.translate.SimdCalls.PERMUTATIONS;
import static dev.jvmm.softcpu.translate.SimdCalls.TWO;

import dev.jvmm.softcpu.decode.Fields;
import dev.jvmm.softcpu.decode.Immediates;
import dev.jvmm.softcpu.decode.Opcode;
import dev.jvmm.softcpu.semantics.Packed;
import dev.jvmm.softcpu.semantics.Resizing;
import dev.jvmm.softcpu.translate.SimdCalls.Half;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import org.jspecify.annotations.Nullable;

/** Bytecode of the Advanced SIMD products and of instructions with lanes of two sizes, by calls of {@link Resizing}. */
final class SimdResizingEmitter {
    private static final ClassDesc RESIZING = GuestAssembler.describe(Resizing.class);

    private final GuestAssembler assembler;
    private final VectorRegisters vectors;
    private final CodeBuilder code;

    SimdResizingEmitter(GuestAssembler assembler, VectorRegisters vectors) {
        this.assembler = assembler;
        this.vectors = vectors;
        this.code = assembler.code;
    }

    /** Which lanes an instruction has. */
    private enum Shape {
        /** All have one size. */
        SAME,
        /** Those of the sources are narrow. */
        LONG,
        /** Those of the second source are narrow. */
        WIDE,
        /** Those of the result are narrow. */
        NARROW,
        /** The result's are sums of two of the source. */
        PAIRS,
        /** The result is one. */
        ACROSS
    }

    /**
     * How an instruction is made.
     *
     * @param method of {@link Resizing}
     * @param combine the method of {@link Packed} that the destination's lanes and those of the result go to
     */
    private record Form(
            Shape shape, String method, @Nullable String combine) {
        Form(Shape shape, String method) {
            this(shape, method, null);
        }
    }

    private static @Nullable Form form(Opcode opcode) {
        return switch (opcode) {
            case MUL_VECTOR, MUL_ELEMENT -> new Form(Shape.SAME, "multiply");
            case MLA_VECTOR, MLA_ELEMENT -> new Form(Shape.SAME, "multiply", "add");
            case MLS_VECTOR, MLS_ELEMENT -> new Form(Shape.SAME, "multiply", "subtract");
            case SADDL_VECTOR -> new Form(Shape.LONG, "addSigned");
            case UADDL_VECTOR -> new Form(Shape.LONG, "addUnsigned");
            case SSUBL_VECTOR -> new Form(Shape.LONG, "subtractSigned");
            case USUBL_VECTOR -> new Form(Shape.LONG, "subtractUnsigned");
            case SABDL_VECTOR -> new Form(Shape.LONG, "differenceSigned");
            case UABDL_VECTOR -> new Form(Shape.LONG, "differenceUnsigned");
            case SABAL_VECTOR -> new Form(Shape.LONG, "differenceSigned", "add");
            case UABAL_VECTOR -> new Form(Shape.LONG, "differenceUnsigned", "add");
            case SMULL_VECTOR, SMULL_ELEMENT -> new Form(Shape.LONG, "multiplySigned");
            case UMULL_VECTOR, UMULL_ELEMENT -> new Form(Shape.LONG, "multiplyUnsigned");
            case SMLAL_VECTOR, SMLAL_ELEMENT -> new Form(Shape.LONG, "multiplySigned", "add");
            case UMLAL_VECTOR, UMLAL_ELEMENT -> new Form(Shape.LONG, "multiplyUnsigned", "add");
            case SMLSL_VECTOR, SMLSL_ELEMENT -> new Form(Shape.LONG, "multiplySigned", "subtract");
            case UMLSL_VECTOR, UMLSL_ELEMENT -> new Form(Shape.LONG, "multiplyUnsigned", "subtract");
            case SADDW_VECTOR -> new Form(Shape.WIDE, "addWideSigned");
            case UADDW_VECTOR -> new Form(Shape.WIDE, "addWideUnsigned");
            case SSUBW_VECTOR -> new Form(Shape.WIDE, "subtractWideSigned");
            case USUBW_VECTOR -> new Form(Shape.WIDE, "subtractWideUnsigned");
            case ADDHN_VECTOR -> new Form(Shape.NARROW, "addWide");
            case SUBHN_VECTOR -> new Form(Shape.NARROW, "subtractWide");
            case RADDHN_VECTOR -> new Form(Shape.NARROW, "addWideRounding");
            case RSUBHN_VECTOR -> new Form(Shape.NARROW, "subtractWideRounding");
            case SADDLP_VECTOR -> new Form(Shape.PAIRS, "addPairsSigned");
            case UADDLP_VECTOR -> new Form(Shape.PAIRS, "addPairsUnsigned");
            case SADALP_VECTOR -> new Form(Shape.PAIRS, "addPairsSigned", "add");
            case UADALP_VECTOR -> new Form(Shape.PAIRS, "addPairsUnsigned", "add");
            case SADDLV -> new Form(Shape.ACROSS, "addPairsSigned");
            case UADDLV -> new Form(Shape.ACROSS, "addPairsUnsigned");
            default -> null;
        };
    }

    static boolean covers(Opcode opcode) {
        return form(opcode) != null || opcode == Opcode.RSHRN_VECTOR;
    }

    void emit(Instruction instruction) {
        int word = instruction.word();
        int size = Fields.vectorSize(word);
        Form form = form(instruction.opcode());
        if (form == null) {
            narrowRounding(word);
            return;
        }
        switch (form.shape) {
            case SAME -> {
                Half second = second(instruction, half -> vectors.push(Fields.rm(word), half));
                halves(word, Fields.q(word) != 0, form, size, half -> {
                    vectors.push(Fields.rn(word), half);
                    second.push(half);
                    invoke(form.method, size);
                });
            }
            case LONG -> {
                Half second = second(instruction, half -> part(Fields.rm(word), Fields.q(word), half));
                halves(word, true, form, size + 1, half -> {
                    part(Fields.rn(word), Fields.q(word), half);
                    second.push(half);
                    invoke(form.method, size);
                });
            }
            case WIDE ->
                halves(word, true, form, size + 1, half -> {
                    vectors.push(Fields.rn(word), half);
                    part(Fields.rm(word), Fields.q(word), half);
                    invoke(form.method, size);
                });
            case NARROW -> {
                for (int half = 0; half < 2; half++) {
                    vectors.push(Fields.rn(word), half);
                    vectors.push(Fields.rm(word), half);
                    invoke(form.method, size);
                }
                narrow(word, "oddLanes", size);
            }
            case PAIRS -> halves(word, Fields.q(word) != 0, form, size + 1, half -> pairs(word, half, form, size));
            case ACROSS -> {
                pairs(word, 0, form, size);
                if (Fields.q(word) != 0) {
                    pairs(word, 1, form, size);
                    invoke("addWide", size);
                }
                code.lconst_0();
                invoke("sumWide", size);
                vectors.popScalar(Fields.rd(word));
            }
        }
    }

    /** Makes one or both halves of Rd, of lanes of {@code size}. */
    private void halves(int word, boolean full, Form form, int size, Half value) {
        int d = Fields.rd(word);
        for (int half = 0; half < (full ? 2 : 1); half++) {
            if (form.combine == null) {
                value.push(half);
            } else {
                vectors.push(d, half);
                value.push(half);
                assembler.constant(Packed.high(size));
                code.invokestatic(PACKED, form.combine, PACKED_OPERATION);
            }
        }
        if (full) {
            vectors.pop(d, 1);
            vectors.pop(d, 0);
        } else {
            vectors.popScalar(d);
        }
    }

    private void pairs(int word, int half, Form form, int size) {
        vectors.push(Fields.rn(word), half);
        code.lconst_0();
        invoke(form.method, size);
    }

    /** The second source: of an instruction by element one lane everywhere, which is worked out once. */
    private Half second(Instruction instruction, Half vector) {
        if (!VectorRegisters.isByElement(instruction.opcode())) {
            return vector;
        }
        int word = instruction.word();
        int size = Fields.vectorSize(word);
        int at = Immediates.elementIndex(word) << size + 3;
        vectors.push(Immediates.elementRegister(word), at >> 6);
        if ((at & 63) != 0) {
            code.bipush(at & 63).lushr();
        }
        code.loadConstant(size).invokestatic(LANES, "replicate", ONE).lstore(vectors.result());
        return half -> code.lload(vectors.result());
    }

    /** Pushes 32 bits of half a register as the low ones. */
    private void part(int register, int half, int part) {
        vectors.push(register, half);
        if (part != 0) {
            code.bipush(32).lushr();
        }
    }

    private void invoke(String method, int size) {
        code.loadConstant(size).invokestatic(RESIZING, method, TWO);
    }

    private void narrowRounding(int word) {
        int size = Immediates.shiftSize(word);
        for (int half = 0; half < 2; half++) {
            vectors.push(Fields.rn(word), half);
            assembler.constant(Immediates.rightShift(word));
            invoke("shiftRounding", size);
        }
        narrow(word, "evenLanes", size);
    }

    /** Pops two half registers, whose lanes go to half of Rd. */
    private void narrow(int word, String lanes, int size) {
        code.loadConstant(size).invokestatic(PERMUTATIONS, lanes, TWO);
        if (Fields.q(word) != 0) {
            vectors.pop(Fields.rd(word), 1);
        } else {
            vectors.popScalar(Fields.rd(word));
        }
    }
}
