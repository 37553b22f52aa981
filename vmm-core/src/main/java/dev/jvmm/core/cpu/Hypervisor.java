// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.core.cpu;

import dev.jvmm.core.bus.Bus;

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
}
