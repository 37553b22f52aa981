// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.mmu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.softcpu.memory.HostAccess;
import java.lang.foreign.Arena;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is remembered, beside what must be forgotten: no guest can see that but by the clock. */
class TlbsTest {
    private static final long VA = 0x12_3456_7000L;
    private static final long HOST = 0x7000_0000L;
    private static final int SPACES = 8;

    private final Arena arena = Arena.ofConfined();
    private final Tlbs tlbs = new Tlbs(arena);

    @AfterEach
    void close() {
        arena.close();
    }

    private void fill(int regime, long va, boolean ofOneAsid) {
        tlbs.of(regime).fill(va, HOST, true, true, ofOneAsid, Tlb.PAGE_SHIFT);
    }

    private boolean knows(int regime, long va) {
        long entry = tlbs.of(regime).base + (va >>> Tlb.PAGE_SHIFT - Tlb.ENTRY_SHIFT & Tlb.OFFSET_MASK);
        boolean readable = HostAccess.getLong(entry + Tlb.READ_TAG) == (va & Tlb.PAGE_MASK);
        assertThat(HostAccess.getLong(entry + Tlb.WRITE_TAG) == (va & Tlb.PAGE_MASK))
                .isEqualTo(readable);
        return readable;
    }

    private void selectAndFill(int asid) {
        tlbs.select(asid);
        fill(Mmu.REGIME_EL0, VA, true);
    }

    @Test
    void theAsidsUsedLastFindTheirEntriesAgain() {
        for (int asid = 1; asid <= SPACES; asid++) {
            selectAndFill(asid);
        }
        for (int asid = 1; asid <= SPACES; asid++) {
            tlbs.select(asid);
            assertThat(knows(Mmu.REGIME_EL0, VA)).as("ASID %d", asid).isTrue();
        }
    }

    @Test
    void oneMoreTakesThePlaceOfTheOneUsedLongestAgo() {
        for (int asid = 1; asid <= SPACES; asid++) {
            selectAndFill(asid);
        }
        tlbs.select(1);
        tlbs.select(SPACES + 1);
        assertThat(knows(Mmu.REGIME_EL0, VA)).isFalse();
        tlbs.select(1);
        assertThat(knows(Mmu.REGIME_EL0, VA)).isTrue();
        tlbs.select(2);
        assertThat(knows(Mmu.REGIME_EL0, VA)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void invalidatingAnAsidTakesItsEntriesAndNoOthers(boolean inUse) {
        selectAndFill(1);
        selectAndFill(2);
        tlbs.select(inUse ? 1 : 2);
        tlbs.clearAsid(1);
        tlbs.select(1);
        assertThat(knows(Mmu.REGIME_EL0, VA)).isFalse();
        tlbs.select(2);
        assertThat(knows(Mmu.REGIME_EL0, VA)).isTrue();
    }

    /** As few as are noted one by one, one more, and more than there are entries. */
    @ParameterizedTest
    @ValueSource(ints = {1, 128, 129, 2 * Tlb.ENTRIES})
    void aChangeOfAsidTakesFromEl1WhatIsNotGlobal(int pages) {
        int asid = 0;
        for (int regime : new int[] {Mmu.REGIME_EL1, Mmu.REGIME_EL1_PAN}) {
            for (int round = 1; round <= 2; round++) {
                long global = VA - 0x1000;
                for (int i = 0; i < pages; i++) {
                    fill(regime, VA + 0x1000L * i, true);
                }
                fill(regime, global, false);
                tlbs.select(++asid);
                for (int i = 0; i < pages; i++) {
                    assertThat(knows(regime, VA + 0x1000L * i)).isFalse();
                }
                assertThat(knows(regime, global)).isTrue();
            }
        }
    }

    @Test
    void allAreForgottenUnderEveryAsid() {
        selectAndFill(1);
        selectAndFill(2);
        fill(Mmu.REGIME_EL1, VA, false);
        tlbs.clear();
        assertThat(knows(Mmu.REGIME_EL0, VA)).isFalse();
        assertThat(knows(Mmu.REGIME_EL1, VA)).isFalse();
        tlbs.select(1);
        assertThat(knows(Mmu.REGIME_EL0, VA)).isFalse();
    }
}
