// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.core.cpu;

import dev.jvmm.core.bus.Bus;
import dev.jvmm.core.config.CpuFeature;
import dev.jvmm.core.error.VmException;
import dev.jvmm.core.memory.HostMemory;
import dev.jvmm.core.memory.MemoryBacking;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.EnumSet;
import java.util.Set;

/** A backend that runs vCPUs. Found by {@link java.util.ServiceLoader}. */
public interface Hypervisor {
    /** The name users give it: {@code kvm}, {@code soft}. */
    String name();

    /** Larger is tried first when the user leaves the choice to us. */
    int preference();

    /** Looks at the host; cheap and without side effects. */
    Availability probe();

    /**
     * Makes the CPUs, interrupt controller and timers of a machine; nothing runs yet.
     *
     * @param bus where accesses to anything but mapped memory go; the backend adds what it emulates itself (a software
     *     interrupt controller)
     * @param listener told of what the guest asks for
     * @throws dev.jvmm.core.error.VmException when the host or the specification does not allow it
     */
    VirtualMachine create(MachineSpec spec, Bus bus, GuestEventListener listener);

    /** The interrupt controllers it can make on this host. Only when {@link #probe} finds it available. */
    default Set<GicVersion> gicVersions() {
        return EnumSet.allOf(GicVersion.class);
    }

    /** The optional features that its vCPUs can have on this host. Only when {@link #probe} finds it available. */
    default Set<CpuFeature> cpuFeatures() {
        return Set.of();
    }

    /** Whether its GICv3 can have an Interrupt Translation Service. Only when {@link #probe} finds it available. */
    default boolean hasInterruptTranslation() {
        return false;
    }

    /**
     * Host memory for the guest's RAM, zeroed.
     *
     * @param arena what ends the mapping; shared
     * @param size in bytes, a multiple of 64 KiB
     * @throws dev.jvmm.core.error.VmException when the host has not that much, or not of that kind
     */
    default MemorySegment allocateMemory(Arena arena, long size, MemoryBacking backing) {
        if (backing.hugePages()) {
            throw VmException.usage(
                    "--memory hugepages=on: the " + name() + " backend has no huge pages; leave it out");
        }
        MemorySegment memory = HostMemory.map(arena, size);
        if (backing.prefault()) {
            memory.load();
        }
        return memory;
    }
}
