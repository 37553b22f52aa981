// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.gic;

import dev.jvmm.core.bus.Bus;
import dev.jvmm.core.clock.VmClock;
import dev.jvmm.core.cpu.GicVersion;
import dev.jvmm.core.cpu.MachineSpec;
import dev.jvmm.core.cpu.MachineSpec.TimerInterrupts;
import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.cpu.InterruptInterface;
import dev.jvmm.softcpu.cpu.Requests;
import dev.jvmm.softcpu.testing.BareCpu;
import java.util.List;

/** A GICv3 on a bus with vCPUs that execute nothing, and the guest's ways to its registers. */
final class V3Board {
    static final long GICD = 0x0800_0000;
    static final long GICR = 0x080A_0000;
    static final int SPIS = 64;

    final GicV3 gic;
    final Bus bus = new Bus();
    final List<Cpu> cpus;

    V3Board(int count) {
        gic = new GicV3(spec(GicVersion.V3, count));
        bus.add(gic.regions());
        cpus = BareCpu.several(count);
        gic.connect(cpus);
    }

    static MachineSpec spec(GicVersion version, int cpus) {
        return new MachineSpec(
                cpus,
                new MachineSpec.Gic(version, GICD, 0x0801_0000, GICR, SPIS),
                new TimerInterrupts(29, 30, 27, 26),
                40,
                VmClock.host());
    }

    long gicd(long offset) {
        return bus.read(GICD + offset, 4);
    }

    void gicd(long offset, long value) {
        bus.write(GICD + offset, 4, value);
    }

    private static long redistributor(int cpu) {
        return GICR + cpu * 0x2_0000L;
    }

    /** RD_base. */
    long gicr(int cpu, long offset) {
        return bus.read(redistributor(cpu) + offset, 4);
    }

    void gicr(int cpu, long offset, long value) {
        bus.write(redistributor(cpu) + offset, 4, value);
    }

    /** SGI_base. */
    long sgi(int cpu, long offset) {
        return gicr(cpu, 0x1_0000 + offset);
    }

    void sgi(int cpu, long offset, long value) {
        gicr(cpu, 0x1_0000 + offset, value);
    }

    InterruptInterface icc(int cpu) {
        return gic.interfaceOf(cpu);
    }

    long icc(int cpu, int register) {
        return icc(cpu).read(register);
    }

    void icc(int cpu, int register, long value) {
        icc(cpu).write(register, value);
    }

    boolean irq(int cpu) {
        return (cpus.get(cpu).requests() & Requests.IRQ) != 0;
    }

    boolean fiq(int cpu) {
        return (cpus.get(cpu).requests() & Requests.FIQ) != 0;
    }

    /** One bit an interrupt: sets the bit of {@code intid} in a distributor register. */
    void setBit(long register, int intid) {
        gicd(register + intid / 32 * 4L, 1L << intid % 32);
    }

    boolean bit(long register, int intid) {
        return (gicd(register + intid / 32 * 4L) >>> intid % 32 & 1) != 0;
    }

    void priority(int intid, int value) {
        bus.write((intid < 32 ? GICR + 0x1_0000 : GICD) + 0x400 + intid, 1, value);
    }

    /** What Linux's driver does to the distributor: all SPIs Group 1, level, priority 0xA0, disabled, routed to vCPU 0. */
    void linuxDistributor() {
        gicd(0x0000, 0);
        for (int i = 32; i < 32 + SPIS; i += 32) {
            gicd(0x0080 + i / 8, 0xFFFF_FFFFL);
        }
        for (int i = 32; i < 32 + SPIS; i += 16) {
            gicd(0x0C00 + i / 4, 0);
        }
        for (int i = 32; i < 32 + SPIS; i += 4) {
            gicd(0x0400 + i, 0xA0A0_A0A0L);
        }
        for (int i = 32; i < 32 + SPIS; i += 32) {
            gicd(0x0380 + i / 8, 0xFFFF_FFFFL);
            gicd(0x0180 + i / 8, 0xFFFF_FFFFL);
        }
        gicd(0x0000, 1 << 4 | 1 << 1 | 1);
        for (int i = 32; i < 32 + SPIS; i++) {
            bus.write(GICD + 0x6000 + i * 8L, 8, 0);
        }
    }

    /** What Linux's driver does to a redistributor and a CPU interface. */
    void linuxCpu(int cpu) {
        gicr(cpu, 0x14, gicr(cpu, 0x14) & ~2L);
        sgi(cpu, 0x0080, 0xFFFF_FFFFL);
        sgi(cpu, 0x0380, 0xFFFF_FFFFL);
        sgi(cpu, 0x0180, 0xFFFF_0000L);
        sgi(cpu, 0x0100, 0x0000_FFFFL);
        for (int i = 0; i < 32; i += 4) {
            sgi(cpu, 0x0400 + i, 0xA0A0_A0A0L);
        }
        icc(cpu, SystemRegisterInterface.PMR, 0xF0);
        icc(cpu, SystemRegisterInterface.BPR1, 0);
        icc(cpu, SystemRegisterInterface.CTLR, 0);
        icc(cpu, SystemRegisterInterface.AP0R0, 0);
        icc(cpu, SystemRegisterInterface.AP1R0, 0);
        icc(cpu, SystemRegisterInterface.IGRPEN1, 1);
    }

    /** A machine as Linux leaves it. */
    static V3Board withLinux(int cpus) {
        V3Board board = new V3Board(cpus);
        board.linuxDistributor();
        for (int cpu = 0; cpu < cpus; cpu++) {
            board.linuxCpu(cpu);
        }
        return board;
    }
}
