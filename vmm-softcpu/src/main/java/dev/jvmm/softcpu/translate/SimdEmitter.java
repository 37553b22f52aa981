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
import dev.jvmm.softcpu.translate.SimdCalls.Half;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ConstantDescs;

/**
 * Bytecode of the Advanced SIMD instructions on integers that hot code is made of, by calls of the methods on half registers
 * that the interpreter's ops call too.
 */
final class SimdEmitter {
    private final GuestAssembler assembler;
    private final VectorRegisters vectors;
    private final FpVectorEmitter fp;
    private final SimdResizingEmitter resizing;
    private final CodeBuilder code;

    SimdEmitter(GuestAssembler assembler, VectorRegisters vectors) {
        this.assembler = assembler;
        this.vectors = vectors;
        this.fp = new FpVectorEmitter(assembler, vectors);
        this.resizing = new SimdResizingEmitter(assembler, vectors);
        this.code = assembler.code;
    }

    /** Whether there is bytecode for an instruction of the groups SIMD and CRYPTO; else its op is called. */
    static boolean covers(Opcode opcode) {
        return FpVectorEmitter.covers(opcode)
                || PackedMethods.same(opcode, 0) != null
                || PackedMethods.withZero(opcode) != null
                || PackedMethods.pairwise(opcode) != null
                || PackedMethods.reduced(opcode) != null
                || SimdResizingEmitter.covers(opcode)
                || isOther(opcode);
    }

    private static boolean isOther(Opcode opcode) {
        return switch (opcode) {
            case SHL_VECTOR,
                    SHL_SCALAR,
                    USHR_VECTOR,
                    USHR_SCALAR,
                    SSHR_VECTOR,
                    SSHR_SCALAR,
                    USRA_VECTOR,
                    USRA_SCALAR,
                    SSRA_VECTOR,
                    SSRA_SCALAR,
                    URSHR_VECTOR,
                    URSHR_SCALAR,
                    SRSHR_VECTOR,
                    SRSHR_SCALAR,
                    URSRA_VECTOR,
                    URSRA_SCALAR,
                    SRSRA_VECTOR,
                    SRSRA_SCALAR,
                    SLI_VECTOR,
                    SLI_SCALAR,
                    SRI_VECTOR,
                    SRI_SCALAR,
                    SABA_VECTOR,
                    UABA_VECTOR,
                    ORR_VECTOR_IMMEDIATE,
                    BIC_VECTOR_IMMEDIATE,
                    BSL_VECTOR,
                    BIT_VECTOR,
                    BIF_VECTOR,
                    MOVI,
                    MOVI_64BIT,
                    MVNI,
                    FMOV_VECTOR_IMMEDIATE,
                    DUP_ELEMENT,
                    DUP_GENERAL,
                    DUP_ELEMENT_SCALAR,
                    SMOV,
                    UMOV,
                    INS_GENERAL,
                    INS_ELEMENT,
                    ADDP_SCALAR,
                    EXT,
                    ZIP1,
                    ZIP2,
                    UZP1,
                    UZP2,
                    TRN1,
                    TRN2,
                    XTN_VECTOR,
                    SHRN_VECTOR,
                    USHLL_VECTOR,
                    SSHLL_VECTOR,
                    SHLL_VECTOR -> true;
            default -> false;
        };
    }

    void emit(Instruction instruction) {
        int word = instruction.word();
        Opcode opcode = instruction.opcode();
        if (FpVectorEmitter.covers(opcode)) {
            fp.emit(instruction);
            return;
        }
        if (SimdResizingEmitter.covers(opcode)) {
            resizing.emit(instruction);
            return;
        }
        int size = Fields.vectorSize(word);
        String method = PackedMethods.same(opcode, size);
        if (method != null) {
            packed(word, size, method, half -> vectors.push(Fields.rm(word), half));
            return;
        }
        method = PackedMethods.withZero(opcode);
        if (method != null) {
            packed(word, size, method, half -> code.lconst_0());
            return;
        }
        method = PackedMethods.pairwise(opcode);
        if (method != null) {
            pairwise(word, size, method);
            return;
        }
        method = PackedMethods.reduced(opcode);
        if (method != null) {
            reduce(word, size, method);
            return;
        }
        other(instruction);
    }

    private void other(Instruction instruction) {
        int word = instruction.word();
        int d = Fields.rd(word);
        int n = Fields.rn(word);
        int m = Fields.rm(word);
        int size = Fields.vectorSize(word);
        switch (instruction.opcode()) {
            case SHL_VECTOR, SHL_SCALAR -> shiftLeft(word);
            case USHR_VECTOR, USHR_SCALAR -> shiftRight(word);
            case SSHR_VECTOR, SSHR_SCALAR -> shift(word, "rightSigned", Immediates.signedRightShift(word));
            case USRA_VECTOR, USRA_SCALAR -> accumulate(word, "right", Immediates.rightShift(word));
            case SSRA_VECTOR, SSRA_SCALAR -> accumulate(word, "rightSigned", Immediates.signedRightShift(word));
            case URSHR_VECTOR, URSHR_SCALAR -> shift(word, "rightRounding", Immediates.rightShift(word));
            case SRSHR_VECTOR, SRSHR_SCALAR -> shift(word, "rightRoundingSigned", Immediates.rightShift(word));
            case URSRA_VECTOR, URSRA_SCALAR -> accumulate(word, "rightRounding", Immediates.rightShift(word));
            case SRSRA_VECTOR, SRSRA_SCALAR -> accumulate(word, "rightRoundingSigned", Immediates.rightShift(word));
            case SLI_VECTOR, SLI_SCALAR ->
                insertShifted(word, 64 - Immediates.leftShift(word), Immediates.leftInsertMask(word));
            case SRI_VECTOR, SRI_SCALAR ->
                insertShifted(word, Immediates.rightShift(word), Immediates.rightInsertMask(word));
            case SABA_VECTOR -> accumulateDifference(word, size, "absoluteDifferenceSigned");
            case UABA_VECTOR -> accumulateDifference(word, size, "absoluteDifferenceUnsigned");
            case ORR_VECTOR_IMMEDIATE -> withImmediate(word, "or");
            case BIC_VECTOR_IMMEDIATE -> withImmediate(word, "andNot");
            case BSL_VECTOR -> select(word, d, n, m);
            case BIT_VECTOR -> select(word, m, n, d);
            case BIF_VECTOR -> select(word, m, d, n);
            case MOVI, MOVI_64BIT -> immediate(word, expanded(word, Fields.cmode(word)));
            case MVNI -> immediate(word, ~expanded(word, Fields.cmode(word)));
            case FMOV_VECTOR_IMMEDIATE -> immediate(word, expanded(word, 15));
            case DUP_ELEMENT, DUP_GENERAL, DUP_ELEMENT_SCALAR, SMOV, UMOV, INS_GENERAL, INS_ELEMENT ->
                copy(instruction);
            case ADDP_SCALAR -> {
                vectors.push(n, 0);
                vectors.push(n, 1);
                code.ladd();
                vectors.popScalar(d);
            }
            case EXT -> extract(word, Fields.imm4(word));
            case ZIP1, ZIP2 -> zip(word, size, instruction.opcode() == Opcode.ZIP2 ? 1 : 0);
            case UZP1 -> unzip(word, size, "evenLanes", 0);
            case UZP2 -> unzip(word, size, "oddLanes", 1);
            case TRN1 -> transpose(word, size, 0);
            case TRN2 -> transpose(word, size, 1);
            case XTN_VECTOR -> narrow(word, size, 0);
            case SHRN_VECTOR -> narrow(word, Immediates.shiftSize(word), Immediates.rightShift(word));
            case USHLL_VECTOR -> lengthen(word, Immediates.shiftSize(word), Immediates.leftShift(word));
            case SHLL_VECTOR -> lengthen(word, size, 8 << size);
            case SSHLL_VECTOR -> lengthenSigned(word, Immediates.shiftSize(word), Immediates.leftShift(word));
            default -> throw new IllegalStateException("not emitted: " + instruction);
        }
    }

    private static long expanded(int word, int cmode) {
        return Immediates.advSimdExpandImmediate(Fields.op(word), cmode, Immediates.modifiedImmediate(word));
    }

    /** Whether the instruction works on 128 bits, or on the upper half of the narrower registers. */
    private static boolean isFull(int word) {
        boolean scalar = (word >>> 28 & 1) != 0;
        return !scalar && Fields.q(word) != 0;
    }

    /** Writes one or both halves of Rd, after all of both was read. */
    private void result(int word, Half value) {
        int d = Fields.rd(word);
        if (!isFull(word)) {
            value.push(0);
            vectors.popScalar(d);
            return;
        }
        value.push(0);
        value.push(1);
        vectors.pop(d, 1);
        vectors.pop(d, 0);
    }

    /** Applies a method of {@link Packed} to the two values on the stack. Those that are an operator are one. */
    private void invokePacked(String method, int size) {
        switch (method) {
            case "and" -> code.land();
            case "or" -> code.lor();
            case "exclusiveOr" -> code.lxor();
            default -> callPacked(method, size);
        }
    }

    private void callPacked(String method, int size) {
        assembler.constant(Packed.high(size));
        code.invokestatic(PACKED, method, PACKED_OPERATION);
    }

    private void packed(int word, int size, String method, Half second) {
        int n = Fields.rn(word);
        result(word, half -> {
            vectors.push(n, half);
            if (method.equals("or") && n == Fields.rm(word)) {
                return; // MOV
            }
            second.push(half);
            invokePacked(method, size);
        });
    }

    /** As {@link Packed#left}, with its mask worked out. */
    private void shiftLeft(int word) {
        int places = Immediates.leftShift(word);
        long mask = Packed.leftMask(places, Packed.high(Immediates.shiftSize(word)));
        result(word, half -> {
            vectors.push(Fields.rn(word), half);
            code.bipush(places).lshl();
            assembler.constant(mask);
            code.land();
        });
    }

    /** As {@link Packed#right}, with its mask worked out. */
    private void shiftRight(int word) {
        int places = Immediates.rightShift(word);
        long mask = Packed.rightMask(places, Packed.high(Immediates.shiftSize(word)));
        result(word, half -> {
            vectors.push(Fields.rn(word), half);
            code.bipush(places).lushr();
            assembler.constant(mask);
            code.land();
        });
    }

    private void shift(int word, String method, int places) {
        packed(word, Immediates.shiftSize(word), method, half -> assembler.constant(places));
    }

    private void accumulate(int word, String method, int places) {
        accumulate(word, Immediates.shiftSize(word), method, half -> assembler.constant(places));
    }

    private void accumulateDifference(int word, int size, String method) {
        accumulate(word, size, method, half -> vectors.push(Fields.rm(word), half));
    }

    /** Adds what a method makes of Rn and a second value. */
    private void accumulate(int word, int size, String method, Half second) {
        result(word, half -> {
            vectors.push(Fields.rd(word), half);
            vectors.push(Fields.rn(word), half);
            second.push(half);
            invokePacked(method, size);
            invokePacked("add", size);
        });
    }

    /** SLI and SRI, as {@link Packed#insert}. */
    private void insertShifted(int word, int rotation, long mask) {
        result(word, half -> {
            assembler.constant(mask);
            vectors.push(Fields.rn(word), half);
            code.loadConstant(rotation).invokestatic(ConstantDescs.CD_Long, "rotateRight", ONE);
            vectors.push(Fields.rd(word), half);
            code.invokestatic(PACKED, "select", PACKED_OPERATION);
        });
    }

    private void withImmediate(int word, String method) {
        long value = expanded(word, Fields.cmode(word));
        result(word, half -> {
            vectors.push(Fields.rd(word), half);
            assembler.constant(value);
            invokePacked(method, 3);
        });
    }

    private void select(int word, int mask, int a, int b) {
        result(word, half -> {
            vectors.push(mask, half);
            vectors.push(a, half);
            vectors.push(b, half);
            code.invokestatic(PACKED, "select", PACKED_OPERATION);
        });
    }

    private void immediate(int word, long value) {
        result(word, half -> assembler.constant(value));
    }

    private void pairwise(int word, int size, String method) {
        int n = Fields.rn(word);
        int m = Fields.rm(word);
        boolean full = isFull(word);
        result(word, half -> {
            int first = full && half == 1 ? m : n;
            Half low = ignored -> vectors.push(first, 0);
            Half high = ignored -> vectors.push(full ? first : m, full ? 1 : 0);
            if (size == 3) {
                low.push(0);
                high.push(0);
            } else {
                low.push(0);
                high.push(0);
                code.loadConstant(size).invokestatic(PERMUTATIONS, "evenLanes", TWO);
                low.push(0);
                high.push(0);
                code.loadConstant(size).invokestatic(PERMUTATIONS, "oddLanes", TWO);
            }
            invokePacked(method, size);
        });
    }

    /** As {@link Packed#reduce}, unrolled. */
    private void reduce(int word, int size, String method) {
        int n = Fields.rn(word);
        vectors.push(n, 0);
        if (isFull(word)) {
            vectors.push(n, 1);
            invokePacked(method, size);
        }
        int bits = 8 << size;
        for (int shift = 32; shift >= bits; shift >>= 1) {
            code.dup2().bipush(shift).lushr();
            invokePacked(method, size);
        }
        assembler.constant(-1L >>> 64 - bits);
        code.land();
        vectors.popScalar(Fields.rd(word));
    }

    // ---- Copies and permutations.

    private void copy(Instruction instruction) {
        int word = instruction.word();
        int d = Fields.rd(word);
        int n = Fields.rn(word);
        int size = Integer.numberOfTrailingZeros(Fields.imm5(word));
        int index = Fields.imm5(word) >> size + 1;
        switch (instruction.opcode()) {
            case DUP_ELEMENT -> {
                lane(n, size, index);
                replicate(word, size);
            }
            case DUP_GENERAL -> {
                assembler.pushX(n);
                replicate(word, size);
            }
            case DUP_ELEMENT_SCALAR -> {
                lane(n, size, index);
                vectors.popScalar(d);
            }
            case INS_GENERAL -> {
                assembler.pushX(n);
                insert(d, size, index);
            }
            case INS_ELEMENT -> {
                lane(n, size, Fields.imm4(word) >> size);
                insert(d, size, index);
            }
            case UMOV -> {
                lane(n, size, index);
                assembler.popX(d);
            }
            default -> {
                // SMOV; Q is the width of the general-purpose register.
                lane(n, size, index);
                int above = 64 - (8 << size);
                code.bipush(above).lshl().bipush(above).lshr();
                assembler.narrow(Fields.q(word) != 0).popX(d);
            }
        }
    }

    /** Pushes a lane, zero-extended. */
    private void lane(int register, int size, int index) {
        int at = index << size + 3;
        vectors.push(register, at >> 6);
        if ((at & 63) != 0) {
            code.bipush(at & 63).lushr();
        }
        if (size != 3) {
            assembler.constant(-1L >>> 64 - (8 << size));
            code.land();
        }
    }

    /** Pops a value to all lanes of Rd. */
    private void replicate(int word, int size) {
        code.loadConstant(size).invokestatic(LANES, "replicate", ONE);
        code.lstore(vectors.result());
        result(word, half -> code.lload(vectors.result()));
    }

    /** Pops a value, whose low bits replace one lane. */
    private void insert(int register, int size, int index) {
        int at = index << size + 3;
        int half = at >> 6;
        if (size == 3) {
            vectors.pop(register, half);
            return;
        }
        long mask = -1L >>> 64 - (8 << size);
        assembler.constant(mask);
        code.land();
        if ((at & 63) != 0) {
            code.bipush(at & 63).lshl();
        }
        vectors.push(register, half);
        assembler.constant(~(mask << at));
        code.land().lor();
        vectors.pop(register, half);
    }

    private void extract(int word, int position) {
        int n = Fields.rn(word);
        int m = Fields.rm(word);
        boolean full = isFull(word);
        result(word, half -> {
            int first = full ? half + (position >> 3) : 0;
            concatenated(n, m, full, first);
            concatenated(n, m, full, first + 1);
            code.loadConstant(8 * (position & 7)).invokestatic(PERMUTATIONS, "funnel", TWO);
        });
    }

    /** Pushes 64 bits of {@code m} (above) and {@code n}. */
    private void concatenated(int n, int m, boolean full, int index) {
        int words = full ? 2 : 1;
        vectors.push(index < words ? n : m, index % words);
    }

    private void zip(int word, int size, int part) {
        int n = Fields.rn(word);
        int m = Fields.rm(word);
        boolean full = isFull(word);
        result(word, half -> {
            if (size == 3) {
                vectors.push(half == 0 ? n : m, part);
                return;
            }
            int shift = 32 * (full ? half : part);
            shiftedRight(n, full ? part : 0, shift);
            shiftedRight(m, full ? part : 0, shift);
            code.loadConstant(size).invokestatic(PERMUTATIONS, "interleave", TWO);
        });
    }

    private void unzip(int word, int size, String method, int part) {
        if (size == 3) {
            zip(word, size, part);
            return;
        }
        int n = Fields.rn(word);
        int m = Fields.rm(word);
        boolean full = isFull(word);
        result(word, half -> {
            vectors.push(full && half == 1 ? m : n, 0);
            vectors.push(full && half == 0 ? n : m, full ? 1 : 0);
            code.loadConstant(size).invokestatic(PERMUTATIONS, method, TWO);
        });
    }

    private void transpose(int word, int size, int part) {
        if (size == 3) {
            zip(word, size, part);
            return;
        }
        result(word, half -> {
            shiftedRight(Fields.rn(word), half, part * (8 << size));
            shiftedRight(Fields.rm(word), half, part * (8 << size));
            code.loadConstant(size).invokestatic(PERMUTATIONS, "alternate", TWO);
        });
    }

    private void shiftedRight(int register, int half, int places) {
        vectors.push(register, half);
        if (places != 0) {
            code.bipush(places).lushr();
        }
    }

    /** XTN and SHRN; the upper half alone is written where Q says so. */
    private void narrow(int word, int size, int places) {
        int n = Fields.rn(word);
        shiftedRight(n, 0, places);
        shiftedRight(n, 1, places);
        code.loadConstant(size).invokestatic(PERMUTATIONS, "evenLanes", TWO);
        if (Fields.q(word) != 0) {
            vectors.pop(Fields.rd(word), 1);
        } else {
            vectors.popScalar(Fields.rd(word));
        }
    }

    /** USHLL and SHLL of the half of Rn that Q says. */
    private void lengthen(int word, int size, int places) {
        int n = Fields.rn(word);
        for (int half = 0; half < 2; half++) {
            shiftedRight(n, Fields.q(word), 32 * half);
            code.loadConstant(size).invokestatic(PERMUTATIONS, "spread", ONE);
            if (places != 0) {
                code.bipush(places).lshl();
            }
        }
        vectors.pop(Fields.rd(word), 1);
        vectors.pop(Fields.rd(word), 0);
    }

    /** SSHLL of the half of Rn that Q says. */
    private void lengthenSigned(int word, int size, long places) {
        for (int half = 0; half < 2; half++) {
            shiftedRight(Fields.rn(word), Fields.q(word), 32 * half);
            code.loadConstant(size).invokestatic(PERMUTATIONS, "spreadSigned", ONE);
            if (places != 0) {
                assembler.constant(places);
                invokePacked("left", size + 1);
            }
        }
        vectors.pop(Fields.rd(word), 1);
        vectors.pop(Fields.rd(word), 0);
    }
}
