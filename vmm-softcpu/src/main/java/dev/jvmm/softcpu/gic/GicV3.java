// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.gic;

import dev.jvmm.core.bus.MmioRegion;
import dev.jvmm.core.cpu.MachineSpec;
import dev.jvmm.core.irq.IrqLine;
import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.cpu.InterruptInterface;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A GICv3 as a guest without EL2 and EL3 sees one: a single security state (GICD_CTLR.DS), affinity routing and system
 * registers always on, five bits of priority, no LPIs (Arm IHI 0069).
 */
public final class GicV3 implements SoftGic {
    private static final long DISTRIBUTOR_SIZE = 0x1_0000;

    private final Interrupts interrupts;
    private final DistributorV3 distributor;
    private final Redistributors redistributors;
    private final List<SystemRegisterInterface> interfaces;
    private final List<MmioRegion> regions;

    public GicV3(MachineSpec spec) {
        MachineSpec.Gic gic = spec.gic();
        interrupts = new Interrupts(spec.cpus(), gic.spis(), Interrupts.Routing.AFFINITY);
        distributor = new DistributorV3(interrupts);
        redistributors = new Redistributors(interrupts);
        interfaces = IntStream.range(0, spec.cpus())
                .mapToObj(cpu -> new SystemRegisterInterface(interrupts, cpu))
                .toList();
        regions = List.of(
                new MmioRegion("GICD", gic.distributor(), DISTRIBUTOR_SIZE, distributor),
                new MmioRegion(
                        "GICR",
                        gic.redistributors(),
                        (long) GicRegisters.REDISTRIBUTOR_SIZE * spec.cpus(),
                        redistributors));
        reset();
    }

    @Override
    public List<MmioRegion> regions() {
        return regions;
    }

    @Override
    public InterruptInterface interfaceOf(int cpu) {
        return interfaces.get(cpu);
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
            // Group 1 from the start, as under KVM: what firmware and kernels write there changes nothing.
            interrupts.reset(true);
            distributor.reset();
            redistributors.reset();
            for (CpuInterface each : interrupts.interfaces) {
                each.fiqEnabled = true;
            }
        }
    }
}
