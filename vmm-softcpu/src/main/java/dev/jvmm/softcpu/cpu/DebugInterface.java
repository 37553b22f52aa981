// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.cpu;

/** The debug unit of a vCPU as the rest of it sees it: breakpoints, watchpoints, software step. */
public interface DebugInterface {
    /** Whether an exception return to {@code targetEl} makes software step active (Arm ARM D2.12). */
    boolean returnStarts(int targetEl, boolean debugMasked);

    /** Brings the debug registers to their values after a reset. */
    void reset();

    /** Recomputes what is active after PSTATE or a debug register changed, and sets {@link Requests#STEP} accordingly. */
    void update();

    /**
     * Called before each instruction is fetched while {@link Requests#STEP} is set.
     *
     * @throws dev.jvmm.softcpu.exception.GuestException a software step exception
     */
    void beforeFetch();

    /**
     * Called before each fetched instruction is executed while {@link Requests#STEP} is set.
     *
     * @throws dev.jvmm.softcpu.exception.GuestException a breakpoint exception or illegal execution state
     */
    void beforeInstruction();

    /**
     * Called after an instruction that was executed while {@link Requests#STEP} is set.
     *
     * @param loadExclusive whether it was a load-exclusive: what software step's syndrome tells
     */
    void afterInstruction(boolean loadExclusive);
}
