// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.gic;

import static dev.jvmm.softcpu.gic.GicRegisters.GICC_ABPR;
import static dev.jvmm.softcpu.gic.GicRegisters.GICC_AEOIR;
import static dev.jvmm.softcpu.gic.GicRegisters.GICC_AHPPIR;
import static dev.jvmm.softcpu.gic.GicRegisters.GICC_AIAR;
import static dev.jvmm.softcpu.gic.GicRegisters.GICC_APR0;
import static dev.jvmm.softcpu.gic.GicRegisters.GICC_BPR;
import static dev.jvmm.softcpu.gic.GicRegisters.GICC_CTLR;
import static dev.jvmm.softcpu.gic.GicRegisters.GICC_DIR;
import static dev.jvmm.softcpu.gic.GicRegisters.GICC_EOIR;
import static dev.jvmm.softcpu.gic.GicRegisters.GICC_HPPIR;
import static dev.jvmm.softcpu.gic.GicRegisters.GICC_IAR;
import static dev.jvmm.softcpu.gic.GicRegisters.GICC_IIDR;
import static dev.jvmm.softcpu.gic.GicRegisters.GICC_PMR;
import static dev.jvmm.softcpu.gic.GicRegisters.GICC_RPR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvmm.core.cpu.GicVersion;
import org.junit.jupiter.api.Test;

class GicV2Test {
    private static final int UART = 33;
    private static final int SPURIOUS = 1023;

    private final V2Board board = V2Board.withLinux(2);

    @Test
    void identifiesItselfAsDriversProbeIt() {
        assertThat(board.gicd(0, 0xFE8) & 0xF0).as("PIDR2.ArchRev").isEqualTo(0x20);
        assertThat(board.gicd(0, 0x004)).as("one more word, two vCPUs").isEqualTo(1 << 5 | 2);
        assertThat(board.gicc(0, GICC_IIDR)).isEqualTo(0x2043B);
    }

    @Test
    void hasAtMostEightVcpus() {
        assertThat(new V2Board(8).gicd(0, 4) >>> 5 & 7).isEqualTo(7);
        var nine = V3Board.spec(GicVersion.V2, 9);
        assertThatThrownBy(() -> new GicV2(nine)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void privateTargetsShowWhoReads() {
        assertThat(board.gicd(0, 0x800)).isEqualTo(0x0101_0101);
        assertThat(board.gicd(1, 0x81C)).isEqualTo(0x0202_0202);
        assertThat(V2Board.withLinux(1).gicd(0, 0x800)).as("one vCPU").isZero();
    }

    @Test
    void loneVcpuGetsAllSharedInterrupts() {
        V2Board alone = V2Board.withLinux(1);
        alone.setBit(0x100, UART);
        alone.gic.spi(UART - 32).set(true);
        assertThat(alone.gicc(0, GICC_IAR)).isEqualTo(UART);
    }

    @Test
    void levelInterruptIsTakenAndStaysPendingWhileTheLineIsHigh() {
        board.setBit(0x100, UART);
        board.gic.spi(UART - 32).set(true);
        assertThat(board.irq(0)).isTrue();
        assertThat(board.fiq(0)).isFalse();
        assertThat(board.irq(1)).isFalse();
        assertThat(board.gicc(0, GICC_HPPIR)).isEqualTo(UART);
        assertThat(board.gicc(0, GICC_IAR)).isEqualTo(UART);
        assertThat(board.irq(0)).isFalse();
        assertThat(board.gicc(0, GICC_RPR)).isEqualTo(0xA0);
        board.gicc(0, GICC_EOIR, UART);
        assertThat(board.irq(0)).isTrue();
        board.gic.spi(UART - 32).set(false);
        assertThat(board.irq(0)).isFalse();
        assertThat(board.gicc(0, GICC_IAR)).isEqualTo(SPURIOUS);
    }

    @Test
    void firstOfSeveralTargetsTakesAnInterrupt() {
        board.gicdByte(0, 0x800 + UART, 3);
        board.setBit(0x100, UART);
        board.gic.spi(UART - 32).set(true);
        assertThat(board.irq(0)).isTrue();
        assertThat(board.irq(1)).isTrue();
        assertThat(board.gicc(1, GICC_IAR)).isEqualTo(UART);
        assertThat(board.irq(0)).isFalse();
        assertThat(board.gicc(0, GICC_IAR)).isEqualTo(SPURIOUS);
        board.gicc(1, GICC_EOIR, UART);
        assertThat(board.irq(0)).isTrue();
    }

    @Test
    void targetsMoveAPendingInterrupt() {
        board.setBit(0x100, UART);
        board.gic.spi(UART - 32).set(true);
        board.gicdByte(0, 0x800 + UART, 0xFE);
        assertThat(board.gicdByte(0, 0x800 + UART)).as("there are two vCPUs").isEqualTo(2);
        assertThat(board.irq(0)).isFalse();
        assertThat(board.irq(1)).isTrue();
    }

    @Test
    void sgiTellsItsSenderAndPendsFromEach() {
        V2Board four = V2Board.withLinux(4);
        four.gicd(1, 0xF00, 0b0101 << 16 | 3);
        four.gicd(3, 0xF00, 0b0001 << 16 | 3);
        assertThat(four.irq(2)).isTrue();
        assertThat(four.gicd(0, 0xF10)).as("pending from 1 and 3").isEqualTo(0b1010L << 24);
        assertThat(four.gicc(0, GICC_HPPIR)).isEqualTo(1 << 10 | 3);
        assertThat(four.gicc(0, GICC_IAR)).isEqualTo(1 << 10 | 3);
        assertThat(four.irq(0)).as("active").isFalse();
        four.gicc(0, GICC_EOIR, 1 << 10 | 3);
        assertThat(four.gicc(0, GICC_IAR)).isEqualTo(3 << 10 | 3);
        four.gicc(0, GICC_EOIR, 3 << 10 | 3);
        assertThat(four.gicc(0, GICC_IAR)).isEqualTo(SPURIOUS);
        assertThat(four.gicc(2, GICC_IAR)).isEqualTo(1 << 10 | 3);
    }

    @Test
    void sgiFiltersReachOthersOrSelf() {
        V2Board four = V2Board.withLinux(4);
        four.gicd(2, 0xF00, 1 << 24 | 5);
        for (int cpu = 0; cpu < 4; cpu++) {
            assertThat(four.irq(cpu)).isEqualTo(cpu != 2);
        }
        four.gicd(2, 0xF00, 2 << 24 | 5);
        assertThat(four.gicc(2, GICC_IAR)).isEqualTo(2 << 10 | 5);
    }

    @Test
    void sgiPendingRegistersSetAndClearSenders() {
        board.gicdByte(0, 0xF20 + 7, 0xFF);
        assertThat(board.gicdByte(0, 0xF10 + 7)).isEqualTo(3);
        board.gicdByte(0, 0xF10 + 7, 1);
        assertThat(board.gicc(0, GICC_IAR)).isEqualTo(1 << 10 | 7);
        board.gicc(0, GICC_EOIR, 7);
        board.gicdByte(0, 0xF20 + 7, 1);
        board.gicdByte(0, 0xF10 + 7, 1);
        assertThat(board.irq(0)).isFalse();
    }

    @Test
    void sgisAreAlwaysEnabledAndNotPendedByBit() {
        board.gicd(0, 0x180, 0xFFFF);
        assertThat(board.gicd(0, 0x100) & 0xFFFF).isEqualTo(0xFFFF);
        board.gicd(0, 0x200, 0xFFFF);
        assertThat(board.irq(0)).isFalse();
    }

    @Test
    void groupOneGoesThroughTheAliases() {
        board.gicd(0, 0x084, 1L << UART % 32);
        board.gicd(0, 0, 3);
        board.gicc(0, GICC_CTLR, 3);
        board.setBit(0x100, UART);
        board.setBit(0x200, UART);
        assertThat(board.irq(0)).isTrue();
        assertThat(board.gicc(0, GICC_HPPIR)).isEqualTo(1022);
        assertThat(board.gicc(0, GICC_IAR)).isEqualTo(1022);
        assertThat(board.gicc(0, GICC_AHPPIR)).isEqualTo(UART);
        assertThat(board.gicc(0, GICC_AIAR)).isEqualTo(UART);
        board.gicc(0, GICC_EOIR, UART);
        assertThat(board.gicc(0, GICC_RPR)).isEqualTo(0xA0);
        board.gicc(0, GICC_AEOIR, UART);
        assertThat(board.gicc(0, GICC_RPR)).isEqualTo(0xFF);
        board.gicc(0, GICC_CTLR, 7);
        board.setBit(0x200, UART);
        assertThat(board.gicc(0, GICC_IAR)).as("AckCtl").isEqualTo(UART);
        board.gicc(0, GICC_EOIR, UART);
        assertThat(board.gicc(0, GICC_RPR)).isEqualTo(0xFF);
    }

    @Test
    void groupZeroIsFiqWhenAskedFor() {
        board.setBit(0x100, UART);
        board.setBit(0x200, UART);
        assertThat(board.irq(0)).isTrue();
        board.gicc(0, GICC_CTLR, 1 | 1 << 3);
        assertThat(board.irq(0)).isFalse();
        assertThat(board.fiq(0)).isTrue();
        assertThat(board.gicc(0, GICC_IAR)).isEqualTo(UART);
        assertThat(board.fiq(0)).isFalse();
    }

    @Test
    void higherPriorityPreempts() {
        board.setBit(0x100, 40);
        board.setBit(0x100, 41);
        board.gicdByte(0, 0x400 + 41, 0x20);
        board.setBit(0x200, 40);
        assertThat(board.gicc(0, GICC_IAR)).isEqualTo(40);
        board.setBit(0x200, 41);
        assertThat(board.gicc(0, GICC_IAR)).isEqualTo(41);
        assertThat(board.gicc(0, GICC_APR0)).isEqualTo(1 << 20 | 1 << 4);
        board.gicc(0, GICC_EOIR, 41);
        assertThat(board.gicc(0, GICC_RPR)).isEqualTo(0xA0);
    }

    @Test
    void splitEndOfInterruptDeactivatesByDir() {
        board.gicc(0, GICC_CTLR, 1 | 1 << 9);
        board.setBit(0x100, UART);
        board.gic.spi(UART - 32).set(true);
        assertThat(board.gicc(0, GICC_IAR)).isEqualTo(UART);
        board.gicc(0, GICC_EOIR, UART);
        assertThat(board.bit(0, 0x300, UART)).isTrue();
        assertThat(board.irq(0)).isFalse();
        board.gicc(0, GICC_DIR, UART);
        assertThat(board.irq(0)).isTrue();
    }

    @Test
    void binaryPointsHaveAMinimum() {
        board.gicc(0, GICC_BPR, 0);
        board.gicc(0, GICC_ABPR, 0);
        board.gicc(0, GICC_PMR, 0xFF);
        assertThat(board.gicc(0, GICC_BPR)).isEqualTo(2);
        assertThat(board.gicc(0, GICC_ABPR)).isEqualTo(3);
        assertThat(board.gicc(0, GICC_PMR)).isEqualTo(0xF8);
    }

    @Test
    void privateInterruptsAreEachVcpusOwn() {
        board.gicd(1, 0x100, 1L << 27);
        board.gic.ppi(0, 27).set(true);
        assertThat(board.irq(0)).isFalse();
        board.gic.ppi(1, 27).set(true);
        assertThat(board.irq(1)).isTrue();
        assertThat(board.bit(0, 0x100, 27)).isFalse();
        assertThat(board.gicc(1, GICC_IAR)).isEqualTo(27);
        assertThat(board.bit(1, 0x300, 27)).isTrue();
        assertThat(board.bit(0, 0x300, 27)).isFalse();
    }

    @Test
    void everyOffsetAndSizeIsSurvived() {
        for (int size : new int[] {1, 2, 4, 8}) {
            for (long at = 0; at <= 0x2_0000 - size; at++) {
                board.bus.write(0x0800_0000 + at, size, -1);
                board.bus.read(0x0800_0000 + at, size);
            }
        }
        assertThat(board.gicd(0, 0)).isEqualTo(3);
    }

    @Test
    void resetReturnsToPowerOn() {
        board.setBit(0x100, UART);
        board.gic.spi(UART - 32).set(true);
        board.gicd(1, 0xF00, 1 << 16 | 3);
        assertThat(board.irq(0)).isTrue();
        board.gic.reset();
        assertThat(board.irq(0)).isFalse();
        assertThat(board.gicd(0, 0)).isZero();
        assertThat(board.gicc(0, GICC_CTLR)).isZero();
        assertThat(board.gicd(0, 0xF10)).isZero();
        assertThat(board.gicd(0, 0x104)).isZero();
        assertThat(board.gicd(0, 0x820)).isZero();
        assertThat(board.gicd(0, 0x204)).as("the line is high still").isEqualTo(1L << UART % 32);
    }
}
