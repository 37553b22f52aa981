// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import static dev.jvmm.softcpu.interpret.Operands.base;
import static dev.jvmm.softcpu.interpret.Operands.destination;
import static dev.jvmm.softcpu.interpret.Operands.orSp;

import dev.jvmm.softcpu.code.BlockOp;
import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.cpu.Op;
import dev.jvmm.softcpu.decode.Fields;
import dev.jvmm.softcpu.decode.Immediates;
import dev.jvmm.softcpu.decode.Opcode;
import dev.jvmm.softcpu.semantics.Integers;
import org.jspecify.annotations.Nullable;

/**
 * Ops of the loads and stores of one or two general-purpose registers (Arm ARM C4.1.94). Write-back comes after the
 * access, so that a fault leaves the base register as it was.
 */
final class LoadStoreOps {
    private static final long LOW_WORD = 0xFFFF_FFFFL;

    private LoadStoreOps() {}

    /** The op, or null for an opcode of another group. */
    static @Nullable Op build(Opcode opcode, int insn, int offset) {
        int size = Fields.size(insn);
        int t = Fields.rt(insn);
        int n = orSp(Fields.rn(insn));
        long imm9 = Immediates.signExtend(Fields.imm9(insn), 9);
        long imm12 = Fields.imm12(insn);
        Extension narrow = (Fields.loadStoreOpc(insn) & 1) != 0 ? Extension.SIGNED_32 : Extension.SIGNED_64;
        return switch (opcode) {
            case STRB_IMMEDIATE_UNSIGNED, STRH_IMMEDIATE_UNSIGNED, STR_IMMEDIATE_UNSIGNED ->
                store(t, n, imm12 << size, size);
            case STURB, STURH, STUR -> store(t, n, imm9, size);
            case LDRB_IMMEDIATE_UNSIGNED, LDRH_IMMEDIATE_UNSIGNED, LDR_IMMEDIATE_UNSIGNED ->
                load(t, n, imm12 << size, size, Extension.ZERO);
            case LDURB, LDURH, LDUR -> load(t, n, imm9, size, Extension.ZERO);
            case LDRSB_IMMEDIATE_UNSIGNED, LDRSH_IMMEDIATE_UNSIGNED -> load(t, n, imm12 << size, size, narrow);
            case LDURSB, LDURSH -> load(t, n, imm9, size, narrow);
            case LDRSW_IMMEDIATE_UNSIGNED -> load(t, n, imm12 << 2, 2, Extension.SIGNED_64);
            case LDURSW -> load(t, n, imm9, 2, Extension.SIGNED_64);
            case STRB_IMMEDIATE_POST, STRH_IMMEDIATE_POST, STR_IMMEDIATE_POST -> new StoreIndexed(t, n, size, 0, imm9);
            case STRB_IMMEDIATE_PRE, STRH_IMMEDIATE_PRE, STR_IMMEDIATE_PRE -> new StoreIndexed(t, n, size, imm9, imm9);
            case LDRB_IMMEDIATE_POST, LDRH_IMMEDIATE_POST, LDR_IMMEDIATE_POST ->
                new LoadIndexed(destination(t), n, size, Extension.ZERO, 0, imm9);
            case LDRB_IMMEDIATE_PRE, LDRH_IMMEDIATE_PRE, LDR_IMMEDIATE_PRE ->
                new LoadIndexed(destination(t), n, size, Extension.ZERO, imm9, imm9);
            case LDRSB_IMMEDIATE_POST, LDRSH_IMMEDIATE_POST ->
                new LoadIndexed(destination(t), n, size, narrow, 0, imm9);
            case LDRSB_IMMEDIATE_PRE, LDRSH_IMMEDIATE_PRE ->
                new LoadIndexed(destination(t), n, size, narrow, imm9, imm9);
            case LDRSW_IMMEDIATE_POST -> new LoadIndexed(destination(t), n, 2, Extension.SIGNED_64, 0, imm9);
            case LDRSW_IMMEDIATE_PRE -> new LoadIndexed(destination(t), n, 2, Extension.SIGNED_64, imm9, imm9);
            case STRB_REGISTER, STRH_REGISTER, STR_REGISTER -> storeRegister(insn, t, n, size);
            case LDRB_REGISTER, LDRH_REGISTER, LDR_REGISTER -> loadRegister(insn, t, n, size, Extension.ZERO);
            case LDRSB_REGISTER, LDRSH_REGISTER -> loadRegister(insn, t, n, size, narrow);
            case LDRSW_REGISTER -> loadRegister(insn, t, n, 2, Extension.SIGNED_64);
            case STTRB, STTRH, STTR -> unprivilegedStore(t, n, imm9, size);
            case LDTRB, LDTRH, LDTR -> unprivilegedLoad(t, n, imm9, size, Extension.ZERO);
            case LDTRSB, LDTRSH -> unprivilegedLoad(t, n, imm9, size, narrow);
            case LDTRSW -> unprivilegedLoad(t, n, imm9, 2, Extension.SIGNED_64);
            case LDR_LITERAL -> literal(insn, t, offset, Fields.opc(insn) == 0 ? 2 : 3, Extension.ZERO);
            case LDRSW_LITERAL -> literal(insn, t, offset, 2, Extension.SIGNED_64);
            case STP, STNP -> pairStore(insn, imm7(insn), 0);
            case STP_PRE -> pairStore(insn, imm7(insn), imm7(insn));
            case STP_POST -> pairStore(insn, 0, imm7(insn));
            case LDP, LDNP -> pairLoad(insn, imm7(insn), 0, false);
            case LDP_PRE -> pairLoad(insn, imm7(insn), imm7(insn), false);
            case LDP_POST -> pairLoad(insn, 0, imm7(insn), false);
            case LDPSW -> pairLoad(insn, imm7Word(insn), 0, true);
            case LDPSW_PRE -> pairLoad(insn, imm7Word(insn), imm7Word(insn), true);
            case LDPSW_POST -> pairLoad(insn, 0, imm7Word(insn), true);
            case PRFM_IMMEDIATE, PRFM_LITERAL, PRFM_REGISTER, PRFUM -> new SemanticOp(c -> {});
            default -> null;
        };
    }

    /** What becomes of a loaded value narrower than its register. */
    enum Extension {
        ZERO,
        SIGNED_32,
        SIGNED_64
    }

    private static long imm7(int insn) {
        return Immediates.signExtend(Fields.imm7(insn), 7) << (Fields.opc(insn) == 2 ? 3 : 2);
    }

    private static long imm7Word(int insn) {
        return Immediates.signExtend(Fields.imm7(insn), 7) << 2;
    }

    private static Op store(int t, int n, long offset, int size) {
        return switch (size) {
            case 0 -> new Store8(t, n, offset);
            case 1 -> new Store16(t, n, offset);
            case 2 -> new Store32(t, n, offset);
            default -> new Store64(t, n, offset);
        };
    }

    private static Op load(int t, int n, long offset, int size, Extension extension) {
        int d = destination(t);
        if (extension != Extension.ZERO) {
            return new LoadSigned(d, n, offset, size, extension);
        }
        return switch (size) {
            case 0 -> new Load8(d, n, offset);
            case 1 -> new Load16(d, n, offset);
            case 2 -> new Load32(d, n, offset);
            default -> new Load64(d, n, offset);
        };
    }

    private static Op storeRegister(int insn, int t, int n, int size) {
        int shift = Fields.s(insn) != 0 ? size : 0;
        return new StoreRegister(t, n, Fields.rm(insn), size, Fields.option(insn), shift);
    }

    private static Op loadRegister(int insn, int t, int n, int size, Extension extension) {
        int shift = Fields.s(insn) != 0 ? size : 0;
        int d = destination(t);
        int m = Fields.rm(insn);
        if (extension == Extension.ZERO && size == 3 && Fields.option(insn) == 3) {
            return new LoadRegister64(d, n, m, shift);
        }
        return new LoadRegister(d, n, m, size, extension, Fields.option(insn), shift);
    }

    private static Op unprivilegedStore(int t, int n, long offset, int size) {
        return new SemanticOp(c -> c.mmu.storeUnprivileged(base(c, n) + offset, 1 << size, c.x[t]));
    }

    private static Op unprivilegedLoad(int t, int n, long offset, int size, Extension extension) {
        int d = destination(t);
        return new SemanticOp(c ->
                c.x[d] = extend(c.mmu.loadUnprivileged(base(c, n) + offset, 1 << size), size, extension));
    }

    private static Op literal(int insn, int t, int offset, int size, Extension extension) {
        long displacement = offset + Immediates.signExtend(Fields.imm19(insn), 19) * 4;
        int d = destination(t);
        return new SemanticOp(c -> c.x[d] = extend(access(c, c.pc + displacement, size), size, extension));
    }

    private static Op pairStore(int insn, long offset, long writeBack) {
        int t = Fields.rt(insn);
        int t2 = Fields.rt2(insn);
        int n = orSp(Fields.rn(insn));
        return Fields.opc(insn) == 2
                ? new StorePair64(t, t2, n, offset, writeBack)
                : new StorePair32(t, t2, n, offset, writeBack);
    }

    private static Op pairLoad(int insn, long offset, long writeBack, boolean signed) {
        int t = destination(Fields.rt(insn));
        int t2 = destination(Fields.rt2(insn));
        int n = orSp(Fields.rn(insn));
        if (Fields.opc(insn) == 2) {
            return new LoadPair64(t, t2, n, offset, writeBack);
        }
        return new LoadPair32(t, t2, n, offset, writeBack, signed);
    }

    /** A zero-extended load of {@code 1 << size} bytes. */
    static long access(Cpu cpu, long va, int size) {
        return switch (size) {
            case 0 -> cpu.mmu.load8(va);
            case 1 -> cpu.mmu.load16(va);
            case 2 -> cpu.mmu.load32(va);
            default -> cpu.mmu.load64(va);
        };
    }

    /** A store of {@code 1 << size} bytes. */
    static void access(Cpu cpu, long va, int size, long value) {
        switch (size) {
            case 0 -> cpu.mmu.store8(va, value);
            case 1 -> cpu.mmu.store16(va, value);
            case 2 -> cpu.mmu.store32(va, value);
            default -> cpu.mmu.store64(va, value);
        }
    }

    static long extend(long value, int size, Extension extension) {
        if (extension == Extension.ZERO) {
            return value;
        }
        int unused = 64 - (8 << size);
        long signed = value << unused >> unused;
        return extension == Extension.SIGNED_64 ? signed : signed & LOW_WORD;
    }

    static final class Load8 extends BlockOp {
        private final int d;
        private final int n;
        private final long offset;

        Load8(int d, int n, long offset) {
            this.d = d;
            this.n = n;
            this.offset = offset;
        }

        @Override
        public void execute(Cpu cpu) {
            cpu.x[d] = cpu.mmu.load8(base(cpu, n) + offset);
        }
    }

    static final class Load16 extends BlockOp {
        private final int d;
        private final int n;
        private final long offset;

        Load16(int d, int n, long offset) {
            this.d = d;
            this.n = n;
            this.offset = offset;
        }

        @Override
        public void execute(Cpu cpu) {
            cpu.x[d] = cpu.mmu.load16(base(cpu, n) + offset);
        }
    }

    static final class Load32 extends BlockOp {
        private final int d;
        private final int n;
        private final long offset;

        Load32(int d, int n, long offset) {
            this.d = d;
            this.n = n;
            this.offset = offset;
        }

        @Override
        public void execute(Cpu cpu) {
            cpu.x[d] = cpu.mmu.load32(base(cpu, n) + offset);
        }
    }

    static final class Load64 extends BlockOp {
        private final int d;
        private final int n;
        private final long offset;

        Load64(int d, int n, long offset) {
            this.d = d;
            this.n = n;
            this.offset = offset;
        }

        @Override
        public void execute(Cpu cpu) {
            cpu.x[d] = cpu.mmu.load64(base(cpu, n) + offset);
        }
    }

    static final class Store8 extends BlockOp {
        private final int t;
        private final int n;
        private final long offset;

        Store8(int t, int n, long offset) {
            this.t = t;
            this.n = n;
            this.offset = offset;
        }

        @Override
        public void execute(Cpu cpu) {
            cpu.mmu.store8(base(cpu, n) + offset, cpu.x[t]);
        }
    }

    static final class Store16 extends BlockOp {
        private final int t;
        private final int n;
        private final long offset;

        Store16(int t, int n, long offset) {
            this.t = t;
            this.n = n;
            this.offset = offset;
        }

        @Override
        public void execute(Cpu cpu) {
            cpu.mmu.store16(base(cpu, n) + offset, cpu.x[t]);
        }
    }

    static final class Store32 extends BlockOp {
        private final int t;
        private final int n;
        private final long offset;

        Store32(int t, int n, long offset) {
            this.t = t;
            this.n = n;
            this.offset = offset;
        }

        @Override
        public void execute(Cpu cpu) {
            cpu.mmu.store32(base(cpu, n) + offset, cpu.x[t]);
        }
    }

    static final class Store64 extends BlockOp {
        private final int t;
        private final int n;
        private final long offset;

        Store64(int t, int n, long offset) {
            this.t = t;
            this.n = n;
            this.offset = offset;
        }

        @Override
        public void execute(Cpu cpu) {
            cpu.mmu.store64(base(cpu, n) + offset, cpu.x[t]);
        }
    }

    static final class LoadSigned extends BlockOp {
        private final int d;
        private final int n;
        private final long offset;
        private final int size;
        private final Extension extension;

        LoadSigned(int d, int n, long offset, int size, Extension extension) {
            this.d = d;
            this.n = n;
            this.offset = offset;
            this.size = size;
            this.extension = extension;
        }

        @Override
        public void execute(Cpu cpu) {
            cpu.x[d] = extend(access(cpu, base(cpu, n) + offset, size), size, extension);
        }
    }

    static final class LoadIndexed extends BlockOp {
        private final int d;
        private final int n;
        private final int size;
        private final Extension extension;
        private final long offset;
        private final long writeBack;

        LoadIndexed(int d, int n, int size, Extension extension, long offset, long writeBack) {
            this.d = d;
            this.n = n;
            this.size = size;
            this.extension = extension;
            this.offset = offset;
            this.writeBack = writeBack;
        }

        @Override
        public void execute(Cpu cpu) {
            long base = base(cpu, n);
            long value = access(cpu, base + offset, size);
            cpu.x[n] = base + writeBack;
            cpu.x[d] = extend(value, size, extension);
        }
    }

    static final class StoreIndexed extends BlockOp {
        private final int t;
        private final int n;
        private final int size;
        private final long offset;
        private final long writeBack;

        StoreIndexed(int t, int n, int size, long offset, long writeBack) {
            this.t = t;
            this.n = n;
            this.size = size;
            this.offset = offset;
            this.writeBack = writeBack;
        }

        @Override
        public void execute(Cpu cpu) {
            long base = base(cpu, n);
            access(cpu, base + offset, size, cpu.x[t]);
            cpu.x[n] = base + writeBack;
        }
    }

    static final class LoadRegister64 extends BlockOp {
        private final int d;
        private final int n;
        private final int m;
        private final int shift;

        LoadRegister64(int d, int n, int m, int shift) {
            this.d = d;
            this.n = n;
            this.m = m;
            this.shift = shift;
        }

        @Override
        public void execute(Cpu cpu) {
            cpu.x[d] = cpu.mmu.load64(base(cpu, n) + (cpu.x[m] << shift));
        }
    }

    static final class LoadRegister extends BlockOp {
        private final int d;
        private final int n;
        private final int m;
        private final int size;
        private final Extension extension;
        private final int option;
        private final int shift;

        LoadRegister(int d, int n, int m, int size, Extension extension, int option, int shift) {
            this.d = d;
            this.n = n;
            this.m = m;
            this.size = size;
            this.extension = extension;
            this.option = option;
            this.shift = shift;
        }

        @Override
        public void execute(Cpu cpu) {
            long address = base(cpu, n) + Integers.extend(cpu.x[m], option, shift);
            cpu.x[d] = extend(access(cpu, address, size), size, extension);
        }
    }

    static final class StoreRegister extends BlockOp {
        private final int t;
        private final int n;
        private final int m;
        private final int size;
        private final int option;
        private final int shift;

        StoreRegister(int t, int n, int m, int size, int option, int shift) {
            this.t = t;
            this.n = n;
            this.m = m;
            this.size = size;
            this.option = option;
            this.shift = shift;
        }

        @Override
        public void execute(Cpu cpu) {
            access(cpu, base(cpu, n) + Integers.extend(cpu.x[m], option, shift), size, cpu.x[t]);
        }
    }

    static final class StorePair64 extends BlockOp {
        private final int t;
        private final int t2;
        private final int n;
        private final long offset;
        private final long writeBack;

        StorePair64(int t, int t2, int n, long offset, long writeBack) {
            this.t = t;
            this.t2 = t2;
            this.n = n;
            this.offset = offset;
            this.writeBack = writeBack;
        }

        @Override
        public void execute(Cpu cpu) {
            long base = base(cpu, n);
            long address = base + offset;
            cpu.mmu.store64(address, cpu.x[t]);
            cpu.mmu.store64(address + 8, cpu.x[t2]);
            cpu.x[n] = base + writeBack;
        }
    }

    static final class StorePair32 extends BlockOp {
        private final int t;
        private final int t2;
        private final int n;
        private final long offset;
        private final long writeBack;

        StorePair32(int t, int t2, int n, long offset, long writeBack) {
            this.t = t;
            this.t2 = t2;
            this.n = n;
            this.offset = offset;
            this.writeBack = writeBack;
        }

        @Override
        public void execute(Cpu cpu) {
            long base = base(cpu, n);
            long address = base + offset;
            cpu.mmu.store32(address, cpu.x[t]);
            cpu.mmu.store32(address + 4, cpu.x[t2]);
            cpu.x[n] = base + writeBack;
        }
    }

    static final class LoadPair64 extends BlockOp {
        private final int t;
        private final int t2;
        private final int n;
        private final long offset;
        private final long writeBack;

        LoadPair64(int t, int t2, int n, long offset, long writeBack) {
            this.t = t;
            this.t2 = t2;
            this.n = n;
            this.offset = offset;
            this.writeBack = writeBack;
        }

        @Override
        public void execute(Cpu cpu) {
            long base = base(cpu, n);
            long address = base + offset;
            long first = cpu.mmu.load64(address);
            long second = cpu.mmu.load64(address + 8);
            cpu.x[n] = base + writeBack;
            cpu.x[t] = first;
            cpu.x[t2] = second;
        }
    }

    static final class LoadPair32 extends BlockOp {
        private final int t;
        private final int t2;
        private final int n;
        private final long offset;
        private final long writeBack;
        private final boolean signed;

        LoadPair32(int t, int t2, int n, long offset, long writeBack, boolean signed) {
            this.t = t;
            this.t2 = t2;
            this.n = n;
            this.offset = offset;
            this.writeBack = writeBack;
            this.signed = signed;
        }

        @Override
        public void execute(Cpu cpu) {
            long base = base(cpu, n);
            long address = base + offset;
            long first = cpu.mmu.load32(address);
            long second = cpu.mmu.load32(address + 4);
            cpu.x[n] = base + writeBack;
            cpu.x[t] = signed ? (int) first : first;
            cpu.x[t2] = signed ? (int) second : second;
        }
    }
}
