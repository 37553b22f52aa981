// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.gic;

import dev.jvmm.core.bus.MmioDevice;
import java.util.Arrays;

/** The CPU interfaces of a GICv2, at one address for all vCPUs (Arm IHI 0048 section 4.4, without the Security Extensions). */
final class CpuInterfacesV2 implements MmioDevice {
    private static final int BOTH_GROUPS = CpuInterface.GROUP0 | CpuInterface.GROUP1;
    /** IAR and HPPIR for an interrupt of Group 1 that must be acknowledged through the aliased registers. */
    private static final int OTHER_GROUP = 1022;

    private static final int INTID = 0x3FF;

    private final Interrupts interrupts;
    /** GICC_CTLR.AckCtl of each vCPU; guarded by the monitor of {@link #interrupts}. */
    private final boolean[] acknowledgeBoth;

    CpuInterfacesV2(Interrupts interrupts) {
        this.interrupts = interrupts;
        acknowledgeBoth = new boolean[interrupts.cpus];
    }

    void reset() {
        Arrays.fill(acknowledgeBoth, false);
    }

    @Override
    public long read(long offset, int size) {
        if (size != 4 || (offset & 3) != 0) {
            return 0;
        }
        int cpu = DistributorV2.accessor();
        synchronized (interrupts) {
            return readWord(interrupts.interfaces[cpu], (int) offset) & 0xFFFF_FFFFL;
        }
    }

    @Override
    public void write(long offset, int size, long value) {
        if (size != 4 || (offset & 3) != 0) {
            return;
        }
        int cpu = DistributorV2.accessor();
        synchronized (interrupts) {
            CpuInterface state = interrupts.interfaces[cpu];
            writeWord(state, (int) offset, (int) value);
            state.update();
        }
    }

    private int readWord(CpuInterface state, int at) {
        return switch (at) {
            case GicRegisters.GICC_CTLR -> control(state);
            case GicRegisters.GICC_PMR -> state.priorityMask;
            case GicRegisters.GICC_BPR -> state.bpr0;
            case GicRegisters.GICC_ABPR -> state.readBpr1();
            case GicRegisters.GICC_IAR -> acknowledge(state);
            case GicRegisters.GICC_AIAR -> state.acknowledge(CpuInterface.GROUP1);
            case GicRegisters.GICC_RPR -> state.runningPriority();
            case GicRegisters.GICC_HPPIR -> highestPending(state);
            case GicRegisters.GICC_AHPPIR -> withSender(state, state.highestPending(CpuInterface.GROUP1));
            case GicRegisters.GICC_APR0 -> state.ap0;
            case GicRegisters.GICC_NSAPR0 -> state.ap1;
            case GicRegisters.GICC_IIDR -> GicRegisters.GICC_IIDR_VALUE;
            default -> 0;
        };
    }

    private void writeWord(CpuInterface state, int at, int value) {
        switch (at) {
            case GicRegisters.GICC_CTLR -> setControl(state, value);
            case GicRegisters.GICC_PMR -> state.priorityMask = value & Interrupts.PRIORITY_MASK;
            case GicRegisters.GICC_BPR -> state.writeBpr0(value);
            case GicRegisters.GICC_ABPR -> state.writeBpr1(value);
            case GicRegisters.GICC_EOIR ->
                state.end(value & INTID, acknowledgeBoth[state.number] ? BOTH_GROUPS : CpuInterface.GROUP0);
            case GicRegisters.GICC_AEOIR -> state.end(value & INTID, CpuInterface.GROUP1);
            case GicRegisters.GICC_DIR -> state.deactivate(value & INTID);
            case GicRegisters.GICC_APR0 -> state.ap0 = value;
            case GicRegisters.GICC_NSAPR0 -> state.ap1 = value;
            default -> {}
        }
    }

    private int acknowledge(CpuInterface state) {
        if (acknowledgeBoth[state.number]) {
            return state.acknowledge(BOTH_GROUPS);
        }
        return state.signals() && state.pendingGroup() == CpuInterface.GROUP1
                ? OTHER_GROUP
                : state.acknowledge(CpuInterface.GROUP0);
    }

    private int highestPending(CpuInterface state) {
        if (acknowledgeBoth[state.number]) {
            return withSender(state, state.highestPending(BOTH_GROUPS));
        }
        return state.pendingGroup() == CpuInterface.GROUP1
                ? OTHER_GROUP
                : withSender(state, state.highestPending(CpuInterface.GROUP0));
    }

    /** An SGI's INTID with the vCPU that sent it in bits 12:10. */
    private int withSender(CpuInterface state, int intid) {
        if (intid >= Interrupts.SGIS) {
            return intid;
        }
        int sources = interrupts.sgiSources[state.number * Interrupts.SGIS + intid];
        return (Integer.numberOfTrailingZeros(sources) & 7) << 10 | intid;
    }

    private int control(CpuInterface state) {
        return (state.enable0 ? GicRegisters.GICC_CTLR_ENABLE_GRP0 : 0)
                | (state.enable1 ? GicRegisters.GICC_CTLR_ENABLE_GRP1 : 0)
                | (acknowledgeBoth[state.number] ? GicRegisters.GICC_CTLR_ACK_CTL : 0)
                | (state.fiqEnabled ? GicRegisters.GICC_CTLR_FIQ_EN : 0)
                | (state.commonBinaryPoint ? GicRegisters.GICC_CTLR_CBPR : 0)
                | (state.eoiMode ? GicRegisters.GICC_CTLR_EOI_MODE : 0);
    }

    private void setControl(CpuInterface state, int value) {
        state.enable0 = (value & GicRegisters.GICC_CTLR_ENABLE_GRP0) != 0;
        state.enable1 = (value & GicRegisters.GICC_CTLR_ENABLE_GRP1) != 0;
        acknowledgeBoth[state.number] = (value & GicRegisters.GICC_CTLR_ACK_CTL) != 0;
        state.fiqEnabled = (value & GicRegisters.GICC_CTLR_FIQ_EN) != 0;
        state.commonBinaryPoint = (value & GicRegisters.GICC_CTLR_CBPR) != 0;
        state.eoiMode = (value & GicRegisters.GICC_CTLR_EOI_MODE) != 0;
    }
}
