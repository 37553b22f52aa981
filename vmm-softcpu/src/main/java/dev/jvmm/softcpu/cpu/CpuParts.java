// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.cpu;

import dev.jvmm.softcpu.exception.GuestException;
import dev.jvmm.softcpu.mmu.Mmu;
import dev.jvmm.softcpu.state.CpuState;
import org.jspecify.annotations.Nullable;

/**
 * Makes what a vCPU is assembled from. Asked once for each part, in the order of the methods, by the constructor of {@link
 * Cpu}: a part may keep the vCPU but must not use it yet.
 */
public interface CpuParts {
    Mmu mmu(CpuState state, GuestException exception);

    ExceptionModel exceptions();

    Maintenance maintenance();

    FirmwareInterface firmware();

    DebugInterface debug(Cpu cpu);

    TimerInterface timer(Cpu cpu);

    /** Null where the interrupt controller is a GICv2, which has no system registers. */
    @Nullable
    InterruptInterface interrupts(Cpu cpu);
}
