// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.softcpu.testing.EachEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Outcomes that the memory model forbids (Arm ARM B2.3), looked for in many rounds. Writers count up, so readers never meet. */
@EachEngine
@Timeout(180)
class LitmusTest {
    private static final long X = Guest.DATA;
    private static final long Y = Guest.DATA + 0x1000;
    private static final long DONE = Guest.DATA + 0x2000;
    private static final long PAIRS = Guest.DATA + 0x1_0000;
    private static final long LOADED = Guest.DATA + 0x10_0000;
    private static final int ROUNDS = 20_000;
    private static final int SAMPLES = 1500;

    /** A vCPU that stores 1, 2, 3 and so on to X and then Y. */
    private static A64 writer(boolean ordered, int rounds) {
        A64 code = new A64()
                .mov(1, X)
                .mov(2, Y)
                .mov(3, 0)
                .mov(4, rounds)
                .label("round")
                .add(3, 3, 1);
        if (ordered) {
            code.str(3, 1).stlr(3, 2);
        } else {
            code.str(3, 1).dmb().str(3, 2);
        }
        return code.subs(4, 4, 1).b(A64.NE, "round").label("stop").wfi().b("stop");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aMessageIsThereWhenItsFlagIs(boolean ordered) {
        try (Guest guest = new Guest(2)) {
            guest.put(Guest.MORE_CODE, writer(ordered, ROUNDS));
            guest.cpuOn(1, Guest.MORE_CODE);
            guest.program.mov(1, X).mov(2, Y).mov(4, ROUNDS).mov(5, 0).label("again");
            if (ordered) {
                guest.program.ldar(6, 2).ldr(7, 1);
            } else {
                guest.program.ldr(6, 2).dmb().ldr(7, 1);
            }
            guest.program.word(0xEB06_00FF).b(2, "fine").add(5, 5, 1).label("fine"); // CMP X7, X6; B.HS
            guest.program.word(0xEB04_00DF).b(A64.NE, "again"); // CMP X6, X4
            guest.report(5);
            guest.end();
            guest.run();
            assertThat(guest.value(0)).isZero();
        }
    }

    @Test
    void twoLoadsOfOneLocationDoNotGoBack() {
        try (Guest guest = new Guest(2)) {
            guest.put(Guest.MORE_CODE, writer(false, ROUNDS));
            guest.cpuOn(1, Guest.MORE_CODE);
            guest.program
                    .mov(1, X)
                    .mov(4, ROUNDS)
                    .mov(5, 0)
                    .label("again")
                    .ldr(6, 1)
                    .ldr(7, 1);
            guest.program.word(0xEB06_00FF).b(2, "fine").add(5, 5, 1).label("fine");
            guest.program.word(0xEB04_00DF).b(A64.NE, "again");
            guest.report(5);
            guest.end();
            guest.run();
            assertThat(guest.value(0)).isZero();
        }
    }

    /** A loop of nothing but plain loads ends by another's store. */
    @Test
    void aLoopThatWaitsByPlainLoadsSeesTheStore() {
        try (Guest guest = new Guest(2)) {
            A64 other = new A64()
                    .mov(1, X)
                    .mov(2, Y)
                    .mov(3, 0)
                    .mov(4, 300)
                    .label("round")
                    .add(3, 3, 1)
                    .str(3, 2);
            other.label("wait").ldr(5, 1).word(0xEB03_00BF).b(A64.NE, "wait"); // CMP X5, X3
            guest.put(
                    Guest.MORE_CODE,
                    other.subs(4, 4, 1).b(A64.NE, "round").label("stop").wfi().b("stop"));
            guest.cpuOn(1, Guest.MORE_CODE);
            guest.program
                    .mov(1, X)
                    .mov(2, Y)
                    .mov(3, 0)
                    .mov(4, 300)
                    .label("round")
                    .add(3, 3, 1);
            guest.program
                    .label("wait")
                    .ldr(5, 2)
                    .word(0xEB03_00BF)
                    .b(A64.NE, "wait")
                    .str(3, 1);
            guest.program.subs(4, 4, 1).b(A64.NE, "round");
            guest.end();
            guest.run();
            assertThat(guest.read(X)).isEqualTo(300);
        }
    }

    /** Stores its count to {@code to} after it has loaded the other's from {@code from}; keeps what it loaded in each round. */
    private static A64 loadThenStore(A64 code, long from, long to, long loaded) {
        return code.mov(1, from)
                .mov(2, to)
                .mov(3, 0)
                .mov(4, ROUNDS)
                .mov(8, loaded)
                .label("round")
                .add(3, 3, 1)
                .ldr(5, 1)
                .dmb()
                .str(3, 2)
                .strPost(5, 8, 8)
                .subs(4, 4, 1)
                .b(A64.NE, "round");
    }

    /**
     * Load buffering: where round i of one saw the store of round j of the other, that round j must not have seen the store of round
     * i: each load is before its own round's store.
     */
    @Test
    void noTwoLoadsSeeEachOthersLaterStores() {
        long otherLoaded = LOADED + 8L * ROUNDS;
        try (Guest guest = new Guest(2)) {
            A64 other = loadThenStore(new A64(), Y, X, otherLoaded).mov(6, DONE).mov(7, 1);
            guest.put(Guest.MORE_CODE, other.stlr(7, 6).label("stop").wfi().b("stop"));
            guest.cpuOn(1, Guest.MORE_CODE);
            loadThenStore(guest.program, X, Y, LOADED);
            guest.program.mov(6, DONE).label("wait").ldar(5, 6).cbz(5, "wait");
            guest.end();
            guest.run();
            for (long i = 1; i <= ROUNDS; i++) {
                long seen = guest.read(LOADED + 8 * (i - 1));
                assertThat(seen).isBetween(0L, (long) ROUNDS);
                if (seen != 0) {
                    assertThat(guest.read(otherLoaded + 8 * (seen - 1))).isLessThan(i);
                }
            }
        }
    }

    /** Stores SAMPLES pairs of what it reads from {@code first} and then {@code second}, and says that it is done. */
    private static A64 reader(long first, long second, long pairs, long done) {
        A64 code = new A64()
                .mov(1, first)
                .mov(2, second)
                .mov(3, pairs)
                .mov(4, SAMPLES)
                .mov(8, 1)
                .mov(9, done);
        code.label("round").ldar(5, 1).ldar(6, 2).strPost(5, 3, 8).strPost(6, 3, 8);
        return code.subs(4, 4, 1)
                .b(A64.NE, "round")
                .stlr(8, 9)
                .label("stop")
                .wfi()
                .b("stop");
    }

    private static A64 counter(long location) {
        return new A64()
                .mov(1, location)
                .mov(3, 0)
                .label("round")
                .add(3, 3, 1)
                .stlr(3, 1)
                .b("round");
    }

    @Test
    void twoReadersAgreeOnTheOrderOfIndependentWrites() {
        try (Guest guest = new Guest(4)) {
            long secondPairs = PAIRS + 0x1_0000;
            long step = 0x1000;
            guest.put(Guest.MORE_CODE, counter(X));
            guest.put(Guest.MORE_CODE + step, counter(Y));
            guest.put(Guest.MORE_CODE + 2 * step, reader(Y, X, secondPairs, DONE));
            for (int cpu = 1; cpu < 4; cpu++) {
                guest.cpuOn(cpu, Guest.MORE_CODE + (cpu - 1) * step);
            }
            guest.program.mov(1, X).mov(2, Y).mov(3, PAIRS).mov(4, SAMPLES);
            guest.program.label("round").ldar(5, 1).ldar(6, 2).strPost(5, 3, 8).strPost(6, 3, 8);
            guest.program
                    .subs(4, 4, 1)
                    .b(A64.NE, "round")
                    .mov(9, DONE)
                    .label("wait")
                    .ldar(5, 9)
                    .cbz(5, "wait");
            guest.end();
            guest.run();
            int forbidden = 0;
            for (int i = 0; i < SAMPLES; i++) {
                long firstX = guest.read(PAIRS + 16L * i);
                long firstY = guest.read(PAIRS + 16L * i + 8);
                for (int k = 0; k < SAMPLES; k++) {
                    long secondY = guest.read(secondPairs + 16L * k);
                    long secondX = guest.read(secondPairs + 16L * k + 8);
                    // The first read of this reader comes after the last of the other, and sees less.
                    forbidden += firstX > secondX && secondY > firstY ? 1 : 0;
                }
            }
            assertThat(forbidden).isZero();
        }
    }
}
