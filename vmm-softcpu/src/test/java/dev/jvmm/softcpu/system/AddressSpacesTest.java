// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.system;

import static dev.jvmm.softcpu.system.PageTables.NORMAL;
import static dev.jvmm.softcpu.system.PageTables.NOT_GLOBAL;
import static dev.jvmm.softcpu.system.PageTables.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.softcpu.system.TlbMaintenanceTest.Way;
import dev.jvmm.softcpu.testing.EachEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Translations of one ASID are remembered while another is in use, and none is used that doesn't hold (Arm ARM D8.14, D8.16):
 * data that EL0 sees, by LDTR, and code.
 */
@EachEngine
@Timeout(120)
class AddressSpacesTest {
    private static final long DATA_VA = 0x12_3456_7000L;
    private static final long CODE_VA = DATA_VA + 0x1000;
    /** Where only one of them has code: no other takes its place in a cache. */
    private static final long OWN_VA = DATA_VA + 0x10_0000;

    private static final long TABLE_BYTES = 0x1_0000;

    /** One process: its tables, and what its pages hold. */
    private record Space(PageTables tables, int asid, int number) {
        /** Its data is {@code 100 + number}, its code adds {@code 1 + number} to X5. */
        static Space make(Guest guest, int number, int asid) {
            guest.write(data(number), 100 + number);
            guest.put(code(number), new A64().add(5, 5, 1 + number).ret());
            PageTables tables = new PageTables(guest, 12, 39, Guest.TABLES + number * TABLE_BYTES)
                    .map(DATA_VA, data(number), 3, NORMAL | NOT_GLOBAL | USER)
                    .map(CODE_VA, code(number), 3, NORMAL | NOT_GLOBAL)
                    .map(own(number), code(number), 3, NORMAL | NOT_GLOBAL);
            return new Space(tables, asid, number);
        }

        static long data(int number) {
            return Guest.DATA + 0x2000L * number;
        }

        static long code(int number) {
            return data(number) + 0x1000;
        }

        static long own(int number) {
            return OWN_VA + 0x1000L * number;
        }

        void use(Guest guest) {
            guest.program
                    .set(Registers.TTBR0, tables.root() | (long) asid << 48)
                    .isb();
        }

        /** Reports the data, and what the code adds in its two places. */
        void look(Guest guest) {
            use(guest);
            guest.program.mov(1, DATA_VA).ldtr(2, 1);
            guest.report(2);
            guest.program.mov(5, 0).mov(1, CODE_VA).blr(1);
            guest.report(5);
            guest.program.mov(5, 0).mov(1, own(number)).blr(1);
            guest.report(5);
        }
    }

    private static List<Long> values(Guest guest, int first, int count) {
        return IntStream.range(first, first + count).mapToObj(guest::value).toList();
    }

    private static List<Space> spaces(Guest guest, int count) {
        List<Space> spaces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            spaces.add(Space.make(guest, i, i + 1));
        }
        TlbMaintenanceTest.use(guest, spaces.getFirst().tables);
        return spaces;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8, 9, 20})
    void eachSeesItsOwnPagesHoweverManyThereAre(int count) {
        try (Guest guest = new Guest()) {
            List<Space> spaces = spaces(guest, count);
            for (int round = 0; round < 3; round++) {
                spaces.forEach(space -> space.look(guest));
            }
            guest.end();
            guest.run();
            for (int i = 0; i < 3 * count; i++) {
                assertThat(guest.value(3 * i)).isEqualTo(100 + i % count);
                assertThat(guest.value(3 * i + 1)).isEqualTo(1 + i % count);
                assertThat(guest.value(3 * i + 2)).isEqualTo(1 + i % count);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsInvalidatedWhileAnotherIsInUseIsForgotten(Way way) {
        try (Guest guest = new Guest()) {
            List<Space> spaces = spaces(guest, 2);
            Space other = Space.make(guest, 2, 3);
            Space first = spaces.getFirst();
            spaces.forEach(space -> space.look(guest));
            TlbMaintenanceTest.rewrite(
                    guest,
                    first.tables.descriptor(DATA_VA, 3),
                    Space.data(other.number) | NORMAL | NOT_GLOBAL | USER | 3);
            TlbMaintenanceTest.rewrite(
                    guest, first.tables.descriptor(CODE_VA, 3), Space.code(other.number) | NORMAL | NOT_GLOBAL | 3);
            TlbMaintenanceTest.rewrite(
                    guest,
                    first.tables.descriptor(Space.own(0), 3),
                    Space.code(other.number) | NORMAL | NOT_GLOBAL | 3);
            way.invalidate(guest.program, DATA_VA, first.asid);
            way.invalidate(guest.program, CODE_VA, first.asid);
            way.invalidate(guest.program, Space.own(0), first.asid);
            spaces.forEach(space -> space.look(guest));
            guest.end();
            guest.run();
            assertThat(values(guest, 0, 6)).containsExactly(100L, 1L, 1L, 101L, 2L, 2L);
            long added = 1 + other.number;
            assertThat(values(guest, 6, 6)).containsExactly(100L + other.number, added, added, 101L, 2L, 2L);
        }
    }

    @Test
    void ofAnAsidOfEightBitsTheUpperEightDoNotCount() {
        try (Guest guest = new Guest()) {
            Space first = Space.make(guest, 0, 0x0301);
            Space second = Space.make(guest, 1, 0x0002);
            TlbMaintenanceTest.use(guest, first.tables);
            first.look(guest);
            second.look(guest);
            TlbMaintenanceTest.rewrite(
                    guest, first.tables.descriptor(DATA_VA, 3), Space.data(1) | NORMAL | NOT_GLOBAL | USER | 3);
            Way.ASID.invalidate(guest.program, DATA_VA, 0x0501);
            first.look(guest);
            guest.end();
            guest.run();
            assertThat(guest.value(0)).isEqualTo(100);
            assertThat(guest.value(6)).isEqualTo(101);
        }
    }

    /** More changes than the tags of cached fetches can tell apart, and each invalidates all. */
    @Test
    void aLongLifeOfChangesMixesNothingUp() {
        int changes = 5000;
        try (Guest guest = new Guest()) {
            List<Space> spaces = spaces(guest, 2);
            guest.program.mov(5, 0).mov(6, 0).mov(20, changes).label("again");
            for (Space space : spaces) {
                space.use(guest);
                guest.program.mov(1, CODE_VA).blr(1).mov(1, DATA_VA).ldtr(2, 1).addRegister(6, 6, 2);
            }
            guest.program.tlbiAll().dsb().isb().subs(20, 20, 1).b(1, "again");
            guest.report(5);
            guest.report(6);
            guest.end();
            guest.run();
            assertThat(guest.value(0)).isEqualTo(3L * changes);
            assertThat(guest.value(1)).isEqualTo(201L * changes);
        }
    }

    @Test
    void aGlobalPageIsSeenByEach() {
        try (Guest guest = new Guest()) {
            List<Space> spaces = spaces(guest, 2);
            long shared = CODE_VA + 0x1000;
            guest.write(Guest.DATA + 0x10_0000, 77);
            for (Space space : spaces) {
                space.tables.map(shared, Guest.DATA + 0x10_0000, 3, NORMAL | USER);
            }
            for (int round = 0; round < 2; round++) {
                for (Space space : spaces) {
                    space.use(guest);
                    guest.program.mov(1, shared).ldtr(2, 1);
                    guest.report(2);
                }
            }
            guest.end();
            guest.run();
            assertThat(List.of(guest.value(0), guest.value(1), guest.value(2), guest.value(3)))
                    .containsOnly(77L);
        }
    }
}
