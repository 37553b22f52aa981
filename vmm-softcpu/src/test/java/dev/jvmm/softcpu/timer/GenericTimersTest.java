// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.timer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.core.clock.VmClock;
import dev.jvmm.core.irq.IrqLine;
import dev.jvmm.softcpu.cpu.TimerInterface;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GenericTimersTest {
    private static final int NANOS_PER_COUNT = 16;
    private static final boolean VIRTUAL = true;
    private static final boolean PHYSICAL = false;
    private static final long ENABLE = 1;
    private static final long IMASK = 2;
    private static final long ISTATUS = 4;

    /** A clock that stands still until it is moved. Confined to the test. */
    private static final class HandClock implements VmClock {
        long nanos = -1_000_000_007L;

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public Instant wallTime() {
            return Instant.EPOCH;
        }

        void counts(long counts) {
            nanos += counts * NANOS_PER_COUNT;
        }
    }

    private static final class Wire implements IrqLine {
        boolean level;

        @Override
        public void set(boolean wanted) {
            level = wanted;
        }
    }

    private final HandClock clock = new HandClock();
    private final List<Wire> physical = new ArrayList<>();
    private final List<Wire> virtual = new ArrayList<>();
    private final GenericTimers timers = timers();
    private final TimerInterface timer = timers.of(0);

    private GenericTimers timers() {
        List<GenericTimers.Lines> lines = new ArrayList<>();
        for (int cpu = 0; cpu < 2; cpu++) {
            physical.add(new Wire());
            virtual.add(new Wire());
            lines.add(new GenericTimers.Lines(physical.get(cpu), virtual.get(cpu)));
        }
        return new GenericTimers(clock, lines);
    }

    @Test
    void counterStandsAtZeroUntilStarted() {
        clock.counts(1000);
        assertThat(timer.physicalCount()).isZero();
        timers.resumeCounting();
        assertThat(timer.virtualCount()).isZero();
        clock.counts(1000);
        assertThat(timer.virtualCount()).isEqualTo(1000);
        assertThat(timer.physicalCount()).isEqualTo(1000);
        assertThat(timer.frequency()).isEqualTo(62_500_000);
        assertThat(timers.of(1).virtualCount()).isEqualTo(1000);
    }

    @Test
    void pauseStopsTheCounter() {
        timers.resumeCounting();
        clock.counts(500);
        timers.stop();
        clock.counts(1_000_000);
        assertThat(timer.virtualCount()).isEqualTo(500);
        timers.stop();
        timers.resumeCounting();
        timers.resumeCounting();
        clock.counts(7);
        assertThat(timer.virtualCount()).isEqualTo(507);
    }

    @Test
    void lineRisesAtTheCompareValueAndNotBefore() {
        timers.resumeCounting();
        timer.setCompareValue(VIRTUAL, 100);
        timer.setControl(VIRTUAL, ENABLE);
        assertThat(timers.expire()).isEqualTo(100);
        clock.counts(99);
        assertThat(timers.expire()).isEqualTo(100);
        assertThat(virtual.getFirst().level).isFalse();
        assertThat(timer.control(VIRTUAL)).isEqualTo(ENABLE);
        clock.counts(1);
        assertThat(timers.expire()).isEqualTo(GenericTimers.NEVER);
        assertThat(virtual.getFirst().level).isTrue();
        assertThat(timer.control(VIRTUAL)).isEqualTo(ENABLE | ISTATUS);
        assertThat(physical.getFirst().level).isFalse();
        assertThat(virtual.get(1).level).isFalse();
    }

    @Test
    void statusShowsWithoutTheTimerThread() {
        timers.resumeCounting();
        timer.setCompareValue(VIRTUAL, 10);
        timer.setControl(VIRTUAL, ENABLE | IMASK);
        clock.counts(10);
        assertThat(timer.control(VIRTUAL)).isEqualTo(ENABLE | IMASK | ISTATUS);
        assertThat(timers.expire()).isEqualTo(GenericTimers.NEVER);
        assertThat(virtual.getFirst().level).as("masked").isFalse();
        timer.setControl(VIRTUAL, ENABLE);
        assertThat(virtual.getFirst().level).as("unmasked").isTrue();
        timer.setControl(VIRTUAL, 0);
        assertThat(virtual.getFirst().level).isFalse();
        assertThat(timer.control(VIRTUAL)).as("ISTATUS of a disabled timer").isZero();
    }

    @Test
    void reprogrammingLowersTheLine() {
        timers.resumeCounting();
        clock.counts(1000);
        timer.setControl(VIRTUAL, ENABLE);
        assertThat(virtual.getFirst().level).as("0 is past").isTrue();
        timer.setCompareValue(VIRTUAL, 2000);
        assertThat(virtual.getFirst().level).isFalse();
        clock.counts(1000);
        timers.expire();
        assertThat(virtual.getFirst().level).isTrue();
    }

    @Test
    void farFutureIsUnsignedAndNeverPast() {
        timers.resumeCounting();
        clock.counts(5);
        timer.setCompareValue(PHYSICAL, -1);
        timer.setControl(PHYSICAL, ENABLE);
        assertThat(timer.control(PHYSICAL)).isEqualTo(ENABLE);
        assertThat(timers.expire()).isEqualTo(GenericTimers.NEVER);
        assertThat(timer.compareValue(PHYSICAL)).isEqualTo(-1);
        assertThat(physical.getFirst().level).isFalse();
    }

    @Test
    void soonestDeadlineOfAllTimersComesFirst() {
        timers.resumeCounting();
        timers.of(0).setCompareValue(VIRTUAL, 300);
        timers.of(0).setControl(VIRTUAL, ENABLE);
        timers.of(1).setCompareValue(PHYSICAL, 200);
        timers.of(1).setControl(PHYSICAL, ENABLE);
        assertThat(timers.expire()).isEqualTo(200);
        clock.counts(250);
        assertThat(timers.expire()).isEqualTo(300);
        assertThat(physical.get(1).level).isTrue();
        assertThat(virtual.getFirst().level).isFalse();
    }

    @Test
    void nothingExpiresDuringAPause() {
        timers.resumeCounting();
        timer.setCompareValue(VIRTUAL, 100);
        timer.setControl(VIRTUAL, ENABLE);
        timers.stop();
        clock.counts(1000);
        timers.expire();
        assertThat(virtual.getFirst().level).isFalse();
        timers.resumeCounting();
        clock.counts(100);
        timers.expire();
        assertThat(virtual.getFirst().level).isTrue();
    }

    @Test
    void resetTurnsTimersOffAndCountsFromZero() {
        timers.resumeCounting();
        clock.counts(100);
        timer.setControl(VIRTUAL, ENABLE);
        assertThat(virtual.getFirst().level).isTrue();
        timers.reset();
        assertThat(virtual.getFirst().level).isFalse();
        assertThat(timer.control(VIRTUAL)).isZero();
        assertThat(timer.virtualCount()).isZero();
        clock.counts(3);
        assertThat(timer.virtualCount()).isEqualTo(3);
    }

    @Test
    void timerThreadRaisesTheLineOfASoonerDeadline() throws InterruptedException {
        CountDownLatch risen = new CountDownLatch(1);
        IrqLine line = level -> {
            if (level) {
                risen.countDown();
            }
        };
        try (GenericTimers running =
                new GenericTimers(VmClock.host(), List.of(new GenericTimers.Lines(IrqLine.NONE, line)))) {
            running.start();
            TimerInterface programmed = running.of(0);
            programmed.setControl(PHYSICAL, ENABLE | IMASK);
            programmed.setCompareValue(PHYSICAL, Long.MAX_VALUE / 2);
            programmed.setControl(PHYSICAL, ENABLE);
            programmed.setCompareValue(VIRTUAL, programmed.virtualCount() + GenericTimers.FREQUENCY / 100);
            programmed.setControl(VIRTUAL, ENABLE);
            assertThat(risen.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }
}
