// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.gic;

import dev.jvmm.core.bus.MmioRegion;
import dev.jvmm.core.cpu.MachineSpec;
import dev.jvmm.core.irq.IrqLine;
import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.cpu.InterruptInterface;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A GICv2 without the Security Extensions: distributor and CPU interface in memory, both banked by the vCPU that accesses
 * them ({@link dev.jvmm.softcpu.cpu.CurrentCpu}; vCPU 0 for other threads), five bits of priority (Arm IHI 0048).
 */
public final class GicV2 implements SoftGic {
    /** More vCPUs than the architecture's eight is the assembly's mistake. */
    public static final int MAX_CPUS = 8;

    private static final long FRAME = 0x1_0000;

    private final Interrupts interrupts;
    private final CpuInterfacesV2 cpuInterfaces;
    private final List<MmioRegion> regions;

    public GicV2(MachineSpec spec) {
        if (spec.cpus() > MAX_CPUS) {
            throw new IllegalStateException("a GICv2 has at most " + MAX_CPUS + " vCPUs, not " + spec.cpus());
        }
        MachineSpec.Gic gic = spec.gic();
        interrupts = new Interrupts(spec.cpus(), gic.spis(), Interrupts.Routing.MASK);
        cpuInterfaces = new CpuInterfacesV2(interrupts);
        regions = List.of(
                new MmioRegion("GICD", gic.distributor(), FRAME, new DistributorV2(interrupts)),
                new MmioRegion("GICC", gic.cpuInterface(), FRAME, cpuInterfaces));
        reset();
    }

    @Override
    public List<MmioRegion> regions() {
        return regions;
    }

    @Override
    public @Nullable InterruptInterface interfaceOf(int cpu) {
        return null;
    }

    @Override
    public IrqLine spi(int spi) {
        return interrupts.sharedLine(spi + Interrupts.PRIVATE);
    }

    @Override
    public IrqLine ppi(int cpu, int intid) {
        return interrupts.privateLine(cpu, intid);
    }

    @Override
    public void connect(List<Cpu> cpus) {
        interrupts.connect(cpus);
    }

    @Override
    public void reset() {
        synchronized (interrupts) {
            interrupts.reset(false);
            cpuInterfaces.reset();
        }
    }
}
