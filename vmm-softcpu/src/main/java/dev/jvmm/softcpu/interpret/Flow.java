// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import static dev.jvmm.softcpu.system.SystemRegister.encode;

import dev.jvmm.softcpu.decode.Fields;
import dev.jvmm.softcpu.decode.Opcode;
import java.util.Set;

/** How execution goes on after an instruction, as far as translated code is concerned. */
public enum Flow {
    /** With the next instruction. */
    STRAIGHT,
    /** With the next instruction, once requests were looked at and the TLB in use asked for anew. */
    POLL,
    /** With the next instruction unless instructions were invalidated. */
    SYNCHRONISE,
    /** Elsewhere always: B. */
    JUMP,
    /** Elsewhere or with the next instruction. */
    BRANCH,
    /** In another function, which returns to the next instruction: BL, BLR. */
    CALL,
    /** At an address in a register: BR, RET. */
    INDIRECT,
    /** Out of the region and of the nest of regions it is in: the context changes. The op leaves the PC as the next. */
    LEAVE,
    /** As {@link #LEAVE}, but the op sets the PC itself. */
    LEAVE_BY_OP;

    /** System registers whose change means nothing to translated code, or only to requests. */
    private static final Set<Integer> HARMLESS_REGISTERS = Set.of(
            encode(3, 3, 13, 0, 2), // TPIDR_EL0
            encode(3, 3, 13, 0, 3), // TPIDRRO_EL0
            encode(3, 0, 13, 0, 4), // TPIDR_EL1
            encode(3, 0, 4, 1, 0), // SP_EL0
            encode(3, 0, 4, 0, 0), // SPSR_EL1
            encode(3, 0, 4, 0, 1), // ELR_EL1
            encode(3, 3, 4, 2, 0), // NZCV
            encode(3, 3, 4, 2, 1), // DAIF
            encode(3, 0, 4, 2, 3), // PAN
            encode(3, 3, 4, 4, 0), // FPCR
            encode(3, 3, 4, 4, 1), // FPSR
            encode(3, 3, 14, 2, 0), // CNTP_TVAL_EL0
            encode(3, 3, 14, 2, 1), // CNTP_CTL_EL0
            encode(3, 3, 14, 2, 2), // CNTP_CVAL_EL0
            encode(3, 3, 14, 3, 0), // CNTV_TVAL_EL0
            encode(3, 3, 14, 3, 1), // CNTV_CTL_EL0
            encode(3, 3, 14, 3, 2), // CNTV_CVAL_EL0
            encode(3, 0, 4, 6, 0), // ICC_PMR_EL1
            encode(3, 0, 12, 12, 1), // ICC_EOIR1_EL1
            encode(3, 0, 12, 11, 1), // ICC_DIR_EL1
            encode(3, 0, 12, 11, 5)); // ICC_SGI1R_EL1

    public static Flow of(Opcode opcode, int word) {
        return switch (opcode) {
            case B -> JUMP;
            case B_CONDITIONAL, CBZ, CBNZ, TBZ, TBNZ -> BRANCH;
            case BL, BLR -> CALL;
            case BR, RET -> INDIRECT;
            case ERET, SVC, DRPS -> LEAVE_BY_OP;
            case ISB -> SYNCHRONISE;
            case MSR_IMMEDIATE_DAIFSET, MSR_IMMEDIATE_DAIFCLR, MSR_IMMEDIATE_PAN -> POLL;
            case MSR_REGISTER ->
                HARMLESS_REGISTERS.contains(encode(
                                2 + Fields.o0(word),
                                Fields.op1(word),
                                Fields.cRn(word),
                                Fields.cRm(word),
                                Fields.op2(word)))
                        ? POLL
                        : LEAVE;
            case SYS -> isDataCache(word) ? STRAIGHT : LEAVE;
            default -> opcode.endsBlock() ? LEAVE : STRAIGHT;
        };
    }

    /** Whether the instruction after this one in memory need not be the next to be executed. */
    public boolean endsBlock() {
        return switch (this) {
            case STRAIGHT, POLL, SYNCHRONISE, CALL -> false;
            case JUMP, BRANCH, INDIRECT, LEAVE, LEAVE_BY_OP -> true;
        };
    }

    /** Whether calls of translated functions that are under way must be given up. */
    public boolean unwinds() {
        return switch (this) {
            case STRAIGHT, POLL, CALL, JUMP, BRANCH, INDIRECT -> false;
            case SYNCHRONISE, LEAVE, LEAVE_BY_OP -> true;
        };
    }

    /** DC ZVA, CVAC, CVAU, CIVAC, IVAC and the like: op1 0 or 3, CRn 7, and no IC or AT. */
    private static boolean isDataCache(int word) {
        int crm = Fields.cRm(word);
        boolean translation = crm == 8;
        boolean instructionCache = crm == 1 || crm == 5;
        return Fields.cRn(word) == 7 && !translation && !instructionCache;
    }
}
