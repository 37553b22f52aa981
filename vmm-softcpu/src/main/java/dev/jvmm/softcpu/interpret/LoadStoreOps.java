// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import static dev.jvmm.softcpu.interpret.Operands.base;
import static dev.jvmm.softcpu.interpret.Operands.destination;
import static dev.jvmm.softcpu.interpret.Operands.orSp;

import dev.jvmm.softcpu.cpu.Op;
import dev.jvmm.softcpu.decode.Fields;
import dev.jvmm.softcpu.decode.Immediates;
import dev.jvmm.softcpu.decode.Opcode;
import org.jspecify.annotations.Nullable;

/**
 * Ops of the loads and stores of one or two general-purpose registers (Arm ARM C4.1.94) that have no {@link PackedOp}. Write-back comes after the
 * access, so that a fault leaves the base register as it was.
 */
final class LoadStoreOps {
    private LoadStoreOps() {}

    /** The op, or null for an opcode of another group or one that always has a {@link PackedOp}. */
    static @Nullable Op build(Opcode opcode, int insn, int offset) {
        int size = Fields.size(insn);
        int narrow = (Fields.loadStoreOpc(insn) & 1) != 0 ? AccessForm.SIGNED_32 : AccessForm.SIGNED_64;
        return switch (opcode) {
            case STTRB, STTRH, STTR -> unprivilegedStore(insn, size);
            case LDTRB, LDTRH, LDTR -> unprivilegedLoad(insn, size, AccessForm.ZERO);
            case LDTRSB, LDTRSH -> unprivilegedLoad(insn, size, narrow);
            case LDTRSW -> unprivilegedLoad(insn, 2, AccessForm.SIGNED_64);
            case LDR_LITERAL -> literal(insn, offset, AccessForm.of(Fields.opc(insn) == 0 ? 2 : 3, AccessForm.ZERO));
            case LDRSW_LITERAL -> literal(insn, offset, AccessForm.of(2, AccessForm.SIGNED_64));
            case LDPSW -> signedPair(insn, Immediates.offset7(insn, 2), 0);
            case LDPSW_PRE -> signedPair(insn, Immediates.offset7(insn, 2), Immediates.offset7(insn, 2));
            case LDPSW_POST -> signedPair(insn, 0, Immediates.offset7(insn, 2));
            default -> null;
        };
    }

    private static Op unprivilegedStore(int insn, int size) {
        int t = Fields.rt(insn);
        int n = orSp(Fields.rn(insn));
        long offset = Immediates.offset9(insn);
        return new SemanticOp(c -> c.mmu.storeUnprivileged(base(c, n) + offset, 1 << size, c.x[t]));
    }

    private static Op unprivilegedLoad(int insn, int size, int extension) {
        int d = destination(Fields.rt(insn));
        int n = orSp(Fields.rn(insn));
        long offset = Immediates.offset9(insn);
        int form = AccessForm.of(size, extension);
        return new SemanticOp(c ->
                c.x[d] = AccessForm.extend(c.mmu.loadUnprivileged(base(c, n) + offset, 1 << size), form));
    }

    private static Op literal(int insn, int offset, int form) {
        long displacement = offset + Immediates.branchOffset19(insn);
        int d = destination(Fields.rt(insn));
        return new SemanticOp(c -> c.x[d] = AccessForm.load(c, c.pc + displacement, form));
    }

    private static Op signedPair(int insn, long offset, long writeBack) {
        int t = destination(Fields.rt(insn));
        int t2 = destination(Fields.rt2(insn));
        int n = orSp(Fields.rn(insn));
        return new SemanticOp(c -> {
            long base = base(c, n);
            long address = base + offset;
            long first = c.mmu.load32(address);
            long second = c.mmu.load32(address + 4);
            c.x[n] = base + writeBack;
            c.x[t] = (int) first;
            c.x[t2] = (int) second;
        });
    }
}
