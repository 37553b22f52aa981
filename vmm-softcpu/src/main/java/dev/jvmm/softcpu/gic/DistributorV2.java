// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.gic;

import dev.jvmm.core.bus.MmioDevice;
import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.cpu.CurrentCpu;

/** The distributor of a GICv2 without the Security Extensions (Arm IHI 0048 section 4.3). */
final class DistributorV2 implements MmioDevice {
    /** The registers; the rest of the frame is reserved. */
    private static final int SIZE = 0x1000;

    private static final int SGIR_TARGET_OTHERS = 1;
    private static final int SGIR_TARGET_SELF = 2;

    private final Interrupts interrupts;
    private final InterruptRegisters registers;

    DistributorV2(Interrupts interrupts) {
        this.interrupts = interrupts;
        registers = InterruptRegisters.banked(interrupts);
    }

    /** The vCPU whose registers an access means. */
    static int accessor() {
        Cpu cpu = CurrentCpu.get();
        return cpu == null ? 0 : cpu.number;
    }

    private static boolean hasTargets(int at) {
        return at >= GicRegisters.ITARGETSR && at < GicRegisters.ICFGR;
    }

    private static boolean hasSgiSources(int at) {
        return at >= GicRegisters.CPENDSGIR && at < GicRegisters.SPENDSGIR_END;
    }

    @Override
    public long read(long offset, int size) {
        int at = (int) offset;
        int cpu = accessor();
        if (at >= SIZE) {
            return 0;
        }
        synchronized (interrupts) {
            if (InterruptRegisters.hasPriority(at)) {
                return registers.readPriorities(cpu, at, size);
            }
            if (hasTargets(at)) {
                return readTargets(cpu, at - GicRegisters.ITARGETSR, size);
            }
            if (hasSgiSources(at)) {
                return readSgiSources(cpu, at, size);
            }
            return size == 4 && (at & 3) == 0 ? readWord(cpu, at) & 0xFFFF_FFFFL : 0;
        }
    }

    @Override
    public void write(long offset, int size, long value) {
        int at = (int) offset;
        int cpu = accessor();
        if (at >= SIZE) {
            return;
        }
        synchronized (interrupts) {
            if (InterruptRegisters.hasPriority(at)) {
                registers.writePriorities(cpu, at, size, value);
            } else if (hasTargets(at)) {
                writeTargets(at - GicRegisters.ITARGETSR, size, value);
            } else if (hasSgiSources(at)) {
                writeSgiSources(cpu, at, size, value);
            } else if (size == 4 && (at & 3) == 0) {
                writeWord(cpu, at, (int) value);
            }
        }
    }

    private int readWord(int cpu, int at) {
        if (InterruptRegisters.hasWord(at)) {
            return registers.read(cpu, at);
        }
        if (at >= GicRegisters.V2_PIDR4) {
            return GicRegisters.identification(at - GicRegisters.V2_PIDR4, 2);
        }
        return switch (at) {
            case GicRegisters.GICD_CTLR ->
                (interrupts.group1Enabled ? GicRegisters.CTLR_ENABLE_GRP1 : 0)
                        | (interrupts.group0Enabled ? GicRegisters.CTLR_ENABLE_GRP0 : 0);
            case GicRegisters.GICD_TYPER -> interrupts.cpus - 1 << 5 | interrupts.registerWords() - 1;
            case GicRegisters.GICD_IIDR -> GicRegisters.IIDR;
            default -> 0;
        };
    }

    private void writeWord(int cpu, int at, int value) {
        if (InterruptRegisters.hasWord(at)) {
            registers.write(cpu, at, value);
        } else if (at == GicRegisters.GICD_CTLR) {
            interrupts.group0Enabled = (value & GicRegisters.CTLR_ENABLE_GRP0) != 0;
            interrupts.group1Enabled = (value & GicRegisters.CTLR_ENABLE_GRP1) != 0;
            interrupts.update();
        } else if (at == GicRegisters.GICD_SGIR) {
            generate(cpu, value);
        }
    }

    /** SGIR: filter in bits 25:24, list of targets in 23:16, SGI in 3:0. */
    private void generate(int sender, int value) {
        int everyone = (1 << interrupts.cpus) - 1;
        int targets = switch (value >>> 24 & 3) {
            case 0 -> value >>> 16 & everyone;
            case SGIR_TARGET_OTHERS -> everyone & ~(1 << sender);
            case SGIR_TARGET_SELF -> 1 << sender;
            default -> 0;
        };
        int sgi = value & 15;
        for (; targets != 0; targets &= targets - 1) {
            int cpu = Integer.numberOfTrailingZeros(targets);
            interrupts.setSgiSources(cpu, sgi, interrupts.sgiSources[cpu * Interrupts.SGIS + sgi] | 1 << sender);
        }
    }

    /** A byte an interrupt. Private ones show who reads; with one vCPU all is zero (section 4.3.12). */
    private long readTargets(int cpu, int first, int size) {
        long value = 0;
        for (int i = 0; i < size && interrupts.cpus > 1; i++) {
            int intid = first + i;
            if (!interrupts.exists(intid)) {
                continue;
            }
            long targets = intid < Interrupts.PRIVATE ? 1L << cpu : interrupts.routes[intid - Interrupts.PRIVATE];
            value |= targets << i * 8;
        }
        return value;
    }

    private void writeTargets(int first, int size, long value) {
        for (int i = 0; i < size && interrupts.cpus > 1; i++) {
            int intid = first + i;
            if (intid >= Interrupts.PRIVATE && interrupts.exists(intid)) {
                interrupts.routes[intid - Interrupts.PRIVATE] =
                        (int) (value >>> i * 8) & 0xFF & (1 << interrupts.cpus) - 1;
            }
        }
        interrupts.update();
    }

    /** A byte an SGI, with a bit for each vCPU that it is pending from; CPENDSGIR and SPENDSGIR read the same. */
    private long readSgiSources(int cpu, int at, int size) {
        long value = 0;
        for (int i = 0; i < size && hasSgiSources(at + i); i++) {
            value |= (long) interrupts.sgiSources[cpu * Interrupts.SGIS + (at + i & 15)] << i * 8;
        }
        return value;
    }

    private void writeSgiSources(int cpu, int at, int size, long value) {
        for (int i = 0; i < size && hasSgiSources(at + i); i++) {
            int sgi = at + i & 15;
            int bits = (int) (value >>> i * 8) & (1 << interrupts.cpus) - 1;
            int before = interrupts.sgiSources[cpu * Interrupts.SGIS + sgi];
            interrupts.setSgiSources(cpu, sgi, at + i >= GicRegisters.SPENDSGIR ? before | bits : before & ~bits);
        }
    }
}
