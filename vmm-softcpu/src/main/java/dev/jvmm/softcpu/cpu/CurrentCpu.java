// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.cpu;

import org.jspecify.annotations.Nullable;

/** Which vCPU the calling thread executes: for registers that are banked by the accessing processor. */
public final class CurrentCpu {
    private static final ThreadLocal<@Nullable Cpu> CURRENT = new ThreadLocal<>();

    private CurrentCpu() {}

    /** Called by a vCPU's thread when it starts; null when it stops. */
    public static void set(@Nullable Cpu cpu) {
        if (cpu == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(cpu);
        }
    }

    /** The vCPU of the calling thread; null on a thread that executes none. */
    public static @Nullable Cpu get() {
        return CURRENT.get();
    }
}
