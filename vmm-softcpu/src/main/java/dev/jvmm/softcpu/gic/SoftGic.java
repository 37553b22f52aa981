// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.gic;

import dev.jvmm.core.bus.MmioRegion;
import dev.jvmm.core.irq.IrqLine;
import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.cpu.InterruptInterface;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A software Generic Interrupt Controller. Safe from any thread. */
public sealed interface SoftGic permits GicV2, GicV3 {
    /** Where its memory-mapped registers stand. */
    List<MmioRegion> regions();

    /** The system registers of vCPU {@code cpu}; null with a GICv2, which has none. */
    @Nullable
    InterruptInterface interfaceOf(int cpu);

    /** The line of a shared peripheral interrupt; {@code spi} counts from 0, its INTID is {@code spi + 32}. */
    IrqLine spi(int spi);

    /** The line of a private peripheral interrupt of vCPU {@code cpu}, INTID 16 to 31. */
    IrqLine ppi(int cpu, int intid);

    /** Wires the outputs to the vCPUs, in order of their numbers. Called once, before any interrupt is enabled. */
    void connect(List<Cpu> cpus);

    /** Back to the state at power-on. Input lines keep the levels that their devices drive. */
    void reset();
}
