// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.cpu;

/** Maintenance that reaches the other vCPUs of the machine, and its completion. Called by a vCPU's own thread. */
public interface Maintenance {
    /** TLBI of everything or of an ASID, inner shareable: the other vCPUs forget all their translations. */
    void invalidateAll(Cpu from);

    /** TLBI of one address, inner shareable. */
    void invalidate(Cpu from, long va);

    /** DSB: returns when what this vCPU asked for is done everywhere. */
    void complete(Cpu from);

    /** SEV: an event for every vCPU. */
    void sendEvent();

    /** IC IALLU, IC IALLUIS. */
    void invalidateInstructions();

    /** IC IVAU of a guest-physical address. */
    void invalidateInstructions(long gpa);
}
