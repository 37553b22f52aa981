// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import static dev.jvmm.softcpu.interpret.Operands.base;
import static dev.jvmm.softcpu.interpret.Operands.destination;
import static dev.jvmm.softcpu.interpret.Operands.orSp;

import dev.jvmm.softcpu.cpu.Op;
import dev.jvmm.softcpu.decode.Fields;
import dev.jvmm.softcpu.decode.Opcode;
import dev.jvmm.softcpu.interpret.SemanticOp.Semantic;
import dev.jvmm.softcpu.semantics.Atomics;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Ops of the exclusives, acquire and release accesses, FEAT_LSE atomics and barriers (Arm ARM C4.1.94, B2.3). Atomic
 * read-modify-writes of the host are sequentially consistent, so their acquire and release forms need nothing more.
 */
final class AtomicOps {
    private AtomicOps() {}

    /** The op, or null for an opcode of another group. */
    static @Nullable Op build(Opcode opcode, int insn) {
        int bytes = 1 << Fields.size(insn);
        int t = Fields.rt(insn);
        int d = destination(t);
        int t2 = Fields.rt2(insn);
        int s = Fields.rs(insn);
        int n = orSp(Fields.rn(insn));
        // The pair exclusives have bit 31 set and their size in bit 30.
        int pairBytes = Fields.exclusiveSz(insn) != 0 ? 8 : 4;
        return switch (opcode) {
            case LDXR, LDAXR -> op(c -> c.x[d] = Atomics.loadExclusive(c, base(c, n), bytes));
            case STXR, STLXR ->
                op(c -> {
                    boolean stored = Atomics.storeExclusive(c, base(c, n), bytes, c.x[t]);
                    c.x[destination(s)] = stored ? 0 : 1;
                });
            case LDXP, LDAXP -> op(c -> Atomics.loadExclusivePair(c, base(c, n), pairBytes, d, destination(t2)));
            case STXP, STLXP ->
                op(c -> {
                    boolean stored = Atomics.storeExclusivePair(c, base(c, n), pairBytes, c.x[t], c.x[t2]);
                    c.x[destination(s)] = stored ? 0 : 1;
                });
            case LDAR ->
                op(c -> {
                    long address = base(c, n);
                    Atomics.checkAligned(c, address, bytes, false);
                    c.x[d] = AccessForm.load(c, address, Integer.numberOfTrailingZeros(bytes));
                    VarHandle.acquireFence();
                });
            case STLR ->
                op(c -> {
                    long address = base(c, n);
                    Atomics.checkAligned(c, address, bytes, true);
                    VarHandle.releaseFence();
                    AccessForm.store(c, address, Integer.numberOfTrailingZeros(bytes), c.x[t]);
                    // A later LDAR must not be observed before this store (B2.3.7).
                    VarHandle.fullFence();
                });
            case CAS -> op(c -> c.x[destination(s)] = Atomics.compareAndSwap(c, base(c, n), bytes, c.x[s], c.x[t]));
            case CASP -> op(c -> Atomics.compareAndSwapPair(c, base(c, n), pairBytes, s, t));
            case LDADD -> update(insn, Atomics.ADD);
            case LDCLR -> update(insn, Atomics.CLEAR);
            case LDEOR -> update(insn, Atomics.EXCLUSIVE_OR);
            case LDSET -> update(insn, Atomics.SET);
            case LDSMAX -> update(insn, Atomics.SIGNED_MAX);
            case LDSMIN -> update(insn, Atomics.SIGNED_MIN);
            case LDUMAX -> update(insn, Atomics.UNSIGNED_MAX);
            case LDUMIN -> update(insn, Atomics.UNSIGNED_MIN);
            case SWP -> update(insn, Atomics.SWAP);
            case CLREX -> op(c -> c.monitor.clear());
            case DMB -> op(barrier(insn));
            default -> null;
        };
    }

    private static Op op(Semantic semantic) {
        return new SemanticOp(semantic);
    }

    private static Op update(int insn, int operation) {
        int bytes = 1 << Fields.size(insn);
        int s = Fields.rs(insn);
        int d = destination(Fields.rt(insn));
        int n = orSp(Fields.rn(insn));
        return op(c -> c.x[d] = Atomics.update(c, base(c, n), bytes, operation, c.x[s]));
    }

    /** CRm bits 1:0 say which accesses are ordered: 1 loads against all, 2 stores against stores, 3 all. */
    private static Semantic barrier(int insn) {
        return switch (Fields.cRm(insn) & 3) {
            case 1 -> c -> VarHandle.acquireFence();
            case 2 -> c -> VarHandle.storeStoreFence();
            default -> c -> VarHandle.fullFence();
        };
    }
}
