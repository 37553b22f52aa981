// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import static dev.jvmm.softcpu.interpret.Operands.base;
import static dev.jvmm.softcpu.interpret.Operands.orSp;

import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.cpu.Op;
import dev.jvmm.softcpu.decode.Fields;
import dev.jvmm.softcpu.decode.Immediates;
import dev.jvmm.softcpu.decode.Opcode;
import dev.jvmm.softcpu.semantics.Integers;
import dev.jvmm.softcpu.semantics.VectorMemory;
import org.jspecify.annotations.Nullable;

/**
 * Ops of the loads and stores of one or two SIMD and floating-point registers (Arm ARM C4.1.94). Write-back comes after
 * the access.
 */
final class SimdLoadStoreOps {
    private SimdLoadStoreOps() {}

    /** The op, or null for an opcode of another group. */
    static @Nullable Op build(Opcode opcode, int insn, int offset) {
        int scale = Immediates.simdScale(insn);
        int pairScale = Fields.opc(insn) + 2;
        int t = Fields.rt(insn);
        int n = orSp(Fields.rn(insn));
        long imm9 = Immediates.offset9(insn);
        long imm7 = Immediates.offset7(insn, pairScale);
        return switch (opcode) {
            case LDR_SIMD_LITERAL -> literal(insn, offset, t);
            case STNP_SIMD, STP_SIMD -> storePair(insn, pairScale, t, n, imm7);
            case LDNP_SIMD, LDP_SIMD -> loadPair(insn, pairScale, t, n, imm7);
            case STP_SIMD_POST -> storePairIndexed(insn, pairScale, t, n, 0, imm7);
            case LDP_SIMD_POST -> loadPairIndexed(insn, pairScale, t, n, 0, imm7);
            case STP_SIMD_PRE -> storePairIndexed(insn, pairScale, t, n, imm7, imm7);
            case LDP_SIMD_PRE -> loadPairIndexed(insn, pairScale, t, n, imm7, imm7);
            case STUR_SIMD -> store(scale, t, n, imm9);
            case LDUR_SIMD -> load(scale, t, n, imm9);
            case STR_SIMD_IMMEDIATE_UNSIGNED -> store(scale, t, n, Immediates.offset12(insn, scale));
            case LDR_SIMD_IMMEDIATE_UNSIGNED -> load(scale, t, n, Immediates.offset12(insn, scale));
            case STR_SIMD_IMMEDIATE_POST -> storeIndexed(scale, t, n, 0, imm9);
            case LDR_SIMD_IMMEDIATE_POST -> loadIndexed(scale, t, n, 0, imm9);
            case STR_SIMD_IMMEDIATE_PRE -> storeIndexed(scale, t, n, imm9, imm9);
            case LDR_SIMD_IMMEDIATE_PRE -> loadIndexed(scale, t, n, imm9, imm9);
            case STR_SIMD_REGISTER -> storeRegister(insn, scale, t, n);
            case LDR_SIMD_REGISTER -> loadRegister(insn, scale, t, n);
            default -> null;
        };
    }

    private static Op literal(int insn, int offset, int t) {
        int scale = Fields.opc(insn) + 2;
        long displacement = offset + Immediates.branchOffset19(insn);
        return new SemanticOp(c -> VectorMemory.load(c, c.pc + displacement, scale, t));
    }

    private static Op store(int scale, int t, int n, long offset) {
        return new SemanticOp(c -> VectorMemory.store(c, base(c, n) + offset, scale, t));
    }

    private static Op load(int scale, int t, int n, long offset) {
        return new SemanticOp(c -> VectorMemory.load(c, base(c, n) + offset, scale, t));
    }

    private static Op storeIndexed(int scale, int t, int n, long offset, long writeBack) {
        return new SemanticOp(c -> {
            long base = base(c, n);
            VectorMemory.store(c, base + offset, scale, t);
            c.x[n] = base + writeBack;
        });
    }

    private static Op loadIndexed(int scale, int t, int n, long offset, long writeBack) {
        return new SemanticOp(c -> {
            long base = base(c, n);
            VectorMemory.load(c, base + offset, scale, t);
            c.x[n] = base + writeBack;
        });
    }

    private static Op storeRegister(int insn, int scale, int t, int n) {
        int m = Fields.rm(insn);
        int option = Fields.option(insn);
        int shift = Fields.s(insn) != 0 ? scale : 0;
        return new SemanticOp(c -> VectorMemory.store(c, indexed(c, n, m, option, shift), scale, t));
    }

    private static Op loadRegister(int insn, int scale, int t, int n) {
        int m = Fields.rm(insn);
        int option = Fields.option(insn);
        int shift = Fields.s(insn) != 0 ? scale : 0;
        return new SemanticOp(c -> VectorMemory.load(c, indexed(c, n, m, option, shift), scale, t));
    }

    private static long indexed(Cpu cpu, int n, int m, int option, int shift) {
        return base(cpu, n) + Integers.extend(cpu.x[m], option, shift);
    }

    private static Op storePair(int insn, int scale, int t, int n, long offset) {
        int t2 = Fields.rt2(insn);
        return new SemanticOp(c -> VectorMemory.storePair(c, base(c, n) + offset, scale, t, t2));
    }

    private static Op loadPair(int insn, int scale, int t, int n, long offset) {
        int t2 = Fields.rt2(insn);
        if (scale == 4) {
            return new SemanticOp(c -> VectorMemory.loadPair128(c, base(c, n) + offset, t, t2));
        }
        return new SemanticOp(c -> VectorMemory.loadPair(c, base(c, n) + offset, scale, t, t2));
    }

    private static Op storePairIndexed(int insn, int scale, int t, int n, long offset, long writeBack) {
        int t2 = Fields.rt2(insn);
        return new SemanticOp(c -> {
            long base = base(c, n);
            VectorMemory.storePair(c, base + offset, scale, t, t2);
            c.x[n] = base + writeBack;
        });
    }

    private static Op loadPairIndexed(int insn, int scale, int t, int n, long offset, long writeBack) {
        int t2 = Fields.rt2(insn);
        return new SemanticOp(c -> {
            long base = base(c, n);
            VectorMemory.loadPair(c, base + offset, scale, t, t2);
            c.x[n] = base + writeBack;
        });
    }
}
