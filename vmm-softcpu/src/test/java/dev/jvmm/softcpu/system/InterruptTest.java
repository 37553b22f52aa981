// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.softcpu.testing.EachEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Interrupts on their way from the interrupt controller to the vectors (Arm ARM D1.3.6). */
@EachEngine
@Timeout(120)
class InterruptTest {
    private static final long MASKS = 0x3C0;
    private static final long EL1H = MASKS | 5;
    private static final int IRQ_VECTOR = 0x280;
    private static final int FIQ_VECTOR = 0x300;

    /** Lets this vCPU's SGI 1 (group 1), SGI 2 (group 0) and virtual timer (group 1) through. */
    static void enable(Guest guest) {
        guest.program.mov(1, Guest.DISTRIBUTOR).mov(2, 0x13).str(2, 2, 1, 0);
        guest.program.mov(1, Guest.REDISTRIBUTORS).str(2, A64.XZR, 1, 0x14);
        guest.program.mov(1, Guest.REDISTRIBUTORS + 0x1_0000);
        guest.program.mov(2, 1L << Guest.VIRTUAL_TIMER | 1 << 1).str(2, 2, 1, 0x80);
        guest.program.mov(2, 1L << Guest.VIRTUAL_TIMER | 3 << 1).str(2, 2, 1, 0x100);
        guest.program.set(Registers.ICC_SRE, 7).isb().set(Registers.ICC_PMR, 0xFF);
        guest.program
                .set(Registers.ICC_IGRPEN0, 1)
                .set(Registers.ICC_IGRPEN1, 1)
                .isb();
    }

    @Test
    void theVirtualTimerReachesTheIrqVector() {
        try (Guest guest = new Guest()) {
            enable(guest);
            guest.program
                    .mov(18, EL1H)
                    .adr(19, "taken")
                    .set(Registers.CNTV_TVAL, 1000)
                    .set(Registers.CNTV_CTL, 1);
            guest.program.msrDaifClr(2).label("wait").b("wait").label("taken").mrs(2, Registers.ICC_IAR1);
            guest.report(2);
            guest.program.set(Registers.CNTV_CTL, 0).msr(Registers.ICC_EOIR1, 2).mrs(3, Registers.ISR);
            guest.report(3);
            guest.end();
            guest.run();
            assertThat(guest.onlyTaken().vector()).isEqualTo(IRQ_VECTOR);
            assertThat(guest.onlyTaken().spsr()).isEqualTo(EL1H & ~0x80);
            assertThat(guest.value(0)).isEqualTo(Guest.VIRTUAL_TIMER);
            assertThat(guest.value(1)).isZero();
        }
    }

    @Test
    void wfiWakesByAMaskedTimerInterruptAndTakesNothing() {
        try (Guest guest = new Guest()) {
            enable(guest);
            guest.program
                    .set(Registers.CNTV_TVAL, 100_000)
                    .set(Registers.CNTV_CTL, 1)
                    .wfi();
            guest.program.label("again").mrs(2, Registers.ISR).cbz(2, "again");
            guest.report(2);
            guest.end();
            guest.run();
            assertThat(guest.taken()).isEmpty();
            assertThat(guest.value(0)).isEqualTo(0x80);
        }
    }

    @Test
    void aMaskedInterruptIsTakenWhenTheMaskGoes() {
        try (Guest guest = new Guest()) {
            enable(guest);
            guest.program.mov(2, 0).mov(18, EL1H).adr(19, "taken");
            guest.program
                    .mov(9, 1L << 24 | 1)
                    .msr(Registers.ICC_SGI1R, 9)
                    .isb()
                    .add(2, 2, 1)
                    .msrDaifClr(2);
            guest.program.label("wait").b("wait").label("taken");
            guest.report(2);
            guest.end();
            guest.run();
            assertThat(guest.onlyTaken().vector()).isEqualTo(IRQ_VECTOR);
            assertThat(guest.value(0)).isEqualTo(1);
        }
    }

    @Test
    void groupZeroIsTakenAsFiqAndBeforeIrq() {
        try (Guest guest = new Guest()) {
            enable(guest);
            guest.program.mov(18, EL1H).adr(19, "taken");
            guest.program.mov(9, 2L << 24 | 1).msr(Registers.ICC_SGI0R, 9).isb().mrs(2, Registers.ISR);
            guest.report(2);
            guest.program.msrDaifClr(3).label("wait").b("wait").label("taken");
            guest.end();
            guest.run();
            assertThat(guest.value(0)).isEqualTo(0x40);
            assertThat(guest.onlyTaken().vector()).isEqualTo(FIQ_VECTOR);
        }
    }
}
