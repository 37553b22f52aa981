// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.system;

import static dev.jvmm.softcpu.system.PageTables.NORMAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.softcpu.testing.EachEngine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks of all granules, sizes and levels, and the faults on their way (Arm ARM D8.2 to D8.4). */
@EachEngine
@Timeout(120)
class TranslationTest {
    private static final long ESR_READ = 0x25L << 26 | 1L << 25;
    private static final long TRANSLATION = 0x04;
    private static final long ACCESS_FLAG = 0x08;

    /** A granule, an address size, and the level where the translation of an address ends. */
    record Shape(int granuleShift, int inputBits, int level) {
        long va(boolean high) {
            // Bits from all over the address, within the space and the page.
            long bits = 0x5A96_9C3A_5000L & (1L << inputBits) - 1 & -1L << 16;
            return high ? -1L << inputBits | bits : bits;
        }
    }

    static List<Shape> shapes() {
        List<Shape> all = new ArrayList<>();
        for (int granule : new int[] {12, 14, 16}) {
            for (int bits : new int[] {48, 47, 42, 39, 36, 32, 30, 25}) {
                int first = 4 - Math.ceilDiv(bits - granule, granule - 3);
                for (int level = Math.max(first, granule == 12 ? 1 : 2); level <= 3; level++) {
                    // A start at level 2 or 3 with a space below a block leaves nothing to index.
                    if (bits > (3 - level) * (granule - 3) + granule) {
                        all.add(new Shape(granule, bits, level));
                    }
                }
            }
        }
        return all;
    }

    private static long physical(PageTables tables, Shape shape, long va) {
        long mask = (1L << tables.shift(shape.level)) - 1;
        return Guest.DATA & ~mask | va & mask;
    }

    /** An address in the translation of {@code va} that lands in the data area. */
    private static long within(PageTables tables, Shape shape, long va) {
        long mask = (1L << tables.shift(shape.level)) - 1;
        return va & ~mask | Guest.DATA & mask;
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void loadsThroughTheLowHalf(Shape shape) {
        try (Guest guest = new Guest()) {
            PageTables tables = new PageTables(guest, shape.granuleShift, shape.inputBits);
            long va = within(tables, shape, shape.va(false)) + 0x128;
            tables.map(va, physical(tables, shape, 0), shape.level, NORMAL);
            guest.write(Guest.DATA + 0x128, 0x1234_5678_9ABCL);
            guest.mmuOn(Guest.HIGH);
            guest.program
                    .set(Registers.TTBR0, tables.root())
                    .set(Registers.TCR, tables.lowTcr())
                    .isb()
                    .tlbiAll()
                    .dsb();
            guest.program.mov(1, va).ldr(2, 1);
            guest.report(2);
            guest.end();
            guest.run();
            assertThat(guest.taken()).isEmpty();
            assertThat(guest.value(0)).isEqualTo(0x1234_5678_9ABCL);
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void storesThroughTheHighHalf(Shape shape) {
        try (Guest guest = new Guest()) {
            PageTables tables = new PageTables(guest, shape.granuleShift, shape.inputBits);
            long va = within(tables, shape, shape.va(true)) + 0x340;
            tables.map(va, physical(tables, shape, 0), shape.level, NORMAL);
            guest.mmuOn(0);
            guest.program
                    .set(Registers.TTBR1, tables.root())
                    .set(Registers.TCR, tables.highTcr())
                    .isb()
                    .tlbiAll()
                    .dsb();
            guest.program.mov(1, va).mov(2, 0xFEED).str(2, 1);
            guest.end();
            guest.run();
            assertThat(guest.taken()).isEmpty();
            assertThat(guest.read(Guest.DATA + 0x340)).isEqualTo(0xFEED);
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aMissingDescriptorIsATranslationFaultOfItsLevel(Shape shape) {
        Guest.Taken taken = loadWith(shape, 0);
        assertThat(taken.esr()).isEqualTo(ESR_READ | TRANSLATION + shape.level);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aClearAccessFlagIsAFaultOfItsLevel(Shape shape) {
        Guest.Taken taken = loadWith(shape, NORMAL & ~PageTables.ACCESS_FLAG | (shape.level == 3 ? 3 : 1));
        assertThat(taken.esr()).isEqualTo(ESR_READ | ACCESS_FLAG + shape.level);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void anOutputAddressBeyondTheSizeIsAFaultOfItsLevel(Shape shape) {
        Guest.Taken taken = loadWith(shape, 1L << 40 | NORMAL | (shape.level == 3 ? 3 : 1));
        assertThat(taken.esr()).isEqualTo(ESR_READ | shape.level);
    }

    @ParameterizedTest
    @CsvSource({"12, 48", "14, 36", "16, 42"})
    void aReservedDescriptorOfTheLastLevelIsATranslationFault(int granuleShift, int inputBits) {
        Shape shape = new Shape(granuleShift, inputBits, 3);
        assertThat(loadWith(shape, Guest.DATA | NORMAL | 1).esr()).isEqualTo(ESR_READ | TRANSLATION + 3);
    }

    /** The exception of a load through a descriptor, with the FAR checked. */
    private static Guest.Taken loadWith(Shape shape, long descriptor) {
        try (Guest guest = new Guest()) {
            PageTables tables = new PageTables(guest, shape.granuleShift, shape.inputBits);
            long va = shape.va(false) + 0x18;
            guest.write(tables.descriptor(va, shape.level), descriptor);
            guest.mmuOn(Guest.HIGH);
            guest.program
                    .set(Registers.TTBR0, tables.root())
                    .set(Registers.TCR, tables.lowTcr())
                    .isb();
            guest.program.mov(1, va).mov(2, 77);
            guest.expectFault(() -> guest.program.ldr(2, 1));
            guest.report(2);
            guest.end();
            guest.run();
            Guest.Taken taken = guest.onlyTaken();
            assertThat(taken.far()).isEqualTo(va);
            assertThat(taken.vector()).isEqualTo(0x200);
            assertThat(guest.value(0)).isEqualTo(77);
            return taken;
        }
    }

    @ParameterizedTest
    @CsvSource({"12, 1", "14, 2", "16, 2"})
    void aBlockWhereTheGranuleAllowsNoneIsATranslationFault(int granuleShift, int firstAllowed) {
        Shape shape = new Shape(granuleShift, 48, firstAllowed - 1);
        assertThat(loadWith(shape, NORMAL | 1).esr()).isEqualTo(ESR_READ | TRANSLATION + shape.level);
    }

    @ParameterizedTest
    @CsvSource({"12, 48", "12, 39", "14, 48", "16, 42"})
    void aTableBeyondTheAddressSizeIsAFaultOfItsLevel(int granuleShift, int inputBits) {
        try (Guest guest = new Guest()) {
            PageTables tables = new PageTables(guest, granuleShift, inputBits);
            int level = tables.firstLevel();
            Shape shape = new Shape(granuleShift, inputBits, level);
            assertThat(loadWith(shape, 1L << 41 | 3).esr()).isEqualTo(ESR_READ | level);
        }
    }

    @ParameterizedTest
    @CsvSource({"12, 48", "12, 39", "14, 48", "16, 42"})
    void aTableWhereNoMemoryIsIsAnExternalAbortOfTheNextLevel(int granuleShift, int inputBits) {
        try (Guest guest = new Guest()) {
            PageTables tables = new PageTables(guest, granuleShift, inputBits);
            int level = tables.firstLevel();
            Shape shape = new Shape(granuleShift, inputBits, level);
            assertThat(loadWith(shape, 1L << 36 | 3).esr()).isEqualTo(ESR_READ | 0x14 + level + 1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0x0001000000000000, 0",
        "0x0080000000000000, 0",
        "0xFFFE000000000000, 0",
        "0x1200004000000000, 0",
        "0x0000008000000000, 25"
    })
    void anAddressOutsideBothHalvesIsATranslationFaultOfLevelZero(String address, int sizeOffset) {
        long va = Long.parseUnsignedLong(address.substring(2), 16);
        try (Guest guest = new Guest()) {
            PageTables tables = new PageTables(guest, 12, sizeOffset == 0 ? 48 : 64 - sizeOffset);
            guest.mmuOn(Guest.HIGH);
            guest.program
                    .set(Registers.TTBR0, tables.root())
                    .set(Registers.TCR, tables.lowTcr())
                    .isb();
            guest.program.mov(1, va);
            guest.expectFault(() -> guest.program.ldr(2, 1));
            guest.expectFault(() -> guest.program.str(2, 1));
            guest.end();
            guest.run();
            assertThat(guest.taken()).hasSize(2);
            assertThat(guest.taken().get(0).esr()).isEqualTo(ESR_READ | TRANSLATION);
            assertThat(guest.taken().get(1).esr()).isEqualTo(ESR_READ | TRANSLATION | 1 << 6);
            assertThat(guest.taken()).allMatch(taken -> taken.far() == va);
        }
    }

    @Test
    void disabledWalksAreTranslationFaultsOfLevelZero() {
        try (Guest guest = new Guest()) {
            guest.mmuOn(Guest.HIGH);
            guest.program.set(Registers.TCR, Guest.TCR_SYSTEM | 1 << 7).isb().mov(1, Guest.DATA);
            guest.expectFault(() -> guest.program.ldr(2, 1));
            guest.end();
            guest.run();
            assertThat(guest.onlyTaken().esr()).isEqualTo(ESR_READ | TRANSLATION);
        }
    }

    @Test
    void aTableBaseBeyondTheAddressSizeIsAnAddressSizeFaultOfLevelZero() {
        try (Guest guest = new Guest()) {
            guest.mmuOn(Guest.HIGH);
            guest.program.set(Registers.TTBR0, 1L << 44).isb().tlbiAll().dsb().mov(1, Guest.DATA);
            guest.expectFault(() -> guest.program.ldr(2, 1));
            guest.end();
            guest.run();
            assertThat(guest.onlyTaken().esr()).isEqualTo(ESR_READ);
        }
    }

    @Test
    void aSmallTableNeedsOnlyTheAlignmentOfItsSize() {
        try (Guest guest = new Guest()) {
            // 31 bits at 4K start at level 1 with two entries.
            long root = Guest.TABLES + 0x40;
            PageTables tables = new PageTables(guest, 12, 31, root);
            guest.write(root + 8, Guest.RAM | NORMAL | 1);
            guest.write(Guest.DATA, 4711);
            guest.mmuOn(Guest.HIGH);
            guest.program
                    .set(Registers.TTBR0, root)
                    .set(Registers.TCR, tables.lowTcr())
                    .isb()
                    .tlbiAll()
                    .dsb();
            guest.program.mov(1, Guest.DATA).ldr(2, 1);
            guest.report(2);
            guest.end();
            guest.run();
            assertThat(guest.value(0)).isEqualTo(4711);
        }
    }

    @Test
    void withTranslationOffAnAddressBeyondThePhysicalSizeIsAnAddressSizeFault() {
        try (Guest guest = new Guest()) {
            for (long va : new long[] {1L << 40, 0x12L << 56 | Guest.DATA}) {
                guest.program.mov(1, va);
                guest.expectFault(() -> guest.program.ldr(2, 1));
            }
            guest.end();
            guest.run();
            assertThat(guest.taken()).extracting(Guest.Taken::esr).containsExactly(ESR_READ, ESR_READ);
        }
    }

    @Test
    void aTagInTheTopByteIsIgnoredWhereTcrSaysSo() {
        try (Guest guest = new Guest()) {
            guest.write(Guest.DATA, 99);
            guest.mmuOn(Guest.HIGH);
            guest.program.set(Registers.TCR, Guest.TCR_SYSTEM | 1L << 37).isb();
            guest.program.mov(1, 0xA5L << 56 | Guest.DATA).ldr(2, 1);
            guest.report(2);
            guest.program.mov(1, 0x25L << 56 | 0xFF_FF80L << 32 | Guest.DATA);
            guest.expectFault(() -> guest.program.ldr(2, 1));
            guest.end();
            guest.run();
            assertThat(guest.value(0)).isEqualTo(99);
            assertThat(guest.onlyTaken().esr()).isEqualTo(ESR_READ | TRANSLATION);
        }
    }

    @Test
    void aBranchToATaggedAddressLosesTheTag() {
        try (Guest guest = new Guest()) {
            guest.put(Guest.MORE_CODE, new A64().adr(3, "here").label("here").ret());
            guest.mmuOn(Guest.HIGH);
            guest.program.set(Registers.TCR, Guest.TCR_SYSTEM | 1L << 37).isb();
            guest.program.mov(1, 0x5AL << 56 | Guest.MORE_CODE).blr(1);
            guest.report(3);
            guest.end();
            guest.run();
            assertThat(guest.value(0)).isEqualTo(Guest.MORE_CODE + 4);
        }
    }
}
