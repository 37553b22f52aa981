// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import dev.jvmm.softcpu.decode.Fields;
import dev.jvmm.softcpu.decode.Opcode;
import dev.jvmm.softcpu.translate.FpElementEmitter.Operand;

/** Bytecode of the AdvSIMD arithmetic on floating-point elements, of vectors and of scalars. */
final class FpVectorEmitter {
    private final FpElementEmitter elements;

    FpVectorEmitter(GuestAssembler assembler, VectorRegisters vectors) {
        this.elements = new FpElementEmitter(assembler, vectors);
    }

    /** Whether there is bytecode for an instruction of the group; else its op is called, or {@link SimdEmitter} has it. */
    static boolean covers(Opcode opcode) {
        return FpOperation.of(opcode) != null;
    }

    void emit(Instruction instruction) {
        int word = instruction.word();
        FpOperation operation = FpOperation.of(instruction.opcode());
        if (operation == null) {
            throw new IllegalStateException("not emitted: " + instruction);
        }
        boolean isDouble = Fields.vectorSz(word) != 0;
        int d = Fields.rd(word);
        Operand[] operands = operands(instruction, operation.operands(), isDouble);
        if (isScalar(word)) {
            elements.scalar(operation, isDouble, d, operands);
        } else {
            elements.vector(operation, isDouble, d, Fields.q(word) + 1, operands);
        }
    }

    /** Bit 28, where a vector instruction has Q at bit 30. */
    private static boolean isScalar(int word) {
        return (word >>> 28 & 1) != 0;
    }

    private Operand[] operands(Instruction instruction, int count, boolean isDouble) {
        int word = instruction.word();
        int n = Fields.rn(word);
        int m = Fields.rm(word);
        Operand first = elements.elements(n, isDouble);
        Operand zero = elements.zero(isDouble);
        return switch (instruction.opcode()) {
            case FCMEQ_ZERO_VECTOR,
                    FCMEQ_ZERO_SCALAR,
                    FCMGE_ZERO_VECTOR,
                    FCMGE_ZERO_SCALAR,
                    FCMGT_ZERO_VECTOR,
                    FCMGT_ZERO_SCALAR -> new Operand[] {first, zero};
            case FCMLE_ZERO_VECTOR, FCMLE_ZERO_SCALAR, FCMLT_ZERO_VECTOR, FCMLT_ZERO_SCALAR ->
                new Operand[] {zero, first};
            case FADDP_VECTOR, FMAXP_VECTOR, FMINP_VECTOR, FMAXNMP_VECTOR, FMINNMP_VECTOR -> {
                int pairs = isDouble ? 1 : Fields.q(word) + 1;
                yield new Operand[] {paired(n, m, pairs, 0, isDouble), paired(n, m, pairs, 1, isDouble)};
            }
            case FADDP_SCALAR, FMAXP_SCALAR, FMINP_SCALAR, FMAXNMP_SCALAR, FMINNMP_SCALAR ->
                new Operand[] {elements.element(n, 0, isDouble), elements.element(n, 1, isDouble)};
            case FMUL_ELEMENT,
                    FMUL_ELEMENT_SCALAR,
                    FMULX_ELEMENT,
                    FMULX_ELEMENT_SCALAR,
                    FMLA_ELEMENT,
                    FMLA_ELEMENT_SCALAR,
                    FMLS_ELEMENT,
                    FMLS_ELEMENT_SCALAR -> {
                // H:L counts single, H double precision; the register is M:Rm.
                int index = isDouble ? Fields.h(word) : Fields.h(word) << 1 | Fields.elementL(word);
                yield operands(word, first, elements.element(m, index, isDouble), count, isDouble);
            }
            default -> operands(word, first, elements.elements(m, isDouble), count, isDouble);
        };
    }

    private Operand[] operands(int word, Operand first, Operand second, int count, boolean isDouble) {
        return switch (count) {
            case 1 -> new Operand[] {first};
            case 2 -> new Operand[] {first, second};
            default -> new Operand[] {elements.elements(Fields.rd(word), isDouble), first, second};
        };
    }

    /** The even ({@code odd} 0) or odd (1) elements of {@code n}, {@code pairs} of them, then those of {@code m}. */
    private Operand paired(int n, int m, int pairs, int odd, boolean isDouble) {
        return index -> elements.pushBits(index < pairs ? n : m, 2 * (index % pairs) + odd, isDouble);
    }
}
