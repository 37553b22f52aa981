// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.gic;

import dev.jvmm.core.bus.Bus;
import dev.jvmm.core.cpu.GicVersion;
import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.cpu.CurrentCpu;
import dev.jvmm.softcpu.cpu.Requests;
import dev.jvmm.softcpu.testing.BareCpu;
import java.util.List;

/** A GICv2 on a bus with vCPUs that execute nothing, and the guest's ways to its registers. */
final class V2Board {
    private static final long GICD = 0x0800_0000;
    private static final long GICC = 0x0801_0000;

    final GicV2 gic;
    final Bus bus = new Bus();
    final List<Cpu> cpus;

    V2Board(int count) {
        gic = new GicV2(V3Board.spec(GicVersion.V2, count));
        bus.add(gic.regions());
        cpus = BareCpu.several(count);
        gic.connect(cpus);
    }

    long read(int cpu, long gpa, int size) {
        CurrentCpu.set(cpus.get(cpu));
        try {
            return bus.read(gpa, size);
        } finally {
            CurrentCpu.set(null);
        }
    }

    void write(int cpu, long gpa, int size, long value) {
        CurrentCpu.set(cpus.get(cpu));
        try {
            bus.write(gpa, size, value);
        } finally {
            CurrentCpu.set(null);
        }
    }

    long gicd(int cpu, long offset) {
        return read(cpu, GICD + offset, 4);
    }

    void gicd(int cpu, long offset, long value) {
        write(cpu, GICD + offset, 4, value);
    }

    long gicdByte(int cpu, long offset) {
        return read(cpu, GICD + offset, 1);
    }

    void gicdByte(int cpu, long offset, long value) {
        write(cpu, GICD + offset, 1, value);
    }

    long gicc(int cpu, long offset) {
        return read(cpu, GICC + offset, 4);
    }

    void gicc(int cpu, long offset, long value) {
        write(cpu, GICC + offset, 4, value);
    }

    boolean irq(int cpu) {
        return (cpus.get(cpu).requests() & Requests.IRQ) != 0;
    }

    boolean fiq(int cpu) {
        return (cpus.get(cpu).requests() & Requests.FIQ) != 0;
    }

    void setBit(long register, int intid) {
        gicd(0, register + intid / 32 * 4L, 1L << intid % 32);
    }

    boolean bit(int cpu, long register, int intid) {
        return (gicd(cpu, register + intid / 32 * 4L) >>> intid % 32 & 1) != 0;
    }

    /** A machine as Linux's driver leaves it. */
    static V2Board withLinux(int cpus) {
        V2Board board = new V2Board(cpus);
        board.gicd(0, 0, 0);
        long targets = board.gicd(0, 0x800);
        for (int i = 32; i < 32 + V3Board.SPIS; i += 4) {
            board.gicd(0, 0x800 + i, targets);
            board.gicd(0, 0x400 + i, 0xA0A0_A0A0L);
        }
        for (int i = 32; i < 32 + V3Board.SPIS; i += 32) {
            board.gicd(0, 0x380 + i / 8, 0xFFFF_FFFFL);
            board.gicd(0, 0x180 + i / 8, 0xFFFF_FFFFL);
        }
        board.gicd(0, 0, 1);
        for (int cpu = 0; cpu < cpus; cpu++) {
            board.gicd(cpu, 0x380, 0xFFFF_FFFFL);
            board.gicd(cpu, 0x180, 0xFFFF_0000L);
            board.gicd(cpu, 0x100, 0x0000_FFFFL);
            for (int i = 0; i < 32; i += 4) {
                board.gicd(cpu, 0x400 + i, 0xA0A0_A0A0L);
            }
            board.gicc(cpu, GicRegisters.GICC_PMR, 0xF0);
            board.gicc(cpu, GicRegisters.GICC_APR0, 0);
            board.gicc(cpu, GicRegisters.GICC_CTLR, board.gicc(cpu, GicRegisters.GICC_CTLR) & 0x1E0 | 1);
        }
        return board;
    }
}
