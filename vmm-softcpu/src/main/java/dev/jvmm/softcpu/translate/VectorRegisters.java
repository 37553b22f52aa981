// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import dev.jvmm.softcpu.decode.Fields;
import dev.jvmm.softcpu.decode.InstructionFeature;
import dev.jvmm.softcpu.decode.Opcode;
import dev.jvmm.softcpu.fp.FpStatus;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;

/**
 * Bytecode for SIMD and floating-point registers. Each half of a register that a region names has a local; a write goes to
 * the local and to {@code Cpu.v}, so that the vCPU is always up to date: nothing is written back at exits, calls and exceptions.
 * What other code may have changed is read again after it.
 */
final class VectorRegisters {
    static final ClassDesc STATUS = GuestAssembler.describe(FpStatus.class);

    private static final ClassDesc ARRAY = ConstantDescs.CD_long.arrayType();

    // Locals behind those of GuestAssembler.
    private static final int ARRAY_LOCAL = GuestAssembler.FREE;
    private static final int STATUS_LOCAL = ARRAY_LOCAL + 1;
    private static final int V0 = STATUS_LOCAL + 1;
    /** Two results on their way to a register. */
    static final int RESULT = V0 + 4 * 32;

    private final GuestAssembler assembler;
    private final CodeBuilder code;
    /** The registers with locals. */
    private final int used;

    /** Registers whose upper half is known to be zero at the instruction being emitted. */
    private int zeroAbove;

    VectorRegisters(GuestAssembler assembler, int used) {
        this.assembler = assembler;
        this.code = assembler.code;
        this.used = used;
    }

    /** The set of registers that an instruction names, and maybe more. */
    static int named(Opcode opcode, int word) {
        return switch (opcode.group()) {
            case INTEGER, BRANCH, SYSTEM -> 0;
            case LOAD_STORE -> written(opcode, word);
            case FP -> 1 << Fields.rd(word) | 1 << Fields.rn(word) | 1 << Fields.rm(word) | 1 << Fields.ra(word);
            case SIMD, CRYPTO -> 1 << Fields.rd(word) | 1 << Fields.rn(word) | 1 << Fields.rm(word);
        };
    }

    /** The set of registers that an instruction changes, and maybe more. */
    static int written(Opcode opcode, int word) {
        return switch (opcode.group()) {
            case INTEGER, BRANCH, SYSTEM -> 0;
            case FP, SIMD, CRYPTO -> 1 << Fields.rd(word);
            case LOAD_STORE -> {
                if (opcode.feature() == InstructionFeature.ADVSIMD) {
                    yield Integer.rotateLeft(0b1111, Fields.rt(word));
                }
                yield opcode.feature() == InstructionFeature.FP ? 1 << Fields.rt(word) | 1 << Fields.rt2(word) : 0;
            }
        };
    }

    /** The region's start. */
    void prologue() {
        assembler.pushCpu();
        code.getfield(GuestAssembler.CPU, "v", ARRAY).astore(ARRAY_LOCAL);
        assembler.pushCpu();
        code.getfield(GuestAssembler.CPU, "fp", STATUS).astore(STATUS_LOCAL);
        reload(used);
    }

    /** Other code may have changed any register. */
    void reload() {
        reload(used);
    }

    /** Other code may have changed registers of a set. */
    void reload(int set) {
        for (int rest = set & used; rest != 0; rest &= rest - 1) {
            int register = Integer.numberOfTrailingZeros(rest);
            for (int half = 0; half < 2; half++) {
                code.aload(ARRAY_LOCAL)
                        .loadConstant(2 * register + half)
                        .laload()
                        .lstore(local(register, half));
            }
        }
        zeroAbove &= ~set;
    }

    /** What is known from earlier instructions no longer holds. */
    void startBlock() {
        zeroAbove = 0;
    }

    private static int local(int register, int half) {
        return V0 + 4 * register + 2 * half;
    }

    void pushStatus() {
        code.aload(STATUS_LOCAL);
    }

    /** Pushes {@code Cpu.v}. */
    void pushArray() {
        code.aload(ARRAY_LOCAL);
    }

    /** Pushes half a register: 0 bits 63:0, 1 bits 127:64. */
    void push(int register, int half) {
        code.lload(local(register, half));
    }

    /** Pops to half a register. */
    void pop(int register, int half) {
        code.lstore(local(register, half));
        code.aload(ARRAY_LOCAL)
                .loadConstant(2 * register + half)
                .lload(local(register, half))
                .lastore();
        if (half == 1) {
            zeroAbove &= ~(1 << register);
        }
    }

    /** Pops to a register of 64 bits or less: the rest becomes zero. */
    void popScalar(int register) {
        pop(register, 0);
        zeroAbove(register);
    }

    /** Zeroes bits 127:64. */
    void zeroAbove(int register) {
        if ((zeroAbove & 1 << register) == 0) {
            code.lconst_0();
            pop(register, 1);
            zeroAbove |= 1 << register;
        }
    }
}
