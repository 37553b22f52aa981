// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import static dev.jvmm.softcpu.interpret.Operands.destination;

import dev.jvmm.softcpu.code.BlockOp;
import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.cpu.Op;
import dev.jvmm.softcpu.decode.Fields;
import dev.jvmm.softcpu.decode.Opcode;
import dev.jvmm.softcpu.interpret.SemanticOp.Semantic;
import dev.jvmm.softcpu.semantics.Integers;

/** Ops of the logical and arithmetic instructions with a shifted register (Arm ARM C4.1.95). */
final class ShiftedRegisterOps {
    private static final long LOW_WORD = 0xFFFF_FFFFL;

    private ShiftedRegisterOps() {}

    static Op build(Opcode opcode, int insn) {
        boolean wide = Fields.sf(insn) != 0;
        int d = destination(Fields.rd(insn));
        int n = Fields.rn(insn);
        int m = Fields.rm(insn);
        int type = Fields.shift(insn);
        int amount = Fields.imm6(insn);
        if (wide && amount == 0) {
            return plain64(opcode, d, n, m);
        }
        return wide ? shifted64(opcode, d, n, m, type, amount) : shifted32(opcode, d, n, m, type, amount);
    }

    private static Op plain64(Opcode opcode, int d, int n, int m) {
        return switch (opcode) {
            case AND_SHIFTED_REGISTER -> op(c -> c.x[d] = c.x[n] & c.x[m]);
            case BIC_SHIFTED_REGISTER -> op(c -> c.x[d] = c.x[n] & ~c.x[m]);
            case ORR_SHIFTED_REGISTER -> n == 31 ? new Move(d, m) : op(c -> c.x[d] = c.x[n] | c.x[m]);
            case ORN_SHIFTED_REGISTER -> op(c -> c.x[d] = c.x[n] | ~c.x[m]);
            case EOR_SHIFTED_REGISTER -> op(c -> c.x[d] = c.x[n] ^ c.x[m]);
            case EON_SHIFTED_REGISTER -> op(c -> c.x[d] = c.x[n] ^ ~c.x[m]);
            case ANDS_SHIFTED_REGISTER -> op(c -> c.setLogicalFlags(c.x[d] = c.x[n] & c.x[m]));
            case BICS_SHIFTED_REGISTER -> op(c -> c.setLogicalFlags(c.x[d] = c.x[n] & ~c.x[m]));
            case ADD_SHIFTED_REGISTER -> new Add64(d, n, m);
            case ADDS_SHIFTED_REGISTER -> op(c -> c.x[d] = c.addSettingFlags64(c.x[n], c.x[m]));
            case SUB_SHIFTED_REGISTER -> new Subtract64(d, n, m);
            case SUBS_SHIFTED_REGISTER -> new SubtractSettingFlags64(d, n, m);
            default -> throw new IllegalStateException("not a shifted-register instruction: " + opcode);
        };
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
            case ADD_SHIFTED_REGISTER ->
                type == 0
                        ? new AddLeftShifted64(d, n, m, amount)
                        : op(c -> c.x[d] = c.x[n] + Integers.shift64(c.x[m], type, amount));
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
            case ORR_SHIFTED_REGISTER ->
                n == 31 && amount == 0
                        ? new MoveWord(d, m)
                        : op(c -> c.x[d] = (c.x[n] | Integers.shift32(c.x[m], type, amount)) & LOW_WORD);
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
                amount == 0
                        ? new SubtractSettingFlags32(d, n, m)
                        : op(c -> c.x[d] = c.subtractSettingFlags32(c.x[n], Integers.shift32(c.x[m], type, amount)));
            default -> throw new IllegalStateException("not a shifted-register instruction: " + opcode);
        };
    }

    private static Op op(Semantic semantic) {
        return new SemanticOp(semantic);
    }

    static final class Move extends BlockOp {
        private final int d;
        private final int m;

        Move(int d, int m) {
            this.d = d;
            this.m = m;
        }

        @Override
        public void execute(Cpu cpu) {
            cpu.x[d] = cpu.x[m];
        }
    }

    static final class MoveWord extends BlockOp {
        private final int d;
        private final int m;

        MoveWord(int d, int m) {
            this.d = d;
            this.m = m;
        }

        @Override
        public void execute(Cpu cpu) {
            cpu.x[d] = cpu.x[m] & LOW_WORD;
        }
    }

    static final class Add64 extends BlockOp {
        private final int d;
        private final int n;
        private final int m;

        Add64(int d, int n, int m) {
            this.d = d;
            this.n = n;
            this.m = m;
        }

        @Override
        public void execute(Cpu cpu) {
            cpu.x[d] = cpu.x[n] + cpu.x[m];
        }
    }

    static final class AddLeftShifted64 extends BlockOp {
        private final int d;
        private final int n;
        private final int m;
        private final int amount;

        AddLeftShifted64(int d, int n, int m, int amount) {
            this.d = d;
            this.n = n;
            this.m = m;
            this.amount = amount;
        }

        @Override
        public void execute(Cpu cpu) {
            cpu.x[d] = cpu.x[n] + (cpu.x[m] << amount);
        }
    }

    static final class Subtract64 extends BlockOp {
        private final int d;
        private final int n;
        private final int m;

        Subtract64(int d, int n, int m) {
            this.d = d;
            this.n = n;
            this.m = m;
        }

        @Override
        public void execute(Cpu cpu) {
            cpu.x[d] = cpu.x[n] - cpu.x[m];
        }
    }

    static final class SubtractSettingFlags64 extends BlockOp {
        private final int d;
        private final int n;
        private final int m;

        SubtractSettingFlags64(int d, int n, int m) {
            this.d = d;
            this.n = n;
            this.m = m;
        }

        @Override
        public void execute(Cpu cpu) {
            cpu.x[d] = cpu.subtractSettingFlags64(cpu.x[n], cpu.x[m]);
        }
    }

    static final class SubtractSettingFlags32 extends BlockOp {
        private final int d;
        private final int n;
        private final int m;

        SubtractSettingFlags32(int d, int n, int m) {
            this.d = d;
            this.n = n;
            this.m = m;
        }

        @Override
        public void execute(Cpu cpu) {
            cpu.x[d] = cpu.subtractSettingFlags32(cpu.x[n], cpu.x[m]);
        }
    }
}
