// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm.arm64;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvmm.core.error.VmException;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;

class VectorLengthsTest {
    private static MemorySegment set(long... words) {
        long[] all = new long[8];
        System.arraycopy(words, 0, all, 0, words.length);
        return MemorySegment.ofArray(all);
    }

    @Test
    void aLengthOfTheHostTakesAwayTheLongerOnes() {
        MemorySegment set = set(0b1000_1011);
        VectorLengths.limit(set, 512);
        assertThat(VectorLengths.lengths(set)).containsExactly(128, 256, 512);
        VectorLengths.limit(set, 128);
        assertThat(VectorLengths.lengths(set)).containsExactly(128);
    }

    @Test
    void lengthsBeyondTheFirstWordAreTakenAwayToo() {
        MemorySegment set = set(-1, 0b11, 1);
        VectorLengths.limit(set, 65 * 128);
        assertThat(VectorLengths.lengths(set)).hasSize(65).endsWith(64 * 128, 65 * 128);
        VectorLengths.limit(set, 64 * 128);
        assertThat(VectorLengths.lengths(set)).hasSize(64);
    }

    @Test
    void aLengthThatTheHostLacksIsRefusedWithThoseItHas() {
        assertThatThrownBy(() -> VectorLengths.limit(set(0b1011), 384))
                .isInstanceOf(VmException.class)
                .hasMessage("--cpu sve=384: this host's vectors have 128, 256, 512 bits: use one of these");
    }
}
