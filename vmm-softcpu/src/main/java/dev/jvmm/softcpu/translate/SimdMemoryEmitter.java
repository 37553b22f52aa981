// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import static dev.jvmm.softcpu.translate.GuestAssembler.T0;
import static dev.jvmm.softcpu.translate.GuestAssembler.T1;

import dev.jvmm.softcpu.decode.Fields;
import dev.jvmm.softcpu.decode.Immediates;
import dev.jvmm.softcpu.decode.Opcode;
import dev.jvmm.softcpu.semantics.VectorMemory;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/**
 * Bytecode of the loads and stores of SIMD and floating-point registers: one look at the TLB for all bytes of an instruction.
 * Where they can't be accessed directly, what the interpreter's op calls does it.
 */
final class SimdMemoryEmitter {
    private static final ClassDesc VECTOR_MEMORY = GuestAssembler.describe(VectorMemory.class);
    private static final ClassDesc INT = ConstantDescs.CD_int;
    private static final ClassDesc LONG = ConstantDescs.CD_long;
    private static final ClassDesc VOID = ConstantDescs.CD_void;
    private static final MethodTypeDesc ONE = MethodTypeDesc.of(VOID, GuestAssembler.CPU, LONG, INT, INT);
    private static final MethodTypeDesc TWO = MethodTypeDesc.of(VOID, GuestAssembler.CPU, LONG, INT, INT, INT);
    private static final MethodTypeDesc STRUCTURES =
            MethodTypeDesc.of(VOID, GuestAssembler.CPU, LONG, INT, INT, INT, INT, ConstantDescs.CD_boolean);

    private final GuestAssembler assembler;
    private final MemoryEmitter memory;
    private final VectorRegisters vectors;
    private final CodeBuilder code;

    SimdMemoryEmitter(GuestAssembler assembler, MemoryEmitter memory, VectorRegisters vectors) {
        this.assembler = assembler;
        this.memory = memory;
        this.vectors = vectors;
        this.code = assembler.code;
    }

    /** Whether there is bytecode for an instruction of the group; else its op is called, or {@link MemoryEmitter} has it. */
    static boolean covers(Opcode opcode) {
        return switch (opcode) {
            case LDR_SIMD_LITERAL,
                    STNP_SIMD,
                    LDNP_SIMD,
                    STP_SIMD,
                    LDP_SIMD,
                    STP_SIMD_POST,
                    LDP_SIMD_POST,
                    STP_SIMD_PRE,
                    LDP_SIMD_PRE,
                    STUR_SIMD,
                    STR_SIMD_IMMEDIATE_POST,
                    STR_SIMD_IMMEDIATE_PRE,
                    STR_SIMD_REGISTER,
                    STR_SIMD_IMMEDIATE_UNSIGNED,
                    LDUR_SIMD,
                    LDR_SIMD_IMMEDIATE_POST,
                    LDR_SIMD_IMMEDIATE_PRE,
                    LDR_SIMD_REGISTER,
                    LDR_SIMD_IMMEDIATE_UNSIGNED,
                    ST1_MULTIPLE,
                    ST1_MULTIPLE_POST,
                    LD1_MULTIPLE,
                    LD1_MULTIPLE_POST -> true;
            default -> false;
        };
    }

    /**
     * Emits an instruction.
     *
     * @param dirty registers that may differ from the vCPU's
     */
    void emit(Instruction instruction, int dirty) {
        memory.start(dirty);
        int word = instruction.word();
        int scale = Immediates.simdScale(word);
        int pairScale = Fields.opc(word) + 2;
        long imm9 = Immediates.offset9(word);
        long imm7 = Immediates.offset7(word, pairScale);
        switch (instruction.opcode()) {
            case LDR_SIMD_LITERAL -> {
                memory.start(instruction);
                assembler.pushAddress(instruction.offset() + Immediates.branchOffset19(word));
                load(pairScale, Fields.rt(word));
            }
            case STNP_SIMD, STP_SIMD -> pair(instruction, false, pairScale, imm7, 0);
            case LDNP_SIMD, LDP_SIMD -> pair(instruction, true, pairScale, imm7, 0);
            case STP_SIMD_POST -> pair(instruction, false, pairScale, 0, imm7);
            case LDP_SIMD_POST -> pair(instruction, true, pairScale, 0, imm7);
            case STP_SIMD_PRE -> pair(instruction, false, pairScale, imm7, imm7);
            case LDP_SIMD_PRE -> pair(instruction, true, pairScale, imm7, imm7);
            case STUR_SIMD -> one(instruction, false, scale, imm9, 0);
            case LDUR_SIMD -> one(instruction, true, scale, imm9, 0);
            case STR_SIMD_IMMEDIATE_UNSIGNED -> one(instruction, false, scale, Immediates.offset12(word, scale), 0);
            case LDR_SIMD_IMMEDIATE_UNSIGNED -> one(instruction, true, scale, Immediates.offset12(word, scale), 0);
            case STR_SIMD_IMMEDIATE_POST -> one(instruction, false, scale, 0, imm9);
            case LDR_SIMD_IMMEDIATE_POST -> one(instruction, true, scale, 0, imm9);
            case STR_SIMD_IMMEDIATE_PRE -> one(instruction, false, scale, imm9, imm9);
            case LDR_SIMD_IMMEDIATE_PRE -> one(instruction, true, scale, imm9, imm9);
            case STR_SIMD_REGISTER -> {
                memory.start(instruction);
                memory.indexed(word, scale);
                store(scale, Fields.rt(word));
            }
            case LDR_SIMD_REGISTER -> {
                memory.start(instruction);
                memory.indexed(word, scale);
                load(scale, Fields.rt(word));
            }
            case ST1_MULTIPLE, ST1_MULTIPLE_POST -> structures(instruction, false);
            case LD1_MULTIPLE, LD1_MULTIPLE_POST -> structures(instruction, true);
            default -> throw new IllegalStateException("not emitted: " + instruction);
        }
    }

    private void one(Instruction instruction, boolean load, int scale, long offset, long distance) {
        int word = instruction.word();
        memory.start(instruction);
        memory.pushBase(word, offset);
        if (load) {
            load(scale, Fields.rt(word));
        } else {
            store(scale, Fields.rt(word));
        }
        memory.writeBack(word, distance);
    }

    /** Pops a virtual address, loads {@code 1 << scale} bytes from there. */
    private void load(int scale, int t) {
        if (scale < 4) {
            memory.loadAt(scale);
            vectors.popScalar(t);
            return;
        }
        direct(false, 16, () -> words(t, 2, 0, true), () -> slow("load", ONE, scale, t), 1 << t, 0);
    }

    /** Pops a virtual address, stores {@code 1 << scale} bytes there. */
    private void store(int scale, int t) {
        if (scale < 4) {
            memory.storeAt(scale, () -> vectors.push(t, 0));
            return;
        }
        direct(true, 16, () -> words(t, 2, 0, false), () -> slow("store", ONE, scale, t), 0, 1 << t);
    }

    private void pair(Instruction instruction, boolean load, int scale, long offset, long distance) {
        int word = instruction.word();
        int t = Fields.rt(word);
        int t2 = Fields.rt2(word);
        memory.start(instruction);
        memory.pushBase(word, offset);
        if (load) {
            direct(
                    false,
                    2L << scale,
                    () -> pairParts(scale, t, t2, true),
                    () -> slow("loadPair", TWO, scale, t, t2),
                    1 << t | 1 << t2,
                    0);
        } else {
            direct(
                    true,
                    2L << scale,
                    () -> pairParts(scale, t, t2, false),
                    () -> slow("storePair", TWO, scale, t, t2),
                    0,
                    1 << t | 1 << t2);
        }
        memory.writeBack(word, distance);
    }

    private void pairParts(int scale, int t, int t2, boolean load) {
        if (scale == 4) {
            words(t, 2, 0, load);
            words(t2, 2, 16, load);
        } else {
            part(scale, t, 0, load);
            part(scale, t2, 1L << scale, load);
        }
    }

    /** LD1 and ST1 (multiple structures): consecutive registers. */
    private void structures(Instruction instruction, boolean load) {
        int word = instruction.word();
        int t = Fields.rt(word);
        int registers = switch (Fields.structureOpcode(word)) {
            case 0b0010 -> 4;
            case 0b0110 -> 3;
            case 0b1010 -> 2;
            default -> 1;
        };
        int words = Fields.q(word) + 1;
        int bytes = registers * words * 8;
        memory.start(instruction);
        memory.pushBase(word, 0);
        Runnable fast = () -> {
            for (int i = 0; i < registers; i++) {
                words((t + i) % 32, words, 8L * words * i, load);
            }
        };
        Runnable slow = () -> slow(
                load ? "loadStructures" : "storeStructures",
                STRUCTURES,
                t,
                registers,
                Fields.structureSize(word),
                words,
                0);
        int set = Integer.rotateLeft((1 << registers) - 1, t);
        direct(!load, bytes, fast, slow, load ? set : 0, load ? 0 : set);
        boolean post = Fields.a(word) != 0;
        if (post && Fields.rm(word) == 31) {
            memory.writeBack(word, bytes);
        } else if (post) {
            memory.writeBackRegister(word);
        }
    }

    /**
     * Pops a virtual address to T0. Where all the bytes from there lie in one page that is in the TLB, {@code fast} follows with the
     * host address in T1, else {@code slow}, which finds the registers of
     * {@code stored} in the vCPU, and after which those of {@code changed} are read from there.
     */
    private void direct(boolean store, long bytes, Runnable fast, Runnable slow, int changed, int stored) {
        Label end = code.newLabel();
        code.lstore(T0);
        if (memory.inLoop()) {
            memory.lookUp(store, bytes, memory.slowPath(end, offset -> {
                assembler.storeNext(offset);
                slow.run();
                // All of them: in such a loop they are worth host registers, and what lives across a call gets none.
                vectors.reload();
            }));
            fast.run();
        } else {
            Label missed = code.newLabel();
            memory.lookUp(store, bytes, missed);
            fast.run();
            code.goto_(end).labelBinding(missed);
            vectors.flush(stored & vectors.dirty());
            memory.mayRaise(slow);
            vectors.reload(changed);
        }
        code.labelBinding(end);
    }

    /** Calls a method of {@link VectorMemory} with the address in T0. */
    private void slow(String name, MethodTypeDesc type, int... arguments) {
        assembler.pushCpu();
        code.lload(T0);
        for (int argument : arguments) {
            code.loadConstant(argument);
        }
        code.invokestatic(VECTOR_MEMORY, name, type);
    }

    /** The 64-bit words of a register, one or two, from or to T1 and an offset. */
    private void words(int t, int words, long offset, boolean load) {
        for (int half = 0; half < words; half++) {
            pushHost(offset + 8L * half);
            if (load) {
                code.invokestatic(GuestAccess.CLASS, GuestAccess.get(3), GuestAccess.GET);
                vectors.pop(t, half);
            } else {
                vectors.push(t, half);
                code.invokestatic(GuestAccess.CLASS, GuestAccess.put(3), GuestAccess.PUT);
            }
        }
        if (load && words == 1) {
            vectors.zeroAbove(t);
        }
    }

    /** {@code 1 << scale} bytes of a register's low half. */
    private void part(int scale, int t, long offset, boolean load) {
        pushHost(offset);
        if (load) {
            code.invokestatic(GuestAccess.CLASS, GuestAccess.get(scale), GuestAccess.GET);
            vectors.popScalar(t);
        } else {
            vectors.push(t, 0);
            code.invokestatic(GuestAccess.CLASS, GuestAccess.put(scale), GuestAccess.PUT);
        }
    }

    private void pushHost(long offset) {
        code.lload(T1);
        if (offset != 0) {
            assembler.constant(offset);
            code.ladd();
        }
    }
}
