// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.machine;

import dev.jvmm.core.bus.Bus;
import dev.jvmm.core.config.CpuConfig;
import dev.jvmm.core.cpu.Availability;
import dev.jvmm.core.cpu.GuestEventListener;
import dev.jvmm.core.cpu.Hypervisor;
import dev.jvmm.core.cpu.MachineSpec;
import dev.jvmm.core.cpu.VirtualMachine;
import dev.jvmm.core.error.VmException;
import dev.jvmm.softcpu.translate.TranslationOptions;
import org.jspecify.annotations.Nullable;

/** The software CPU: runs wherever a JDK does. */
public final class SoftHypervisor implements Hypervisor {
    /** Asked when a machine is created, since a mistake in the property must be the user's to see. */
    private final Translation translation;

    /** What is translated; null: everything is interpreted. */
    private interface Translation {
        @Nullable
        TranslationOptions options();
    }

    /** As the system property {@value TranslationOptions#PROPERTY} says. */
    public SoftHypervisor() {
        this.translation = TranslationOptions::configured;
    }

    public SoftHypervisor(@Nullable TranslationOptions translation) {
        this.translation = () -> translation;
    }

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
        CpuConfig cpu = spec.cpu().config();
        if (cpu.aarch32()) {
            throw VmException.usage("--aarch32: the software CPU has no AArch32; use --backend kvm on a host that has");
        }
        if (cpu.vectorBits() != 0) {
            throw VmException.usage("--cpu sve=" + cpu.vectorBits()
                    + ": the software CPU has no scalable vectors; leave sve out, or use --backend kvm");
        }
        return new SoftVirtualMachine(spec, bus, listener, translation.options());
    }
}
