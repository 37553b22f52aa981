// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import static dev.jvmm.softcpu.interpret.Operands.base;
import static dev.jvmm.softcpu.interpret.Operands.orSp;

import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.cpu.Op;
import dev.jvmm.softcpu.decode.Fields;
import dev.jvmm.softcpu.decode.Opcode;
import dev.jvmm.softcpu.semantics.VectorMemory;
import org.jspecify.annotations.Nullable;

/** Ops of the AdvSIMD loads and stores of structures (Arm ARM C4.1.94: multiple and single structures). */
final class StructureOps {
    private StructureOps() {}

    /** The access without the addressing mode. */
    @FunctionalInterface
    private interface Access {
        void at(Cpu cpu, long va);
    }

    /** The op, or null for an opcode of another group. */
    static @Nullable Op build(Opcode opcode, int insn) {
        return switch (opcode) {
            case ST1_MULTIPLE, ST1_MULTIPLE_POST -> storeMultiple(insn, consecutive(insn), false);
            case ST2_MULTIPLE, ST2_MULTIPLE_POST -> storeMultiple(insn, 2, true);
            case ST3_MULTIPLE, ST3_MULTIPLE_POST -> storeMultiple(insn, 3, true);
            case ST4_MULTIPLE, ST4_MULTIPLE_POST -> storeMultiple(insn, 4, true);
            case LD1_MULTIPLE, LD1_MULTIPLE_POST -> loadMultiple(insn, consecutive(insn), false);
            case LD2_MULTIPLE, LD2_MULTIPLE_POST -> loadMultiple(insn, 2, true);
            case LD3_MULTIPLE, LD3_MULTIPLE_POST -> loadMultiple(insn, 3, true);
            case LD4_MULTIPLE, LD4_MULTIPLE_POST -> loadMultiple(insn, 4, true);
            case ST1_SINGLE, ST1_SINGLE_POST -> storeSingle(insn, 1);
            case ST2_SINGLE, ST2_SINGLE_POST -> storeSingle(insn, 2);
            case ST3_SINGLE, ST3_SINGLE_POST -> storeSingle(insn, 3);
            case ST4_SINGLE, ST4_SINGLE_POST -> storeSingle(insn, 4);
            case LD1_SINGLE, LD1_SINGLE_POST -> loadSingle(insn, 1);
            case LD2_SINGLE, LD2_SINGLE_POST -> loadSingle(insn, 2);
            case LD3_SINGLE, LD3_SINGLE_POST -> loadSingle(insn, 3);
            case LD4_SINGLE, LD4_SINGLE_POST -> loadSingle(insn, 4);
            case LD1R, LD1R_POST -> loadReplicated(insn, 1);
            case LD2R, LD2R_POST -> loadReplicated(insn, 2);
            case LD3R, LD3R_POST -> loadReplicated(insn, 3);
            case LD4R, LD4R_POST -> loadReplicated(insn, 4);
            default -> null;
        };
    }

    /** The registers of LD1 and ST1 (multiple structures), which `opcode` says. */
    private static int consecutive(int insn) {
        return switch (Fields.structureOpcode(insn)) {
            case 0b0010 -> 4;
            case 0b0110 -> 3;
            case 0b1010 -> 2;
            case 0b0111 -> 1;
            default -> throw new IllegalStateException("not LD1 or ST1: 0x" + Integer.toHexString(insn));
        };
    }

    private static Op storeMultiple(int insn, int registers, boolean interleaved) {
        int t = Fields.rt(insn);
        int size = Fields.structureSize(insn);
        int words = Fields.q(insn) + 1;
        return addressed(
                insn,
                registers * words * 8,
                (c, va) -> VectorMemory.storeStructures(c, va, t, registers, size, words, interleaved));
    }

    private static Op loadMultiple(int insn, int registers, boolean interleaved) {
        int t = Fields.rt(insn);
        int size = Fields.structureSize(insn);
        int words = Fields.q(insn) + 1;
        return addressed(
                insn,
                registers * words * 8,
                (c, va) -> VectorMemory.loadStructures(c, va, t, registers, size, words, interleaved));
    }

    private static Op storeSingle(int insn, int registers) {
        int t = Fields.rt(insn);
        int size = elementSize(insn);
        int index = elementIndex(insn, size);
        return addressed(
                insn, registers << size, (c, va) -> VectorMemory.storeElements(c, va, t, registers, size, index));
    }

    private static Op loadSingle(int insn, int registers) {
        int t = Fields.rt(insn);
        int size = elementSize(insn);
        int index = elementIndex(insn, size);
        return addressed(
                insn, registers << size, (c, va) -> VectorMemory.loadElements(c, va, t, registers, size, index));
    }

    private static Op loadReplicated(int insn, int registers) {
        int t = Fields.rt(insn);
        int size = Fields.structureSize(insn);
        int words = Fields.q(insn) + 1;
        return addressed(
                insn, registers << size, (c, va) -> VectorMemory.loadReplicated(c, va, t, registers, size, words));
    }

    /** The logarithm of an element's bytes in a single-structure access. */
    private static int elementSize(int insn) {
        int scale = Fields.singleStructureOpcode(insn) >>> 1;
        return scale == 2 && (Fields.structureSize(insn) & 1) != 0 ? 3 : scale;
    }

    /** Q:S:size, less the bits of `size` that an element of this size doesn't need. */
    private static int elementIndex(int insn, int size) {
        return (Fields.q(insn) << 3 | Fields.s(insn) << 2 | Fields.structureSize(insn)) >>> size;
    }

    /** Bit 23 distinguishes the post-indexed forms, whose Rm = 31 means the bytes transferred. */
    private static Op addressed(int insn, int bytes, Access access) {
        int n = orSp(Fields.rn(insn));
        if (Fields.a(insn) == 0) {
            return new SemanticOp(c -> access.at(c, base(c, n)));
        }
        int m = Fields.rm(insn);
        if (m == 31) {
            return new SemanticOp(c -> {
                long base = base(c, n);
                access.at(c, base);
                c.x[n] = base + bytes;
            });
        }
        return new SemanticOp(c -> {
            long base = base(c, n);
            access.at(c, base);
            c.x[n] = base + c.x[m];
        });
    }
}
