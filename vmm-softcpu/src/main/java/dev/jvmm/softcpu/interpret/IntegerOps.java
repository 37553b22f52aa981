// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import static dev.jvmm.softcpu.interpret.Operands.destination;
import static dev.jvmm.softcpu.interpret.Operands.orSp;

import dev.jvmm.softcpu.code.BlockOp;
import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.cpu.Op;
import dev.jvmm.softcpu.decode.Fields;
import dev.jvmm.softcpu.decode.Immediates;
import dev.jvmm.softcpu.decode.Opcode;
import dev.jvmm.softcpu.interpret.SemanticOp.Semantic;
import dev.jvmm.softcpu.semantics.Integers;
import org.jspecify.annotations.Nullable;

/** Ops of the data-processing instructions on general-purpose registers (Arm ARM C4.1.86, C4.1.95). */
final class IntegerOps {
    private static final long LOW_WORD = 0xFFFF_FFFFL;
    private static final int[] CRC32 = Integers.crcTable(0xEDB8_8320);
    private static final int[] CRC32C = Integers.crcTable(0x82F6_3B78);

    private IntegerOps() {}

    /**
     * The op, or null for an opcode of another group.
     *
     * @param offset of the instruction from the start of its block, in bytes
     */
    static @Nullable Op build(Opcode opcode, int insn, int offset) {
        boolean wide = Fields.sf(insn) != 0;
        int d = destination(Fields.rd(insn));
        int n = Fields.rn(insn);
        int m = Fields.rm(insn);
        return switch (opcode) {
            case ADR ->
                new PcRelative(
                        d, offset + Immediates.signExtend(Fields.immhi(insn) << 2 | Fields.immlo(insn), 21), -1L);
            case ADRP ->
                new PcRelativePage(
                        d, offset, Immediates.signExtend(Fields.immhi(insn) << 2 | Fields.immlo(insn), 21) << 12);
            case ADD_IMMEDIATE ->
                addImmediate(wide, orSp(Fields.rd(insn)), orSp(n), Immediates.addSubtractImmediate(insn));
            case SUB_IMMEDIATE ->
                addImmediate(wide, orSp(Fields.rd(insn)), orSp(n), -Immediates.addSubtractImmediate(insn));
            case ADDS_IMMEDIATE -> {
                int s = orSp(n);
                long value = Immediates.addSubtractImmediate(insn);
                yield wide ? new AddsImmediate64(d, s, value) : op(c -> c.x[d] = c.addSettingFlags32(c.x[s], value));
            }
            case SUBS_IMMEDIATE ->
                wide
                        ? new SubsImmediate64(d, orSp(n), Immediates.addSubtractImmediate(insn))
                        : new SubsImmediate32(d, orSp(n), Immediates.addSubtractImmediate(insn));
            case AND_IMMEDIATE -> new AndImmediate(orSp(Fields.rd(insn)), n, bitmask(insn));
            case ORR_IMMEDIATE -> orrImmediate(orSp(Fields.rd(insn)), n, bitmask(insn), wide ? -1L : LOW_WORD);
            case EOR_IMMEDIATE -> {
                int t = orSp(Fields.rd(insn));
                long value = bitmask(insn);
                long mask = wide ? -1L : LOW_WORD;
                yield op(c -> c.x[t] = (c.x[n] ^ value) & mask);
            }
            case ANDS_IMMEDIATE -> new AndsImmediate(d, n, bitmask(insn), wide ? 0 : 32);
            case MOVZ -> new Constant(d, (long) Fields.imm16(insn) << 16 * Fields.hw(insn));
            case MOVN ->
                new Constant(d, ~((long) Fields.imm16(insn) << 16 * Fields.hw(insn)) & (wide ? -1L : LOW_WORD));
            case MOVK -> {
                long value = (long) Fields.imm16(insn) << 16 * Fields.hw(insn);
                long keep = ~(0xFFFFL << 16 * Fields.hw(insn)) & (wide ? -1L : LOW_WORD);
                yield new MoveKeep(d, d == Fields.rd(insn) ? d : 31, keep, value);
            }
            case SBFM, BFM, UBFM -> BitfieldOps.build(opcode, insn);
            case EXTR -> {
                int lsb = Fields.imms(insn);
                yield wide
                        ? op(lsb == 0 ? c -> c.x[d] = c.x[m] : c -> c.x[d] = c.x[m] >>> lsb | c.x[n] << 64 - lsb)
                        : op(c -> c.x[d] = (c.x[n] << 32 | c.x[m] & LOW_WORD) >>> lsb & LOW_WORD);
            }
            case AND_SHIFTED_REGISTER,
                    BIC_SHIFTED_REGISTER,
                    ORR_SHIFTED_REGISTER,
                    ORN_SHIFTED_REGISTER,
                    EOR_SHIFTED_REGISTER,
                    EON_SHIFTED_REGISTER,
                    ANDS_SHIFTED_REGISTER,
                    BICS_SHIFTED_REGISTER,
                    ADD_SHIFTED_REGISTER,
                    ADDS_SHIFTED_REGISTER,
                    SUB_SHIFTED_REGISTER,
                    SUBS_SHIFTED_REGISTER -> ShiftedRegisterOps.build(opcode, insn);
            case ADD_EXTENDED_REGISTER, SUB_EXTENDED_REGISTER, ADDS_EXTENDED_REGISTER, SUBS_EXTENDED_REGISTER ->
                extended(opcode, insn, wide);
            case ADC ->
                wide
                        ? op(c -> c.x[d] = c.x[n] + c.x[m] + c.flagC)
                        : op(c -> c.x[d] = c.x[n] + c.x[m] + c.flagC & LOW_WORD);
            case SBC ->
                wide
                        ? op(c -> c.x[d] = c.x[n] + ~c.x[m] + c.flagC)
                        : op(c -> c.x[d] = c.x[n] + ~c.x[m] + c.flagC & LOW_WORD);
            case ADCS ->
                wide
                        ? op(c -> c.x[d] = c.addWithCarrySettingFlags64(c.x[n], c.x[m]))
                        : op(c -> c.x[d] = c.addWithCarrySettingFlags32(c.x[n], c.x[m]));
            case SBCS ->
                wide
                        ? op(c -> c.x[d] = c.addWithCarrySettingFlags64(c.x[n], ~c.x[m]))
                        : op(c -> c.x[d] = c.addWithCarrySettingFlags32(c.x[n], ~c.x[m]));
            case CCMN_REGISTER, CCMP_REGISTER -> conditionalCompare(opcode == Opcode.CCMP_REGISTER, wide, insn, m, 0);
            case CCMN_IMMEDIATE, CCMP_IMMEDIATE ->
                conditionalCompare(opcode == Opcode.CCMP_IMMEDIATE, wide, insn, 31, Fields.imm5(insn));
            case CSEL -> new Select(d, n, m, Fields.cond(insn), 0, 0, wide ? -1L : LOW_WORD);
            case CSINC -> new Select(d, n, m, Fields.cond(insn), 0, 1, wide ? -1L : LOW_WORD);
            case CSINV -> new Select(d, n, m, Fields.cond(insn), -1L, 0, wide ? -1L : LOW_WORD);
            case CSNEG -> new Select(d, n, m, Fields.cond(insn), -1L, 1, wide ? -1L : LOW_WORD);
            case MADD -> {
                int a = Fields.ra(insn);
                yield wide ? new MultiplyAdd64(d, n, m, a) : op(c -> c.x[d] = c.x[a] + c.x[n] * c.x[m] & LOW_WORD);
            }
            case MSUB -> {
                int a = Fields.ra(insn);
                long mask = wide ? -1L : LOW_WORD;
                yield op(c -> c.x[d] = c.x[a] - c.x[n] * c.x[m] & mask);
            }
            case SMADDL -> {
                int a = Fields.ra(insn);
                yield op(c -> c.x[d] = c.x[a] + (long) (int) c.x[n] * (int) c.x[m]);
            }
            case SMSUBL -> {
                int a = Fields.ra(insn);
                yield op(c -> c.x[d] = c.x[a] - (long) (int) c.x[n] * (int) c.x[m]);
            }
            case UMADDL -> {
                int a = Fields.ra(insn);
                yield op(c -> c.x[d] = c.x[a] + (c.x[n] & LOW_WORD) * (c.x[m] & LOW_WORD));
            }
            case UMSUBL -> {
                int a = Fields.ra(insn);
                yield op(c -> c.x[d] = c.x[a] - (c.x[n] & LOW_WORD) * (c.x[m] & LOW_WORD));
            }
            case SMULH -> op(c -> c.x[d] = Math.multiplyHigh(c.x[n], c.x[m]));
            case UMULH -> op(c -> c.x[d] = Math.unsignedMultiplyHigh(c.x[n], c.x[m]));
            case UDIV ->
                wide
                        ? op(c -> c.x[d] = Integers.unsignedDivide64(c.x[n], c.x[m]))
                        : op(c -> c.x[d] = Integers.unsignedDivide32(c.x[n], c.x[m]));
            case SDIV ->
                wide
                        ? op(c -> c.x[d] = Integers.signedDivide64(c.x[n], c.x[m]))
                        : op(c -> c.x[d] = Integers.signedDivide32(c.x[n], c.x[m]));
            case LSLV ->
                wide ? op(c -> c.x[d] = c.x[n] << c.x[m]) : op(c -> c.x[d] = (int) c.x[n] << (int) c.x[m] & LOW_WORD);
            case LSRV ->
                wide ? op(c -> c.x[d] = c.x[n] >>> c.x[m]) : op(c -> c.x[d] = (int) c.x[n] >>> (int) c.x[m] & LOW_WORD);
            case ASRV ->
                wide ? op(c -> c.x[d] = c.x[n] >> c.x[m]) : op(c -> c.x[d] = (int) c.x[n] >> (int) c.x[m] & LOW_WORD);
            case RORV ->
                wide
                        ? op(c -> c.x[d] = Long.rotateRight(c.x[n], (int) c.x[m]))
                        : op(c -> c.x[d] = Integer.rotateRight((int) c.x[n], (int) c.x[m]) & LOW_WORD);
            case CRC32 -> {
                int bytes = 1 << Fields.sz(insn);
                yield op(c -> c.x[d] = Integers.crc32(c.x[n], c.x[m], bytes, CRC32));
            }
            case CRC32C -> {
                int bytes = 1 << Fields.sz(insn);
                yield op(c -> c.x[d] = Integers.crc32(c.x[n], c.x[m], bytes, CRC32C));
            }
            case RBIT ->
                wide
                        ? op(c -> c.x[d] = Long.reverse(c.x[n]))
                        : op(c -> c.x[d] = Integer.reverse((int) c.x[n]) & LOW_WORD);
            case REV16 -> {
                long mask = wide ? -1L : LOW_WORD;
                yield op(c -> c.x[d] = Integers.reverse16(c.x[n]) & mask);
            }
            case REV ->
                wide
                        ? op(c -> c.x[d] = Long.reverseBytes(c.x[n]))
                        : op(c -> c.x[d] = Integer.reverseBytes((int) c.x[n]) & LOW_WORD);
            case REV32 -> op(c -> c.x[d] = Integers.reverse32(c.x[n]));
            case CLZ ->
                wide
                        ? op(c -> c.x[d] = Long.numberOfLeadingZeros(c.x[n]))
                        : op(c -> c.x[d] = Integer.numberOfLeadingZeros((int) c.x[n]));
            case CLS ->
                wide
                        ? op(c -> c.x[d] = Integers.countLeadingSign64(c.x[n]))
                        : op(c -> c.x[d] = Integers.countLeadingSign32(c.x[n]));
            default -> null;
        };
    }

    private static Op op(Semantic semantic) {
        return new SemanticOp(semantic);
    }

    private static long bitmask(int insn) {
        return Immediates.logicalImmediate(insn);
    }

    private static Op addImmediate(boolean wide, int d, int n, long value) {
        return wide ? new AddImmediate64(d, n, value) : new AddImmediate32(d, n, value);
    }

    private static Op orrImmediate(int d, int n, long value, long mask) {
        return n == 31 ? new Constant(d, value) : op(c -> c.x[d] = (c.x[n] | value) & mask);
    }

    private static Op extended(Opcode opcode, int insn, boolean wide) {
        int d = destination(Fields.rd(insn));
        int t = orSp(Fields.rd(insn));
        int n = orSp(Fields.rn(insn));
        int m = Fields.rm(insn);
        int option = Fields.option(insn);
        int shift = Fields.imm3(insn);
        long mask = wide ? -1L : LOW_WORD;
        return switch (opcode) {
            case ADD_EXTENDED_REGISTER -> op(c -> c.x[t] = c.x[n] + Integers.extend(c.x[m], option, shift) & mask);
            case SUB_EXTENDED_REGISTER -> op(c -> c.x[t] = c.x[n] - Integers.extend(c.x[m], option, shift) & mask);
            case ADDS_EXTENDED_REGISTER ->
                wide
                        ? op(c -> c.x[d] = c.addSettingFlags64(c.x[n], Integers.extend(c.x[m], option, shift)))
                        : op(c -> c.x[d] = c.addSettingFlags32(c.x[n], Integers.extend(c.x[m], option, shift)));
            default ->
                wide
                        ? op(c -> c.x[d] = c.subtractSettingFlags64(c.x[n], Integers.extend(c.x[m], option, shift)))
                        : op(c -> c.x[d] = c.subtractSettingFlags32(c.x[n], Integers.extend(c.x[m], option, shift)));
        };
    }

    private static Op conditionalCompare(boolean subtract, boolean wide, int insn, int m, long value) {
        int n = Fields.rn(insn);
        int condition = Fields.cond(insn);
        int nzcv = Fields.nzcv(insn) << 28;
        return op(c -> {
            if (!c.holds(condition)) {
                c.setNzcv(nzcv);
                return;
            }
            long a = c.x[n];
            long b = c.x[m] | value;
            if (subtract) {
                long unused = wide ? c.subtractSettingFlags64(a, b) : c.subtractSettingFlags32(a, b);
            } else {
                long unused = wide ? c.addSettingFlags64(a, b) : c.addSettingFlags32(a, b);
            }
        });
    }

    static final class Constant extends BlockOp {
        private final int d;
        private final long value;

        Constant(int d, long value) {
            this.d = d;
            this.value = value;
        }

        @Override
        public void execute(Cpu cpu) {
            cpu.x[d] = value;
        }
    }

    static final class MoveKeep extends BlockOp {
        private final int d;
        private final int n;
        private final long keep;
        private final long value;

        MoveKeep(int d, int n, long keep, long value) {
            this.d = d;
            this.n = n;
            this.keep = keep;
            this.value = value;
        }

        @Override
        public void execute(Cpu cpu) {
            cpu.x[d] = cpu.x[n] & keep | value;
        }
    }

    static final class PcRelative extends BlockOp {
        private final int d;
        private final long displacement;
        private final long mask;

        PcRelative(int d, long displacement, long mask) {
            this.d = d;
            this.displacement = displacement;
            this.mask = mask;
        }

        @Override
        public void execute(Cpu cpu) {
            cpu.x[d] = cpu.pc + displacement & mask;
        }
    }

    static final class PcRelativePage extends BlockOp {
        private final int d;
        private final int offset;
        private final long displacement;

        PcRelativePage(int d, int offset, long displacement) {
            this.d = d;
            this.offset = offset;
            this.displacement = displacement;
        }

        @Override
        public void execute(Cpu cpu) {
            cpu.x[d] = (cpu.pc + offset & -4096L) + displacement;
        }
    }

    static final class AddImmediate64 extends BlockOp {
        private final int d;
        private final int n;
        private final long value;

        AddImmediate64(int d, int n, long value) {
            this.d = d;
            this.n = n;
            this.value = value;
        }

        @Override
        public void execute(Cpu cpu) {
            cpu.x[d] = cpu.x[n] + value;
        }
    }

    static final class AddImmediate32 extends BlockOp {
        private final int d;
        private final int n;
        private final long value;

        AddImmediate32(int d, int n, long value) {
            this.d = d;
            this.n = n;
            this.value = value;
        }

        @Override
        public void execute(Cpu cpu) {
            cpu.x[d] = cpu.x[n] + value & LOW_WORD;
        }
    }

    static final class AddsImmediate64 extends BlockOp {
        private final int d;
        private final int n;
        private final long value;

        AddsImmediate64(int d, int n, long value) {
            this.d = d;
            this.n = n;
            this.value = value;
        }

        @Override
        public void execute(Cpu cpu) {
            cpu.x[d] = cpu.addSettingFlags64(cpu.x[n], value);
        }
    }

    static final class SubsImmediate64 extends BlockOp {
        private final int d;
        private final int n;
        private final long value;

        SubsImmediate64(int d, int n, long value) {
            this.d = d;
            this.n = n;
            this.value = value;
        }

        @Override
        public void execute(Cpu cpu) {
            cpu.x[d] = cpu.subtractSettingFlags64(cpu.x[n], value);
        }
    }

    static final class SubsImmediate32 extends BlockOp {
        private final int d;
        private final int n;
        private final long value;

        SubsImmediate32(int d, int n, long value) {
            this.d = d;
            this.n = n;
            this.value = value;
        }

        @Override
        public void execute(Cpu cpu) {
            cpu.x[d] = cpu.subtractSettingFlags32(cpu.x[n], value);
        }
    }

    static final class AndImmediate extends BlockOp {
        private final int d;
        private final int n;
        private final long value;

        AndImmediate(int d, int n, long value) {
            this.d = d;
            this.n = n;
            this.value = value;
        }

        @Override
        public void execute(Cpu cpu) {
            cpu.x[d] = cpu.x[n] & value;
        }
    }

    static final class AndsImmediate extends BlockOp {
        private final int d;
        private final int n;
        private final long value;
        private final int unusedBits;

        AndsImmediate(int d, int n, long value, int unusedBits) {
            this.d = d;
            this.n = n;
            this.value = value;
            this.unusedBits = unusedBits;
        }

        @Override
        public void execute(Cpu cpu) {
            long result = cpu.x[n] & value;
            cpu.x[d] = result;
            cpu.setLogicalFlags(result << unusedBits);
        }
    }

    static final class MultiplyAdd64 extends BlockOp {
        private final int d;
        private final int n;
        private final int m;
        private final int a;

        MultiplyAdd64(int d, int n, int m, int a) {
            this.d = d;
            this.n = n;
            this.m = m;
            this.a = a;
        }

        @Override
        public void execute(Cpu cpu) {
            cpu.x[d] = cpu.x[a] + cpu.x[n] * cpu.x[m];
        }
    }

    /** CSEL, CSINC, CSINV, CSNEG: the second source is inverted by {@code invert}, then {@code increment} is added. */
    static final class Select extends BlockOp {
        private final int d;
        private final int n;
        private final int m;
        private final int condition;
        private final long invert;
        private final long increment;
        private final long mask;

        Select(int d, int n, int m, int condition, long invert, long increment, long mask) {
            this.d = d;
            this.n = n;
            this.m = m;
            this.condition = condition;
            this.invert = invert;
            this.increment = increment;
            this.mask = mask;
        }

        @Override
        public void execute(Cpu cpu) {
            long value = cpu.holds(condition) ? cpu.x[n] : (cpu.x[m] ^ invert) + increment;
            cpu.x[d] = value & mask;
        }
    }
}
