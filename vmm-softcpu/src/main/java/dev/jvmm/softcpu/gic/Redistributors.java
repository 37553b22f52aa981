// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.gic;

import dev.jvmm.core.bus.MmioDevice;
import dev.jvmm.core.cpu.MpidrAffinity;
import java.util.Arrays;

/** All redistributors of a GICv3, one after the other: RD_base and SGI_base of each vCPU (Arm IHI 0069 section 12.10, 12.11). */
final class Redistributors implements MmioDevice {
    private final Interrupts interrupts;
    private final InterruptRegisters registers;
    /** GICR_WAKER.ProcessorSleep; guarded by the monitor of {@link #interrupts}. Interrupts are forwarded all the same. */
    private final boolean[] asleep;

    Redistributors(Interrupts interrupts) {
        this.interrupts = interrupts;
        registers = InterruptRegisters.local(interrupts);
        asleep = new boolean[interrupts.cpus];
    }

    void reset() {
        Arrays.fill(asleep, true);
    }

    @Override
    public long read(long offset, int size) {
        int cpu = (int) (offset / GicRegisters.REDISTRIBUTOR_SIZE);
        int at = (int) offset % GicRegisters.REDISTRIBUTOR_SIZE;
        synchronized (interrupts) {
            int inFrame = at - GicRegisters.SGI_FRAME;
            if (InterruptRegisters.hasPriority(inFrame)) {
                return registers.readPriorities(cpu, inFrame, size);
            }
            if (size < 4 || (at & size - 1) != 0) {
                return 0;
            }
            long low = readWord(cpu, at) & 0xFFFF_FFFFL;
            return size == 4 ? low : low | (long) readWord(cpu, at + 4) << 32;
        }
    }

    @Override
    public void write(long offset, int size, long value) {
        int cpu = (int) (offset / GicRegisters.REDISTRIBUTOR_SIZE);
        int at = (int) offset % GicRegisters.REDISTRIBUTOR_SIZE;
        synchronized (interrupts) {
            int inFrame = at - GicRegisters.SGI_FRAME;
            if (InterruptRegisters.hasPriority(inFrame)) {
                registers.writePriorities(cpu, inFrame, size, value);
                return;
            }
            if (size < 4 || (at & size - 1) != 0) {
                return;
            }
            writeWord(cpu, at, (int) value);
            if (size == 8) {
                writeWord(cpu, at + 4, (int) (value >>> 32));
            }
        }
    }

    private int readWord(int cpu, int at) {
        if (at >= GicRegisters.SGI_FRAME) {
            int inFrame = at - GicRegisters.SGI_FRAME;
            return InterruptRegisters.hasWord(inFrame) ? registers.read(cpu, inFrame) : 0;
        }
        if (at >= GicRegisters.V3_PIDR4) {
            return GicRegisters.identification(at - GicRegisters.V3_PIDR4, 3);
        }
        return switch (at) {
            case GicRegisters.GICR_IIDR -> GicRegisters.IIDR;
            case GicRegisters.GICR_TYPER ->
                (cpu & 0xFFFF) << 8 | (cpu == interrupts.cpus - 1 ? GicRegisters.GICR_TYPER_LAST : 0);
            case GicRegisters.GICR_TYPER + 4 -> packedAffinity(cpu);
            case GicRegisters.GICR_WAKER ->
                asleep[cpu] ? GicRegisters.WAKER_PROCESSOR_SLEEP | GicRegisters.WAKER_CHILDREN_ASLEEP : 0;
            default -> 0;
        };
    }

    private void writeWord(int cpu, int at, int value) {
        if (at >= GicRegisters.SGI_FRAME) {
            int inFrame = at - GicRegisters.SGI_FRAME;
            if (InterruptRegisters.hasWord(inFrame)) {
                registers.write(cpu, inFrame, value);
            }
            return;
        }
        if (at == GicRegisters.GICR_WAKER) {
            asleep[cpu] = (value & GicRegisters.WAKER_PROCESSOR_SLEEP) != 0;
        }
    }

    /** The four affinity fields in 32 bits, as GICR_TYPER has them. */
    private static int packedAffinity(int cpu) {
        long affinity = MpidrAffinity.of(cpu);
        return (int) (affinity >>> 32) << 24 | (int) affinity & 0xFF_FFFF;
    }
}
