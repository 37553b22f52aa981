// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.memory.PhysicalMemory;
import java.lang.foreign.Arena;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

/** Which regions a page wants, and which pages the cache keeps. */
class CodePageTest {
    private static final BitSet INSIDE = BitSet.valueOf(new long[] {0b1110});

    private final CodePage page = new CodePage(0, 0);

    @Test
    void whatARegionUnderWayCoversGetsNoneOfItsOwn() {
        page.expect(INSIDE);
        assertThat(page.wants(0)).isTrue();
        assertThat(page.wants(2)).isFalse();
        assertThat(page.wants(2)).as("however often").isFalse();
    }

    @Test
    void whatARegionHasCoveredGetsOneWhenItIsHotOnceMore() {
        page.expect(INSIDE);
        page.attach(1, new Nothing(), INSIDE);
        assertThat(page.wants(2)).as("hot from before").isFalse();
        assertThat(page.wants(2)).isTrue();
    }

    @Test
    void whatARegionThatIsGivenUpCoveredMayGetOne() {
        page.expect(INSIDE);
        page.giveUp(INSIDE);
        assertThat(page.wants(2)).isTrue();
    }

    @Test
    void whatCannotBeMadeIsNeverWantedAgain() {
        page.decline(2);
        assertThat(page.wants(2)).isFalse();
        assertThat(page.wants(2)).isFalse();
        assertThat(page.wants(3)).isTrue();
    }

    @Test
    void theCacheDropsAllPagesRatherThanKeepTooMany() {
        try (Arena arena = Arena.ofConfined()) {
            PhysicalMemory memory = new PhysicalMemory();
            memory.map(0, arena.allocate(4L * CodePage.BYTES, CodePage.BYTES), true);
            CodeCache cache = new CodeCache(memory, 2);
            CodePage first = cache.page(0);
            CodePage second = cache.page(CodePage.BYTES);
            assertThat(cache.page(4)).isSameAs(first);
            long before = cache.generation();
            CodePage third = cache.page(2L * CodePage.BYTES);
            assertThat(cache.generation())
                    .as("so that vCPUs forget what they know of them")
                    .isGreaterThan(before);
            assertThat(first).isNotNull().matches(each -> !each.valid());
            assertThat(second).isNotNull().matches(each -> !each.valid());
            assertThat(third).isNotNull().matches(CodePage::valid);
            assertThat(cache.page(0)).isNotSameAs(first);
        }
    }

    private static final class Nothing extends Region {
        @Override
        public int run(Cpu cpu) {
            return CONTINUE;
        }
    }
}
