// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which blocks samples find hot, and when. */
class BlockSamplerTest {
    private static final long BLOCK = 0x4000_1000L;

    /** Executions of a block until it is found hot. */
    private static long executions(BlockSampler sampler, long block) {
        long executions = sampler.interval();
        while (!sampler.sample(block)) {
            executions += sampler.interval();
        }
        return executions;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 63})
    void aSmallThresholdIsExact(int threshold) {
        assertThat(executions(new BlockSampler(threshold), BLOCK)).isEqualTo(threshold);
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 16_000, 50_000})
    void aLargeThresholdIsMetRoughlyAndAgainAfterwards(int threshold) {
        BlockSampler sampler = new BlockSampler(threshold);
        for (int i = 0; i < 10; i++) {
            assertThat(executions(sampler, BLOCK)).isBetween(threshold / 2L, threshold * 2L);
        }
    }

    @Test
    void intervalsDifferSoThatNoLoopHidesBetweenThem() {
        BlockSampler sampler = new BlockSampler(16_000);
        int first = sampler.interval();
        boolean different = false;
        for (int i = 0; i < 100; i++) {
            int interval = sampler.interval();
            assertThat(interval).isPositive();
            different |= interval != first;
        }
        assertThat(different).isTrue();
    }

    @Test
    void withoutAThresholdNothingIsEverHotButTheLoopIsStillLeftOnceInAWhile() {
        BlockSampler sampler = new BlockSampler(Integer.MIN_VALUE);
        for (int i = 0; i < 1_000_000; i++) {
            assertThat(sampler.interval()).isBetween(1, 1 << 17);
            assertThat(sampler.sample(BLOCK)).isFalse();
        }
    }

    /** More blocks than there are places: whichever shares its place, the frequent one keeps it. */
    @Test
    void aFrequentBlockIsFoundAmongManyRareOnes() {
        BlockSampler sampler = new BlockSampler(64);
        boolean found = false;
        for (int i = 0; i < 50_000 && !found; i++) {
            assertThat(sampler.sample(BLOCK + 0x1000 + 4L * i))
                    .as("a block met once")
                    .isFalse();
            found = sampler.sample(BLOCK);
        }
        assertThat(found).isTrue();
    }
}
