// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.cpu;

/** How translated code reaches other code: one vCPU's execution loop as regions see it. Confined to the vCPU's thread. */
public abstract class CodeLinks {
    /**
     * Executes from the PC on until the PC is {@code returnAddress}, as the caller of a guest function wants.
     *
     * @return {@link dev.jvmm.softcpu.code.Region#CONTINUE} when it came there; else what the caller is to return itself
     */
    public abstract int call(Cpu cpu, long returnAddress);

    /** Whether instructions were invalidated since the loop was entered: what a context synchronisation event must ask. */
    public abstract boolean codeChanged();
}
