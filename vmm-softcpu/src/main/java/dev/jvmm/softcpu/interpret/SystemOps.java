// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import dev.jvmm.softcpu.cpu.Op;
import dev.jvmm.softcpu.decode.Opcode;
import org.jspecify.annotations.Nullable;

/** Ops of the system instructions, exception generation and return. */
final class SystemOps {
    private SystemOps() {}

    /** The op, or null for an opcode of another group. */
    static @Nullable Op build(Opcode opcode, int insn, int offset) {
        return switch (opcode) {
            case ERET -> new SemanticOp(c -> c.exceptions.exceptionReturn(c));
            case YIELD, HINT, SEV, SEVL -> new SemanticOp(c -> {});
            default -> null;
        };
    }
}
