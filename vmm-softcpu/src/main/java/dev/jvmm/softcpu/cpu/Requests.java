// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.cpu;

/** What can be asked of a vCPU between two blocks: bits of {@link Cpu#request}. */
public final class Requests {
    /** The interrupt controller asserts IRQ. A level: cleared by the interrupt controller only. */
    public static final int IRQ = 1;
    /** The interrupt controller asserts FIQ. A level. */
    public static final int FIQ = 1 << 1;
    /** Work from other threads waits in the vCPU's mailbox (TLB maintenance and the like). */
    public static final int MAILBOX = 1 << 2;
    /** Pause, stop or reset: return from the execution loop. */
    public static final int LEAVE = 1 << 3;
    /** Debug events are on: execute one instruction at a time. Set by the vCPU itself. */
    public static final int STEP = 1 << 4;
    /** An event for WFE. Wakes, needs nothing done. */
    public static final int EVENT = 1 << 5;

    private Requests() {}
}
