// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import dev.jvmm.softcpu.code.BlockOp;
import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.cpu.Op;
import dev.jvmm.softcpu.decode.Fields;
import dev.jvmm.softcpu.decode.Immediates;
import dev.jvmm.softcpu.decode.Opcode;
import org.jspecify.annotations.Nullable;

/**
 * Ops of the branches (Arm ARM C4.1.89). Targets are displacements from the start of the block, since that is what
 * {@link Cpu#pc} holds while a block executes.
 */
final class BranchOps {
    private BranchOps() {}

    /** The op, or null for an opcode of another group. */
    static @Nullable Op build(Opcode opcode, int insn, int offset) {
        boolean wide = Fields.sf(insn) != 0;
        int t = Fields.rt(insn);
        int n = Fields.rn(insn);
        int next = offset + 4;
        return switch (opcode) {
            case B -> new Branch(offset + Immediates.signExtend(Fields.imm26(insn), 26) * 4);
            case BL -> new BranchLink(offset + Immediates.signExtend(Fields.imm26(insn), 26) * 4, next);
            case B_CONDITIONAL -> conditional(Fields.branchCond(insn), target19(insn, offset), next);
            case CBZ ->
                wide
                        ? new CompareBranchZero64(t, target19(insn, offset), next)
                        : new CompareBranchZero32(t, target19(insn, offset), next);
            case CBNZ ->
                wide
                        ? new CompareBranchZero64(t, next, target19(insn, offset))
                        : new CompareBranchZero32(t, next, target19(insn, offset));
            case TBZ -> new TestBranchZero(t, testMask(insn), target14(insn, offset), next);
            case TBNZ -> new TestBranchZero(t, testMask(insn), next, target14(insn, offset));
            case BR, RET -> new BranchRegister(n);
            case BLR -> new BranchLinkRegister(n, next);
            default -> null;
        };
    }

    private static long target19(int insn, int offset) {
        return offset + Immediates.signExtend(Fields.imm19(insn), 19) * 4;
    }

    private static long target14(int insn, int offset) {
        return offset + Immediates.signExtend(Fields.imm14(insn), 14) * 4;
    }

    private static long testMask(int insn) {
        return 1L << (Fields.b5(insn) << 5 | Fields.b40(insn));
    }

    private static Op conditional(int condition, long taken, long next) {
        return switch (condition) {
            case 0 -> new BranchEqual(taken, next);
            case 1 -> new BranchEqual(next, taken);
            default -> new BranchConditional(condition, taken, next);
        };
    }

    static final class Branch extends BlockOp {
        private final long displacement;

        Branch(long displacement) {
            this.displacement = displacement;
        }

        @Override
        public void execute(Cpu cpu) {
            cpu.pc += displacement;
        }
    }

    static final class BranchLink extends BlockOp {
        private final long displacement;
        private final long next;

        BranchLink(long displacement, long next) {
            this.displacement = displacement;
            this.next = next;
        }

        @Override
        public void execute(Cpu cpu) {
            cpu.x[30] = cpu.pc + next;
            cpu.pc += displacement;
        }
    }

    static final class BranchConditional extends BlockOp {
        private final int condition;
        private final long taken;
        private final long next;

        BranchConditional(int condition, long taken, long next) {
            this.condition = condition;
            this.taken = taken;
            this.next = next;
        }

        @Override
        public void execute(Cpu cpu) {
            cpu.pc += cpu.holds(condition) ? taken : next;
        }
    }

    static final class BranchEqual extends BlockOp {
        private final long equal;
        private final long different;

        BranchEqual(long equal, long different) {
            this.equal = equal;
            this.different = different;
        }

        @Override
        public void execute(Cpu cpu) {
            cpu.pc += cpu.flagZ == 0 ? equal : different;
        }
    }

    static final class CompareBranchZero64 extends BlockOp {
        private final int t;
        private final long zero;
        private final long other;

        CompareBranchZero64(int t, long zero, long other) {
            this.t = t;
            this.zero = zero;
            this.other = other;
        }

        @Override
        public void execute(Cpu cpu) {
            cpu.pc += cpu.x[t] == 0 ? zero : other;
        }
    }

    static final class CompareBranchZero32 extends BlockOp {
        private final int t;
        private final long zero;
        private final long other;

        CompareBranchZero32(int t, long zero, long other) {
            this.t = t;
            this.zero = zero;
            this.other = other;
        }

        @Override
        public void execute(Cpu cpu) {
            cpu.pc += (int) cpu.x[t] == 0 ? zero : other;
        }
    }

    static final class TestBranchZero extends BlockOp {
        private final int t;
        private final long mask;
        private final long zero;
        private final long other;

        TestBranchZero(int t, long mask, long zero, long other) {
            this.t = t;
            this.mask = mask;
            this.zero = zero;
            this.other = other;
        }

        @Override
        public void execute(Cpu cpu) {
            cpu.pc += (cpu.x[t] & mask) == 0 ? zero : other;
        }
    }

    static final class BranchRegister extends BlockOp {
        private final int n;

        BranchRegister(int n) {
            this.n = n;
        }

        @Override
        public void execute(Cpu cpu) {
            cpu.pc = cpu.branchTarget(cpu.x[n]);
        }
    }

    static final class BranchLinkRegister extends BlockOp {
        private final int n;
        private final long next;

        BranchLinkRegister(int n, long next) {
            this.n = n;
            this.next = next;
        }

        @Override
        public void execute(Cpu cpu) {
            long target = cpu.x[n];
            cpu.x[30] = cpu.pc + next;
            cpu.pc = cpu.branchTarget(target);
        }
    }
}
