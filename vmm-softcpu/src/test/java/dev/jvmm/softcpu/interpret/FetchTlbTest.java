// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.softcpu.code.CodePage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchTlbTest {
    private static final int PAGE = CodePage.SHIFT;
    private static final int BLOCK = 21;
    private static final long VA = 0xFFFF_8000_1234_5000L;
    private static final CodePage CODE = new CodePage(0x4000_0000L, 0);

    private final FetchTlb tlb = new FetchTlb();

    /** There are fewer tags than that. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsForgottenStaysForgottenHoweverOftenAllIs(boolean nonGlobal) {
        tlb.fill(1, VA, CODE, nonGlobal, PAGE);
        for (int i = 0; i < 10_000; i++) {
            tlb.clear();
            assertThat(tlb.find(1, VA)).isNull();
        }
    }

    @Test
    void whatIsOfOneAsidIsNotFoundUnderAnyOther() {
        tlb.select(7);
        tlb.fill(0, VA, CODE, true, PAGE);
        for (int asid = 8; asid < 10_000; asid++) {
            tlb.select(asid);
            assertThat(tlb.find(0, VA)).isNull();
        }
    }

    @Test
    void anAsidFindsItsPageAgainAndAGlobalPageIsEveryonesButOfOneEl() {
        tlb.select(7);
        tlb.fill(0, VA, CODE, true, PAGE);
        tlb.fill(1, VA, CODE, false, PAGE);
        tlb.select(8);
        assertThat(tlb.find(0, VA)).isNull();
        assertThat(tlb.find(1, VA)).isSameAs(CODE);
        tlb.select(7);
        assertThat(tlb.find(0, VA)).isSameAs(CODE);
    }

    @Test
    void anAddressOfALargeTranslationTakesAllOfIt() {
        tlb.fill(1, VA, CODE, false, BLOCK);
        tlb.clear(VA + 0x1000);
        assertThat(tlb.find(1, VA)).isNull();
    }

    @Test
    void anAddressElsewhereTakesNothing() {
        tlb.fill(1, VA, CODE, false, BLOCK);
        tlb.clear(0x1234_5000L + 0x1000);
        assertThat(tlb.find(1, VA)).isSameAs(CODE);
    }

    @Test
    void thePageInUseIsLeftWhenAnythingIsForgottenOrTheAsidChanges() {
        for (Runnable change :
                new Runnable[] {tlb::clear, () -> tlb.clear(VA), () -> tlb.clearAsid(3), () -> tlb.select(3)}) {
            tlb.enter(1, VA, CODE);
            assertThat(tlb.current(1, VA)).isSameAs(CODE);
            change.run();
            assertThat(tlb.current(1, VA)).isNull();
        }
    }
}
