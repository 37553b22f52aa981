// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.system;

import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.cpu.ExceptionModel;
import dev.jvmm.softcpu.exception.GuestException;
import dev.jvmm.softcpu.exception.Syndrome;

/** Exception entry and return between EL0 and EL1, both AArch64 (Arm ARM D1.3, D1.4). Stateless. */
public final class ArmExceptionModel implements ExceptionModel {
    private static final int VECTOR_CURRENT_SP0 = 0x000;
    private static final int VECTOR_CURRENT_SPX = 0x200;
    private static final int VECTOR_LOWER = 0x400;
    private static final int VECTOR_IRQ = 0x080;
    private static final int VECTOR_FIQ = 0x100;

    private static final int SPSR_SS = 1 << 21;
    private static final int SPSR_IL = 1 << 20;
    private static final int SPSR_PAN = 1 << 22;
    private static final int SPSR_AARCH32 = 1 << 4;
    private static final int ALL_MASKS = 0x3C0;

    @Override
    public void takeSynchronous(Cpu cpu, GuestException exception, long returnAddress) {
        long syndrome = exception.syndrome();
        cpu.esr = cpu.el == 1 ? sameLevel(syndrome) : syndrome;
        if (exception.faultAddressValid()) {
            cpu.far = exception.faultAddress();
        }
        enter(cpu, 0, returnAddress);
    }

    /** Aborts and debug exceptions have a class of their own when taken from EL1: one more than from EL0. */
    private static long sameLevel(long syndrome) {
        return switch (Syndrome.exceptionClass(syndrome)) {
            case Syndrome.EC_INSTRUCTION_ABORT_LOWER,
                    Syndrome.EC_DATA_ABORT_LOWER,
                    Syndrome.EC_BREAKPOINT_LOWER,
                    Syndrome.EC_SOFTWARE_STEP_LOWER,
                    Syndrome.EC_WATCHPOINT_LOWER -> syndrome + (1L << 26);
            default -> syndrome;
        };
    }

    @Override
    public void takeIrq(Cpu cpu) {
        enter(cpu, VECTOR_IRQ, cpu.pc);
    }

    @Override
    public void takeFiq(Cpu cpu) {
        enter(cpu, VECTOR_FIQ, cpu.pc);
    }

    private static void enter(Cpu cpu, int kind, long returnAddress) {
        cpu.spsr = savedState(cpu);
        cpu.elr = returnAddress;
        int from = cpu.el == 0 ? VECTOR_LOWER : cpu.spSel == 0 ? VECTOR_CURRENT_SP0 : VECTOR_CURRENT_SPX;
        cpu.el = 1;
        cpu.selectSp(1);
        cpu.setDaif(ALL_MASKS);
        cpu.singleStep = false;
        cpu.illegalState = false;
        if ((cpu.sctlr & ControlBits.SCTLR_SPAN) == 0) {
            cpu.pan = true;
        }
        cpu.contextChanged();
        cpu.pc = Cpu.branchTarget(cpu, cpu.vbar + from + kind);
    }

    /** PSTATE as SPSR_EL1 holds it. */
    static long savedState(Cpu cpu) {
        return cpu.nzcv() & 0xF000_0000L
                | (cpu.pan ? SPSR_PAN : 0)
                | (cpu.singleStep ? SPSR_SS : 0)
                | (cpu.illegalState ? SPSR_IL : 0)
                | cpu.daif
                | cpu.el << 2
                | cpu.spSel;
    }

    @Override
    public void exceptionReturn(Cpu cpu) {
        int spsr = (int) cpu.spsr;
        cpu.monitor.clear();
        cpu.pc = Cpu.branchTarget(cpu, cpu.elr);
        cpu.setNzcv(spsr);
        cpu.pan = (spsr & SPSR_PAN) != 0;
        boolean legal = legal(spsr);
        int target = legal ? spsr >> 2 & 3 : cpu.el;
        boolean steps = cpu.debug.returnStarts(target, (spsr & Cpu.DAIF_D) != 0);
        cpu.singleStep = steps && (spsr & SPSR_SS) != 0;
        if (legal) {
            cpu.el = target;
            cpu.selectSp(spsr & 1);
            cpu.illegalState = (spsr & SPSR_IL) != 0;
        } else {
            cpu.illegalState = true;
        }
        cpu.setDaif(spsr & ALL_MASKS);
        cpu.contextChanged();
    }

    /** EL0t, EL1t and EL1h in AArch64 are what can be returned to (D1.4.5). */
    private static boolean legal(int spsr) {
        int mode = spsr & 0xF;
        return (spsr & SPSR_AARCH32) == 0 && (mode == 0 || mode == 4 || mode == 5);
    }
}
