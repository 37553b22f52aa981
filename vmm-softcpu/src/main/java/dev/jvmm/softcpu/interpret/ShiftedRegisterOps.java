// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import static dev.jvmm.softcpu.interpret.Operands.destination;

import dev.jvmm.softcpu.cpu.Op;
import dev.jvmm.softcpu.decode.Fields;
import dev.jvmm.softcpu.decode.Opcode;
import dev.jvmm.softcpu.interpret.SemanticOp.Semantic;
import dev.jvmm.softcpu.semantics.Integers;

/** Ops of the logical and arithmetic instructions with a shifted register (Arm ARM C4.1.95) that have no {@link PackedOp}. */
final class ShiftedRegisterOps {
    private static final long LOW_WORD = 0xFFFF_FFFFL;

    private ShiftedRegisterOps() {}

    static Op build(Opcode opcode, int insn) {
        int d = destination(Fields.rd(insn));
        int n = Fields.rn(insn);
        int m = Fields.rm(insn);
        int type = Fields.shift(insn);
        int amount = Fields.imm6(insn);
        return Fields.sf(insn) != 0
                ? shifted64(opcode, d, n, m, type, amount)
                : shifted32(opcode, d, n, m, type, amount);
    }

    private static Op shifted64(Opcode opcode, int d, int n, int m, int type, int amount) {
        return switch (opcode) {
            case AND_SHIFTED_REGISTER -> op(c -> c.x[d] = c.x[n] & Integers.shift64(c.x[m], type, amount));
            case BIC_SHIFTED_REGISTER -> op(c -> c.x[d] = c.x[n] & ~Integers.shift64(c.x[m], type, amount));
            case ORR_SHIFTED_REGISTER -> op(c -> c.x[d] = c.x[n] | Integers.shift64(c.x[m], type, amount));
            case ORN_SHIFTED_REGISTER -> op(c -> c.x[d] = c.x[n] | ~Integers.shift64(c.x[m], type, amount));
            case EOR_SHIFTED_REGISTER -> op(c -> c.x[d] = c.x[n] ^ Integers.shift64(c.x[m], type, amount));
            case EON_SHIFTED_REGISTER -> op(c -> c.x[d] = c.x[n] ^ ~Integers.shift64(c.x[m], type, amount));
            case ANDS_SHIFTED_REGISTER ->
                op(c -> c.setLogicalFlags(c.x[d] = c.x[n] & Integers.shift64(c.x[m], type, amount)));
            case BICS_SHIFTED_REGISTER ->
                op(c -> c.setLogicalFlags(c.x[d] = c.x[n] & ~Integers.shift64(c.x[m], type, amount)));
            case ADD_SHIFTED_REGISTER -> op(c -> c.x[d] = c.x[n] + Integers.shift64(c.x[m], type, amount));
            case ADDS_SHIFTED_REGISTER ->
                op(c -> c.x[d] = c.addSettingFlags64(c.x[n], Integers.shift64(c.x[m], type, amount)));
            case SUB_SHIFTED_REGISTER -> op(c -> c.x[d] = c.x[n] - Integers.shift64(c.x[m], type, amount));
            case SUBS_SHIFTED_REGISTER ->
                op(c -> c.x[d] = c.subtractSettingFlags64(c.x[n], Integers.shift64(c.x[m], type, amount)));
            default -> throw new IllegalStateException("not a shifted-register instruction: " + opcode);
        };
    }

    private static Op shifted32(Opcode opcode, int d, int n, int m, int type, int amount) {
        return switch (opcode) {
            case AND_SHIFTED_REGISTER -> op(c -> c.x[d] = c.x[n] & Integers.shift32(c.x[m], type, amount));
            case BIC_SHIFTED_REGISTER -> op(c -> c.x[d] = c.x[n] & ~Integers.shift32(c.x[m], type, amount) & LOW_WORD);
            case ORR_SHIFTED_REGISTER -> op(c -> c.x[d] = (c.x[n] | Integers.shift32(c.x[m], type, amount)) & LOW_WORD);
            case ORN_SHIFTED_REGISTER ->
                op(c -> c.x[d] = (c.x[n] | ~Integers.shift32(c.x[m], type, amount)) & LOW_WORD);
            case EOR_SHIFTED_REGISTER -> op(c -> c.x[d] = (c.x[n] ^ Integers.shift32(c.x[m], type, amount)) & LOW_WORD);
            case EON_SHIFTED_REGISTER ->
                op(c -> c.x[d] = (c.x[n] ^ ~Integers.shift32(c.x[m], type, amount)) & LOW_WORD);
            case ANDS_SHIFTED_REGISTER ->
                op(c -> {
                    long result = c.x[n] & Integers.shift32(c.x[m], type, amount);
                    c.x[d] = result;
                    c.setLogicalFlags((int) result);
                });
            case BICS_SHIFTED_REGISTER ->
                op(c -> {
                    long result = c.x[n] & ~Integers.shift32(c.x[m], type, amount) & LOW_WORD;
                    c.x[d] = result;
                    c.setLogicalFlags((int) result);
                });
            case ADD_SHIFTED_REGISTER -> op(c -> c.x[d] = c.x[n] + Integers.shift32(c.x[m], type, amount) & LOW_WORD);
            case ADDS_SHIFTED_REGISTER ->
                op(c -> c.x[d] = c.addSettingFlags32(c.x[n], Integers.shift32(c.x[m], type, amount)));
            case SUB_SHIFTED_REGISTER -> op(c -> c.x[d] = c.x[n] - Integers.shift32(c.x[m], type, amount) & LOW_WORD);
            case SUBS_SHIFTED_REGISTER ->
                op(c -> c.x[d] = c.subtractSettingFlags32(c.x[n], Integers.shift32(c.x[m], type, amount)));
            default -> throw new IllegalStateException("not a shifted-register instruction: " + opcode);
        };
    }

    private static Op op(Semantic semantic) {
        return new SemanticOp(semantic);
    }
}
