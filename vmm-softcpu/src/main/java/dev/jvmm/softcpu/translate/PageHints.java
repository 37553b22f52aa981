// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import dev.jvmm.softcpu.mmu.Tlb;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Page hints: where the page of the last access by a base register is, in locals. An access of a loop within the same page needs no look
 * into the TLB then, and its host address is known two additions after the guest's. There is one for the loads by a register and one
 * for the stores.
 *
 * <p>A hint is a copy of what the TLB holds, so it must be forgotten where that may change: when other code was called, and when the
 * region is left, which the vCPU does before it acts on another's TLBI.
 */
final class PageHints {
    /** Bytes of the longest access that looks at a hint; a copy by pairs of 128-bit registers is slower with hints. */
    private static final int LONGEST = 16;

    private static final ClassDesc LONG = ClassDesc.of("java.lang.Long");
    private static final MethodTypeDesc COMPARE =
            MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_long, ConstantDescs.CD_long);

    // A hint's locals: the page's virtual address, its host address, and how far from its start an access may begin.
    // The last is 0 while nothing is known.
    private static final int PAGE = 0;
    private static final int HOST = 2;
    private static final int LIMIT = 4;
    private static final int LOCALS = 6;

    /** Accesses that share a hint. */
    record Accesses(int base, boolean stores) {}

    private final CodeBuilder code;
    private final Map<Accesses, Integer> hints = new HashMap<>();

    /**
     * @param wanted what is to have hints; see {@link Loops#worthHints}
     * @param firstLocal the first that is free
     */
    PageHints(CodeBuilder code, Set<Accesses> wanted, int firstLocal) {
        this.code = code;
        wanted.forEach(each -> hints.put(each, firstLocal + LOCALS * hints.size()));
    }

    /** Whether there is a hint for such an access. */
    boolean has(int base, boolean store, long bytes) {
        return bytes <= LONGEST && hints.containsKey(new Accesses(base, store));
    }

    private int local(int base, boolean store) {
        return Objects.requireNonNull(hints.get(new Accesses(base, store)));
    }

    /** Nothing is known: at the region's start, and where the TLB may have changed. */
    void forget() {
        hints.values().forEach(local -> {
            for (int part : new int[] {PAGE, HOST, LIMIT}) {
                code.lconst_0().lstore(local + part);
            }
        });
    }

    /** Puts the host address of a virtual address into a local where the hint has it; else jumps. */
    void resolve(int base, boolean store, int va, int host, Label miss) {
        int hint = local(base, store);
        code.lload(va).lload(hint + PAGE).lsub().lstore(host);
        code.lload(host).lload(hint + LIMIT);
        code.invokestatic(LONG, "compareUnsigned", COMPARE).ifge(miss);
        code.lload(host).lload(hint + HOST).ladd().lstore(host);
    }

    /** Takes the page of a virtual address, whose host address is in a local, for the hint. */
    void learn(int base, boolean store, int va, int host) {
        int hint = local(base, store);
        code.lload(va).loadConstant(Tlb.PAGE_MASK).land().lstore(hint + PAGE);
        code.lload(host).lload(va).lsub().lload(hint + PAGE).ladd().lstore(hint + HOST);
        code.loadConstant((1L << Tlb.PAGE_SHIFT) - LONGEST + 1).lstore(hint + LIMIT);
    }
}
