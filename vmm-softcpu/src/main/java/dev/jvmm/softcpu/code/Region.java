// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.code;

import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.exception.GuestException;

/**
 * Translated guest code: a control-flow graph within one page, with one entry. Made of the bytes of a guest-physical page,
 * so it holds for every virtual address and every vCPU that executes that page.
 *
 * <p>On entry {@link Cpu#pc} is the address of the region's first instruction, on return the address of the next
 * instruction to execute, with all registers in the {@link Cpu}.
 */
public abstract class Region {
    /** The region came to one of its exits: execution goes on at the PC. */
    public static final int CONTINUE = 0;
    /**
     * What follows must not be executed in the same nest of regions: an exception was taken, a request is urgent, or the
     * context changed.
     */
    public static final int UNWIND = 1;
    /** The instruction at the PC is for the interpreter; nothing was executed. */
    public static final int INTERPRET = 2;

    /** There was no vCPU. */
    public static final int CLOSED = 3;

    /**
     * Executes; returns one of the constants above. Does nothing without a vCPU.
     *
     * @throws GuestException that an instruction raised: {@link Cpu#pc} is the start of its page, {@link Cpu#next} the index of the
     *     instruction after it, and all registers are in the {@link Cpu}
     */
    public abstract int run(Cpu cpu);

    /** Executes, and takes the exception that an instruction raises. */
    public final int execute(Cpu cpu) {
        try {
            return run(cpu);
        } catch (GuestException e) {
            cpu.settleFlags();
            cpu.exceptions.takeSynchronous(cpu, e, cpu.pc + 4L * (cpu.next - 1));
            return UNWIND;
        }
    }
}
