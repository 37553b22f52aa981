// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.rtc;

import static dev.jvmm.devices.rtc.Pl031Registers.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.devices.testing.ManualTime;
import dev.jvmm.devices.testing.RandomAccesses;
import dev.jvmm.devices.testing.RecordingIrqLine;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Pl031Test {
    private static final int START = 1_700_000_000;

    private final RecordingIrqLine irq = new RecordingIrqLine();
    private final ManualTime time = new ManualTime(Instant.ofEpochSecond(START, 250_000_000));
    private final Pl031 rtc = new Pl031(irq, time, time);

    private int get(int offset) {
        return (int) rtc.read(offset, 4);
    }

    private void put(int offset, int value) {
        rtc.write(offset, 4, value & 0xFFFF_FFFFL);
    }

    @Test
    void showsTheWallTime() {
        assertThat(get(CR)).isEqualTo(CR_START);
        assertThat(get(DR)).isEqualTo(START);
        time.advance(Duration.ofSeconds(10));
        assertThat(get(DR)).isEqualTo(START + 10);
        put(DR, 5);
        put(CR, 0);
        assertThat(get(DR)).isEqualTo(START + 10);
        assertThat(get(CR)).isEqualTo(CR_START);
    }

    @Test
    void identifiesItself() {
        int[] expected = {0x31, 0x10, 0x04, 0x00, 0x0D, 0xF0, 0x05, 0xB1};
        for (int i = 0; i < expected.length; i++) {
            assertThat(get(0xFE0 + 4 * i)).isEqualTo(expected[i]);
        }
    }

    @Test
    void keepsATimeTheGuestSetAcrossAReset() {
        put(LR, 1000);
        assertThat(get(LR)).isEqualTo(1000);
        assertThat(get(DR)).isEqualTo(1000);
        time.advance(Duration.ofSeconds(5));
        rtc.reset();
        assertThat(get(DR)).isEqualTo(1005);
        assertThat(get(LR)).isZero();
    }

    @Test
    void theAlarmInterruptsAtItsSecond() {
        put(MR, START + 30);
        put(IMSC, INT);
        assertThat(get(IMSC)).isEqualTo(INT);
        time.advance(Duration.ofMillis(29_749));
        assertThat(irq.level()).isFalse();
        time.advance(Duration.ofMillis(1));
        assertThat(irq.level()).isTrue();
        assertThat(get(RIS)).isEqualTo(INT);
        assertThat(get(MIS)).isEqualTo(INT);
        put(ICR, INT);
        assertThat(irq.level()).isFalse();
        assertThat(get(RIS)).isZero();
        assertThat(time.pending()).isZero();
    }

    @Test
    void aMaskedAlarmShowsInTheRawStatusAlone() {
        put(MR, START + 2);
        time.advance(Duration.ofSeconds(3));
        assertThat(get(RIS)).isEqualTo(INT);
        assertThat(get(MIS)).isZero();
        assertThat(irq.level()).isFalse();
        put(IMSC, INT);
        assertThat(irq.level()).isTrue();
    }

    @Test
    void anAlarmInThePastNeverComesAndOneForNowComesAtOnce() {
        put(IMSC, INT);
        put(MR, START - 1);
        time.advance(Duration.ofHours(1));
        assertThat(irq.level()).isFalse();
        put(MR, START + 3600);
        assertThat(irq.level()).isTrue();
    }

    @Test
    void theAlarmFollowsAStepOfTheHostsClock() {
        put(MR, START + 3600);
        put(IMSC, INT);
        time.stepWallClock(Duration.ofMinutes(-5));
        time.advance(Duration.ofMinutes(60));
        assertThat(irq.level()).isFalse();
        time.stepWallClock(Duration.ofMinutes(10));
        time.advance(Duration.ofSeconds(1));
        assertThat(irq.level()).isTrue();
    }

    @Test
    void aResetDropsTheAlarm() {
        put(MR, START + 1);
        put(IMSC, INT);
        rtc.reset();
        time.advance(Duration.ofSeconds(10));
        assertThat(irq.level()).isFalse();
        assertThat(get(MR)).isZero();
        assertThat(get(IMSC)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void randomAccessesNeverThrow(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 500; round++) {
            RandomAccesses.run(rtc, 0, 0x20, 20, false, random);
            RandomAccesses.run(rtc, 0, 0x1000, 5, false, random);
            time.advance(Duration.ofMillis(random.nextInt(3000)));
            assertThat(time.pending()).isLessThanOrEqualTo(1);
            assertThat(irq.level()).isEqualTo(get(MIS) != 0);
        }
    }
}
