// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.behaviour;

import dev.jvmm.core.cpu.GicVersion;
import dev.jvmm.core.cpu.Hypervisor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A group of scenarios; each makes its own VM. */
public abstract class Scenarios {
    /** The register that holds the base of the recording device. */
    static final int DEVICE = GuestCode.DEVICE;

    final Hypervisor hypervisor;
    final GicVersion gic;
    final GuestCode guest;

    Scenarios(Hypervisor hypervisor, GicVersion gic) {
        this.hypervisor = hypervisor;
        this.gic = gic;
        this.guest = new GuestCode(gic, BareMetalVm.RAM);
    }

    /** The scenarios by name, in the order to run them. */
    abstract Map<String, Runnable> all();

    final BareMetalVm vm(int cpus) {
        return new BareMetalVm(hypervisor, gic, cpus);
    }

    /** Everything that {@code hypervisor} must do with an interrupt controller of that version. */
    public static Map<String, Runnable> of(Hypervisor hypervisor, GicVersion gic) {
        List<Scenarios> groups = new ArrayList<>();
        groups.add(new MemoryScenarios(hypervisor, gic));
        groups.add(new InterruptScenarios(hypervisor, gic));
        groups.add(new PowerScenarios(hypervisor, gic));
        groups.add(new LifecycleScenarios(hypervisor, gic));
        groups.add(new VmScenarios(hypervisor, gic));
        Map<String, Runnable> all = new LinkedHashMap<>();
        for (Scenarios group : groups) {
            group.all().forEach((name, scenario) -> all.put(gic + ": " + name, scenario));
        }
        return all;
    }
}
