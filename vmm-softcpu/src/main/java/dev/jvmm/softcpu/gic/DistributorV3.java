// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.gic;

import dev.jvmm.core.bus.MmioDevice;
import dev.jvmm.core.cpu.MpidrAffinity;
import java.util.Arrays;

/** The distributor of a GICv3 with one security state and affinity routing always on (Arm IHI 0069 section 12.9). */
final class DistributorV3 implements MmioDevice {
    private final Interrupts interrupts;
    private final InterruptRegisters registers;
    /** IROUTER as written, of each SPI; guarded by the monitor of {@link #interrupts}. */
    private final long[] routers;

    DistributorV3(Interrupts interrupts) {
        this.interrupts = interrupts;
        registers = InterruptRegisters.shared(interrupts);
        routers = new long[interrupts.spis];
    }

    /** After {@link Interrupts#reset}: all SPIs go to affinity 0.0.0.0. */
    void reset() {
        Arrays.fill(routers, 0);
        Arrays.fill(interrupts.routes, 0);
    }

    @Override
    public long read(long offset, int size) {
        int at = (int) offset;
        synchronized (interrupts) {
            if (InterruptRegisters.hasPriority(at)) {
                return registers.readPriorities(0, at, size);
            }
            if (size < 4 || (at & size - 1) != 0) {
                return 0;
            }
            long low = readWord(at) & 0xFFFF_FFFFL;
            return size == 4 ? low : low | (long) readWord(at + 4) << 32;
        }
    }

    @Override
    public void write(long offset, int size, long value) {
        int at = (int) offset;
        synchronized (interrupts) {
            if (InterruptRegisters.hasPriority(at)) {
                registers.writePriorities(0, at, size, value);
                return;
            }
            if (size < 4 || (at & size - 1) != 0) {
                return;
            }
            writeWord(at, (int) value);
            if (size == 8) {
                writeWord(at + 4, (int) (value >>> 32));
            }
        }
    }

    private int readWord(int at) {
        if (InterruptRegisters.hasWord(at)) {
            return registers.read(0, at);
        }
        if (at >= GicRegisters.IROUTER && at < GicRegisters.IROUTER_END) {
            int spi = (at - GicRegisters.IROUTER >> 3) - Interrupts.PRIVATE;
            return routable(spi) ? (int) (routers[spi] >>> (at & 4) * 8) : 0;
        }
        if (at >= GicRegisters.V3_PIDR4) {
            return GicRegisters.identification(at - GicRegisters.V3_PIDR4, 3);
        }
        return switch (at) {
            case GicRegisters.GICD_CTLR ->
                GicRegisters.CTLR_DS
                        | GicRegisters.CTLR_ARE
                        | (interrupts.group1Enabled ? GicRegisters.CTLR_ENABLE_GRP1 : 0)
                        | (interrupts.group0Enabled ? GicRegisters.CTLR_ENABLE_GRP0 : 0);
            case GicRegisters.GICD_TYPER ->
                GicRegisters.TYPER_NO_1N
                        | GicRegisters.TYPER_A3V
                        | GicRegisters.TYPER_ID_BITS
                        | interrupts.registerWords() - 1;
            case GicRegisters.GICD_IIDR -> GicRegisters.IIDR;
            default -> 0;
        };
    }

    private void writeWord(int at, int value) {
        if (InterruptRegisters.hasWord(at)) {
            registers.write(0, at, value);
            return;
        }
        if (at >= GicRegisters.IROUTER && at < GicRegisters.IROUTER_END) {
            int spi = (at - GicRegisters.IROUTER >> 3) - Interrupts.PRIVATE;
            if (routable(spi)) {
                route(spi, (at & 4) * 8, value);
            }
            return;
        }
        if (at == GicRegisters.GICD_CTLR) {
            interrupts.group0Enabled = (value & GicRegisters.CTLR_ENABLE_GRP0) != 0;
            interrupts.group1Enabled = (value & GicRegisters.CTLR_ENABLE_GRP1) != 0;
            interrupts.update();
        }
    }

    private boolean routable(int spi) {
        return spi >= 0 && interrupts.exists(spi + Interrupts.PRIVATE);
    }

    private void route(int spi, int shift, int value) {
        long kept = routers[spi] & ~(0xFFFF_FFFFL << shift);
        routers[spi] = (kept | (value & 0xFFFF_FFFFL) << shift) & GicRegisters.AFFINITY;
        int before = interrupts.routes[spi];
        interrupts.routes[spi] = cpuWith(routers[spi], interrupts.cpus);
        if (before >= 0) {
            interrupts.interfaces[before].update();
        }
        interrupts.update(0, spi + Interrupts.PRIVATE);
    }

    /** The vCPU of an affinity, or -1. */
    static int cpuWith(long affinity, int cpus) {
        for (int cpu = 0; cpu < cpus; cpu++) {
            if (MpidrAffinity.of(cpu) == affinity) {
                return cpu;
            }
        }
        return -1;
    }
}
