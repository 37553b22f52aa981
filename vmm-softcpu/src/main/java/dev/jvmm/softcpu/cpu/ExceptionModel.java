// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.cpu;

import dev.jvmm.softcpu.exception.GuestException;

/** Entry to EL1 and return from it (Arm ARM D1.3). */
public interface ExceptionModel {
    /**
     * Takes a synchronous exception to EL1: ESR, FAR, ELR, SPSR, PSTATE and the PC as D1.3.1 says.
     *
     * @param returnAddress the preferred return address
     */
    void takeSynchronous(Cpu cpu, GuestException exception, long returnAddress);

    /** Takes an IRQ; {@code cpu.pc} is the preferred return address. */
    void takeIrq(Cpu cpu);

    /** Takes an FIQ; {@code cpu.pc} is the preferred return address. */
    void takeFiq(Cpu cpu);

    /** ERET: PSTATE from SPSR_EL1, the PC from ELR_EL1, or an illegal exception return (D1.4.5). */
    void exceptionReturn(Cpu cpu);
}
