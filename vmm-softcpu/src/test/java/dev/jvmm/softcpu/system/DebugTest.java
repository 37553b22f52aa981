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

/** Self-hosted debug: software step, breakpoints, watchpoints (Arm ARM D2). */
@EachEngine
@Timeout(120)
class DebugTest {
    private static final long IL = 1L << 25;
    private static final long STEP_FROM_EL0 = 0x32L << 26 | IL | 0x22;
    private static final long STEPPED = 1 << 24;
    private static final long STEPPED_EXCLUSIVE = 1 << 6;
    private static final long BREAKPOINT_EL0 = 0x30L << 26 | IL | 0x22;
    private static final long BREAKPOINT_EL1 = 0x31L << 26 | IL | 0x22;
    private static final long WATCHPOINT_EL0 = 0x34L << 26 | IL | 0x22;
    private static final long WATCHPOINT_EL1 = 0x35L << 26 | IL | 0x22;
    private static final long MASKS = 0x3C0;
    private static final long SPSR_SS = 1 << 21;
    private static final long VA = 0x12_3456_7000L;
    private static final long USER_DATA = VA + 0x800;
    private static final long SVC = 0x15L << 26 | IL;

    /**
     * Executes {@code user} at EL0 from {@link #VA}, with X1 = {@link #USER_DATA}; the handler returns from steps and SVC #5
     * with the bits of {@code spsr} set too. Any other exception ends the program.
     */
    private static List<Guest.Taken> atEl0(long mdscr, long spsr, Consumer<Guest> setUp, Consumer<A64> user) {
        try (Guest guest = new Guest()) {
            PageTables tables = new PageTables(guest, 12, 39).map(VA, Guest.DATA, 3, NORMAL | USER);
            A64 code = new A64();
            user.accept(code);
            guest.put(Guest.DATA, code);
            guest.mmuOn(Guest.HIGH);
            guest.program
                    .set(Registers.TTBR0, tables.root())
                    .set(Registers.TCR, tables.lowTcr())
                    .isb();
            guest.program.tlbiAll().dsb();
            setUp.accept(guest);
            guest.program.set(Registers.OSLAR, 0).set(Registers.MDSCR, mdscr).isb();
            guest.program.mov(1, USER_DATA).mov(18, MASKS | 5).adr(19, "handler");
            guest.program.set(Registers.SPSR, spsr).set(Registers.ELR, VA).eret();
            // What was taken is in X21 (ESR), X23 (ELR) and X24 (SPSR). After a step or SVC #5 it goes on.
            guest.program.label("handler").mov(9, SVC | 5).word(0xEB09_02BF).b(A64.EQ, "on"); // CMP X21, X9
            guest.program.word(0xD35A_FEAA).subs(A64.XZR, 10, 0x32).b(A64.NE, "end"); // LSR X10, X21, #26
            guest.program.label("on").mov(9, spsr).word(0xAA09_0318); // ORR X24, X24, X9
            guest.program.msr(Registers.SPSR, 24).msr(Registers.ELR, 23).eret().label("end");
            guest.end();
            guest.run();
            return guest.taken();
        }
    }

    private static List<Guest.Taken> stepped(Consumer<A64> user) {
        return atEl0(1, MASKS | SPSR_SS, guest -> {}, user);
    }

    @Test
    void softwareStepStopsAfterEachInstruction() {
        List<Guest.Taken> taken =
                stepped(code -> code.nop().add(2, 2, 1).ldr(3, 1).str(3, 1).svc(99));
        assertThat(taken).hasSize(5);
        for (int i = 0; i < 4; i++) {
            assertThat(taken.get(i).esr()).isEqualTo(STEP_FROM_EL0 | STEPPED);
            assertThat(taken.get(i).elr()).isEqualTo(VA + 4L * (i + 1));
            assertThat(taken.get(i).spsr()).isEqualTo(MASKS);
            assertThat(taken.get(i).vector()).isEqualTo(0x400);
        }
    }

    @Test
    void softwareStepFollowsBranches() {
        List<Guest.Taken> taken = stepped(code -> {
            code.bl("there").svc(99);
            code.label("there").mov(2, 0).cbz(2, "on").nop().label("on").ret();
        });
        assertThat(taken).extracting(Guest.Taken::elr).containsExactly(VA + 8, VA + 12, VA + 20, VA + 4, VA + 8);
    }

    @Test
    void softwareStepSaysThatALoadExclusiveWasStepped() {
        List<Guest.Taken> taken = stepped(code -> code.ldxr(2, 1).nop().svc(99));
        assertThat(taken.get(0).esr()).isEqualTo(STEP_FROM_EL0 | STEPPED | STEPPED_EXCLUSIVE);
        assertThat(taken.get(1).esr()).isEqualTo(STEP_FROM_EL0 | STEPPED);
    }

    @Test
    void aSteppedSvcHasAdvancedTheStepAndAFaultHasNot() {
        List<Guest.Taken> taken = stepped(code -> code.svc(5).brk(1));
        assertThat(taken).hasSize(2);
        assertThat(taken.get(0).esr()).isEqualTo(SVC | 5);
        assertThat(taken.get(0).spsr()).isEqualTo(MASKS);
        assertThat(taken.get(1).esr()).isEqualTo(0x3CL << 26 | IL | 1);
        assertThat(taken.get(1).spsr()).isEqualTo(MASKS | SPSR_SS);
    }

    @Test
    void aReturnWithSsClearStepsNothing() {
        try (Guest guest = new Guest()) {
            guest.put(Guest.DATA, new A64().svc(99));
            PageTables tables = new PageTables(guest, 12, 39).map(VA, Guest.DATA, 3, NORMAL | USER);
            guest.mmuOn(Guest.HIGH);
            guest.program
                    .set(Registers.TTBR0, tables.root())
                    .set(Registers.TCR, tables.lowTcr())
                    .isb();
            guest.program
                    .tlbiAll()
                    .dsb()
                    .set(Registers.OSLAR, 0)
                    .set(Registers.MDSCR, 1)
                    .isb();
            guest.program
                    .mov(18, MASKS | 5)
                    .adr(19, "back")
                    .set(Registers.SPSR, MASKS)
                    .set(Registers.ELR, VA);
            guest.program.eret().label("back");
            guest.end();
            guest.run();
            assertThat(guest.onlyTaken().esr()).isEqualTo(STEP_FROM_EL0);
            assertThat(guest.onlyTaken().elr()).isEqualTo(VA);
        }
    }

    @Test
    void el1IsSteppedOnceKdeAndItsMaskAllowIt() {
        try (Guest guest = new Guest()) {
            guest.program
                    .set(Registers.OSLAR, 0)
                    .set(Registers.MDSCR, 1 | 1 << 13)
                    .isb()
                    .mov(18, MASKS | 5);
            guest.program
                    .adr(19, "after")
                    .set(Registers.SPSR, MASKS & ~0x200 | 5 | SPSR_SS)
                    .adr(9, "first");
            guest.program.msr(Registers.ELR, 9).mov(2, 0).eret();
            guest.program.label("first").add(2, 2, 1).add(2, 2, 1).add(2, 2, 1).label("after");
            guest.report(2);
            guest.end();
            guest.run();
            assertThat(guest.onlyTaken().esr()).isEqualTo(0x33L << 26 | IL | 0x22 | STEPPED);
            assertThat(guest.value(0)).isEqualTo(1);
        }
    }

    @Test
    void aBreakpointStopsBeforeItsInstruction() {
        List<Guest.Taken> taken = atEl0(
                1 << 15,
                MASKS,
                guest -> guest.program.set(Registers.DBGBVR0, VA + 8).set(Registers.DBGBCR0, 1 | 2 << 1 | 0xF << 5),
                code -> code.mov(2, 7).nop().str(2, 1).svc(99));
        assertThat(taken).hasSize(1);
        assertThat(taken.getFirst().esr()).isEqualTo(BREAKPOINT_EL0);
        assertThat(taken.getFirst().elr()).isEqualTo(VA + 8);
    }

    @Test
    void aBreakpointOfTheOtherLevelDoesNotStop() {
        List<Guest.Taken> taken = atEl0(
                1 << 15,
                MASKS,
                guest -> guest.program.set(Registers.DBGBVR0, VA + 4).set(Registers.DBGBCR0, 1 | 1 << 1 | 0xF << 5),
                code -> code.nop().nop().svc(99));
        assertThat(taken).extracting(Guest.Taken::esr).containsExactly(SVC | 99);
    }

    @Test
    void aBreakpointStopsEl1WithKdeAndUnmaskedDebug() {
        try (Guest guest = new Guest()) {
            guest.program.adr(9, "here").msr(Registers.DBGBVR0, 9).set(Registers.DBGBCR0, 1 | 1 << 1 | 0xF << 5);
            guest.program
                    .set(Registers.OSLAR, 0)
                    .set(Registers.MDSCR, 1 << 15 | 1 << 13)
                    .isb()
                    .mov(2, 0);
            guest.program
                    .adr(19, "after")
                    .mov(18, MASKS | 5)
                    .msrDaifClr(8)
                    .add(2, 2, 1)
                    .label("here")
                    .add(2, 2, 1);
            guest.program.label("after");
            guest.report(2);
            guest.end();
            guest.run();
            assertThat(guest.onlyTaken().esr()).isEqualTo(BREAKPOINT_EL1);
            assertThat(guest.value(0)).isEqualTo(1);
        }
    }

    /** A watchpoint of kinds (1 load, 2 store) on the bytes of BAS at {@link #USER_DATA}. */
    private static Consumer<Guest> watch(long kinds, long bytes) {
        return guest -> guest.program
                .set(Registers.DBGWVR0, USER_DATA)
                .set(Registers.DBGWCR0, 1 | 2 << 1 | kinds << 3 | bytes << 5);
    }

    @Test
    void aWatchpointStopsTheAccessItWaitsFor() {
        List<Guest.Taken> taken = atEl0(
                1 << 15,
                MASKS,
                watch(2, 0xFF),
                code -> code.ldr(2, 1).add(2, 2, 1).str(2, 1).svc(99));
        assertThat(taken).hasSize(1);
        assertThat(taken.getFirst().esr()).isEqualTo(WATCHPOINT_EL0 | 1 << 6);
        assertThat(taken.getFirst().far()).isEqualTo(USER_DATA);
        assertThat(taken.getFirst().elr()).isEqualTo(VA + 8);
        assertThat(atEl0(
                        1 << 15,
                        MASKS,
                        watch(1, 0xFF),
                        code -> code.str(2, 1).ldr(2, 1).svc(99)))
                .extracting(Guest.Taken::esr)
                .containsExactly(WATCHPOINT_EL0);
    }

    @Test
    void aWatchpointLooksAtItsBytesOnly() {
        Consumer<A64> accesses =
                code -> code.ldr(2, 2, 1, 0).ldr(0, 2, 1, 6).ldr(1, 2, 1, 4).svc(99);
        List<Guest.Taken> taken = atEl0(1 << 15, MASKS, watch(1, 0x20), accesses);
        assertThat(taken).extracting(Guest.Taken::esr).containsExactly(WATCHPOINT_EL0);
        assertThat(taken.getFirst().elr()).isEqualTo(VA + 8);
    }

    @Test
    void aWatchedAccessThatIsNotAllowedIsADataAbort() {
        Consumer<Guest> unmapped = guest -> guest.program
                .set(Registers.DBGWVR0, VA + 0x1000)
                .set(Registers.DBGWCR0, 1 | 2 << 1 | 3 << 3 | 0xFF << 5);
        List<Guest.Taken> taken =
                atEl0(1 << 15, MASKS, unmapped, code -> code.mov(1, VA + 0x1000).ldr(2, 1));
        assertThat(taken).extracting(Guest.Taken::esr).containsExactly(0x24L << 26 | IL | 0x07);
    }

    @Test
    void aWatchpointOnEl1SeesEl1() {
        try (Guest guest = new Guest()) {
            guest.program.set(Registers.DBGWVR0, Guest.DATA);
            guest.program
                    .set(Registers.DBGWCR0, 1 | 1 << 1 | 3 << 3 | 0xFF << 5)
                    .set(Registers.OSLAR, 0);
            guest.program
                    .set(Registers.MDSCR, 1 << 15 | 1 << 13)
                    .isb()
                    .mov(1, Guest.DATA)
                    .ldr(2, 1);
            guest.program.mov(18, MASKS | 5).msrDaifClr(8);
            guest.expectFault(() -> guest.program.ldr(2, 1));
            guest.end();
            guest.run();
            assertThat(guest.onlyTaken().esr()).isEqualTo(WATCHPOINT_EL1);
        }
    }
}
