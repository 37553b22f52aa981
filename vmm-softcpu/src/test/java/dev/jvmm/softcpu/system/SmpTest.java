// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.system;

import static dev.jvmm.softcpu.system.PageTables.NORMAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.softcpu.testing.EachEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two vCPUs on one memory: ordering, atomicity, shared maintenance, and the machine's control around them. */
@EachEngine
@Timeout(180)
class SmpTest {
    private static final long X = Guest.DATA;
    private static final long Y = Guest.DATA + 0x1000;
    private static final long DONE = Guest.DATA + 0x2000;
    private static final int ROUNDS = 3000;

    /** Ways to add one to the counter at X1, with X10 to X12 free. */
    enum Increment {
        EXCLUSIVE,
        COMPARE_AND_SWAP,
        ADD,
        LOCKED;

        void write(A64 code) {
            String again = code.fresh();
            switch (this) {
                case EXCLUSIVE ->
                    code.label(again)
                            .ldaxr(10, 1)
                            .add(10, 10, 1)
                            .stlxr(11, 10, 1)
                            .cbnz(11, again);
                case COMPARE_AND_SWAP -> {
                    code.label(again)
                            .ldr(10, 1)
                            .add(11, 10, 1)
                            .movRegister(12, 10)
                            .casal(12, 11, 1);
                    code.word(0xEB0A_019F).b(A64.NE, again); // CMP X12, X10
                }
                case ADD -> code.mov(10, 1).ldaddal(10, 11, 1);
                case LOCKED -> {
                    // The lock is the word after the counter.
                    code.add(12, 1, 8).mov(10, 1).label(again).swpal(10, 11, 12).cbnz(11, again);
                    code.ldr(10, 1).add(10, 10, 1).str(10, 1).mov(10, 0).stlr(10, 12);
                }
            }
        }
    }

    private static void waitUntilNotZero(A64 code, int n) {
        String again = code.fresh();
        code.label(again).ldar(10, n).cbz(10, again);
    }

    @ParameterizedTest
    @EnumSource
    void incrementsUnderContentionAreNeverLost(Increment increment) {
        try (Guest guest = new Guest(2)) {
            A64 other = new A64().mov(1, X).mov(2, ROUNDS).label("again");
            increment.write(other);
            other.subs(2, 2, 1)
                    .b(A64.NE, "again")
                    .mov(3, DONE)
                    .mov(4, 1)
                    .stlr(4, 3)
                    .label("stop")
                    .wfi()
                    .b("stop");
            guest.put(Guest.MORE_CODE, other);
            guest.cpuOn(1, Guest.MORE_CODE);
            guest.program.mov(1, X).mov(2, ROUNDS).label("again");
            increment.write(guest.program);
            guest.program.subs(2, 2, 1).b(A64.NE, "again").mov(3, DONE);
            waitUntilNotZero(guest.program, 3);
            guest.end();
            guest.run();
            assertThat(guest.read(X)).isEqualTo(2 * ROUNDS);
        }
    }

    @Test
    void aMessageIsSeenAfterItsFlag() {
        try (Guest guest = new Guest(2)) {
            // The sender stores the round to X, then to Y with release; the receiver sees at least that round in X.
            A64 sender = new A64().mov(1, X).mov(2, Y).mov(3, 0).mov(5, ROUNDS).label("again");
            sender.add(3, 3, 1)
                    .str(3, 1)
                    .stlr(3, 2)
                    .subs(5, 5, 1)
                    .b(A64.NE, "again")
                    .label("stop")
                    .wfi()
                    .b("stop");
            guest.put(Guest.MORE_CODE, sender);
            guest.cpuOn(1, Guest.MORE_CODE);
            guest.program
                    .mov(1, X)
                    .mov(2, Y)
                    .mov(5, ROUNDS)
                    .mov(6, 0)
                    .label("again")
                    .ldar(3, 2)
                    .ldr(4, 1);
            guest.program.word(0xEB03_009F).b(2, "fine").add(6, 6, 1).label("fine"); // CMP X4, X3; B.HS
            guest.program.word(0xEB05_007F).b(A64.NE, "again"); // CMP X3, X5
            guest.report(6);
            guest.end();
            guest.run();
            assertThat(guest.value(0)).isZero();
        }
    }

    @Test
    void storeBufferingIsForbiddenByABarrier() {
        try (Guest guest = new Guest(2)) {
            // Each round is numbered: a vCPU stores the number to its word, DMB, loads the other's. Both reading the
            // round
            // before is what the barriers forbid.
            long ready = Guest.DATA + 0x3000;
            long results = Guest.DATA + 0x1_0000;
            A64 other = new A64();
            party(other, Y, X, ready + 0x100, ready, results + 8);
            other.label("stop").wfi().b("stop");
            guest.put(Guest.MORE_CODE, other);
            guest.cpuOn(1, Guest.MORE_CODE);
            party(guest.program, X, Y, ready, ready + 0x100, results);
            guest.end();
            guest.run();
            for (long round = 1; round <= ROUNDS; round++) {
                long mine = guest.read(results + 16 * (round - 1));
                long theirs = guest.read(results + 16 * (round - 1) + 8);
                assertThat(mine == round - 1 && theirs == round - 1).isFalse();
            }
        }
    }

    /** Rounds of: meet, store, barrier, load, note what was loaded; and a last meeting. */
    private static void party(A64 code, long own, long foreign, long arrived, long awaited, long results) {
        code.mov(1, own)
                .mov(2, foreign)
                .mov(3, arrived)
                .mov(4, awaited)
                .mov(5, results)
                .mov(6, 0)
                .mov(7, ROUNDS);
        code.label("round").add(6, 6, 1);
        meet(code);
        code.str(6, 1).dmb().ldr(10, 2).strPost(10, 5, 16);
        code.add(6, 6, 0).subs(7, 7, 1).b(A64.NE, "round").add(6, 6, 1);
        meet(code);
    }

    private static void meet(A64 code) {
        String again = code.fresh();
        code.stlr(6, 3).label(again).ldar(10, 4).word(0xEB06_015F).b(3, again); // CMP X10, X6; B.LO
    }

    @Test
    void broadcastInvalidationIsDoneWhenDsbReturns() {
        try (Guest guest = new Guest(2)) {
            // vCPU 1 stores to a page without end; vCPU 0 takes the page away: after TLBI IS and DSB nothing is stored.
            long va = 0x12_3456_7000L;
            PageTables tables =
                    new PageTables(guest, 12, 39).map(va, X, 3, NORMAL).map(Guest.RAM, Guest.RAM, 2, NORMAL);
            tables.map(Guest.CODE & -1L << 21, Guest.CODE & -1L << 21, 2, NORMAL);
            A64 other = new A64().set(Registers.MAIR, Guest.MAIR_VALUE).set(Registers.TCR, tables.lowTcr());
            other.set(Registers.TTBR0, tables.root()).isb().set(Registers.VBAR, Guest.MORE_CODE + 0x800);
            other.set(Registers.SCTLR, Guest.SCTLR_MMU).isb().mov(1, va).mov(2, 0);
            other.label("again").add(2, 2, 1).str(2, 1).b("again");
            while (other.offset() < 0xA00) {
                other.nop();
            }
            guest.put(Guest.MORE_CODE, other.label("stop").wfi().b("stop"));
            guest.mmuOn(Guest.HIGH);
            guest.program.mov(20, Guest.HIGH + X);
            guest.cpuOn(1, Guest.MORE_CODE);
            waitUntilNotZero(guest.program, 20);
            guest.program
                    .mov(3, Guest.HIGH + tables.descriptor(va, 3))
                    .str(A64.XZR, 3)
                    .dsb();
            guest.program
                    .mov(5, va >>> 12)
                    .tlbiVaIs(5)
                    .dsb()
                    .ldr(21, 20)
                    .mov(7, 20_000)
                    .label("wait");
            guest.program.subs(7, 7, 1).b(A64.NE, "wait").ldr(22, 20);
            guest.report(21);
            guest.report(22);
            guest.end();
            guest.run();
            assertThat(guest.value(0)).isPositive();
            assertThat(guest.value(1)).isEqualTo(guest.value(0));
        }
    }

    @Test
    void newCodeIsExecutedAfterInvalidationAlsoByAnotherCpu() {
        try (Guest guest = new Guest(2)) {
            // vCPU 1 calls a function until it returns 2, which vCPU 0 makes it do.
            long function = Guest.DATA + 0x4000;
            guest.put(function, new A64().mov(2, 1).ret());
            A64 other = new A64()
                    .mov(1, function)
                    .mov(3, X)
                    .mov(4, Y)
                    .label("again")
                    .blr(1)
                    .str(2, 3);
            other.isb()
                    .subs(5, 2, 2)
                    .b(A64.NE, "again")
                    .stlr(2, 4)
                    .label("stop")
                    .wfi()
                    .b("stop");
            guest.put(Guest.MORE_CODE, other);
            guest.cpuOn(1, Guest.MORE_CODE);
            guest.program.mov(3, X).mov(4, Y);
            waitUntilNotZero(guest.program, 3);
            guest.program
                    .mov(1, function)
                    .mov(2, 0xD280_0042L)
                    .str(2, 2, 1, 0)
                    .dsb()
                    .icIvau(1)
                    .dsb()
                    .isb();
            waitUntilNotZero(guest.program, 4);
            guest.program.blr(1);
            guest.report(2);
            guest.end();
            guest.run();
            assertThat(guest.value(0)).isEqualTo(2);
        }
    }

    @Test
    void icIalluMakesOneSeeItsOwnNewCode() {
        try (Guest guest = new Guest()) {
            long function = Guest.DATA + 0x4000;
            guest.put(function, new A64().mov(2, 1).ret());
            guest.program.mov(1, function).blr(1);
            guest.report(2);
            guest.program
                    .mov(2, 0xD280_0042L)
                    .str(2, 2, 1, 0)
                    .dsb()
                    .icIallu()
                    .dsb()
                    .isb()
                    .blr(1);
            guest.report(2);
            guest.end();
            guest.run();
            assertThat(guest.value(0)).isEqualTo(1);
            assertThat(guest.value(1)).isEqualTo(2);
        }
    }

    @Test
    void theMachinePausesResumesResetsAndClosesAroundBusyAndWaitingCpus() {
        try (Guest guest = new Guest(2)) {
            A64 other = new A64()
                    .mov(1, X)
                    .label("again")
                    .mov(10, 1)
                    .ldaddal(10, 11, 1)
                    .tlbiVaIs(1)
                    .dsb();
            guest.put(Guest.MORE_CODE, other.b("again"));
            guest.cpuOn(1, Guest.MORE_CODE);
            guest.program
                    .mov(1, Y)
                    .mov(5, 0)
                    .label("again")
                    .mov(10, 1)
                    .ldaddal(10, 11, 1)
                    .tlbiVaIs(5)
                    .dsb();
            guest.program.b("again");
            guest.start();
            for (int round = 0; round < 40; round++) {
                guest.machine.pause();
                long before = guest.read(X) + guest.read(Y);
                Thread.yield();
                assertThat(guest.read(X) + guest.read(Y)).isEqualTo(before);
                if (round % 8 == 7) {
                    guest.machine.reset();
                }
                guest.machine.resume();
                Thread.onSpinWait();
            }
            while (guest.read(X) == 0 || guest.read(Y) == 0) {
                Thread.onSpinWait();
            }
        }
    }
}
