// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import dev.jvmm.softcpu.decode.Fields;
import dev.jvmm.softcpu.decode.Immediates;
import dev.jvmm.softcpu.decode.InstructionFeature;
import dev.jvmm.softcpu.decode.Opcode;
import dev.jvmm.softcpu.fp.FpStatus;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;

/**
 * Bytecode for SIMD and floating-point registers. Where each half of a register has a local, those that may have changed are
 * written back to {@code Cpu.v} at exits, calls and exceptions, and what other code may have changed is read again after it.
 */
final class VectorRegisters {
    static final ClassDesc STATUS = GuestAssembler.describe(FpStatus.class);

    private static final ClassDesc ARRAY = ConstantDescs.CD_long.arrayType();

    private static final int HALVES = 2 * 32;

    private final GuestAssembler assembler;
    private final CodeBuilder code;
    private final RegisterHome home;
    /** The registers that the region names. */
    private final int used;

    // Locals behind those of GuestAssembler.
    private final int array;
    private final int status;
    private final int halves;

    /** Registers that may differ from the vCPU's at the instruction being emitted. */
    private int dirty;
    /** Registers whose upper half is known to be zero at the instruction being emitted. */
    private int zeroAbove;

    VectorRegisters(GuestAssembler assembler, int used) {
        this.assembler = assembler;
        this.code = assembler.code;
        this.home = assembler.home;
        this.used = used;
        this.array = assembler.free();
        this.status = array + 1;
        this.halves = status + 1;
    }

    /** The local where two results are on their way to a register. */
    int result() {
        return halves + home.locals(HALVES);
    }

    /** The first local that is not in use here. */
    int free() {
        return result() + 4;
    }

    /** The set of registers that an instruction names, and maybe more. */
    static int named(Opcode opcode, int word) {
        return switch (opcode.group()) {
            case INTEGER, BRANCH, SYSTEM -> 0;
            case LOAD_STORE -> transferred(opcode, word);
            case FP -> 1 << Fields.rd(word) | 1 << Fields.rn(word) | 1 << Fields.rm(word) | 1 << Fields.ra(word);
            case SIMD, CRYPTO -> {
                int m = isByElement(opcode) ? Immediates.elementRegister(word) : Fields.rm(word);
                yield 1 << Fields.rd(word) | 1 << Fields.rn(word) | 1 << m;
            }
        };
    }

    /** The set of registers that an instruction changes, and maybe more. */
    static int written(Opcode opcode, int word) {
        return switch (opcode.group()) {
            case INTEGER, BRANCH, SYSTEM -> 0;
            case FP, SIMD, CRYPTO -> FpEmitter.setsFlags(opcode) || toGeneral(opcode) ? 0 : 1 << Fields.rd(word);
            case LOAD_STORE -> isStore(opcode) ? 0 : transferred(opcode, word);
        };
    }

    /** Whether the second source is one lane, of 16 or 32 bits. */
    static boolean isByElement(Opcode opcode) {
        return switch (opcode) {
            case MUL_ELEMENT,
                    MLA_ELEMENT,
                    MLS_ELEMENT,
                    SMULL_ELEMENT,
                    UMULL_ELEMENT,
                    SMLAL_ELEMENT,
                    UMLAL_ELEMENT,
                    SMLSL_ELEMENT,
                    UMLSL_ELEMENT -> true;
            default -> false;
        };
    }

    /** Whether the destination is a general-purpose register. */
    private static boolean toGeneral(Opcode opcode) {
        return switch (opcode) {
            case UMOV,
                    SMOV,
                    FMOV_TO_GENERAL,
                    FMOV_TO_GENERAL_TOP,
                    FCVTZS_SCALAR_FIXED_POINT,
                    FCVTZU_SCALAR_FIXED_POINT,
                    FCVTNS_SCALAR,
                    FCVTNU_SCALAR,
                    FCVTAS_SCALAR,
                    FCVTAU_SCALAR,
                    FCVTPS_SCALAR,
                    FCVTPU_SCALAR,
                    FCVTMS_SCALAR,
                    FCVTMU_SCALAR,
                    FCVTZS_SCALAR_INTEGER,
                    FCVTZU_SCALAR_INTEGER -> true;
            default -> false;
        };
    }

    /** Whether an instruction that accesses memory stores. */
    static boolean isStore(Opcode opcode) {
        return opcode.name().startsWith("ST");
    }

    private static int transferred(Opcode opcode, int word) {
        if (opcode.feature() == InstructionFeature.ADVSIMD) {
            return Integer.rotateLeft(0b1111, Fields.rt(word));
        }
        return opcode.feature() == InstructionFeature.FP ? 1 << Fields.rt(word) | 1 << Fields.rt2(word) : 0;
    }

    /** The region's start. */
    void prologue() {
        assembler.pushCpu();
        code.getfield(GuestAssembler.CPU, "v", ARRAY).astore(array);
        home.open(code, array, HALVES - 1);
        assembler.pushCpu();
        code.getfield(GuestAssembler.CPU, "fp", STATUS).astore(status);
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
                home.load(code, array, halves, 2 * register + half);
            }
        }
        zeroAbove &= ~set;
    }

    /** Other code may look at registers of a set. */
    void flush(int set) {
        for (int rest = set & used; rest != 0; rest &= rest - 1) {
            int register = Integer.numberOfTrailingZeros(rest);
            for (int half = 0; half < 2; half++) {
                home.flush(code, array, halves, 2 * register + half);
            }
        }
    }

    /**
     * What is known from earlier instructions no longer holds.
     *
     * @param dirtyRegisters that may differ from the vCPU's
     */
    void startBlock(int dirtyRegisters) {
        zeroAbove = 0;
        dirty = dirtyRegisters;
    }

    /** The registers that may differ from the vCPU's. */
    int dirty() {
        return dirty;
    }

    /** Told after each instruction. */
    void dirty(int registers) {
        dirty = registers;
    }

    void pushStatus() {
        code.aload(status);
    }

    /** Pushes half a register: 0 bits 63:0, 1 bits 127:64. */
    void push(int register, int half) {
        home.push(code, array, halves, 2 * register + half);
    }

    /** Pops to half a register. */
    void pop(int register, int half) {
        home.pop(code, array, halves, 2 * register + half);
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
