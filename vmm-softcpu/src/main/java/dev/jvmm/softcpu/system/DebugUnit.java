// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.system;

import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.cpu.DebugInterface;
import dev.jvmm.softcpu.cpu.Requests;
import dev.jvmm.softcpu.exception.Syndrome;
import dev.jvmm.softcpu.mmu.Watchpoints;
import java.util.Arrays;

/**
 * Self-hosted debug of one vCPU (Arm ARM D2): hardware breakpoints, watchpoints, software step, and the illegal execution
 * state. While any of them could strike, the vCPU executes one instruction at a time. Confined to its thread.
 */
public final class DebugUnit implements DebugInterface, Watchpoints {
    static final int BREAKPOINTS = 2;
    static final int WATCHPOINTS = 2;

    private static final long MDSCR_SS = 1;
    private static final long MDSCR_KDE = 1L << 13;
    private static final long MDSCR_MDE = 1L << 15;
    private static final int FAULT_STATUS_DEBUG = 0x22;
    private static final int STEP_ISV = 1 << 24;
    private static final int STEP_EX = 1 << 6;
    private static final long PAGE = -4096L;

    final long[] breakpointValue = new long[BREAKPOINTS];
    final long[] breakpointControl = new long[BREAKPOINTS];
    final long[] watchpointValue = new long[WATCHPOINTS];
    final long[] watchpointControl = new long[WATCHPOINTS];

    private final Cpu cpu;
    /** ISV and EX of the software step exception that is due: set while an instruction was stepped since the last return. */
    private int steppedSyndrome;
    /** Whether {@link Requests#STEP} is set. */
    private boolean requested;

    public DebugUnit(Cpu cpu) {
        this.cpu = cpu;
    }

    /** Debug exceptions but BRK are enabled from an Exception level (D2.3). */
    private boolean enabledFrom(int el, boolean masked) {
        return cpu.oslsr == 0 && (el == 0 || (cpu.mdscr & MDSCR_KDE) != 0 && !masked);
    }

    private boolean enabledHere() {
        return enabledFrom(cpu.el, (cpu.daif & Cpu.DAIF_D) != 0);
    }

    @Override
    public boolean returnStarts(int targetEl, boolean debugMasked) {
        steppedSyndrome = 0;
        return (cpu.mdscr & MDSCR_SS) != 0 && !enabledHere() && enabledFrom(targetEl, debugMasked);
    }

    @Override
    public void reset() {
        Arrays.fill(breakpointValue, 0);
        Arrays.fill(breakpointControl, 0);
        Arrays.fill(watchpointValue, 0);
        Arrays.fill(watchpointControl, 0);
        steppedSyndrome = 0;
        update();
    }

    @Override
    public void update() {
        boolean stepping = (cpu.mdscr & MDSCR_SS) != 0 && enabledHere();
        boolean needed = stepping || cpu.illegalState || breakpointsActive();
        if (needed == requested) {
            return;
        }
        requested = needed;
        if (needed) {
            cpu.request(Requests.STEP);
        } else {
            cpu.withdraw(Requests.STEP);
        }
    }

    private boolean breakpointsActive() {
        if ((cpu.mdscr & MDSCR_MDE) == 0 || !enabledHere()) {
            return false;
        }
        for (long control : breakpointControl) {
            if ((control & 1) != 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void beforeFetch() {
        boolean stepping = (cpu.mdscr & MDSCR_SS) != 0 && enabledHere();
        if (stepping && !cpu.singleStep) {
            // Active-pending.
            int iss = steppedSyndrome | FAULT_STATUS_DEBUG;
            steppedSyndrome = 0;
            throw cpu.exception.with(Syndrome.of(Syndrome.EC_SOFTWARE_STEP_LOWER, iss));
        }
    }

    @Override
    public void beforeInstruction() {
        if (breakpointsActive() && breakpointMatches(cpu.pc)) {
            throw cpu.exception.with(Syndrome.of(Syndrome.EC_BREAKPOINT_LOWER, FAULT_STATUS_DEBUG));
        }
        if (cpu.illegalState) {
            throw cpu.exception.with(Syndrome.of(Syndrome.EC_ILLEGAL_STATE, 0));
        }
    }

    @Override
    public void afterInstruction(boolean loadExclusive) {
        if (cpu.singleStep) {
            steppedSyndrome = STEP_ISV | (loadExclusive ? STEP_EX : 0);
        }
        cpu.singleStep = false;
    }

    private boolean breakpointMatches(long pc) {
        for (int i = 0; i < BREAKPOINTS; i++) {
            long control = breakpointControl[i];
            boolean addressMatch = (control >>> 20 & 0xF) == 0;
            boolean bytes = (control >>> 5 & 0xF) != 0;
            if ((control & 1) != 0
                    && addressMatch
                    && bytes
                    && levelMatches(control, cpu.el)
                    && (breakpointValue[i] & ~3L) == pc) {
                return true;
            }
        }
        return false;
    }

    /** PMC or PAC, bits 2:1: bit 1 EL1, bit 2 EL0. */
    private static boolean levelMatches(long control, int el) {
        return (control >>> (el == 0 ? 2 : 1) & 1) != 0;
    }

    private boolean watchpointsActive() {
        return (cpu.mdscr & MDSCR_MDE) != 0 && ((watchpointControl[0] | watchpointControl[1]) & 1) != 0;
    }

    @Override
    public void check(long va, int size, boolean write, boolean user) {
        if (!watchpointsActive() || !enabledHere()) {
            return;
        }
        for (int i = 0; i < WATCHPOINTS; i++) {
            long control = watchpointControl[i];
            boolean kind = (control >>> (write ? 4 : 3) & 1) != 0;
            if ((control & 1) != 0 && kind && levelMatches(control, user ? 0 : 1) && covers(i, va, size)) {
                throw cpu.exception.with(
                        Syndrome.of(Syndrome.EC_WATCHPOINT_LOWER, FAULT_STATUS_DEBUG | (write ? 1 << 6 : 0)), va);
            }
        }
    }

    private boolean covers(int index, long va, int size) {
        long control = watchpointControl[index];
        int maskBits = (int) (control >>> 24) & 0x1F;
        if (maskBits >= 3) {
            long mask = -1L << maskBits;
            return (va & mask) == (watchpointValue[index] & mask)
                    || (va + size - 1 & mask) == (watchpointValue[index] & mask);
        }
        int selected = (int) (control >>> 5) & 0xFF;
        for (int i = 0; i < 8; i++) {
            long watched = watchpointValue[index] + i;
            if ((selected >>> i & 1) != 0 && watched - va >= 0 && watched - va < size) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean coversPage(long va) {
        if (!watchpointsActive()) {
            return false;
        }
        for (int i = 0; i < WATCHPOINTS; i++) {
            int maskBits = (int) (watchpointControl[i] >>> 24) & 0x1F;
            long mask = Math.min(PAGE, -1L << maskBits);
            if ((watchpointControl[i] & 1) != 0 && (va & mask) == (watchpointValue[i] & mask)) {
                return true;
            }
        }
        return false;
    }

    /** A debug register was written: which pages need watching may have changed. */
    void registersChanged() {
        cpu.mmu.clear();
        update();
    }
}
