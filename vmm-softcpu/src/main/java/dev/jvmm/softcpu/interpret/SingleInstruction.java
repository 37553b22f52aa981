// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import dev.jvmm.softcpu.code.CodePage;
import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.cpu.Op;
import dev.jvmm.softcpu.decode.Opcode;

/**
 * One instruction on its own, for stepping.
 *
 * @param opcode what it is
 * @param op what it does, {@link Cpu#pc} being the start of its page
 * @param setsPc the op leaves the PC where execution goes on
 */
public record SingleInstruction(Opcode opcode, Op op, boolean setsPc) {
    /** Executes the instruction, which is the one at the PC. When it throws, the PC is the start of its page. */
    public void execute(Cpu cpu) {
        long next = cpu.pc + 4;
        cpu.pc &= -CodePage.BYTES;
        if (cpu.fpTrapped && opcode.feature().trappedByFpen()) {
            throw cpu.fpAccessTrap();
        }
        op.execute(cpu);
        if (!setsPc) {
            cpu.pc = next;
        }
    }
}
