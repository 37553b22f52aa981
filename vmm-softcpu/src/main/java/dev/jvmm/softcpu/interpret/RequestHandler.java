// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import dev.jvmm.softcpu.cpu.Cpu;

/** Acts on what is urgent for a vCPU between two blocks: takes interrupts, empties the mailbox, steps. */
@FunctionalInterface
public interface RequestHandler {
    /** Returns false when the execution loop is to return. */
    boolean handle(Cpu cpu);
}
