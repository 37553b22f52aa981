// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.system;

import static dev.jvmm.softcpu.system.PageTables.NORMAL;
import static dev.jvmm.softcpu.system.PageTables.READ_ONLY;
import static dev.jvmm.softcpu.system.PageTables.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.softcpu.testing.EachEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loops whose accesses leave the page that the accesses before were to, or find it changed. */
@EachEngine
@Timeout(120)
class AccessesAcrossPagesTest {
    private static final long PAGE = 4096;
    private static final long VA = 0x12_3456_7000L;
    private static final long TO = 0x12_3477_7000L;
    /** Where the pages from VA on lie: not in order, and not side by side. */
    private static final long[] FROM_PAGES = {Guest.DATA + 6 * PAGE, Guest.DATA + 2 * PAGE, Guest.DATA + 9 * PAGE};

    private static final long[] TO_PAGES = {Guest.DATA + 20 * PAGE, Guest.DATA + 17 * PAGE, Guest.DATA + 24 * PAGE};

    private static PageTables mapped(Guest guest) {
        PageTables tables = new PageTables(guest, 12, 39);
        for (int i = 0; i < FROM_PAGES.length; i++) {
            tables.map(VA + i * PAGE, FROM_PAGES[i], 3, NORMAL);
            tables.map(TO + i * PAGE, TO_PAGES[i], 3, NORMAL);
        }
        return tables;
    }

    private static int pattern(long at) {
        return (int) (at * 0x9E37_79B9L >>> 7) & 0xFF;
    }

    private static byte at(Guest guest, long[] pages, long offset) {
        long gpa = pages[(int) (offset / PAGE)] + offset % PAGE;
        return (byte) (guest.read(gpa & -8) >>> 8 * (gpa & 7));
    }

    private static void fill(Guest guest) {
        for (int page = 0; page < FROM_PAGES.length; page++) {
            for (long word = 0; word < PAGE; word += 8) {
                long value = 0;
                for (int i = 0; i < 8; i++) {
                    value |= (long) pattern(page * PAGE + word + i) << 8 * i;
                }
                guest.write(FROM_PAGES[page] + word, value);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 7})
    void aCopyThroughPagesThatLieApartFindsEach(int misalignment) {
        try (Guest guest = new Guest()) {
            fill(guest);
            TlbMaintenanceTest.use(guest, mapped(guest));
            long words = (FROM_PAGES.length * PAGE - 8) / 8;
            guest.program
                    .mov(1, VA + misalignment)
                    .mov(2, TO + misalignment)
                    .mov(3, words)
                    .label("copy")
                    .ldrPost(4, 1, 8)
                    .strPost(4, 2, 8)
                    .subs(3, 3, 1)
                    .b(A64.NE, "copy");
            guest.end();
            guest.run();
            assertThat(guest.taken()).isEmpty();
            for (long offset = misalignment; offset < misalignment + 8 * words; offset++) {
                assertThat(at(guest, TO_PAGES, offset)).as("byte %s", offset).isEqualTo((byte) pattern(offset));
            }
        }
    }

    @Test
    void pairsAndVectorsAcrossPagesFindEach() {
        try (Guest guest = new Guest()) {
            fill(guest);
            TlbMaintenanceTest.use(guest, mapped(guest));
            long steps = (FROM_PAGES.length * PAGE - 64) / 32;
            guest.program
                    .set(Registers.CPACR, 3 << 20)
                    .isb()
                    .mov(1, VA + 24)
                    .mov(2, TO + 24)
                    .mov(3, steps)
                    .label("copy")
                    .word(0xAD40_0420) // LDP Q0, Q1, [X1]
                    .word(0xAD00_0440) // STP Q0, Q1, [X2]
                    .add(1, 1, 32)
                    .add(2, 2, 32)
                    .subs(3, 3, 1)
                    .b(A64.NE, "copy");
            guest.end();
            guest.run();
            assertThat(guest.taken()).isEmpty();
            for (long offset = 24; offset < 24 + 32 * steps; offset++) {
                assertThat(at(guest, TO_PAGES, offset)).as("byte %s", offset).isEqualTo((byte) pattern(offset));
            }
        }
    }

    @Test
    void thePageAfterTheLastFaultsAtItsFirstByte() {
        try (Guest guest = new Guest()) {
            TlbMaintenanceTest.use(guest, mapped(guest));
            guest.program.mov(1, VA).mov(3, 0);
            guest.expectFault(() ->
                    guest.program.label("scan").ldrPost(4, 1, 8).add(3, 3, 1).b("scan"));
            guest.report(1);
            guest.report(3);
            guest.end();
            guest.run();
            long beyond = VA + FROM_PAGES.length * PAGE;
            assertThat(guest.onlyTaken().far()).isEqualTo(beyond);
            assertThat(guest.value(0)).isEqualTo(beyond);
            assertThat(guest.value(1)).isEqualTo(FROM_PAGES.length * PAGE / 8);
        }
    }

    @Test
    void aPageThatWasLoadedFromIsNotStoredTo() {
        try (Guest guest = new Guest()) {
            guest.write(Guest.DATA, 5);
            PageTables tables = new PageTables(guest, 12, 39).map(VA, Guest.DATA, 3, NORMAL | READ_ONLY);
            TlbMaintenanceTest.use(guest, tables);
            guest.program.mov(1, VA).mov(3, 10).mov(4, 0);
            guest.expectFault(() -> guest.program
                    .label("round")
                    .ldr(2, 1)
                    .subs(3, 3, 1)
                    .b(A64.NE, "round")
                    .label("more")
                    .ldr(2, 1)
                    .str(4, 1)
                    .b("more"));
            guest.end();
            guest.run();
            assertThat(guest.onlyTaken().far()).isEqualTo(VA);
            assertThat(guest.read(Guest.DATA)).isEqualTo(5);
        }
    }

    @Test
    void aPageThatTheLoopItselfChangesIsSeenChanged() {
        try (Guest guest = new Guest()) {
            long other = Guest.DATA + 4 * PAGE;
            guest.write(Guest.DATA, 1);
            guest.write(other, 2);
            PageTables tables = new PageTables(guest, 12, 39).map(VA, Guest.DATA, 3, NORMAL);
            TlbMaintenanceTest.use(guest, tables);
            guest.program
                    .mov(1, VA)
                    .mov(7, 4)
                    .mov(8, tables.descriptor(VA, 3) + Guest.HIGH)
                    .mov(10, Guest.DATA | NORMAL | 3)
                    .mov(11, other | NORMAL | 3)
                    .mov(5, VA >>> 12)
                    .label("round")
                    .ldr(2, 1)
                    .ldr(2, 1)
                    .str(7, 1)
                    .str(7, 1);
            guest.report(2);
            guest.program
                    .movRegister(12, 10)
                    .movRegister(10, 11)
                    .movRegister(11, 12)
                    .str(10, 8)
                    .dsb()
                    .tlbiVa(5)
                    .dsb()
                    .isb()
                    .subs(7, 7, 1)
                    .b(A64.NE, "round");
            guest.end();
            guest.run();
            // Each page has what the round two before stored.
            assertThat(new long[] {guest.value(0), guest.value(1), guest.value(2), guest.value(3)})
                    .containsExactly(1, 2, 4, 3);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPageThatPanForbidsFromTheSecondRoundOnFaultsThen(boolean inFunction) {
        try (Guest guest = new Guest()) {
            PageTables tables = new PageTables(guest, 12, 39).map(VA, Guest.DATA, 3, NORMAL | USER);
            TlbMaintenanceTest.use(guest, tables);
            guest.program.msrPan(0).mov(1, VA).mov(3, 3);
            guest.expectFault(() -> {
                // Twice, for the first look fills the TLB.
                guest.program.label("round").ldr(2, 1).ldr(2, 1).subs(3, 3, 1);
                if (inFunction) {
                    guest.program.bl("function");
                } else {
                    guest.program.msrPan(1);
                }
                guest.program.cbnz(3, "round");
            });
            guest.report(3);
            guest.end();
            guest.program.label("function").msrPan(1).ret();
            guest.run();
            assertThat(guest.onlyTaken().far()).isEqualTo(VA);
            assertThat(guest.value(0)).isEqualTo(2);
        }
    }
}
