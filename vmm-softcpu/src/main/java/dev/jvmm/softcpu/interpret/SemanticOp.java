// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import dev.jvmm.softcpu.code.BlockOp;
import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.cpu.Op;

/**
 * An op for an instruction that isn't worth a class of its own: it calls a lambda. A translator can call the same lambda as
 * a constant, which HotSpot then inlines with its captured operands folded.
 */
public final class SemanticOp extends BlockOp {
    /** What an instruction does to a vCPU. */
    @FunctionalInterface
    public interface Semantic extends Op {}

    /** The instruction's meaning with its operands bound. */
    public final Semantic semantic;

    public SemanticOp(Semantic semantic) {
        this.semantic = semantic;
    }

    @Override
    public void execute(Cpu cpu) {
        semantic.execute(cpu);
    }
}
