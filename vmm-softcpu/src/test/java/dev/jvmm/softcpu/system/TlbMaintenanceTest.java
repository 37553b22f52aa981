// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.system;

import static dev.jvmm.softcpu.system.PageTables.NORMAL;
import static dev.jvmm.softcpu.system.PageTables.NOT_GLOBAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.softcpu.testing.EachEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What invalidation and a change of ASID must make the CPU forget (Arm ARM D8.14, D8.15). */
@EachEngine
@Timeout(120)
class TlbMaintenanceTest {
    private static final long VA = 0x12_3456_7000L;
    private static final long OTHER = Guest.DATA + 0x10_0000;

    /** The ways to invalidate one page of an ASID. */
    enum Way {
        ALL,
        ADDRESS,
        ADDRESS_LAST_LEVEL,
        ADDRESS_ANY_ASID,
        ASID,
        ADDRESS_INNER_SHAREABLE;

        void invalidate(A64 program, long va) {
            invalidate(program, va, 0);
        }

        void invalidate(A64 program, long va, int asid) {
            long of = (long) asid << 48;
            program.dsb().mov(5, of | va >>> 12 & 0xFFF_FFFF_FFFFL).mov(6, of);
            switch (this) {
                case ALL -> program.tlbiAll();
                case ADDRESS -> program.tlbiVa(5);
                case ADDRESS_LAST_LEVEL -> program.sys(0, 8, 7, 5, 5);
                case ADDRESS_ANY_ASID -> program.sys(0, 8, 7, 3, 5);
                case ASID -> program.tlbiAsid(6);
                case ADDRESS_INNER_SHAREABLE -> program.tlbiVaIs(5);
            }
            program.dsb().isb();
        }
    }

    static void use(Guest guest, PageTables tables) {
        guest.mmuOn(Guest.HIGH);
        guest.program
                .set(Registers.TTBR0, tables.root())
                .set(Registers.TCR, tables.lowTcr())
                .isb()
                .tlbiAll()
                .dsb();
    }

    /** The guest's own store to a descriptor, through the high half. */
    static void rewrite(Guest guest, long descriptor, long value) {
        guest.program.mov(3, Guest.HIGH + descriptor).mov(4, value).str(4, 3);
    }

    private static void load(Guest guest, long va) {
        guest.program.mov(1, va).ldr(2, 1);
        guest.report(2);
    }

    @ParameterizedTest
    @EnumSource
    void aChangedPageIsSeenAfterInvalidation(Way way) {
        try (Guest guest = new Guest()) {
            guest.write(Guest.DATA, 1);
            guest.write(OTHER, 2);
            PageTables tables = new PageTables(guest, 12, 39).map(VA, Guest.DATA, 3, NORMAL | NOT_GLOBAL);
            use(guest, tables);
            load(guest, VA);
            rewrite(guest, tables.descriptor(VA, 3), OTHER | NORMAL | NOT_GLOBAL | 3);
            way.invalidate(guest.program, VA);
            load(guest, VA);
            guest.program.mov(2, 3).str(2, 1);
            guest.end();
            guest.run();
            assertThat(guest.value(0)).isEqualTo(1);
            assertThat(guest.value(1)).isEqualTo(2);
            assertThat(guest.read(OTHER)).isEqualTo(3);
            assertThat(guest.read(Guest.DATA)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 14, 16})
    void aBlockIsInvalidatedByAnyAddressInIt(int granuleShift) {
        try (Guest guest = new Guest()) {
            guest.write(Guest.DATA + 0x8_0000, 1);
            PageTables tables = new PageTables(guest, granuleShift, 39);
            int level = 2;
            long base = 0x40L << 32;
            long within = Guest.DATA + 0x8_0000 & (1L << tables.shift(level)) - 1;
            long block = Guest.DATA & -1L << tables.shift(level);
            tables.map(base, block, level, NORMAL);
            use(guest, tables);
            load(guest, base + within);
            guest.program.mov(1, base + 0x1000).ldr(2, 1);
            rewrite(guest, tables.descriptor(base, level), 0);
            Way.ADDRESS.invalidate(guest.program, base + (1L << tables.shift(level)) - 0x1000);
            guest.program.mov(1, base + within);
            guest.expectFault(() -> guest.program.ldr(2, 1));
            guest.program.mov(1, base + 0x1000);
            guest.expectFault(() -> guest.program.ldr(2, 1));
            guest.end();
            guest.run();
            assertThat(guest.value(0)).isEqualTo(1);
            assertThat(guest.taken()).hasSize(2).allMatch(taken -> taken.esr() == (0x25L << 26 | 1L << 25 | 4 + level));
        }
    }

    @Test
    void blocksFarApartAreEachInvalidatedByTheirAddresses() {
        try (Guest guest = new Guest()) {
            PageTables tables = new PageTables(guest, 12, 39);
            long[] bases = {0x11L << 30, 0x7AL << 30, 0x1_4000_0000L};
            for (long base : bases) {
                tables.map(base, Guest.RAM, 2, NORMAL);
            }
            use(guest, tables);
            for (long base : bases) {
                guest.program.mov(1, base + 0x3000).ldr(2, 1);
            }
            for (long base : bases) {
                rewrite(guest, tables.descriptor(base, 2), 0);
                Way.ADDRESS.invalidate(guest.program, base + 0x1F_F000);
                guest.program.mov(1, base + 0x3000);
                guest.expectFault(() -> guest.program.ldr(2, 1));
            }
            guest.end();
            guest.run();
            assertThat(guest.taken()).hasSize(bases.length);
        }
    }

    @Test
    void aTaggedAddressIsForgottenWithItsPage() {
        try (Guest guest = new Guest()) {
            PageTables tables = new PageTables(guest, 12, 39).map(VA, Guest.DATA, 3, NORMAL);
            use(guest, tables);
            guest.program.set(Registers.TCR, tables.lowTcr() | 1L << 37).isb();
            guest.program.mov(1, 0x77L << 56 | VA).ldr(2, 1);
            rewrite(guest, tables.descriptor(VA, 3), 0);
            Way.ADDRESS.invalidate(guest.program, VA);
            guest.expectFault(() -> guest.program.ldr(2, 1));
            guest.end();
            guest.run();
            assertThat(guest.onlyTaken().far()).isEqualTo(0x77L << 56 | VA);
        }
    }

    @Test
    void anotherAsidSeesItsOwnPagesAndTheGlobalOnes() {
        try (Guest guest = new Guest()) {
            guest.write(Guest.DATA, 1);
            guest.write(OTHER, 2);
            guest.write(OTHER + 0x1000, 9);
            PageTables first = new PageTables(guest, 12, 39).map(VA, Guest.DATA, 3, NORMAL | NOT_GLOBAL);
            PageTables second =
                    new PageTables(guest, 12, 39, Guest.TABLES + 0x8_0000).map(VA, OTHER, 3, NORMAL | NOT_GLOBAL);
            first.map(VA + 0x1000, OTHER + 0x1000, 3, NORMAL);
            second.map(VA + 0x1000, OTHER + 0x1000, 3, NORMAL);
            use(guest, first);
            for (int round = 0; round < 2; round++) {
                guest.program.set(Registers.TTBR0, first.root() | 1L << 48).isb();
                load(guest, VA);
                load(guest, VA + 0x1000);
                guest.program.set(Registers.TTBR0, second.root() | 2L << 48).isb();
                load(guest, VA);
                load(guest, VA + 0x1000);
            }
            guest.end();
            guest.run();
            for (int round = 0; round < 8; round += 4) {
                assertThat(guest.value(round)).isEqualTo(1);
                assertThat(guest.value(round + 1)).isEqualTo(9);
                assertThat(guest.value(round + 2)).isEqualTo(2);
                assertThat(guest.value(round + 3)).isEqualTo(9);
            }
        }
    }

    @Test
    void theAsidComesFromTtbr1WhenTcrSaysSo() {
        try (Guest guest = new Guest()) {
            guest.write(Guest.DATA, 1);
            guest.write(OTHER, 2);
            PageTables tables = new PageTables(guest, 12, 39).map(VA, Guest.DATA, 3, NORMAL | NOT_GLOBAL);
            use(guest, tables);
            guest.program.set(Registers.TCR, tables.lowTcr() | 1 << 22).isb();
            load(guest, VA);
            rewrite(guest, tables.descriptor(VA, 3), OTHER | NORMAL | NOT_GLOBAL | 3);
            guest.program.dsb().mrs(9, Registers.TTBR1).mov(10, 5L << 48).addRegister(9, 9, 10);
            guest.program.msr(Registers.TTBR1, 9).isb();
            load(guest, VA);
            guest.end();
            guest.run();
            assertThat(guest.value(0)).isEqualTo(1);
            assertThat(guest.value(1)).isEqualTo(2);
        }
    }

    @Test
    void codeThatIsUnmappedIsNotExecutedAfterInvalidation() {
        try (Guest guest = new Guest()) {
            guest.put(Guest.DATA, new A64().add(5, 5, 1).ret());
            PageTables tables = new PageTables(guest, 12, 39).map(VA, Guest.DATA, 3, NORMAL);
            use(guest, tables);
            guest.program.mov(7, 0).mov(1, VA).blr(1).blr(1);
            rewrite(guest, tables.descriptor(VA, 3), 0);
            Way.ADDRESS.invalidate(guest.program, VA);
            guest.program.mov(1, VA);
            guest.expectFault(() -> guest.program.blr(1));
            guest.end();
            guest.run();
            assertThat(guest.onlyTaken().esr()).isEqualTo(0x21L << 26 | 1L << 25 | 0x07);
            assertThat(guest.onlyTaken().elr()).isEqualTo(VA);
        }
    }
}
