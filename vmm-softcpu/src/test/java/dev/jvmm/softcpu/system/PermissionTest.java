// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.system;

import static dev.jvmm.softcpu.system.PageTables.DEVICE;
import static dev.jvmm.softcpu.system.PageTables.NEVER_EXECUTE;
import static dev.jvmm.softcpu.system.PageTables.NORMAL;
import static dev.jvmm.softcpu.system.PageTables.NO_USER_TABLE;
import static dev.jvmm.softcpu.system.PageTables.PXN;
import static dev.jvmm.softcpu.system.PageTables.PXN_TABLE;
import static dev.jvmm.softcpu.system.PageTables.READ_ONLY;
import static dev.jvmm.softcpu.system.PageTables.READ_ONLY_TABLE;
import static dev.jvmm.softcpu.system.PageTables.USER;
import static dev.jvmm.softcpu.system.PageTables.UXN;
import static dev.jvmm.softcpu.system.PageTables.UXN_TABLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.softcpu.testing.EachEngine;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Access permissions, privileged access never, alignment and memory types (Arm ARM D8.4, B2.8). */
@EachEngine
@Timeout(120)
class PermissionTest {
    private static final long IL = 1L << 25;
    private static final long READ_FROM_EL1 = 0x25L << 26 | IL;
    private static final long READ_FROM_EL0 = 0x24L << 26 | IL;
    private static final long FETCH_FROM_EL1 = 0x21L << 26 | IL;
    private static final long FETCH_FROM_EL0 = 0x20L << 26 | IL;
    private static final long WRITE = 1 << 6;
    private static final long CACHE_MAINTENANCE = 1 << 8;
    private static final long PERMISSION = 0x0C;
    private static final long TRANSLATION = 0x04;
    private static final long ALIGNMENT = 0x21;
    private static final long VA = 0x12_3456_7000L;
    /** EL0, all interrupts masked. */
    private static final long EL0 = 0x3C0;
    /** EL1 with SP_EL1, all interrupts masked. */
    private static final long EL1 = 0x3C5;

    /** Executes {@code code} in the high half with one page, then another after it, mapped at {@link #VA}. */
    private static List<Guest.Taken> with(long attributes, long second, long table, Consumer<Guest> code) {
        try (Guest guest = new Guest()) {
            execute(guest, attributes, second, table, code);
            return guest.taken();
        }
    }

    private static void execute(Guest guest, long attributes, long second, long table, Consumer<Guest> code) {
        PageTables tables = new PageTables(guest, 12, 39);
        tables.map(VA, Guest.DATA, 3, attributes).orTable(VA, 2, table);
        if (second != 0) {
            tables.map(VA + 0x1000, Guest.DATA + 0x1000, 3, second);
        }
        guest.put(Guest.DATA + 0x800, new A64().ret());
        guest.mmuOn(Guest.HIGH);
        guest.program
                .set(Registers.TTBR0, tables.root())
                .set(Registers.TCR, tables.lowTcr())
                .isb()
                .tlbiAll()
                .dsb();
        guest.program.mov(1, VA);
        code.accept(guest);
        guest.end();
        guest.run();
    }

    private static List<Guest.Taken> with(long attributes, Consumer<Guest> code) {
        return with(attributes, 0, 0, code);
    }

    private static List<Long> syndromes(List<Guest.Taken> taken) {
        return taken.stream().map(Guest.Taken::esr).toList();
    }

    /** A load and a store from EL1, then unprivileged ones. */
    private static void loadAndStore(Guest guest) {
        guest.expectFault(() -> guest.program.ldr(2, 1));
        guest.expectFault(() -> guest.program.str(2, 1));
        guest.expectFault(() -> guest.program.ldtr(2, 1));
        guest.expectFault(() -> guest.program.sttr(2, 1));
    }

    @Test
    void accessPermissionsOfThePageHoldForLoadsAndStores() {
        long read = READ_FROM_EL1 | PERMISSION + 3;
        long write = read | WRITE;
        assertThat(syndromes(with(NORMAL | USER, PermissionTest::loadAndStore))).isEmpty();
        assertThat(syndromes(with(NORMAL, PermissionTest::loadAndStore))).containsExactly(read, write);
        assertThat(syndromes(with(NORMAL | USER | READ_ONLY, PermissionTest::loadAndStore)))
                .containsExactly(write, write);
        assertThat(syndromes(with(NORMAL | READ_ONLY, PermissionTest::loadAndStore)))
                .containsExactly(write, read, write);
    }

    @Test
    void permissionsOfATableLimitThoseOfItsPages() {
        long read = READ_FROM_EL1 | PERMISSION + 3;
        long write = read | WRITE;
        assertThat(syndromes(with(NORMAL | USER, 0, READ_ONLY_TABLE, PermissionTest::loadAndStore)))
                .containsExactly(write, write);
        assertThat(syndromes(with(NORMAL | USER, 0, NO_USER_TABLE, PermissionTest::loadAndStore)))
                .containsExactly(read, write);
    }

    @Test
    void privilegedAccessNeverKeepsEl1FromUserPagesButNotUnprivilegedAccesses() {
        List<Guest.Taken> taken = with(NORMAL | USER, guest -> {
            guest.program.msrPan(1);
            loadAndStore(guest);
            // Cache maintenance isn't an access in this respect.
            guest.program.dcCvac(1).icIvau(1).dcIvac(1);
            guest.expectFault(() -> guest.program.dcZva(1));
            guest.program.msrPan(0).ldr(2, 1);
        });
        long read = READ_FROM_EL1 | PERMISSION + 3;
        assertThat(syndromes(taken)).containsExactly(read, read | WRITE, read | WRITE);
    }

    @Test
    void privilegedAccessNeverComesBackWithAnExceptionUnlessSpanSaysNo() {
        try (Guest guest = new Guest()) {
            execute(guest, NORMAL, 0, 0, g -> {
                g.program.msrPan(1).mrs(2, Registers.PAN);
                g.report(2);
                g.program
                        .set(Registers.SCTLR, Guest.SCTLR_MMU & ~(1L << 23))
                        .isb()
                        .msrPan(0);
                g.program.mov(18, EL1 | 1 << 22);
                g.expectFault(() -> g.program.svc(0));
                g.program.mov(18, 0).mrs(2, Registers.PAN);
                g.report(2);
            });
            assertThat(guest.value(0)).isEqualTo(1 << 22);
            assertThat(guest.value(1)).isEqualTo(1 << 22);
        }
    }

    @Test
    void e0pdFaultsUnprivilegedAccessesToItsHalfAlone() {
        long e0pd0 = 1L << 55;
        long e0pd1 = 1L << 56;
        try (Guest guest = new Guest()) {
            execute(guest, NORMAL | USER, 0, 0, g -> {
                g.program.mrs(2, Registers.ID_AA64MMFR2);
                g.report(2);
                g.program.mrs(5, Registers.TCR).mov(6, e0pd1).addRegister(7, 5, 6);
                g.program.msr(Registers.TCR, 7).isb();
                loadAndStore(g);
                g.program
                        .mov(6, e0pd0)
                        .addRegister(7, 5, 6)
                        .msr(Registers.TCR, 7)
                        .isb();
                loadAndStore(g);
                g.program.atUserWrite(1).mrs(2, Registers.PAR);
                g.report(2);
                g.program.atRead(1).mrs(2, Registers.PAR).mrs(3, Registers.TCR);
                g.report(2);
                g.report(3);
            });
            long read = READ_FROM_EL1 | TRANSLATION;
            assertThat(syndromes(guest.taken())).containsExactly(read, read | WRITE);
            assertThat(guest.taken()).allMatch(taken -> taken.far() == VA);
            assertThat(guest.value(0) >>> 60).isEqualTo(1);
            assertThat(guest.value(1) & 0x7F).isEqualTo(TRANSLATION << 1 | 1);
            assertThat(guest.value(2) & 1).isZero();
            assertThat(guest.value(3) >>> 55 & 3).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, false", "55, false", "56, true"})
    void e0pdFaultsInstructionFetchesFromEl0(int bit, boolean faults) {
        List<Guest.Taken> taken = with(NORMAL, guest -> {
            guest.program.mrs(5, Registers.TCR).mov(6, bit == 0 ? 0 : 1L << bit).addRegister(5, 5, 6);
            guest.program.msr(Registers.TCR, 5).isb().mov(18, EL1);
            // In the high half; where EL0 comes to execute it, HVC is undefined.
            guest.expectFault(() -> {
                guest.toUser(EL0);
                guest.program.hvc();
            });
            guest.program.mov(18, 0);
        });
        assertThat(syndromes(taken)).containsExactly(faults ? FETCH_FROM_EL0 | TRANSLATION : IL);
    }

    @Test
    void anAtomicUpdateOfAReadOnlyPageIsAFaultedWrite() {
        List<Guest.Taken> taken = with(NORMAL | READ_ONLY, guest -> {
            guest.expectFault(() -> guest.program.ldaddal(2, 3, 1));
            guest.expectFault(() -> guest.program.casal(2, 3, 1));
            guest.program.ldxr(2, 1);
            guest.expectFault(() -> guest.program.stxr(4, 3, 1));
        });
        long write = READ_FROM_EL1 | PERMISSION + 3 | WRITE;
        assertThat(syndromes(taken)).containsExactly(write, write, write);
    }

    @Test
    void anAtomicUpdateThatCouldNotEvenReadIsAFaultedRead() {
        List<Guest.Taken> taken = with(0, guest -> {
            guest.expectFault(() -> guest.program.ldaddal(2, 3, 1));
            guest.expectFault(() -> guest.program.swpal(2, 3, 1));
        });
        long read = READ_FROM_EL1 | 0x08 + 3;
        assertThat(syndromes(taken)).containsExactly(read, read);
    }

    private static void call(Guest guest) {
        guest.expectFault(() -> guest.program.mov(1, VA + 0x800).blr(1));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, true", "0, 1, true", "1, 0, false", "2, 0, true", "3, 0, false", "0, 2, false"})
    void executeNeverBitsHoldAtTheirExceptionLevel(int page, int table, boolean allowed) {
        long attributes = NORMAL | READ_ONLY | USER | ((page & 1) != 0 ? PXN : 0) | ((page & 2) != 0 ? UXN : 0);
        long tableBits = ((table & 1) != 0 ? UXN_TABLE : 0) | ((table & 2) != 0 ? PXN_TABLE : 0);
        List<Guest.Taken> taken = with(attributes, 0, tableBits, PermissionTest::call);
        assertThat(syndromes(taken)).isEqualTo(allowed ? List.of() : List.of(FETCH_FROM_EL1 | PERMISSION + 3));
    }

    @Test
    void whatEl0MayWriteEl1DoesNotExecute() {
        List<Guest.Taken> taken = with(NORMAL | USER, PermissionTest::call);
        assertThat(syndromes(taken)).containsExactly(FETCH_FROM_EL1 | PERMISSION + 3);
        assertThat(taken.getFirst().far()).isEqualTo(VA + 0x800);
        assertThat(taken.getFirst().elr()).isEqualTo(VA + 0x800);
    }

    @Test
    void writableIsNeverExecutableWithWxn() {
        // The system's block is writable too, so this runs with WXN only for the call itself, in a page of its own.
        try (Guest guest = new Guest()) {
            PageTables low = new PageTables(guest, 12, 39);
            low.map(Guest.RAM, Guest.RAM, 1, NORMAL | READ_ONLY);
            low.map(VA, Guest.DATA, 3, NORMAL);
            guest.mmuOn(0);
            guest.program.set(Registers.TTBR0, low.root()).isb().tlbiAll().dsb();
            guest.program.mov(16, Guest.HIGH + Guest.RAM + 0x8_0000).mov(17, Guest.HIGH + Guest.RAM + 0x4_0000);
            guest.program.set(Registers.SCTLR, Guest.SCTLR_MMU | 1 << 19).isb();
            guest.put(Guest.DATA + 0x800, new A64().ret());
            call(guest);
            guest.program.set(Registers.SCTLR, Guest.SCTLR_MMU).isb();
            call(guest);
            guest.end();
            guest.run();
            assertThat(syndromes(guest.taken())).containsExactly(FETCH_FROM_EL1 | PERMISSION + 3);
        }
    }

    @Test
    void el0ReachesUserPagesOnly() {
        List<Guest.Taken> taken = with(NORMAL | USER, 0, 0, guest -> {
            guest.put(
                    Guest.DATA + 0x400,
                    new A64().str(2, 1).mov(1, VA + 0x1000).ldr(2, 1).svc(7));
            guest.program.set(Registers.SPSR, EL0).set(Registers.ELR, VA + 0x400);
            guest.program
                    .mov(18, EL1)
                    .adr(19, "back")
                    .eret()
                    .label("back")
                    .mov(18, 0)
                    .mov(19, 0);
        });
        assertThat(taken).hasSize(1);
        assertThat(taken.getFirst().esr()).isEqualTo(READ_FROM_EL0 | 0x04 + 3);
        assertThat(taken.getFirst().vector()).isEqualTo(0x400);
        assertThat(taken.getFirst().spsr()).isEqualTo(EL0);
    }

    @Test
    void el0IsKeptFromExecutingByUxn() {
        List<Guest.Taken> taken = with(NORMAL | USER | UXN, 0, 0, guest -> {
            guest.program.set(Registers.SPSR, EL0).set(Registers.ELR, VA + 0x800);
            guest.program
                    .mov(18, EL1)
                    .adr(19, "back")
                    .eret()
                    .label("back")
                    .mov(18, 0)
                    .mov(19, 0);
        });
        assertThat(syndromes(taken)).containsExactly(FETCH_FROM_EL0 | PERMISSION + 3);
    }

    @Test
    void unalignedAccessesAreFineOnNormalMemoryAndFaultOnDevice() {
        assertThat(with(NORMAL, guest -> guest.program.add(1, 1, 3).ldr(2, 1).str(2, 1)))
                .isEmpty();
        List<Guest.Taken> taken = with(DEVICE, guest -> {
            guest.program.ldr(2, 1).add(1, 1, 3);
            guest.expectFault(() -> guest.program.ldr(2, 1));
            guest.expectFault(() -> guest.program.str(2, 1));
            guest.expectFault(() -> guest.program.dcZva(1));
        });
        long read = READ_FROM_EL1 | ALIGNMENT;
        assertThat(syndromes(taken)).containsExactly(read, read | WRITE, read | WRITE);
        assertThat(taken).allMatch(one -> one.far() == VA + 3);
    }

    @Test
    void everyUnalignedAccessFaultsWithSctlrA() {
        List<Guest.Taken> taken = with(NORMAL, guest -> {
            guest.program
                    .ldr(2, 1)
                    .set(Registers.SCTLR, Guest.SCTLR_MMU | 2)
                    .isb()
                    .ldr(2, 1);
            guest.program.add(1, 1, 4).ldr(2, 2, 1, 0);
            guest.expectFault(() -> guest.program.ldr(2, 1));
            guest.expectFault(() -> guest.program.str(2, 1));
        });
        assertThat(syndromes(taken)).containsExactly(READ_FROM_EL1 | ALIGNMENT, READ_FROM_EL1 | ALIGNMENT | WRITE);
    }

    @Test
    void exclusivesAndAcquireAndReleaseNeedAlignmentAlways() {
        List<Guest.Taken> taken = with(NORMAL, guest -> {
            guest.program.add(1, 1, 4);
            guest.expectFault(() -> guest.program.ldxr(2, 1));
            guest.expectFault(() -> guest.program.ldar(2, 1));
            guest.expectFault(() -> guest.program.stlr(2, 1));
        });
        long read = READ_FROM_EL1 | ALIGNMENT;
        assertThat(syndromes(taken)).containsExactly(read, read, read | WRITE);
    }

    @Test
    void anAccessIntoAPageThatIsMissingFaultsThereAndChangesNothing() {
        try (Guest guest = new Guest()) {
            execute(guest, NORMAL, 0, 0, g -> {
                g.program.mov(1, VA + 0xFFC).mov(2, 42).mov(3, 43);
                g.expectFault(() -> g.program.ldr(2, 1));
                g.expectFault(() -> g.program.str(3, 1));
                g.expectFault(() -> g.program.word(0xF840_8C22)); // LDR X2, [X1, #8]!
                g.program.mov(4, VA + 0xFF8);
                g.expectFault(() -> g.program.ldp(2, 3, 4));
                for (int register = 1; register <= 3; register++) {
                    g.report(register);
                }
            });
            long read = READ_FROM_EL1 | 0x04 + 3;
            assertThat(syndromes(guest.taken())).containsExactly(read, read | WRITE, read, read);
            assertThat(guest.taken())
                    .extracting(Guest.Taken::far)
                    .containsExactly(VA + 0x1000, VA + 0x1000, VA + 0x1004, VA + 0x1000);
            assertThat(guest.value(0)).isEqualTo(VA + 0xFFC);
            assertThat(guest.value(1)).isEqualTo(42);
            assertThat(guest.value(2)).isEqualTo(43);
            assertThat(guest.read(Guest.DATA + 0xFF8)).isZero();
        }
    }

    @Test
    void anAccessThatCrossesIntoDeviceMemoryIsAnAlignmentFault() {
        List<Guest.Taken> taken = with(NORMAL, DEVICE, 0, guest -> {
            guest.program.mov(1, VA + 0xFFC);
            guest.expectFault(() -> guest.program.ldr(2, 1));
        });
        assertThat(syndromes(taken)).containsExactly(READ_FROM_EL1 | ALIGNMENT);
    }

    @Test
    void anAccessAcrossTwoPagesReachesBoth() {
        try (Guest guest = new Guest()) {
            execute(guest, NORMAL, NORMAL, 0, g -> {
                g.program
                        .mov(1, VA + 0xFFD)
                        .mov(2, 0x1122_3344_5566_7788L)
                        .str(2, 1)
                        .ldr(3, 1);
                g.report(3);
            });
            assertThat(guest.taken()).isEmpty();
            assertThat(guest.value(0)).isEqualTo(0x1122_3344_5566_7788L);
            assertThat(guest.read(Guest.DATA + 0x1000)).isEqualTo(0x11_2233_4455L);
        }
    }

    @Test
    void cacheMaintenanceFaultsAreWritesMarkedAsMaintenance() {
        List<Guest.Taken> taken = with(NORMAL | READ_ONLY, guest -> {
            guest.program.dcCvac(1);
            guest.expectFault(() -> guest.program.dcIvac(1));
            guest.program.mov(1, VA + 0x1010);
            guest.expectFault(() -> guest.program.dcCvac(1));
            guest.expectFault(() -> guest.program.icIvau(1));
            guest.expectFault(() -> guest.program.dcZva(1));
        });
        long write = READ_FROM_EL1 | WRITE;
        assertThat(syndromes(taken))
                .containsExactly(
                        write | CACHE_MAINTENANCE | PERMISSION + 3,
                        write | CACHE_MAINTENANCE | 0x04 + 3,
                        write | CACHE_MAINTENANCE | 0x04 + 3,
                        write | 0x04 + 3);
        assertThat(taken.getLast().far()).isEqualTo(VA + 0x1010);
    }

    @Test
    void dcZvaClearsTheBlockAroundTheAddress() {
        try (Guest guest = new Guest()) {
            for (int i = 0; i < 32; i++) {
                guest.write(Guest.DATA + 8L * i, -1);
            }
            execute(guest, NORMAL, 0, 0, g -> g.program.add(1, 1, 0x47).dcZva(1));
            for (int i = 0; i < 32; i++) {
                assertThat(guest.read(Guest.DATA + 8L * i)).isEqualTo(i / 8 == 1 ? 0 : -1);
            }
        }
    }

    @Test
    void executingWhereNoMemoryIsIsAnExternalAbort() {
        try (Guest guest = new Guest()) {
            PageTables tables = new PageTables(guest, 12, 39);
            tables.map(VA, 0x0900_0000L, 3, DEVICE);
            guest.mmuOn(Guest.HIGH);
            guest.program
                    .set(Registers.TTBR0, tables.root())
                    .set(Registers.TCR, tables.lowTcr())
                    .isb();
            call(guest);
            guest.end();
            guest.run();
            assertThat(guest.onlyTaken().esr()).isEqualTo(FETCH_FROM_EL1 | 0x10);
        }
    }

    @Test
    void addressTranslationLeavesTheAddressOrTheFaultInPar() {
        try (Guest guest = new Guest()) {
            execute(guest, NORMAL | NEVER_EXECUTE, DEVICE | USER | READ_ONLY, 0, g -> {
                g.program.add(1, 1, 0x123).atRead(1).mrs(2, Registers.PAR);
                g.report(2);
                g.program.atUserWrite(1).mrs(2, Registers.PAR);
                g.report(2);
                g.program.mov(1, VA + 0x1000).msrPan(1).atRead(1).mrs(2, Registers.PAR);
                g.report(2);
                g.program.mov(1, VA + 0x2000).atRead(1).mrs(2, Registers.PAR);
                g.report(2);
            });
            assertThat(guest.taken()).isEmpty();
            assertThat(guest.value(0)).isEqualTo(0xFFL << 56 | Guest.DATA | 1 << 11 | 3 << 7);
            assertThat(guest.value(1)).isEqualTo(1 << 11 | (PERMISSION + 3) << 1 | 1);
            assertThat(guest.value(2)).isEqualTo(Guest.DATA + 0x1000 | 1 << 11 | 2 << 7);
            assertThat(guest.value(3)).isEqualTo(1 << 11 | (0x04 + 3) << 1 | 1);
        }
    }
}
