// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.core.cpu;

import dev.jvmm.core.clock.VmClock;

/**
 * What the assembly asks of a backend.
 *
 * @param cpus number of vCPUs, at least 1; vCPU 0 starts, the others wait for PSCI CPU_ON
 * @param gic the interrupt controller and where it stands
 * @param interrupts the private interrupts of the Generic Timer
 * @param physicalAddressBits the width of guest-physical addresses
 * @param clock what the counter runs on
 * @param cpu which features of the CPU the guest sees
 */
public record MachineSpec(
        int cpus, Gic gic, TimerInterrupts interrupts, int physicalAddressBits, VmClock clock, CpuOptions cpu) {
    public MachineSpec {
        if (cpus < 1) {
            throw new IllegalStateException("a machine needs at least one vCPU");
        }
    }

    /** A machine with whatever CPU features the backend has. */
    public MachineSpec(int cpus, Gic gic, TimerInterrupts interrupts, int physicalAddressBits, VmClock clock) {
        this(cpus, gic, interrupts, physicalAddressBits, clock, CpuOptions.HOST);
    }

    /**
     * The interrupt controller's place in guest-physical memory.
     *
     * @param version 2 or 3
     * @param distributor base of the distributor, 64 KiB long
     * @param cpuInterface base of the GICv2 CPU interface, 64 KiB long; unused with v3
     * @param redistributors base of the first redistributor, 128 KiB a vCPU; unused with v2
     * @param its base of the Interrupt Translation Service, 128 KiB long, or 0 where the machine has none; v3 only
     * @param spis number of shared peripheral interrupts, a multiple of 32; INTIDs 32 to 31 + spis
     */
    public record Gic(
            GicVersion version, long distributor, long cpuInterface, long redistributors, long its, int spis) {
        /** An interrupt controller without an Interrupt Translation Service. */
        public Gic(GicVersion version, long distributor, long cpuInterface, long redistributors, int spis) {
            this(version, distributor, cpuInterface, redistributors, 0, spis);
        }
    }

    /**
     * INTIDs (16 to 31) of the Generic Timer's private interrupts.
     *
     * @param secure EL3/secure physical timer, described but unused
     * @param physical EL1 physical timer
     * @param virtual EL1 virtual timer
     * @param hypervisor EL2 timer, described but unused
     */
    public record TimerInterrupts(int secure, int physical, int virtual, int hypervisor) {}
}
