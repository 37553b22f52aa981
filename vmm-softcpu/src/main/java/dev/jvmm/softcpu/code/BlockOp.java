// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.code;

import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.cpu.Op;

/**
 * An op as blocks hold them: immutable, so that blocks and vCPUs may share it. A class, because a call through its vtable is
 * cheaper than one through an interface.
 */
public abstract class BlockOp implements Op {
    @Override
    public abstract void execute(Cpu cpu);
}
