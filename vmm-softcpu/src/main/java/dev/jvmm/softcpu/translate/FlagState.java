// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import dev.jvmm.softcpu.state.CpuState;

/**
 * What the translator knows about the pending flags at a place of a region.
 *
 * @param kind one of {@link CpuState}'s kinds, or a constant below
 */
record FlagState(int kind) {
    private static final int NOT_REACHED_KIND = -1;
    private static final int ANY_KIND = -2;

    /** No path leads here. */
    static final FlagState NOT_REACHED = new FlagState(NOT_REACHED_KIND);
    /** The vCPU knows, or the locals; the translator doesn't. */
    static final FlagState ANY = new FlagState(ANY_KIND);

    static final FlagState SUB64 = new FlagState(CpuState.FLAGS_SUB64);
    static final FlagState SUB32 = new FlagState(CpuState.FLAGS_SUB32);
    static final FlagState ADD64 = new FlagState(CpuState.FLAGS_ADD64);
    static final FlagState ADD32 = new FlagState(CpuState.FLAGS_ADD32);
    static final FlagState LOGICAL = new FlagState(CpuState.FLAGS_LOGICAL);
    static final FlagState NZCV = new FlagState(CpuState.FLAGS_NZCV);
    static final FlagState SETTLED = new FlagState(CpuState.FLAGS_SETTLED);

    /** How many operands the flags are kept as. */
    int operands() {
        return switch (kind) {
            case CpuState.FLAGS_SUB64, CpuState.FLAGS_SUB32, CpuState.FLAGS_ADD64, CpuState.FLAGS_ADD32 -> 2;
            default -> 1;
        };
    }

    /** What is known where two paths meet. */
    FlagState meet(FlagState other) {
        if (kind == NOT_REACHED_KIND || equals(other)) {
            return other;
        }
        return other.kind == NOT_REACHED_KIND ? this : ANY;
    }
}
