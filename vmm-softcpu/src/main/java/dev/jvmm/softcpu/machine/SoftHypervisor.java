// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.machine;

import dev.jvmm.core.bus.Bus;
import dev.jvmm.core.cpu.Availability;
import dev.jvmm.core.cpu.GuestEventListener;
import dev.jvmm.core.cpu.Hypervisor;
import dev.jvmm.core.cpu.MachineSpec;
import dev.jvmm.core.cpu.VirtualMachine;

/** The software CPU: runs wherever a JDK does. */
public final class SoftHypervisor implements Hypervisor {
    @Override
    public String name() {
        return "soft";
    }

    @Override
    public int preference() {
        return 0;
    }

    @Override
    public Availability probe() {
        return new Availability.Available();
    }

    @Override
    public VirtualMachine create(MachineSpec spec, Bus bus, GuestEventListener listener) {
        return new SoftVirtualMachine(spec, bus, listener);
    }
}
