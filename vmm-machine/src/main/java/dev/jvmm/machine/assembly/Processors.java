// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.assembly;

import dev.jvmm.core.bus.Bus;
import dev.jvmm.core.clock.VmClock;
import dev.jvmm.core.config.CpuFeature;
import dev.jvmm.core.config.GicChoice;
import dev.jvmm.core.config.VmConfig;
import dev.jvmm.core.cpu.CpuOptions;
import dev.jvmm.core.cpu.GicVersion;
import dev.jvmm.core.cpu.GuestEventListener;
import dev.jvmm.core.cpu.Hypervisor;
import dev.jvmm.core.cpu.MachineSpec;
import dev.jvmm.core.cpu.VirtualMachine;
import dev.jvmm.core.error.VmException;
import dev.jvmm.machine.platform.InterruptMap;
import dev.jvmm.machine.platform.MemoryMap;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The backend's part of the machine, and what was asked of it. */
record Processors(VirtualMachine machine, MachineSpec spec) {
    private static final Logger LOG = LoggerFactory.getLogger(Processors.class);

    /** Makes them, with the newest interrupt controller that configuration and backend allow. */
    static Processors create(
            VmConfig config,
            MemoryMap map,
            VmClock clock,
            Hypervisor hypervisor,
            Bus bus,
            GuestEventListener listener) {
        return switch (config.gic()) {
            case V2 -> create(GicVersion.V2, config, map, clock, hypervisor, bus, listener);
            case V3 -> create(GicVersion.V3, config, map, clock, hypervisor, bus, listener);
            case MAX -> {
                try {
                    yield create(GicVersion.V3, config, map, clock, hypervisor, bus, listener);
                } catch (VmException e) {
                    if (config.cpus() > map.mostCpus(GicVersion.V2)) {
                        throw e;
                    }
                    LOG.debug("--gic {}: {}", GicChoice.MAX, e.getMessage());
                    yield create(GicVersion.V2, config, map, clock, hypervisor, bus, listener);
                }
            }
        };
    }

    private static Processors create(
            GicVersion version,
            VmConfig config,
            MemoryMap map,
            VmClock clock,
            Hypervisor hypervisor,
            Bus bus,
            GuestEventListener listener) {
        MachineSpec.Gic gic = new MachineSpec.Gic(
                version,
                map.gicDistributor().base(),
                map.gicCpuInterface().base(),
                map.redistributors().base(),
                version == GicVersion.V3 && hypervisor.hasInterruptTranslation()
                        ? map.its().base()
                        : 0,
                InterruptMap.SHARED_INTERRUPTS);
        Set<CpuFeature> features = EnumSet.noneOf(CpuFeature.class);
        features.addAll(hypervisor.cpuFeatures());
        features.removeIf(feature -> !config.cpu().allows(feature));
        CpuOptions cpu = new CpuOptions(
                config.cpu(),
                features.contains(CpuFeature.PMU) ? InterruptMap.PMU : 0,
                features.contains(CpuFeature.STEAL_TIME) ? map.stealTime().base() : 0);
        MachineSpec spec = new MachineSpec(
                config.cpus(), gic, InterruptMap.TIMER, map.physicalAddressBits(config.memory()), clock, cpu);
        return new Processors(hypervisor.create(spec, bus, listener), spec);
    }
}
