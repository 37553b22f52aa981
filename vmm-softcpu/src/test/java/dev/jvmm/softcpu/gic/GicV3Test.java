// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.gic;

import static dev.jvmm.softcpu.gic.SystemRegisterInterface.AP1R0;
import static dev.jvmm.softcpu.gic.SystemRegisterInterface.ASGI1R;
import static dev.jvmm.softcpu.gic.SystemRegisterInterface.BPR0;
import static dev.jvmm.softcpu.gic.SystemRegisterInterface.BPR1;
import static dev.jvmm.softcpu.gic.SystemRegisterInterface.CTLR;
import static dev.jvmm.softcpu.gic.SystemRegisterInterface.DIR;
import static dev.jvmm.softcpu.gic.SystemRegisterInterface.EOIR0;
import static dev.jvmm.softcpu.gic.SystemRegisterInterface.EOIR1;
import static dev.jvmm.softcpu.gic.SystemRegisterInterface.HPPIR0;
import static dev.jvmm.softcpu.gic.SystemRegisterInterface.HPPIR1;
import static dev.jvmm.softcpu.gic.SystemRegisterInterface.IAR0;
import static dev.jvmm.softcpu.gic.SystemRegisterInterface.IAR1;
import static dev.jvmm.softcpu.gic.SystemRegisterInterface.IGRPEN0;
import static dev.jvmm.softcpu.gic.SystemRegisterInterface.IGRPEN1;
import static dev.jvmm.softcpu.gic.SystemRegisterInterface.PMR;
import static dev.jvmm.softcpu.gic.SystemRegisterInterface.RPR;
import static dev.jvmm.softcpu.gic.SystemRegisterInterface.SGI0R;
import static dev.jvmm.softcpu.gic.SystemRegisterInterface.SGI1R;
import static dev.jvmm.softcpu.gic.SystemRegisterInterface.SRE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvmm.core.cpu.MpidrAffinity;
import dev.jvmm.core.irq.IrqLine;
import dev.jvmm.softcpu.exception.GuestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GicV3Test {
    private static final int UART = 33;
    private static final int SPURIOUS = 1023;

    private final V3Board board = V3Board.withLinux(2);

    @Test
    void identifiesItselfAsDriversProbeIt() {
        assertThat(board.gicd(0xFFE8) & 0xF0).as("GICD_PIDR2.ArchRev").isEqualTo(0x30);
        assertThat(board.gicr(1, 0xFFE8) & 0xF0).as("GICR_PIDR2.ArchRev").isEqualTo(0x30);
        assertThat(board.gicd(0x0004) & 0x1F).as("ITLinesNumber").isEqualTo(2);
        assertThat(board.gicd(0x0000)).as("DS, ARE and both groups").isEqualTo(0x53);
        assertThat(board.gicd(0x0008)).isEqualTo(0x43B);
        assertThat(board.gicd(0x0004) & 1 << 25).as("No1N").isNotZero();
        assertThat(board.icc(0, SRE)).isEqualTo(7);
        assertThat(board.icc(0, CTLR) >>> 8 & 7).as("PRIbits").isEqualTo(4);
    }

    @Test
    void redistributorsCarryTheAffinityAndTheLastSaysSo() {
        V3Board many = new V3Board(18);
        for (int cpu = 0; cpu < 18; cpu++) {
            long typer = many.bus.read(V3Board.GICR + cpu * 0x2_0000L + 8, 8);
            assertThat(typer >>> 32).isEqualTo(MpidrAffinity.of(cpu));
            assertThat(typer >>> 8 & 0xFFFF).isEqualTo(cpu);
            assertThat((typer & 1 << 4) != 0).as("Last").isEqualTo(cpu == 17);
            assertThat(many.gicr(cpu, 0xC)).isEqualTo(typer >>> 32);
        }
    }

    @Test
    void wakerFollowsProcessorSleep() {
        V3Board fresh = new V3Board(1);
        assertThat(fresh.gicr(0, 0x14)).isEqualTo(6);
        fresh.gicr(0, 0x14, 4);
        assertThat(fresh.gicr(0, 0x14)).isZero();
    }

    @Test
    void priorityMaskHasFiveBits() {
        board.icc(0, PMR, 0xFF);
        assertThat(board.icc(0, PMR)).isEqualTo(0xF8);
        board.priority(UART, 0xFF);
        assertThat(board.bus.read(V3Board.GICD + 0x400 + UART, 1)).isEqualTo(0xF8);
    }

    @Test
    void levelInterruptIsTakenAndStaysPendingWhileTheLineIsHigh() {
        IrqLine line = board.gic.spi(UART - 32);
        board.setBit(0x100, UART);
        line.set(true);
        assertThat(board.irq(0)).isTrue();
        assertThat(board.irq(1)).isFalse();
        assertThat(board.icc(0, HPPIR1)).isEqualTo(UART);
        assertThat(board.icc(0, IAR1)).isEqualTo(UART);
        assertThat(board.icc(0, RPR)).isEqualTo(0xA0);
        assertThat(board.irq(0)).as("active").isFalse();
        assertThat(board.bit(0x200, UART)).as("active and pending").isTrue();
        assertThat(board.bit(0x300, UART)).isTrue();
        board.icc(0, EOIR1, UART);
        assertThat(board.irq(0)).as("line still high").isTrue();
        assertThat(board.icc(0, RPR)).isEqualTo(0xFF);
        assertThat(board.icc(0, IAR1)).isEqualTo(UART);
        line.set(false);
        board.icc(0, EOIR1, UART);
        assertThat(board.irq(0)).isFalse();
        assertThat(board.icc(0, IAR1)).isEqualTo(SPURIOUS);
    }

    @Test
    void levelInterruptWhoseLineFallsIsNoLongerPending() {
        board.setBit(0x100, UART);
        board.gic.spi(UART - 32).set(true);
        board.gic.spi(UART - 32).set(false);
        assertThat(board.irq(0)).isFalse();
        assertThat(board.icc(0, IAR1)).isEqualTo(SPURIOUS);
    }

    @Test
    void edgeInterruptIsRememberedAndTakenOnce() {
        board.gicd(0xC00 + UART / 16 * 4, 2L << UART % 16 * 2);
        board.setBit(0x100, UART);
        board.gic.spi(UART - 32).pulse();
        assertThat(board.irq(0)).isTrue();
        assertThat(board.icc(0, IAR1)).isEqualTo(UART);
        assertThat(board.bit(0x200, UART)).isFalse();
        board.gic.spi(UART - 32).pulse();
        assertThat(board.bit(0x200, UART)).as("active and pending").isTrue();
        assertThat(board.irq(0)).isFalse();
        board.icc(0, EOIR1, UART);
        assertThat(board.icc(0, IAR1)).isEqualTo(UART);
        board.icc(0, EOIR1, UART);
        assertThat(board.irq(0)).isFalse();
    }

    @Test
    void edgeLineThatStaysHighCountsOnce() {
        board.gicd(0xC00 + UART / 16 * 4, 2L << UART % 16 * 2);
        board.setBit(0x100, UART);
        board.gic.spi(UART - 32).set(true);
        board.icc(0, EOIR1, board.icc(0, IAR1));
        assertThat(board.irq(0)).isFalse();
        assertThat(board.bit(0x200, UART)).isFalse();
    }

    @Test
    void disabledInterruptStaysPendingAndArrivesWhenEnabled() {
        board.gic.spi(UART - 32).set(true);
        assertThat(board.irq(0)).isFalse();
        assertThat(board.bit(0x200, UART)).isTrue();
        board.setBit(0x100, UART);
        assertThat(board.irq(0)).isTrue();
        board.setBit(0x180, UART);
        assertThat(board.irq(0)).isFalse();
        assertThat(board.icc(0, IAR1)).isEqualTo(SPURIOUS);
        assertThat(board.bit(0x100, UART)).isFalse();
    }

    @Test
    void softwarePendingIsTakenBackByClearPending() {
        board.setBit(0x100, UART);
        board.setBit(0x200, UART);
        assertThat(board.irq(0)).isTrue();
        board.setBit(0x280, UART);
        assertThat(board.irq(0)).isFalse();
    }

    @Test
    void maskAdmitsOnlyHigherPriorities() {
        board.setBit(0x100, UART);
        board.setBit(0x200, UART);
        board.icc(0, PMR, 0xA0);
        assertThat(board.irq(0)).isFalse();
        assertThat(board.icc(0, HPPIR1)).as("the mask doesn't count").isEqualTo(UART);
        assertThat(board.icc(0, IAR1)).isEqualTo(SPURIOUS);
        board.icc(0, PMR, 0xA8);
        assertThat(board.irq(0)).isTrue();
    }

    @Test
    void higherPriorityPreemptsAndEqualDoesNot() {
        for (int intid : new int[] {40, 41, 42}) {
            board.setBit(0x100, intid);
        }
        board.priority(41, 0x80);
        board.setBit(0x200, 40);
        assertThat(board.icc(0, IAR1)).isEqualTo(40);
        board.setBit(0x200, 42);
        assertThat(board.irq(0)).isFalse();
        assertThat(board.icc(0, IAR1)).isEqualTo(SPURIOUS);
        board.setBit(0x200, 41);
        assertThat(board.irq(0)).isTrue();
        assertThat(board.icc(0, IAR1)).isEqualTo(41);
        assertThat(board.icc(0, RPR)).isEqualTo(0x80);
        assertThat(board.icc(0, AP1R0)).isEqualTo(1L << 16 | 1L << 20);
        board.icc(0, EOIR1, 41);
        assertThat(board.icc(0, RPR)).isEqualTo(0xA0);
        board.icc(0, EOIR1, 40);
        assertThat(board.icc(0, IAR1)).isEqualTo(42);
    }

    @Test
    void binaryPointGroupsPriorities() {
        board.icc(0, BPR1, 7);
        board.setBit(0x100, 40);
        board.setBit(0x100, 41);
        board.priority(41, 0x80);
        board.setBit(0x200, 40);
        assertThat(board.icc(0, IAR1)).isEqualTo(40);
        assertThat(board.icc(0, RPR)).isEqualTo(0x80);
        board.setBit(0x200, 41);
        assertThat(board.irq(0)).as("same group priority").isFalse();
        board.priority(41, 0x78);
        assertThat(board.irq(0)).isTrue();
    }

    @Test
    void binaryPointsHaveAMinimumAndACommonMode() {
        board.icc(0, BPR0, 0);
        board.icc(0, BPR1, 0);
        assertThat(board.icc(0, BPR0)).isEqualTo(2);
        assertThat(board.icc(0, BPR1)).isEqualTo(3);
        board.icc(0, BPR0, 5);
        board.icc(0, CTLR, 1);
        assertThat(board.icc(0, BPR1)).isEqualTo(6);
        board.icc(0, BPR1, 3);
        board.icc(0, CTLR, 0);
        assertThat(board.icc(0, BPR1)).as("the write was ignored").isEqualTo(3);
    }

    @Test
    void lowestNumberWinsAmongEqualPriorities() {
        for (int intid : new int[] {70, 36, 50}) {
            board.setBit(0x100, intid);
            board.setBit(0x200, intid);
        }
        assertThat(board.icc(0, HPPIR1)).isEqualTo(36);
        board.priority(70, 0x98);
        assertThat(board.icc(0, IAR1)).isEqualTo(70);
    }

    @Test
    void splitEndOfInterruptDeactivatesByDir() {
        board.icc(0, CTLR, 2);
        board.setBit(0x100, UART);
        board.gic.spi(UART - 32).set(true);
        assertThat(board.icc(0, IAR1)).isEqualTo(UART);
        board.icc(0, EOIR1, UART);
        assertThat(board.icc(0, RPR)).isEqualTo(0xFF);
        assertThat(board.bit(0x300, UART)).isTrue();
        assertThat(board.irq(0)).as("still active").isFalse();
        board.icc(0, DIR, UART);
        assertThat(board.bit(0x300, UART)).isFalse();
        assertThat(board.irq(0)).isTrue();
    }

    @Test
    void withoutTheSplitDirDoesNothing() {
        board.setBit(0x100, UART);
        board.setBit(0x200, UART);
        assertThat(board.icc(0, IAR1)).isEqualTo(UART);
        board.icc(0, DIR, UART);
        assertThat(board.bit(0x300, UART)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1020, 1023, 8192, 0xFFFFFF, 200})
    void endOfWhatIsNoInterruptIsIgnored(int intid) {
        board.setBit(0x100, UART);
        board.setBit(0x200, UART);
        assertThat(board.icc(0, IAR1)).isEqualTo(UART);
        board.icc(0, EOIR1, intid);
        assertThat(board.icc(0, RPR)).isEqualTo(0xA0);
    }

    @Test
    void activeBitCanBeSetAndClearedByRegister() {
        board.setBit(0x100, UART);
        board.setBit(0x200, UART);
        board.setBit(0x300, UART);
        assertThat(board.irq(0)).isFalse();
        board.setBit(0x380, UART);
        assertThat(board.irq(0)).isTrue();
    }

    @Test
    void sgiReachesTheListedVcpus() {
        V3Board many = V3Board.withLinux(18);
        many.icc(0, SGI1R, 5L << 24 | 0b1010);
        assertThat(many.irq(1)).isTrue();
        assertThat(many.irq(3)).isTrue();
        assertThat(many.irq(0)).isFalse();
        assertThat(many.irq(17)).isFalse();
        assertThat(many.icc(3, IAR1)).isEqualTo(5);
        many.icc(3, EOIR1, 5);
        assertThat(many.irq(3)).isFalse();
        many.icc(3, SGI1R, 6L << 24 | 1L << 16 | 0b10);
        assertThat(many.icc(17, IAR1)).as("cluster 1").isEqualTo(6);
    }

    @Test
    void sgiReachesItsSender() {
        board.icc(0, SGI1R, 3L << 24 | 1);
        assertThat(board.icc(0, IAR1)).isEqualTo(3);
    }

    @Test
    void sgiReachesAllButItsSender() {
        V3Board many = V3Board.withLinux(18);
        many.icc(4, SGI1R, 1L << 40 | 2L << 24);
        for (int cpu = 0; cpu < 18; cpu++) {
            assertThat(many.irq(cpu)).isEqualTo(cpu != 4);
        }
    }

    @Test
    void sgiToNobodyAndBeyondTheSixteenIsLost() {
        board.icc(0, SGI1R, 2L << 24 | 5L << 16 | 0xFFFF);
        board.icc(0, SGI1R, 2L << 24 | 1L << 44 | 0xFFFF);
        assertThat(board.irq(0)).isFalse();
        assertThat(board.irq(1)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {SGI0R, ASGI1R})
    void groupZeroSgiRegistersReachGroupZeroOnly(int register) {
        board.icc(1, IGRPEN0, 1);
        board.icc(0, register, 2L << 24 | 0b10);
        assertThat(board.irq(1) || board.fiq(1)).isFalse();
        board.sgi(1, 0x80, ~(1L << 2));
        board.icc(0, register, 2L << 24 | 0b10);
        assertThat(board.fiq(1)).isTrue();
        assertThat(board.icc(1, IAR1)).isEqualTo(SPURIOUS);
        assertThat(board.icc(1, HPPIR1)).isEqualTo(SPURIOUS);
        assertThat(board.icc(1, HPPIR0)).isEqualTo(2);
        assertThat(board.icc(1, IAR0)).isEqualTo(2);
        board.icc(1, EOIR1, 2);
        assertThat(board.icc(1, RPR)).as("the wrong group's EOIR").isEqualTo(0xA0);
        board.icc(1, EOIR0, 2);
        assertThat(board.icc(1, RPR)).isEqualTo(0xFF);
        assertThat(board.sgi(1, 0x300)).isZero();
    }

    @Test
    void groupThatIsDisabledDoesNotHideTheOther() {
        board.setBit(0x100, 40);
        board.setBit(0x100, 41);
        board.priority(40, 0x10);
        board.gicd(0x84, ~(1L << 40 % 32));
        board.setBit(0x200, 40);
        board.setBit(0x200, 41);
        assertThat(board.icc(0, IAR1)).isEqualTo(41);
        board.icc(0, IGRPEN0, 1);
        assertThat(board.fiq(0)).isTrue();
        board.gicd(0, 2);
        assertThat(board.fiq(0)).isFalse();
    }

    @Test
    void groupEnablesGateTheOutput() {
        board.setBit(0x100, UART);
        board.setBit(0x200, UART);
        board.icc(0, IGRPEN1, 0);
        assertThat(board.irq(0)).isFalse();
        board.icc(0, IGRPEN1, 1);
        assertThat(board.irq(0)).isTrue();
        board.gicd(0, 1);
        assertThat(board.irq(0)).isFalse();
    }

    @Test
    void routerMovesAPendingInterrupt() {
        board.setBit(0x100, UART);
        board.gic.spi(UART - 32).set(true);
        assertThat(board.irq(0)).isTrue();
        board.bus.write(V3Board.GICD + 0x6000 + UART * 8L, 8, 1);
        assertThat(board.irq(0)).isFalse();
        assertThat(board.irq(1)).isTrue();
        assertThat(board.bus.read(V3Board.GICD + 0x6000 + UART * 8L, 8)).isEqualTo(1);
        board.bus.write(V3Board.GICD + 0x6000 + UART * 8L, 4, 0x77);
        assertThat(board.irq(1)).as("nobody has that affinity").isFalse();
        board.bus.write(V3Board.GICD + 0x6000 + UART * 8L, 8, 1L << 31);
        assertThat(board.irq(0)).as("no 1 of N: the mode bit is ignored").isTrue();
    }

    @Test
    void privateInterruptsAreEachVcpusOwn() {
        board.sgi(0, 0x100, 1L << 27);
        board.sgi(1, 0x100, 1L << 27);
        board.gic.ppi(1, 27).set(true);
        assertThat(board.irq(0)).isFalse();
        assertThat(board.irq(1)).isTrue();
        assertThat(board.icc(1, IAR1)).isEqualTo(27);
        assertThat(board.sgi(1, 0x200) >>> 27 & 1).isEqualTo(1);
        assertThat(board.sgi(0, 0x200) >>> 27 & 1).isZero();
        board.gic.ppi(1, 27).set(false);
        board.icc(1, EOIR1, 27);
        assertThat(board.irq(1)).isFalse();
    }

    @Test
    void distributorShowsNothingOfPrivateInterrupts() {
        board.gicd(0x100, 0xFFFF_FFFFL);
        board.gicd(0x400, 0xFFFF_FFFFL);
        assertThat(board.gicd(0x100)).isZero();
        assertThat(board.gicd(0x400)).isZero();
        assertThat(board.gicd(0xC00)).isZero();
        assertThat(board.sgi(0, 0x400)).isEqualTo(0xA0A0_A0A0L);
        assertThat(board.sgi(0, 0xC00)).as("SGIs are edge-triggered").isEqualTo(0xAAAA_AAAAL);
    }

    @Test
    void registersBeyondTheInterruptsReadAsZero() {
        for (long register : new long[] {0x80, 0x100, 0x200, 0x300}) {
            board.gicd(register + 12, 0xFFFF_FFFFL);
            assertThat(board.gicd(register + 12)).isZero();
        }
        board.bus.write(V3Board.GICD + 0x6000 + 500 * 8, 8, 1);
        assertThat(board.bus.read(V3Board.GICD + 0x6000 + 500 * 8, 8)).isZero();
        assertThat(board.gicd(0x3000)).isZero();
    }

    @Test
    void everyOffsetAndSizeIsSurvived() {
        for (int size : new int[] {1, 2, 4, 8}) {
            for (long at = 0; at <= 0x1_0000 - size; at += size == 1 ? 3 : 1) {
                board.bus.write(V3Board.GICD + at, size, -1);
                board.bus.read(V3Board.GICD + at, size);
            }
            for (long at = 0; at <= 0x4_0000 - size; at += size == 1 ? 3 : 1) {
                board.bus.write(V3Board.GICR + at, size, -1);
                board.bus.read(V3Board.GICR + at, size);
            }
        }
        assertThat(board.gicd(0x0000)).isEqualTo(0x53);
    }

    @Test
    void registersOfTheWrongDirectionAreUndefined() {
        assertThatThrownBy(() -> board.icc(0, EOIR1)).isInstanceOf(GuestException.class);
        assertThatThrownBy(() -> board.icc(0, IAR1, 0)).isInstanceOf(GuestException.class);
        assertThat(board.icc(0).has(AP1R0 + 1))
                .as("AP1R1: five bits of priority need one")
                .isFalse();
    }

    @Test
    void resetReturnsToPowerOn() {
        board.setBit(0x100, UART);
        board.gic.spi(UART - 32).set(true);
        assertThat(board.icc(0, IAR1)).isEqualTo(UART);
        board.icc(1, SGI1R, 1L << 24 | 1);
        board.bus.write(V3Board.GICD + 0x6000 + UART * 8L, 8, 1);
        board.gic.reset();
        assertThat(board.irq(0)).isFalse();
        assertThat(board.gicd(0)).isEqualTo(0x50);
        assertThat(board.gicd(0x104)).isZero();
        assertThat(board.gicd(0x304)).isZero();
        assertThat(board.gicd(0x204)).as("the line is high still").isEqualTo(1L << UART % 32);
        assertThat(board.sgi(0, 0x200)).isZero();
        assertThat(board.icc(0, PMR)).isZero();
        assertThat(board.icc(0, RPR)).isEqualTo(0xFF);
        assertThat(board.bus.read(V3Board.GICD + 0x6000 + UART * 8L, 8)).isZero();
        board.linuxDistributor();
        board.linuxCpu(0);
        board.setBit(0x100, UART);
        assertThat(board.icc(0, IAR1)).isEqualTo(UART);
    }

    @Test
    void edkTakesATimerInterrupt() {
        V3Board edk = new V3Board(1);
        edk.gicd(0, edk.gicd(0) | 1 << 4);
        edk.sgi(0, 0x180, 0xFFFF_FFFFL);
        for (int intid = 0; intid < 32; intid++) {
            edk.priority(intid, 0x80);
        }
        edk.icc(0, BPR1, 7);
        edk.icc(0, PMR, 0xFF);
        edk.icc(0, IGRPEN1, 1);
        edk.gicd(0, edk.gicd(0) | 2);
        edk.sgi(0, 0x100, 1L << 27);
        edk.gic.ppi(0, 27).set(true);
        assertThat(edk.irq(0)).isTrue();
        assertThat(edk.icc(0, IAR1)).isEqualTo(27);
        edk.gic.ppi(0, 27).set(false);
        edk.icc(0, EOIR1, 27);
        assertThat(edk.irq(0)).isFalse();
    }
}
