// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import static dev.jvmm.softcpu.translate.GuestAssembler.CPU;
import static dev.jvmm.softcpu.translate.GuestAssembler.SUPPORT;
import static dev.jvmm.softcpu.translate.GuestAssembler.T0;
import static dev.jvmm.softcpu.translate.GuestAssembler.T1;
import static dev.jvmm.softcpu.translate.GuestAssembler.T2;
import static dev.jvmm.softcpu.translate.GuestAssembler.T3;

import dev.jvmm.softcpu.decode.Fields;
import dev.jvmm.softcpu.decode.Immediates;
import dev.jvmm.softcpu.decode.InstructionFeature;
import dev.jvmm.softcpu.decode.Opcode;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.EnumSet;
import java.util.Set;

/**
 * Bytecode of the loads and stores of one or two general-purpose registers. Write-back comes after the access, so that a fault
 * leaves the base register as it was.
 */
final class MemoryEmitter {
    private static final ClassDesc LONG = ConstantDescs.CD_long;
    private static final MethodTypeDesc LOAD = MethodTypeDesc.of(LONG, CPU, LONG, LONG);
    private static final MethodTypeDesc STORE = MethodTypeDesc.of(ConstantDescs.CD_void, CPU, LONG, LONG, LONG);
    private static final MethodTypeDesc PAIR = MethodTypeDesc.of(LONG, LONG, LONG);
    private static final String[] LOADS = {"load8", "load16", "load32", "load64"};
    private static final String[] STORES = {"store8", "store16", "store32", "store64"};

    /** Exclusive, ordered and unprivileged accesses: each does more than load or store. */
    private static final Set<Opcode> OPS = EnumSet.of(
            Opcode.STXR,
            Opcode.STLXR,
            Opcode.LDXR,
            Opcode.LDAXR,
            Opcode.STXP,
            Opcode.STLXP,
            Opcode.LDXP,
            Opcode.LDAXP,
            Opcode.STLR,
            Opcode.LDAR,
            Opcode.STTRB,
            Opcode.STTRH,
            Opcode.STTR,
            Opcode.LDTRB,
            Opcode.LDTRH,
            Opcode.LDTR,
            Opcode.LDTRSB,
            Opcode.LDTRSH,
            Opcode.LDTRSW);

    private final GuestAssembler assembler;
    private final CodeBuilder code;

    /** The stack pointer was found aligned, or made so, since the start of the block. */
    private boolean stackAligned;

    MemoryEmitter(GuestAssembler assembler) {
        this.assembler = assembler;
        this.code = assembler.code;
    }

    /** What is known from earlier instructions no longer holds. */
    void startBlock() {
        stackAligned = false;
    }

    /** Told of every instruction of other groups that may change the stack pointer. */
    void stackPointerChanged() {
        stackAligned = false;
    }

    /** Whether there is bytecode for an instruction of the group; else its op is called. */
    static boolean covers(Opcode opcode) {
        return opcode.feature() == InstructionFeature.BASE && !OPS.contains(opcode);
    }

    void emit(Instruction instruction) {
        int word = instruction.word();
        int size = Fields.size(word);
        long imm12 = Fields.imm12(word);
        long imm9 = Immediates.offset9(word);
        boolean toWord = (Fields.loadStoreOpc(word) & 1) != 0;
        switch (instruction.opcode()) {
            case STRB_IMMEDIATE_UNSIGNED, STRH_IMMEDIATE_UNSIGNED, STR_IMMEDIATE_UNSIGNED ->
                store(instruction, size, imm12 << size);
            case STURB, STURH, STUR -> store(instruction, size, imm9);
            case LDRB_IMMEDIATE_UNSIGNED, LDRH_IMMEDIATE_UNSIGNED, LDR_IMMEDIATE_UNSIGNED ->
                load(instruction, size, imm12 << size, Extension.ZERO);
            case LDURB, LDURH, LDUR -> load(instruction, size, imm9, Extension.ZERO);
            case LDRSB_IMMEDIATE_UNSIGNED, LDRSH_IMMEDIATE_UNSIGNED ->
                load(instruction, size, imm12 << size, Extension.signed(toWord));
            case LDURSB, LDURSH -> load(instruction, size, imm9, Extension.signed(toWord));
            case LDRSW_IMMEDIATE_UNSIGNED -> load(instruction, 2, imm12 << 2, Extension.SIGNED_64);
            case LDURSW -> load(instruction, 2, imm9, Extension.SIGNED_64);
            case STRB_IMMEDIATE_POST, STRH_IMMEDIATE_POST, STR_IMMEDIATE_POST ->
                storeIndexed(instruction, size, 0, imm9);
            case STRB_IMMEDIATE_PRE, STRH_IMMEDIATE_PRE, STR_IMMEDIATE_PRE ->
                storeIndexed(instruction, size, imm9, imm9);
            case LDRB_IMMEDIATE_POST, LDRH_IMMEDIATE_POST, LDR_IMMEDIATE_POST ->
                loadIndexed(instruction, size, 0, imm9, Extension.ZERO);
            case LDRB_IMMEDIATE_PRE, LDRH_IMMEDIATE_PRE, LDR_IMMEDIATE_PRE ->
                loadIndexed(instruction, size, imm9, imm9, Extension.ZERO);
            case LDRSB_IMMEDIATE_POST, LDRSH_IMMEDIATE_POST ->
                loadIndexed(instruction, size, 0, imm9, Extension.signed(toWord));
            case LDRSB_IMMEDIATE_PRE, LDRSH_IMMEDIATE_PRE ->
                loadIndexed(instruction, size, imm9, imm9, Extension.signed(toWord));
            case LDRSW_IMMEDIATE_POST -> loadIndexed(instruction, 2, 0, imm9, Extension.SIGNED_64);
            case LDRSW_IMMEDIATE_PRE -> loadIndexed(instruction, 2, imm9, imm9, Extension.SIGNED_64);
            case STRB_REGISTER, STRH_REGISTER, STR_REGISTER -> {
                start(instruction);
                indexed(word, size);
                assembler.pushX(Fields.rt(word));
                code.invokestatic(SUPPORT, STORES[size], STORE);
            }
            case LDRB_REGISTER, LDRH_REGISTER, LDR_REGISTER -> loadRegister(instruction, size, Extension.ZERO);
            case LDRSB_REGISTER, LDRSH_REGISTER -> loadRegister(instruction, size, Extension.signed(toWord));
            case LDRSW_REGISTER -> loadRegister(instruction, 2, Extension.SIGNED_64);
            case LDR_LITERAL -> literal(instruction, Fields.opc(word) == 0 ? 2 : 3, Extension.ZERO);
            case LDRSW_LITERAL -> literal(instruction, 2, Extension.SIGNED_64);
            case STP, STNP -> storePair(instruction, pairOffset(word), 0);
            case STP_PRE -> storePair(instruction, pairOffset(word), pairOffset(word));
            case STP_POST -> storePair(instruction, 0, pairOffset(word));
            case LDP, LDNP -> loadPair(instruction, pairOffset(word), 0, false);
            case LDP_PRE -> loadPair(instruction, pairOffset(word), pairOffset(word), false);
            case LDP_POST -> loadPair(instruction, 0, pairOffset(word), false);
            case LDPSW -> loadPair(instruction, Immediates.offset7(word, 2), 0, true);
            case LDPSW_PRE ->
                loadPair(instruction, Immediates.offset7(word, 2), Immediates.offset7(word, 2), true);
            case LDPSW_POST -> loadPair(instruction, 0, Immediates.offset7(word, 2), true);
            case PRFM_IMMEDIATE, PRFM_LITERAL, PRFM_REGISTER, PRFUM -> {}
            default -> throw new IllegalStateException("not emitted: " + instruction);
        }
    }

    /** What becomes of a loaded value narrower than its register. */
    private enum Extension {
        ZERO,
        SIGNED_32,
        SIGNED_64;

        static Extension signed(boolean toWord) {
            return toWord ? SIGNED_32 : SIGNED_64;
        }
    }

    private static long pairOffset(int word) {
        return Immediates.offset7(word, Fields.opc(word) == 2 ? 3 : 2);
    }

    /** Checks the base, then pushes what every access takes first. */
    private void start(Instruction instruction) {
        assembler.at(instruction.offset());
        checkStackPointer(Fields.rn(instruction.word()));
        assembler.pushCpu().pushTlb();
    }

    private void checkStackPointer(int n) {
        if (n != GuestAssembler.SP || stackAligned) {
            return;
        }
        Label aligned = code.newLabel();
        assembler.pushXOrSp(n);
        code.l2i().bipush(15).iand().ifeq(aligned);
        assembler.pushCpu();
        code.invokevirtual(CPU, "misalignedSp", MethodTypeDesc.of(ConstantDescs.CD_void));
        code.labelBinding(aligned);
        // Where the check is off, the pointer may still be misaligned: then it stays unchecked, as it must.
        stackAligned = true;
    }

    private void pushBase(int word, long offset) {
        assembler.pushXOrSp(Fields.rn(word));
        add(offset);
    }

    private void add(long offset) {
        if (offset != 0) {
            assembler.constant(offset);
            code.ladd();
        }
    }

    private void indexed(int word, int size) {
        assembler.pushXOrSp(Fields.rn(word));
        assembler.pushX(Fields.rm(word));
        IntegerEmitter.extend(assembler, Fields.option(word), Fields.s(word) != 0 ? size : 0);
        code.ladd();
    }

    private void extend(int size, Extension extension) {
        if (extension == Extension.ZERO) {
            return;
        }
        code.l2i();
        switch (size) {
            case 0 -> code.i2b();
            case 1 -> code.i2s();
            default -> {}
        }
        code.i2l();
        assembler.narrow(extension == Extension.SIGNED_64);
    }

    private void load(Instruction instruction, int size, long offset, Extension extension) {
        start(instruction);
        pushBase(instruction.word(), offset);
        code.invokestatic(SUPPORT, LOADS[size], LOAD);
        extend(size, extension);
        assembler.popX(Fields.rt(instruction.word()));
    }

    private void store(Instruction instruction, int size, long offset) {
        start(instruction);
        pushBase(instruction.word(), offset);
        assembler.pushX(Fields.rt(instruction.word()));
        code.invokestatic(SUPPORT, STORES[size], STORE);
    }

    private void loadRegister(Instruction instruction, int size, Extension extension) {
        start(instruction);
        indexed(instruction.word(), size);
        code.invokestatic(SUPPORT, LOADS[size], LOAD);
        extend(size, extension);
        assembler.popX(Fields.rt(instruction.word()));
    }

    private void literal(Instruction instruction, int size, Extension extension) {
        assembler.at(instruction.offset());
        assembler
                .pushCpu()
                .pushTlb()
                .pushAddress(instruction.offset() + Immediates.branchOffset19(instruction.word()));
        code.invokestatic(SUPPORT, LOADS[size], LOAD);
        extend(size, extension);
        assembler.popX(Fields.rt(instruction.word()));
    }

    private void writeBack(int word, long distance) {
        if (distance == 0) {
            return;
        }
        int n = Fields.rn(word);
        assembler.pushXOrSp(n);
        add(distance);
        assembler.popXOrSp(n);
        if (n == GuestAssembler.SP && (distance & 15) != 0) {
            stackAligned = false;
        }
    }

    private void loadIndexed(Instruction instruction, int size, long offset, long distance, Extension extension) {
        int word = instruction.word();
        start(instruction);
        pushBase(word, offset);
        code.invokestatic(SUPPORT, LOADS[size], LOAD);
        extend(size, extension);
        writeBack(word, distance);
        assembler.popX(Fields.rt(word));
    }

    private void storeIndexed(Instruction instruction, int size, long offset, long distance) {
        int word = instruction.word();
        start(instruction);
        pushBase(word, offset);
        assembler.pushX(Fields.rt(word));
        code.invokestatic(SUPPORT, STORES[size], STORE);
        writeBack(word, distance);
    }

    private void loadPair(Instruction instruction, long offset, long distance, boolean signed) {
        int word = instruction.word();
        boolean wide = Fields.opc(word) == 2;
        int size = wide ? 3 : 2;
        assembler.at(instruction.offset());
        checkStackPointer(Fields.rn(word));
        pushBase(word, offset);
        code.lstore(T0);
        Label apart = code.newLabel();
        Label end = code.newLabel();
        if (wide) {
            assembler.pushTlb();
            code.lload(T0).invokestatic(SUPPORT, "readablePair", PAIR).lstore(T1);
            code.lload(T1).lconst_0().lcmp().ifeq(apart);
            code.lload(T1).invokestatic(SUPPORT, "get64", GET).lstore(T2);
            code.lload(T1).loadConstant(8L).ladd().invokestatic(SUPPORT, "get64", GET).lstore(T3);
            code.goto_(end);
        }
        code.labelBinding(apart);
        loadPart(size, 0, T2);
        loadPart(size, 1L << size, T3);
        code.labelBinding(end);
        writeBack(word, distance);
        popPart(T2, signed, Fields.rt(word));
        popPart(T3, signed, Fields.rt2(word));
    }

    private void loadPart(int size, long offset, int local) {
        assembler.pushCpu().pushTlb();
        code.lload(T0);
        add(offset);
        code.invokestatic(SUPPORT, LOADS[size], LOAD).lstore(local);
    }

    private void popPart(int local, boolean signed, int register) {
        code.lload(local);
        if (signed) {
            code.l2i().i2l();
        }
        assembler.popX(register);
    }

    private void storePair(Instruction instruction, long offset, long distance) {
        int word = instruction.word();
        boolean wide = Fields.opc(word) == 2;
        int size = wide ? 3 : 2;
        assembler.at(instruction.offset());
        checkStackPointer(Fields.rn(word));
        pushBase(word, offset);
        code.lstore(T0);
        Label apart = code.newLabel();
        Label end = code.newLabel();
        if (wide) {
            assembler.pushTlb();
            code.lload(T0).invokestatic(SUPPORT, "writablePair", PAIR).lstore(T1);
            code.lload(T1).lconst_0().lcmp().ifeq(apart);
            code.lload(T1);
            assembler.pushX(Fields.rt(word));
            code.invokestatic(SUPPORT, "put64", PUT);
            code.lload(T1).loadConstant(8L).ladd();
            assembler.pushX(Fields.rt2(word));
            code.invokestatic(SUPPORT, "put64", PUT);
            code.goto_(end);
        }
        code.labelBinding(apart);
        storePart(size, 0, Fields.rt(word));
        storePart(size, 1L << size, Fields.rt2(word));
        code.labelBinding(end);
        writeBack(word, distance);
    }

    private void storePart(int size, long offset, int register) {
        assembler.pushCpu().pushTlb();
        code.lload(T0);
        add(offset);
        assembler.pushX(register);
        code.invokestatic(SUPPORT, STORES[size], STORE);
    }

    private static final MethodTypeDesc GET = MethodTypeDesc.of(LONG, LONG);
    private static final MethodTypeDesc PUT = MethodTypeDesc.of(ConstantDescs.CD_void, LONG, LONG);
}
