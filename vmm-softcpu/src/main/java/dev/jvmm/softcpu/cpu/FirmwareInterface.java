// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.cpu;

/** What an HVC reaches: the SMC Calling Convention and PSCI. */
@FunctionalInterface
public interface FirmwareInterface {
    /** Handles a call: arguments in and results out are X0 to X17 of {@code cpu}. May make the vCPU leave its loop. */
    void call(Cpu cpu);
}
