// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.system;

import static dev.jvmm.softcpu.system.PageTables.NORMAL;
import static dev.jvmm.softcpu.system.PageTables.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.softcpu.testing.EachEngine;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entry to EL1, return from it, and what is trapped or undefined (Arm ARM D1.3, D1.4, D19.2.37). */
@EachEngine
@Timeout(120)
class ExceptionTest {
    private static final long IL = 1L << 25;
    private static final long UNKNOWN = IL;
    private static final long FP_TRAP = 0x07L << 26 | IL | 1 << 24 | 0xE << 20;
    private static final long ILLEGAL_STATE = 0x0EL << 26 | IL;
    private static final long PC_ALIGNMENT = 0x22L << 26 | IL;
    private static final long SP_ALIGNMENT = 0x26L << 26 | IL;
    private static final long TRAP = 0x18L << 26 | IL;
    private static final long MASKS = 0x3C0;
    private static final long EL1H = MASKS | 5;
    private static final long EL1T = MASKS | 4;
    private static final long EL0T = MASKS;
    private static final long SPSR_IL = 1 << 20;
    private static final long USER_VA = 0x12_3456_7000L;

    /** The exceptions of a program with translation off. */
    private static List<Guest.Taken> flat(Consumer<Guest> code) {
        try (Guest guest = new Guest()) {
            code.accept(guest);
            guest.end();
            guest.run();
            return guest.taken();
        }
    }

    private static List<Long> syndromes(List<Guest.Taken> taken) {
        return taken.stream().map(Guest.Taken::esr).toList();
    }

    /** Executes {@code user} at EL0 with an SCTLR_EL1 of these bits; what it raises last ends it. */
    private static List<Guest.Taken> atEl0(long sctlr, Consumer<A64> user) {
        try (Guest guest = new Guest()) {
            PageTables tables = new PageTables(guest, 12, 39).map(USER_VA, Guest.DATA, 3, NORMAL | USER);
            A64 code = new A64();
            user.accept(code);
            guest.put(Guest.DATA, code.svc(0));
            guest.mmuOn(Guest.HIGH);
            guest.program.set(Registers.TTBR0, tables.root()).set(Registers.TCR, tables.lowTcr());
            guest.program
                    .set(Registers.SCTLR, Guest.SCTLR_MMU | sctlr)
                    .isb()
                    .tlbiAll()
                    .dsb();
            guest.program.set(Registers.SPSR, EL0T).set(Registers.ELR, USER_VA);
            guest.program
                    .mov(1, USER_VA + 0x800)
                    .mov(18, EL1H)
                    .adr(19, "back")
                    .eret()
                    .label("back");
            guest.end();
            guest.run();
            return guest.taken();
        }
    }

    private static long trap(int op0, int op1, int crn, int crm, int op2, int t, int read) {
        return TRAP | (long) op0 << 20 | op2 << 17 | op1 << 14 | crn << 10 | t << 5 | crm << 1 | read;
    }

    @Test
    void svcAndBrkReportTheirImmediatesAndReturnAddresses() {
        try (Guest guest = new Guest()) {
            guest.program.adr(19, "afterSvc");
            int svc = guest.program.offset();
            guest.program.svc(0xBEEF).label("afterSvc").adr(19, "afterBrk");
            int brk = guest.program.offset();
            guest.program.brk(0x1234).label("afterBrk");
            guest.end();
            guest.run();
            assertThat(syndromes(guest.taken())).containsExactly(0x15L << 26 | IL | 0xBEEF, 0x3CL << 26 | IL | 0x1234);
            assertThat(guest.taken())
                    .extracting(Guest.Taken::elr)
                    .containsExactly(Guest.CODE + svc + 4, Guest.CODE + brk);
            assertThat(guest.taken()).extracting(Guest.Taken::spsr).containsOnly(EL1H);
        }
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x0000_0000, // UDF #0
                0xD400_0003, // SMC #0: no EL3
                0xD440_0000, // HLT #0: no halting debug
                0xD53C_1100, // MRS of HCR_EL2
                0xD53E_1100, // MRS of SCR_EL3
                0xD518_0000, // MSR of MIDR_EL1, read-only
                0xD50C_8700, // TLBI ALLE2
                0xD6BF_03E0, // DRPS
                0x0420_0000, // an SVE instruction
                0xD53F_FFE0 // MRS of an encoding without a register
            })
    void whatIsUnallocatedHereIsUndefined(int instruction) {
        List<Guest.Taken> taken = flat(guest -> guest.expectFault(() -> guest.program.word(instruction)));
        assertThat(syndromes(taken)).containsExactly(UNKNOWN);
    }

    @Test
    void spEl0ByNameIsUndefinedWhileItIsInUse() {
        List<Guest.Taken> taken = flat(guest -> {
            guest.program.mov(2, 0x1110).msr(Registers.SP_EL0, 2).msrSpSel(0);
            guest.expectFault(() -> guest.program.mov(18, EL1T).mrs(3, Registers.SP_EL0));
        });
        assertThat(syndromes(taken)).containsExactly(UNKNOWN);
        assertThat(taken.getFirst().vector()).isZero();
        assertThat(taken.getFirst().spsr()).isEqualTo(EL1T);
    }

    @Test
    void eachStackPointerKeepsItsValue() {
        try (Guest guest = new Guest()) {
            guest.program
                    .mov(2, 0x1000)
                    .movToSp(2)
                    .msrSpSel(0)
                    .mov(2, 0x2000)
                    .movToSp(2)
                    .msrSpSel(1);
            guest.program.movFromSp(3).mrs(4, Registers.SP_EL0);
            guest.report(3);
            guest.report(4);
            guest.program.set(Registers.SPSEL, 0).movFromSp(3).mrs(4, Registers.SPSEL);
            guest.report(3);
            guest.report(4);
            guest.program.svc(0); // ends, by way of the vector for SP_EL0
            guest.run();
            assertThat(guest.value(0)).isEqualTo(0x1000);
            assertThat(guest.value(1)).isEqualTo(0x2000);
            assertThat(guest.value(2)).isEqualTo(0x2000);
            assertThat(guest.value(3)).isZero();
            assertThat(guest.onlyTaken().vector()).isZero();
        }
    }

    @Test
    void exceptionsFromEl0UseTheirOwnVectorsAndSayWhereFrom() {
        List<Guest.Taken> taken = atEl0(0, code -> code.nop().svc(42));
        assertThat(taken).hasSize(1);
        assertThat(taken.getFirst().vector()).isEqualTo(0x400);
        assertThat(taken.getFirst().esr()).isEqualTo(0x15L << 26 | IL | 42);
        assertThat(taken.getFirst().elr()).isEqualTo(USER_VA + 8);
        assertThat(taken.getFirst().spsr()).isEqualTo(EL0T);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0xD538_1000, // MRS of SCTLR_EL1
                0xD518_2000, // MSR of TTBR0_EL1
                0xD538_4240, // MRS of CurrentEL
                0xD400_0002, // HVC
                0xD69F_03E0, // ERET
                0xD508_871F, // TLBI VMALLE1
                0xD500_41BF, // MSR SPSel
                0xD508_7521, // IC IALLU with a register
                0xD538_0000 // MRS of MIDR_EL1
            })
    void whatIsEl1sIsUndefinedAtEl0(int instruction) {
        assertThat(syndromes(atEl0(0, code -> code.word(instruction)))).containsExactly(UNKNOWN);
    }

    @Test
    void controlledAccessesFromEl0AreTrappedWithTheirEncoding() {
        assertThat(syndromes(atEl0(0, code -> code.mrs(5, Registers.CTR)))).containsExactly(trap(3, 3, 0, 0, 1, 5, 1));
        assertThat(syndromes(atEl0(0, code -> code.dcZva(1)))).containsExactly(trap(1, 3, 7, 4, 1, 1, 0));
        assertThat(syndromes(atEl0(0, code -> code.icIvau(1)))).containsExactly(trap(1, 3, 7, 5, 1, 1, 0));
        assertThat(syndromes(atEl0(0, code -> code.dcCvac(1)))).containsExactly(trap(1, 3, 7, 10, 1, 1, 0));
        assertThat(syndromes(atEl0(0, code -> code.mrs(6, Registers.DAIF)))).containsExactly(trap(3, 3, 4, 2, 1, 6, 1));
        assertThat(syndromes(atEl0(0, code -> code.msr(Registers.DAIF, 6)))).containsExactly(trap(3, 3, 4, 2, 1, 6, 0));
        assertThat(syndromes(atEl0(0, code -> code.msrDaifSet(2)))).containsExactly(trap(0, 3, 4, 2, 6, 31, 0));
        assertThat(syndromes(atEl0(0, code -> code.msrDaifClr(15)))).containsExactly(trap(0, 3, 4, 15, 7, 31, 0));
        assertThat(syndromes(atEl0(0, code -> code.mrs(7, Registers.CNTVCT))))
                .containsExactly(trap(3, 3, 14, 0, 2, 7, 1));
        assertThat(syndromes(atEl0(0, code -> code.msr(Registers.CNTV_CTL, 8))))
                .containsExactly(trap(3, 3, 14, 3, 1, 8, 0));
        assertThat(syndromes(atEl0(0, A64::wfi))).containsExactly(0x01L << 26 | IL | 1 << 24 | 0xE << 20);
        assertThat(syndromes(atEl0(0, A64::wfe))).containsExactly(0x01L << 26 | IL | 1 << 24 | 0xE << 20 | 1);
    }

    @Test
    void whatSctlrAllowsEl0Works() {
        long allowed = 1 << 9 | 1 << 14 | 1 << 15 | 1 << 26;
        List<Guest.Taken> taken = atEl0(allowed, code -> {
            code.mrs(5, Registers.CTR)
                    .dcZva(1)
                    .icIvau(1)
                    .dcCvac(1)
                    .mrs(6, Registers.DAIF)
                    .msrDaifSet(2);
            code.svc(3);
        });
        assertThat(syndromes(taken)).containsExactly(0x15L << 26 | IL | 3);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "0"})
    void anIllegalReturnStaysAtItsLevelAndTrapsTheNextInstruction(int kind) {
        // EL2h, EL3h, AArch32 User, a reserved mode.
        long spsr = MASKS | new long[] {6, 9, 13, 0x10}[kind];
        List<Guest.Taken> taken = flat(guest -> {
            guest.program.set(Registers.SPSR, spsr).adr(9, "target").msr(Registers.ELR, 9);
            guest.program.mov(18, EL1H);
            guest.expectFault(() -> guest.program.eret().label("target").mov(2, 1));
        });
        assertThat(syndromes(taken)).containsExactly(ILLEGAL_STATE);
        assertThat(taken.getFirst().vector()).isEqualTo(0x200);
        assertThat(taken.getFirst().spsr()).isEqualTo(EL1H | SPSR_IL);
    }

    @Test
    void aReturnWithIlInSpsrTrapsTheNextInstruction() {
        List<Guest.Taken> taken = flat(guest -> {
            guest.program
                    .set(Registers.SPSR, EL1T | SPSR_IL | 0xA000_0000L)
                    .adr(9, "target")
                    .msr(Registers.ELR, 9);
            guest.program.mov(18, EL1H);
            guest.expectFault(() -> guest.program.eret().label("target").mov(2, 1));
        });
        assertThat(syndromes(taken)).containsExactly(ILLEGAL_STATE);
        assertThat(taken.getFirst().spsr()).isEqualTo(EL1T | SPSR_IL | 0xA000_0000L);
        assertThat(taken.getFirst().vector()).isZero();
    }

    @Test
    void aMisalignedPcFaultsAtTheTarget() {
        List<Guest.Taken> taken = flat(guest -> {
            guest.program.mov(1, Guest.MORE_CODE + 2);
            guest.expectFault(() -> guest.program.br(1));
        });
        assertThat(syndromes(taken)).containsExactly(PC_ALIGNMENT);
        assertThat(taken.getFirst().elr()).isEqualTo(Guest.MORE_CODE + 2);
        assertThat(taken.getFirst().far()).isEqualTo(Guest.MORE_CODE + 2);
    }

    @Test
    void aMisalignedPcFaultsThoughItsPageIsKnown() {
        List<Guest.Taken> taken = flat(guest -> {
            guest.program.adr(1, "here").label("here").add(1, 1, 2);
            guest.expectFault(() -> guest.program.br(1));
        });
        assertThat(syndromes(taken)).containsExactly(PC_ALIGNMENT);
    }

    @Test
    void aMisalignedSpFaultsOnlyWhereSctlrAsksForIt() {
        List<Guest.Taken> taken = flat(guest -> {
            guest.program.mov(2, Guest.DATA + 8).movToSp(2).ldr(3, A64.SP);
            guest.program.set(Registers.SCTLR, 0x30D0_0800L | 1 << 3).isb();
            guest.expectFault(() -> guest.program.ldr(3, A64.SP));
            guest.expectFault(() -> guest.program.stp(3, 4, A64.SP));
        });
        assertThat(syndromes(taken)).containsExactly(SP_ALIGNMENT, SP_ALIGNMENT);
    }

    @Test
    void fpTrapsInTheMiddleOfABlockAfterWhatStandsBeforeIt() {
        try (Guest guest = new Guest()) {
            guest.program.mov(2, 1).adr(19, "after").mov(3, Guest.DATA).add(2, 2, 5);
            int fp = guest.program.offset();
            guest.program.ldrQ(0, 3).add(2, 2, 100).label("after");
            guest.report(2);
            guest.program.mov(19, 0).set(Registers.CPACR, 3 << 20).isb().ldrQ(0, 3);
            guest.end();
            guest.run();
            assertThat(guest.onlyTaken().esr()).isEqualTo(FP_TRAP);
            assertThat(guest.onlyTaken().elr()).isEqualTo(Guest.CODE + fp);
            assertThat(guest.value(0)).isEqualTo(6);
        }
    }

    @Test
    void anExceptionReturnClearsTheExclusiveMonitor() {
        try (Guest guest = new Guest()) {
            guest.program
                    .mov(1, Guest.DATA)
                    .mov(18, EL1H)
                    .ldxr(2, 1)
                    .adr(19, "after")
                    .svc(0)
                    .label("after");
            guest.program.stxr(3, 2, 1).ldxr(2, 1).stxr(4, 2, 1);
            guest.report(3);
            guest.report(4);
            guest.end();
            guest.run();
            assertThat(guest.value(0)).isEqualTo(1);
            assertThat(guest.value(1)).isZero();
        }
    }

    @Test
    void flagsAndMasksSurviveAnException() {
        try (Guest guest = new Guest()) {
            guest.program
                    .msrDaifClr(1)
                    .mov(2, 1)
                    .subs(3, 2, 2)
                    .adr(19, "after")
                    .svc(0)
                    .label("after");
            guest.program.mrs(4, Registers.DAIF);
            guest.report(4);
            guest.end();
            guest.run();
            // 1 - 2: negative, with a borrow.
            assertThat(guest.onlyTaken().spsr()).isEqualTo(0x8000_0000L | 0x380 | 5);
            assertThat(guest.value(0)).isEqualTo(0x380);
        }
    }
}
