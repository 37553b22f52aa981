// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.system;

import static dev.jvmm.softcpu.system.PageTables.NORMAL;
import static dev.jvmm.softcpu.system.PageTables.NOT_GLOBAL;
import static dev.jvmm.softcpu.system.PageTables.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.softcpu.testing.EachEngine;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What must interrupt, end or replace code that is being executed, in loops and calls that a translator keeps together. */
@EachEngine
@Timeout(120)
class TranslatedCodeTest {
    private static final long VA = 0x12_3456_7000L;
    private static final long OTHER_VA = 0x12_3467_7000L;
    private static final long FIRST = Guest.DATA + 0x4000;
    private static final long SECOND = Guest.DATA + 0x8000;
    /** MOVZ X2, #2. */
    private static final long MOV_2_2 = 0xD280_0042L;

    private static final long EL1H = 0x3C5;

    /**
     * How often X3 is counted up, by code that begins at the label "code", after the store that makes an interrupt pending.
     */
    private static long countedAfterAnInterrupt(Consumer<Guest> code) {
        try (Guest guest = new Guest()) {
            InterruptTest.enable(guest);
            guest.program.mov(18, EL1H).adr(19, "taken").mov(1, Guest.REDISTRIBUTORS + 0x1_0000);
            guest.program
                    .mov(2, 1 << 1)
                    .mov(3, 0)
                    .mov(5, Guest.MORE_CODE)
                    .msrDaifClr(2)
                    .str(2, 2, 1, 0x200);
            code.accept(guest);
            guest.program.label("taken");
            guest.report(3);
            guest.end();
            guest.run();
            assertThat(guest.onlyTaken().vector()).isEqualTo(0x280);
            return guest.value(0);
        }
    }

    @Test
    void aLoopOfArithmeticIsInterruptedAtItsEnd() {
        long counted = countedAfterAnInterrupt(
                guest -> guest.program.label("code").add(3, 3, 1).b("code"));
        assertThat(counted).isLessThanOrEqualTo(1);
    }

    @Test
    void aLoopWithAConditionalBranchBackIsInterruptedAtItsEnd() {
        long counted = countedAfterAnInterrupt(
                guest -> guest.program.label("code").add(3, 3, 1).cbnz(3, "code"));
        assertThat(counted).isLessThanOrEqualTo(1);
    }

    @Test
    void aLoopThroughTwoPagesIsInterruptedInOneRound() {
        long counted = countedAfterAnInterrupt(guest -> {
            guest.put(Guest.MORE_CODE, new A64().add(3, 3, 1).br(6));
            guest.program.adr(6, "code").label("code").add(3, 3, 1).br(5);
        });
        assertThat(counted).isLessThanOrEqualTo(2);
    }

    @Test
    void aLoopOfCallsIsInterruptedInOneRound() {
        long counted = countedAfterAnInterrupt(guest -> {
            guest.put(Guest.MORE_CODE, new A64().add(3, 3, 1).ret());
            guest.program.label("code").add(3, 3, 1).blr(5).b("code");
        });
        assertThat(counted).isLessThanOrEqualTo(2);
    }

    @Test
    void recursionIsInterruptedBeforeItIsDeep() {
        long counted = countedAfterAnInterrupt(
                guest -> guest.program.label("code").add(3, 3, 1).bl("code"));
        assertThat(counted).isLessThanOrEqualTo(2000);
    }

    private static void patch(A64 code, String label) {
        code.adr(1, label).mov(3, MOV_2_2).str(2, 3, 1, 0).dsb().icIvau(1).dsb().isb();
    }

    @Test
    void codePatchedWhereItIsExecutedIsNewInTheNextRound() {
        try (Guest guest = new Guest()) {
            guest.program.mov(4, 0).label("round").label("patched").mov(2, 1);
            guest.report(2);
            patch(guest.program, "patched");
            guest.program.add(4, 4, 1).subs(5, 4, 2).b(A64.NE, "round");
            guest.end();
            guest.run();
            assertThat(guest.value(0)).isEqualTo(1);
            assertThat(guest.value(1)).isEqualTo(2);
        }
    }

    @Test
    void codePatchedJustAheadIsNew() {
        try (Guest guest = new Guest()) {
            patch(guest.program, "patched");
            guest.program.label("patched").mov(2, 1);
            guest.report(2);
            guest.end();
            guest.run();
            assertThat(guest.value(0)).isEqualTo(2);
        }
    }

    @Test
    void aCallerPatchedByWhatItCallsGoesOnWithTheNewCode() {
        try (Guest guest = new Guest()) {
            guest.program.bl("outer").label("patched").mov(2, 1);
            guest.report(2);
            guest.end();
            guest.program
                    .label("outer")
                    .movRegister(26, 30)
                    .bl("inner")
                    .movRegister(30, 26)
                    .ret();
            guest.program.label("inner");
            patch(guest.program, "patched");
            guest.program.ret();
            guest.run();
            assertThat(guest.value(0)).isEqualTo(2);
        }
    }

    @Test
    void anotherPageOfCodeIsExecutedWhenTheTranslationIsAnother() {
        try (Guest guest = new Guest()) {
            guest.put(FIRST, new A64().mov(2, 1).ret());
            guest.put(SECOND, new A64().mov(2, 2).ret());
            PageTables tables = new PageTables(guest, 12, 39).map(VA, FIRST, 3, NORMAL);
            TlbMaintenanceTest.use(guest, tables);
            long[] pages = {SECOND, FIRST, SECOND};
            guest.program.mov(1, VA).blr(1);
            guest.report(2);
            for (long page : pages) {
                TlbMaintenanceTest.rewrite(guest, tables.descriptor(VA, 3), page | NORMAL | 3);
                TlbMaintenanceTest.Way.ADDRESS.invalidate(guest.program, VA);
                guest.program.mov(1, VA).blr(1);
                guest.report(2);
            }
            guest.end();
            guest.run();
            for (int i = 0; i < 4; i++) {
                assertThat(guest.value(i)).isEqualTo(1 + i % 2);
            }
        }
    }

    @Test
    void codeKnowsWhichOfItsTwoAddressesItIsExecutedAt() {
        try (Guest guest = new Guest()) {
            guest.put(FIRST, new A64().label("here").adr(2, "here").ret());
            PageTables tables =
                    new PageTables(guest, 12, 39).map(VA, FIRST, 3, NORMAL).map(OTHER_VA, FIRST, 3, NORMAL);
            TlbMaintenanceTest.use(guest, tables);
            for (int round = 0; round < 2; round++) {
                guest.program.mov(1, VA).blr(1);
                guest.report(2);
                guest.program.mov(1, OTHER_VA).blr(1);
                guest.report(2);
            }
            guest.end();
            guest.run();
            for (int i = 0; i < 4; i += 2) {
                assertThat(guest.value(i)).isEqualTo(VA);
                assertThat(guest.value(i + 1)).isEqualTo(OTHER_VA);
            }
        }
    }

    @Test
    void twoProcessesExecuteTheirOwnCodeAtOneAddress() {
        try (Guest guest = new Guest()) {
            guest.put(FIRST, new A64().mov(2, 1).ret());
            guest.put(SECOND, new A64().mov(2, 2).ret());
            PageTables one = new PageTables(guest, 12, 39).map(VA, FIRST, 3, NORMAL | NOT_GLOBAL);
            PageTables two =
                    new PageTables(guest, 12, 39, Guest.TABLES + 0x8_0000).map(VA, SECOND, 3, NORMAL | NOT_GLOBAL);
            TlbMaintenanceTest.use(guest, one);
            guest.program.mov(4, 3).label("round");
            for (PageTables tables : new PageTables[] {one, two}) {
                long asid = tables == one ? 1 : 2;
                guest.program.set(Registers.TTBR0, tables.root() | asid << 48).isb();
                guest.program.mov(1, VA).blr(1);
                guest.report(2);
            }
            guest.program.subs(4, 4, 1).b(A64.NE, "round");
            guest.end();
            guest.run();
            for (int i = 0; i < 6; i++) {
                assertThat(guest.value(i)).isEqualTo(1 + i % 2);
            }
        }
    }

    @Test
    void codeThatUsesFpTrapsWhenTheTrapIsOnAndNotBefore() {
        try (Guest guest = new Guest()) {
            guest.program.mov(3, 0);
            for (int round = 0; round < 2; round++) {
                guest.program.set(Registers.CPACR, 3 << 20).isb().bl("function");
                guest.program.set(Registers.CPACR, 0).isb();
                guest.expectFault(() -> guest.program.bl("function"));
            }
            guest.report(3);
            guest.end();
            guest.program
                    .label("function")
                    .add(3, 3, 1)
                    .word(0x1E60_2800)
                    .add(3, 3, 1)
                    .ret(); // FADD
            guest.run();
            assertThat(guest.taken()).hasSize(2).allMatch(taken -> taken.esr() >>> 26 == 7);
            assertThat(guest.value(0)).isEqualTo(6);
        }
    }

    @Test
    void panSetInACallHoldsForTheCaller() {
        try (Guest guest = new Guest()) {
            guest.write(Guest.DATA, 5);
            PageTables tables = new PageTables(guest, 12, 39).map(VA, Guest.DATA, 3, NORMAL | USER);
            TlbMaintenanceTest.use(guest, tables);
            guest.program.mov(1, VA).msrPan(0).ldr(2, 1);
            guest.report(2);
            guest.expectFault(() -> guest.program.bl("function").ldr(2, 1));
            guest.program.msrPan(0).ldr(2, 1);
            guest.report(2);
            guest.end();
            guest.program.label("function").msrPan(1).ret();
            guest.run();
            assertThat(guest.onlyTaken().far()).isEqualTo(VA);
            assertThat(guest.value(0)).isEqualTo(5);
            assertThat(guest.value(1)).isEqualTo(5);
        }
    }
}
