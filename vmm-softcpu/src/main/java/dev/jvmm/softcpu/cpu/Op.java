// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.cpu;

/**
 * A decoded instruction, or a few fused ones, ready to execute.
 *
 * <p>{@link Cpu#pc} is the address of the block's first instruction throughout the block; an op that needs its own
 * address knows its offset. The last op of a block that can change the flow sets {@code pc} to where execution goes on;
 * otherwise the loop does. An op throws {@link dev.jvmm.softcpu.exception.GuestException} for a synchronous exception,
 * having changed no register that the architecture does not let it change.
 */
@FunctionalInterface
public interface Op {
    void execute(Cpu cpu);
}
