// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.psci;

import dev.jvmm.softcpu.cpu.Cpu;

/** What PSCI asks of the machine. Called by the vCPU's thread that made the call. */
public interface PowerController {
    /**
     * Starts a vCPU at EL1.
     *
     * @param targetMpidr its affinity, as MPIDR_EL1 has it
     * @param entry the guest-physical address of its first instruction
     * @param context its X0
     * @return {@link PsciStatus#SUCCESS}, {@link PsciStatus#ALREADY_ON}, {@link PsciStatus#ON_PENDING} or {@link
     *     PsciStatus#INVALID_PARAMETERS} for a vCPU there isn't
     */
    int cpuOn(long targetMpidr, long entry, long context);

    /** Turns the calling vCPU off: it leaves its loop before its next instruction. */
    void cpuOff(Cpu cpu);

    /**
     * Whether vCPUs are on.
     *
     * @param level 0 for the one vCPU of that affinity, up to 3: all that share the fields from that level on
     * @return 0 some is on, 1 all are off, 2 some is on its way, or {@link PsciStatus#INVALID_PARAMETERS}
     */
    int affinityInfo(long mpidr, int level);

    /**
     * Suspends the machine: the calling vCPU leaves its loop before its next instruction, and after the next interrupt it
     * starts at EL1 as if from off.
     *
     * @param entry the guest-physical address of its first instruction then
     * @param context its X0 then
     * @return {@link PsciStatus#SUCCESS}, or {@link PsciStatus#DENIED} while another vCPU is on
     */
    int systemSuspend(Cpu cpu, long entry, long context);

    /** Powers the machine off: the calling vCPU leaves its loop before its next instruction. */
    void systemOff(Cpu cpu);

    /** Resets the machine: the calling vCPU leaves its loop before its next instruction. */
    void systemReset(Cpu cpu);
}
