// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import static dev.jvmm.softcpu.interpret.Operands.destination;
import static dev.jvmm.softcpu.interpret.Operands.orSp;

import dev.jvmm.softcpu.cpu.Op;
import dev.jvmm.softcpu.decode.Fields;
import dev.jvmm.softcpu.decode.Immediates;
import dev.jvmm.softcpu.decode.Opcode;
import dev.jvmm.softcpu.interpret.SemanticOp.Semantic;
import dev.jvmm.softcpu.semantics.Integers;
import org.jspecify.annotations.Nullable;

/**
 * Ops of the data-processing instructions on general-purpose registers (Arm ARM C4.1.86, C4.1.95) that have no {@link
 * PackedOp}.
 */
final class IntegerOps {
    private static final long LOW_WORD = 0xFFFF_FFFFL;
    private static final int[] CRC32 = Integers.crcTable(0xEDB8_8320);
    private static final int[] CRC32C = Integers.crcTable(0x82F6_3B78);

    private IntegerOps() {}

    /**
     * The op, or null for an opcode of another group or one that always has a {@link PackedOp}.
     */
    static @Nullable Op build(Opcode opcode, int insn) {
        boolean wide = Fields.sf(insn) != 0;
        int d = destination(Fields.rd(insn));
        int n = Fields.rn(insn);
        int m = Fields.rm(insn);
        return switch (opcode) {
            case AND_IMMEDIATE -> {
                int t = orSp(Fields.rd(insn));
                long value = bitmask(insn);
                yield op(c -> c.x[t] = c.x[n] & value);
            }
            case ORR_IMMEDIATE -> {
                int t = orSp(Fields.rd(insn));
                long value = bitmask(insn);
                yield op(c -> c.x[t] = c.x[n] | value);
            }
            case EOR_IMMEDIATE -> {
                int t = orSp(Fields.rd(insn));
                long value = bitmask(insn);
                yield op(c -> c.x[t] = c.x[n] ^ value);
            }
            case ANDS_IMMEDIATE -> {
                long value = bitmask(insn);
                yield op(c -> c.setLogicalFlags(c.x[d] = c.x[n] & value));
            }
            case BFM -> insert(insn, wide);
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
            case CCMN_REGISTER -> conditionalCompareNegative(wide, insn, m, 0);
            case CCMN_IMMEDIATE -> conditionalCompareNegative(wide, insn, 31, Fields.imm5(insn));
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

    /** BFM (Arm ARM C6.2): the field's bits come from bit {@code immr} on, or go to bit {@code size - immr} on. */
    private static Op insert(int insn, boolean wide) {
        int size = wide ? 64 : 32;
        long mask = wide ? -1L : LOW_WORD;
        int d = destination(Fields.rd(insn));
        int n = Fields.rn(insn);
        int r = Fields.immr(insn);
        int s = Fields.imms(insn);
        int width = s >= r ? s - r + 1 : s + 1;
        int lsb = s >= r ? 0 : size - r;
        long field = (width == 64 ? -1L : (1L << width) - 1) << lsb & mask;
        int source = s >= r ? r : 0;
        int old = d == Fields.rd(insn) ? d : 31;
        return op(c -> c.x[d] = (c.x[old] & ~field | c.x[n] >>> source << lsb & field) & mask);
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
            case ADD_EXTENDED_REGISTER -> op(c -> c.x[t] = c.x[n] + Integers.extend(c.x[m], option, shift) & LOW_WORD);
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

    private static Op conditionalCompareNegative(boolean wide, int insn, int m, long value) {
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
            long unused = wide ? c.addSettingFlags64(a, b) : c.addSettingFlags32(a, b);
        });
    }
}
