// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.gic;

import dev.jvmm.core.cpu.MpidrAffinity;
import dev.jvmm.softcpu.cpu.InterruptInterface;

/**
 * The CPU interface of a GICv3 by system registers (Arm IHI 0069 section 12.2), without LPIs and without the message-based
 * parts. What has no register here is undefined.
 */
final class SystemRegisterInterface implements InterruptInterface {
    /** op0 3, op1 0, CRn 12. */
    private static final int CRN_12 = 3 << 14 | 12 << 7;

    static final int PMR = 3 << 14 | 4 << 7 | 6 << 3;
    static final int IAR0 = CRN_12 | 8 << 3;
    static final int EOIR0 = CRN_12 | 8 << 3 | 1;
    static final int HPPIR0 = CRN_12 | 8 << 3 | 2;
    static final int BPR0 = CRN_12 | 8 << 3 | 3;
    static final int AP0R0 = CRN_12 | 8 << 3 | 4;
    static final int AP1R0 = CRN_12 | 9 << 3;
    static final int DIR = CRN_12 | 11 << 3 | 1;
    static final int RPR = CRN_12 | 11 << 3 | 3;
    static final int SGI1R = CRN_12 | 11 << 3 | 5;
    static final int ASGI1R = CRN_12 | 11 << 3 | 6;
    static final int SGI0R = CRN_12 | 11 << 3 | 7;
    static final int IAR1 = CRN_12 | 12 << 3;
    static final int EOIR1 = CRN_12 | 12 << 3 | 1;
    static final int HPPIR1 = CRN_12 | 12 << 3 | 2;
    static final int BPR1 = CRN_12 | 12 << 3 | 3;
    static final int CTLR = CRN_12 | 12 << 3 | 4;
    static final int SRE = CRN_12 | 12 << 3 | 5;
    static final int IGRPEN0 = CRN_12 | 12 << 3 | 6;
    static final int IGRPEN1 = CRN_12 | 12 << 3 | 7;

    private static final int CTLR_CBPR = 1;
    private static final int CTLR_EOI_MODE = 1 << 1;
    /** Five bits of priority (PRIbits holds one less), 16-bit INTIDs, affinity 3 valid. */
    private static final int CTLR_FIXED = 4 << 8 | 1 << 15;
    /** System registers always on, no bypass. */
    private static final int SRE_FIXED = 7;

    private static final int INTID = 0xFF_FFFF;

    private final Interrupts interrupts;
    private final CpuInterface state;

    SystemRegisterInterface(Interrupts interrupts, int cpu) {
        this.interrupts = interrupts;
        state = interrupts.interfaces[cpu];
    }

    @Override
    public boolean has(int encoding) {
        return switch (encoding) {
            case PMR, IAR0, EOIR0, HPPIR0, BPR0, AP0R0, AP1R0, DIR, RPR, SGI1R, ASGI1R, SGI0R -> true;
            case IAR1, EOIR1, HPPIR1, BPR1, CTLR, SRE, IGRPEN0, IGRPEN1 -> true;
            default -> false;
        };
    }

    @Override
    public long read(int encoding) {
        synchronized (interrupts) {
            return switch (encoding) {
                case PMR -> state.priorityMask;
                case IAR0 -> state.acknowledge(CpuInterface.GROUP0);
                case IAR1 -> state.acknowledge(CpuInterface.GROUP1);
                case HPPIR0 -> state.highestPending(CpuInterface.GROUP0);
                case HPPIR1 -> state.highestPending(CpuInterface.GROUP1);
                case BPR0 -> state.bpr0;
                case BPR1 -> state.readBpr1();
                case AP0R0 -> state.ap0 & 0xFFFF_FFFFL;
                case AP1R0 -> state.ap1 & 0xFFFF_FFFFL;
                case RPR -> state.runningPriority();
                case CTLR ->
                    CTLR_FIXED | (state.commonBinaryPoint ? CTLR_CBPR : 0) | (state.eoiMode ? CTLR_EOI_MODE : 0);
                case SRE -> SRE_FIXED;
                case IGRPEN0 -> state.enable0 ? 1 : 0;
                case IGRPEN1 -> state.enable1 ? 1 : 0;
                // Write-only, or not there.
                default -> throw state.cpu().undefined();
            };
        }
    }

    @Override
    public void write(int encoding, long value) {
        synchronized (interrupts) {
            switch (encoding) {
                case PMR -> state.priorityMask = (int) value & Interrupts.PRIORITY_MASK;
                case EOIR0 -> state.end((int) value & INTID, CpuInterface.GROUP0);
                case EOIR1 -> state.end((int) value & INTID, CpuInterface.GROUP1);
                case DIR -> state.deactivate((int) value & INTID);
                case BPR0 -> state.writeBpr0((int) value);
                case BPR1 -> state.writeBpr1((int) value);
                case AP0R0 -> state.ap0 = (int) value;
                case AP1R0 -> state.ap1 = (int) value;
                case SGI1R -> generate(value, true);
                // With one security state there is no other one: Group 0 only, for both.
                case SGI0R, ASGI1R -> generate(value, false);
                case CTLR -> {
                    state.commonBinaryPoint = (value & CTLR_CBPR) != 0;
                    state.eoiMode = (value & CTLR_EOI_MODE) != 0;
                }
                case SRE -> {}
                case IGRPEN0 -> state.enable0 = (value & 1) != 0;
                case IGRPEN1 -> state.enable1 = (value & 1) != 0;
                // Read-only, or not there.
                default -> throw state.cpu().undefined();
            }
            state.update();
        }
    }

    /** Makes an SGI pending at its targets, if they have it in a group that this register may reach. */
    private void generate(long value, boolean anyGroup) {
        int sgi = (int) (value >>> 24) & 15;
        boolean allButSelf = (value >>> 40 & 1) != 0;
        for (int cpu = 0; cpu < interrupts.cpus; cpu++) {
            boolean target = allButSelf ? cpu != state.number : listed(value, MpidrAffinity.of(cpu));
            if (target && (anyGroup || !interrupts.isGroup1(cpu, sgi))) {
                interrupts.latch(cpu, sgi);
            }
        }
    }

    /** Aff3.Aff2.Aff1 in bits 55:48, 39:32 and 23:16, and a bit for each Aff0 of the sixteen that RS (47:44) selects. */
    private static boolean listed(long value, long affinity) {
        int aff0 = (int) affinity & 0xFF;
        return (value >>> 48 & 0xFF) == (affinity >>> 32 & 0xFF)
                && (value >>> 32 & 0xFF) == (affinity >>> 16 & 0xFF)
                && (value >>> 16 & 0xFF) == (affinity >>> 8 & 0xFF)
                && (value >>> 44 & 15) == aff0 >> 4
                && (value >>> (aff0 & 15) & 1) != 0;
    }
}
