// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.softcpu.code.CodePage;
import dev.jvmm.softcpu.code.Region;
import dev.jvmm.softcpu.cpu.Cpu;
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

    // ---- Regions.

    @Test
    void aRegionIsFoundWhereItsPageIs() {
        Region region = linked(1, VA, false);
        assertThat(tlb.region(1, VA)).isSameAs(region);
        assertThat(tlb.region(0, VA)).as("of another EL").isNull();
        assertThat(tlb.region(1, VA + 4)).as("of the next instruction").isNull();
        assertThat(tlb.region(1, VA + (1L << PAGE + 6))).as("of another page").isNull();
        assertThat(tlb.region(1, VA & 0xFFFF_FFFF_FFFFL))
                .as("of the other half")
                .isNull();
        assertThat(tlb.region(1, VA | 1))
                .as("at an address that is not aligned")
                .isNull();
    }

    @Test
    void aRegionOfAPageThatIsNotKnownIsNotNoted() {
        tlb.link(1, VA, new Nothing());
        assertThat(tlb.region(1, VA)).isNull();
    }

    @Test
    void aRegionIsOfItsAsidUnlessItsPageIsGlobal() {
        tlb.select(7);
        Region own = linked(0, VA, true);
        Region everyones = linked(1, VA + 0x1000, false);
        tlb.select(8);
        assertThat(tlb.region(0, VA)).isNull();
        assertThat(tlb.region(1, VA + 0x1000)).isSameAs(everyones);
        tlb.select(7);
        assertThat(tlb.region(0, VA)).isSameAs(own);
        tlb.clearAsid(7);
        assertThat(tlb.region(0, VA)).isNull();
        assertThat(tlb.region(1, VA + 0x1000)).isSameAs(everyones);
    }

    @Test
    void regionsAreForgottenWithTheirPageAlone() {
        linked(1, VA, false);
        linked(1, VA + 0xFFC, false);
        Region other = linked(1, VA + 0x1000, false);
        // A page that is looked for in the same place.
        Region far = linked(1, VA + (1L << PAGE + 6) + 4, false);
        // What TLBI is given may have anything in its top byte.
        tlb.clear(VA ^ 0xFFL << 56);
        assertThat(tlb.region(1, VA)).isNull();
        assertThat(tlb.region(1, VA + 0xFFC)).isNull();
        assertThat(tlb.region(1, VA + 0x1000)).isSameAs(other);
        assertThat(tlb.region(1, VA + (1L << PAGE + 6) + 4)).isSameAs(far);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRegionThatIsForgottenStaysForgottenHoweverOftenAllAre(boolean nonGlobal) {
        linked(1, VA, nonGlobal);
        for (int i = 0; i < 10_000; i++) {
            tlb.clear();
            assertThat(tlb.region(1, VA)).isNull();
        }
    }

    @Test
    void regionsAreUnlinkedAndTheirPagesKept() {
        linked(1, VA, false);
        tlb.unlink();
        assertThat(tlb.region(1, VA)).isNull();
        assertThat(tlb.find(1, VA)).isSameAs(CODE);
    }

    private Region linked(int el, long va, boolean nonGlobal) {
        Region region = new Nothing();
        tlb.fill(el, va, CODE, nonGlobal, PAGE);
        tlb.link(el, va, region);
        return region;
    }

    private static final class Nothing extends Region {
        @Override
        public int run(Cpu cpu) {
            return CONTINUE;
        }
    }
}
