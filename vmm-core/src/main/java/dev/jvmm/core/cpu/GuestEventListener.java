// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.core.cpu;

/**
 * Told by a backend what the guest asked for. Called on a vCPU's thread, which has stopped executing the guest (PSCI's
 * calls do not return); must hand the work to another thread and return at once.
 */
public interface GuestEventListener {
    /** PSCI SYSTEM_OFF. */
    void systemOff();

    /** PSCI SYSTEM_RESET or SYSTEM_RESET2. */
    void systemReset();

    /**
     * A vCPU cannot go on: what the guest did, or what broke, in one or more lines.
     *
     * @param cpu its number
     * @param report for the log, with the registers
     */
    void cpuStopped(int cpu, String report);
}
