// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import static dev.jvmm.softcpu.interpret.Operands.base;
import static dev.jvmm.softcpu.interpret.Operands.putX;
import static dev.jvmm.softcpu.interpret.Operands.x;
import static dev.jvmm.softcpu.interpret.PackedWord.d;
import static dev.jvmm.softcpu.interpret.PackedWord.e;
import static dev.jvmm.softcpu.interpret.PackedWord.high;
import static dev.jvmm.softcpu.interpret.PackedWord.immediate;
import static dev.jvmm.softcpu.interpret.PackedWord.low;
import static dev.jvmm.softcpu.interpret.PackedWord.m;
import static dev.jvmm.softcpu.interpret.PackedWord.n;
import static dev.jvmm.softcpu.interpret.PackedWord.next;
import static dev.jvmm.softcpu.interpret.PackedWord.unsigned;

import dev.jvmm.softcpu.code.CodePage;
import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.memory.HostAccess;
import dev.jvmm.softcpu.semantics.Integers;

/**
 * The instructions that most of a guest's code is made of, in forms whose operands fit into a {@link PackedWord}. The order of
 * the first constants is that of the kinds in {@link CodePage}; straight ones come last, branches before them.
 *
 * <p>While an op executes, {@link Cpu#pc} is the start of its page.
 */
enum PackedOp {
    /** Not decoded: {@link CodePage#UNDECODED}. */
    UNDECODED,
    /** Translated code: {@link CodePage#REGION}. */
    REGION,
    /** Where a branch out of the page was taken: {@link CodePage#LEFT}. */
    LEFT,
    /** An op of the page's table. */
    OP,
    /** An op of the page's table that CPACR_EL1.FPEN can trap. */
    FP_OP,
    /** An op of the page's table, after which the basic block ends; see {@link #SETS_PC} and {@link #UNWINDS} for e. */
    LAST_OP,

    /** Hints and prefetches: the execution loop passes over them. */
    NOP {
        @Override
        void execute(Cpu cpu, long word) {}
    },

    /** B: the immediate is the target, from the start of the page, as for all direct branches. */
    B {
        @Override
        void execute(Cpu cpu, long word) {
            cpu.branch(immediate(word));
        }
    },
    BL {
        @Override
        void execute(Cpu cpu, long word) {
            cpu.x[30] = cpu.pc + next(word);
            cpu.branch(immediate(word));
        }
    },
    /** B.cond; e is the condition. */
    B_CONDITIONAL {
        @Override
        void execute(Cpu cpu, long word) {
            if (cpu.holds(e(word))) {
                cpu.branch(immediate(word));
            }
        }
    },
    B_EQUAL {
        @Override
        void execute(Cpu cpu, long word) {
            if (cpu.flagZ == 0) {
                cpu.branch(immediate(word));
            }
        }
    },
    B_NOT_EQUAL {
        @Override
        void execute(Cpu cpu, long word) {
            if (cpu.flagZ != 0) {
                cpu.branch(immediate(word));
            }
        }
    },
    CBZ_64 {
        @Override
        void execute(Cpu cpu, long word) {
            if (x(cpu, m(word)) == 0) {
                cpu.branch(immediate(word));
            }
        }
    },
    CBNZ_64 {
        @Override
        void execute(Cpu cpu, long word) {
            if (x(cpu, m(word)) != 0) {
                cpu.branch(immediate(word));
            }
        }
    },
    CBZ_32 {
        @Override
        void execute(Cpu cpu, long word) {
            if ((int) x(cpu, m(word)) == 0) {
                cpu.branch(immediate(word));
            }
        }
    },
    CBNZ_32 {
        @Override
        void execute(Cpu cpu, long word) {
            if ((int) x(cpu, m(word)) != 0) {
                cpu.branch(immediate(word));
            }
        }
    },
    /** TBZ; e is the bit. */
    TBZ {
        @Override
        void execute(Cpu cpu, long word) {
            if ((x(cpu, m(word)) >>> e(word) & 1) == 0) {
                cpu.branch(immediate(word));
            }
        }
    },
    TBNZ {
        @Override
        void execute(Cpu cpu, long word) {
            if ((x(cpu, m(word)) >>> e(word) & 1) != 0) {
                cpu.branch(immediate(word));
            }
        }
    },
    /** BR, RET. */
    BR {
        @Override
        void execute(Cpu cpu, long word) {
            cpu.branchTo(x(cpu, m(word)));
        }
    },
    BLR {
        @Override
        void execute(Cpu cpu, long word) {
            long target = x(cpu, m(word));
            cpu.x[30] = cpu.pc + next(word);
            cpu.branchTo(target);
        }
    },

    // Constants and addresses.

    /** Any constant that is a signed number of 32 bits. */
    CONSTANT {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), immediate(word));
        }
    },
    /** Any constant that is an unsigned number of 32 bits, shifted left by e. */
    CONSTANT_SHIFTED {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), unsigned(word) << e(word));
        }
    },
    /** The inverse of {@link #CONSTANT_SHIFTED}. */
    CONSTANT_INVERTED {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), ~(unsigned(word) << e(word)));
        }
    },
    /** MOVK; e is the shift. */
    MOVK_64 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), x(cpu, n(word)) & ~(HALF_WORD << e(word)) | unsigned(word) << e(word));
        }
    },
    MOVK_32 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), x(cpu, n(word)) & ~(HALF_WORD << e(word)) & LOW_WORD | unsigned(word) << e(word));
        }
    },
    ADR {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), cpu.pc + immediate(word));
        }
    },
    /** ADRP; the immediate counts pages. */
    ADRP {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), cpu.pc + ((long) immediate(word) << 12));
        }
    },

    // Arithmetic with an immediate; SUB adds its negative.

    ADD_IMMEDIATE_64 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), x(cpu, n(word)) + immediate(word));
        }
    },
    ADD_IMMEDIATE_32 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), x(cpu, n(word)) + immediate(word) & LOW_WORD);
        }
    },
    ADDS_IMMEDIATE_64 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), cpu.addSettingFlags64(x(cpu, n(word)), immediate(word)));
        }
    },
    ADDS_IMMEDIATE_32 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), cpu.addSettingFlags32(x(cpu, n(word)), immediate(word)));
        }
    },
    SUBS_IMMEDIATE_64 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), cpu.subtractSettingFlags64(x(cpu, n(word)), immediate(word)));
        }
    },
    SUBS_IMMEDIATE_32 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), cpu.subtractSettingFlags32(x(cpu, n(word)), immediate(word)));
        }
    },

    // Logical instructions with an immediate: 64-bit ones whose mask is a signed number of 32 bits, and all 32-bit
    // ones.

    AND_IMMEDIATE_64 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), x(cpu, n(word)) & immediate(word));
        }
    },
    AND_IMMEDIATE_32 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), x(cpu, n(word)) & unsigned(word));
        }
    },
    ANDS_IMMEDIATE_64 {
        @Override
        void execute(Cpu cpu, long word) {
            long result = x(cpu, n(word)) & immediate(word);
            putX(cpu, d(word), result);
            cpu.setLogicalFlags(result);
        }
    },
    ANDS_IMMEDIATE_32 {
        @Override
        void execute(Cpu cpu, long word) {
            long result = x(cpu, n(word)) & unsigned(word);
            putX(cpu, d(word), result);
            cpu.setLogicalFlags((int) result);
        }
    },
    ORR_IMMEDIATE_64 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), x(cpu, n(word)) | immediate(word));
        }
    },
    ORR_IMMEDIATE_32 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), x(cpu, n(word)) & LOW_WORD | unsigned(word));
        }
    },
    EOR_IMMEDIATE_64 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), x(cpu, n(word)) ^ immediate(word));
        }
    },
    EOR_IMMEDIATE_32 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), x(cpu, n(word)) & LOW_WORD ^ unsigned(word));
        }
    },

    // Registers, unshifted but where it is said.

    MOVE_64 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), x(cpu, m(word)));
        }
    },
    MOVE_32 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), x(cpu, m(word)) & LOW_WORD);
        }
    },
    /** ADD, the second source shifted left by e. */
    ADD_64 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), x(cpu, n(word)) + (x(cpu, m(word)) << e(word)));
        }
    },
    ADD_32 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), x(cpu, n(word)) + (x(cpu, m(word)) << e(word)) & LOW_WORD);
        }
    },
    SUB_64 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), x(cpu, n(word)) - (x(cpu, m(word)) << e(word)));
        }
    },
    SUB_32 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), x(cpu, n(word)) - (x(cpu, m(word)) << e(word)) & LOW_WORD);
        }
    },
    ADDS_64 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), cpu.addSettingFlags64(x(cpu, n(word)), x(cpu, m(word))));
        }
    },
    ADDS_32 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), cpu.addSettingFlags32(x(cpu, n(word)), x(cpu, m(word))));
        }
    },
    SUBS_64 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), cpu.subtractSettingFlags64(x(cpu, n(word)), x(cpu, m(word))));
        }
    },
    SUBS_32 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), cpu.subtractSettingFlags32(x(cpu, n(word)), x(cpu, m(word))));
        }
    },
    AND_64 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), x(cpu, n(word)) & x(cpu, m(word)));
        }
    },
    AND_32 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), x(cpu, n(word)) & x(cpu, m(word)) & LOW_WORD);
        }
    },
    BIC_64 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), x(cpu, n(word)) & ~x(cpu, m(word)));
        }
    },
    ANDS_64 {
        @Override
        void execute(Cpu cpu, long word) {
            long result = x(cpu, n(word)) & x(cpu, m(word));
            putX(cpu, d(word), result);
            cpu.setLogicalFlags(result);
        }
    },
    ANDS_32 {
        @Override
        void execute(Cpu cpu, long word) {
            long result = x(cpu, n(word)) & x(cpu, m(word)) & LOW_WORD;
            putX(cpu, d(word), result);
            cpu.setLogicalFlags((int) result);
        }
    },
    ORR_64 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), x(cpu, n(word)) | x(cpu, m(word)) << e(word));
        }
    },
    ORR_32 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), (x(cpu, n(word)) | x(cpu, m(word)) << e(word)) & LOW_WORD);
        }
    },
    EOR_64 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), x(cpu, n(word)) ^ x(cpu, m(word)) << e(word));
        }
    },
    EOR_32 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), (x(cpu, n(word)) ^ x(cpu, m(word)) << e(word)) & LOW_WORD);
        }
    },
    /** ADD of an extended register: the option in the immediate, e the shift. */
    ADD_EXTENDED_64 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), x(cpu, n(word)) + Integers.extend(x(cpu, m(word)), immediate(word), e(word)));
        }
    },

    // Conditional instructions; e is the condition.

    /** CSEL, CSINC, CSINV, CSNEG: the second source is inverted by {@link #low}, then {@link #high} is added. */
    SELECT_64 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), cpu.holds(e(word)) ? x(cpu, n(word)) : (x(cpu, m(word)) ^ low(word)) + high(word));
        }
    },
    SELECT_32 {
        @Override
        void execute(Cpu cpu, long word) {
            long value = cpu.holds(e(word)) ? x(cpu, n(word)) : (x(cpu, m(word)) ^ low(word)) + high(word);
            putX(cpu, d(word), value & LOW_WORD);
        }
    },
    /** CCMP: the second operand is a register or the immediate's low half, the other being 0; NZCV is in the high half. */
    CCMP_64 {
        @Override
        void execute(Cpu cpu, long word) {
            if (cpu.holds(e(word))) {
                long unused = cpu.subtractSettingFlags64(x(cpu, n(word)), x(cpu, m(word)) | low(word));
            } else {
                cpu.setNzcv((int) high(word) << 28);
            }
        }
    },
    CCMP_32 {
        @Override
        void execute(Cpu cpu, long word) {
            if (cpu.holds(e(word))) {
                long unused = cpu.subtractSettingFlags32(x(cpu, n(word)), x(cpu, m(word)) | low(word));
            } else {
                cpu.setNzcv((int) high(word) << 28);
            }
        }
    },

    // Bit fields and shifts.

    /** UBFM: shifted left by m, then right by e. */
    UBFM {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), x(cpu, n(word)) << m(word) >>> e(word));
        }
    },
    SBFM_64 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), x(cpu, n(word)) << m(word) >> e(word));
        }
    },
    SBFM_32 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), x(cpu, n(word)) << m(word) >> e(word) & LOW_WORD);
        }
    },
    LSLV_64 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), x(cpu, n(word)) << x(cpu, m(word)));
        }
    },
    LSLV_32 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), (int) x(cpu, n(word)) << (int) x(cpu, m(word)) & LOW_WORD);
        }
    },
    LSRV_64 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), x(cpu, n(word)) >>> x(cpu, m(word)));
        }
    },
    LSRV_32 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), (int) x(cpu, n(word)) >>> (int) x(cpu, m(word)) & LOW_WORD);
        }
    },

    // Multiplication; e is the register of the addend.

    MADD_64 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), x(cpu, e(word)) + x(cpu, n(word)) * x(cpu, m(word)));
        }
    },
    MADD_32 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), x(cpu, e(word)) + x(cpu, n(word)) * x(cpu, m(word)) & LOW_WORD);
        }
    },
    UMADDL {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), x(cpu, e(word)) + (x(cpu, n(word)) & LOW_WORD) * (x(cpu, m(word)) & LOW_WORD));
        }
    },

    // Loads and stores: at n plus the immediate, of d.

    LOAD_8 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), cpu.mmu.load8(base(cpu, n(word)) + immediate(word)));
        }
    },
    LOAD_16 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), cpu.mmu.load16(base(cpu, n(word)) + immediate(word)));
        }
    },
    LOAD_32 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), cpu.mmu.load32(base(cpu, n(word)) + immediate(word)));
        }
    },
    LOAD_64 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), cpu.mmu.load64(base(cpu, n(word)) + immediate(word)));
        }
    },
    STORE_8 {
        @Override
        void execute(Cpu cpu, long word) {
            cpu.mmu.store8(base(cpu, n(word)) + immediate(word), x(cpu, d(word)));
        }
    },
    STORE_16 {
        @Override
        void execute(Cpu cpu, long word) {
            cpu.mmu.store16(base(cpu, n(word)) + immediate(word), x(cpu, d(word)));
        }
    },
    STORE_32 {
        @Override
        void execute(Cpu cpu, long word) {
            cpu.mmu.store32(base(cpu, n(word)) + immediate(word), x(cpu, d(word)));
        }
    },
    STORE_64 {
        @Override
        void execute(Cpu cpu, long word) {
            cpu.mmu.store64(base(cpu, n(word)) + immediate(word), x(cpu, d(word)));
        }
    },
    /** LDRSW. */
    LOAD_SIGNED_32 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), (int) cpu.mmu.load32(base(cpu, n(word)) + immediate(word)));
        }
    },
    /** The other sign-extending loads; e is an {@link AccessForm}. */
    LOAD_SIGNED {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), AccessForm.load(cpu, base(cpu, n(word)) + immediate(word), e(word)));
        }
    },
    /** With write-back: the address is n plus the {@link #low} half, the new base n plus the {@link #high} half. */
    LOAD_INDEXED {
        @Override
        void execute(Cpu cpu, long word) {
            long base = base(cpu, n(word));
            long value = AccessForm.load(cpu, base + low(word), e(word));
            putX(cpu, n(word), base + high(word));
            putX(cpu, d(word), value);
        }
    },
    STORE_INDEXED {
        @Override
        void execute(Cpu cpu, long word) {
            long base = base(cpu, n(word));
            AccessForm.store(cpu, base + low(word), e(word), x(cpu, d(word)));
            putX(cpu, n(word), base + high(word));
        }
    },
    /** LDR of 64 bits at n plus m shifted left by e. */
    LOAD_REGISTER_64 {
        @Override
        void execute(Cpu cpu, long word) {
            putX(cpu, d(word), cpu.mmu.load64(base(cpu, n(word)) + (x(cpu, m(word)) << e(word))));
        }
    },
    /** At n plus m extended by the option in the {@link #low} half and shifted by the {@link #high} half. */
    LOAD_REGISTER {
        @Override
        void execute(Cpu cpu, long word) {
            long address = base(cpu, n(word)) + Integers.extend(x(cpu, m(word)), (int) low(word), (int) high(word));
            putX(cpu, d(word), AccessForm.load(cpu, address, e(word)));
        }
    },
    STORE_REGISTER {
        @Override
        void execute(Cpu cpu, long word) {
            long address = base(cpu, n(word)) + Integers.extend(x(cpu, m(word)), (int) low(word), (int) high(word));
            AccessForm.store(cpu, address, e(word), x(cpu, d(word)));
        }
    },
    /** LDP and its like of d and m, write-back as in {@link #LOAD_INDEXED}. */
    LOAD_PAIR_64 {
        @Override
        void execute(Cpu cpu, long word) {
            long base = base(cpu, n(word));
            long address = base + low(word);
            long host = cpu.mmu.readable(address, 16);
            long first = host != 0 ? HostAccess.getLong(host) : cpu.mmu.load64(address);
            long second = host != 0 ? HostAccess.getLong(host + 8) : cpu.mmu.load64(address + 8);
            putX(cpu, n(word), base + high(word));
            putX(cpu, d(word), first);
            putX(cpu, m(word), second);
        }
    },
    LOAD_PAIR_32 {
        @Override
        void execute(Cpu cpu, long word) {
            long base = base(cpu, n(word));
            long address = base + low(word);
            long first = cpu.mmu.load32(address);
            long second = cpu.mmu.load32(address + 4);
            putX(cpu, n(word), base + high(word));
            putX(cpu, d(word), first);
            putX(cpu, m(word), second);
        }
    },
    STORE_PAIR_64 {
        @Override
        void execute(Cpu cpu, long word) {
            long base = base(cpu, n(word));
            long address = base + low(word);
            long host = cpu.mmu.writable(address, 16);
            if (host != 0) {
                HostAccess.putLong(host, x(cpu, d(word)));
                HostAccess.putLong(host + 8, x(cpu, m(word)));
            } else {
                cpu.mmu.store64(address, x(cpu, d(word)));
                cpu.mmu.store64(address + 8, x(cpu, m(word)));
            }
            putX(cpu, n(word), base + high(word));
        }
    },
    STORE_PAIR_32 {
        @Override
        void execute(Cpu cpu, long word) {
            long base = base(cpu, n(word));
            long address = base + low(word);
            cpu.mmu.store32(address, x(cpu, d(word)));
            cpu.mmu.store32(address + 4, x(cpu, m(word)));
            putX(cpu, n(word), base + high(word));
        }
    };

    /** In e of {@link #LAST_OP}: the op sets the PC itself. */
    static final int SETS_PC = 1;
    /** In e of {@link #LAST_OP}: calls of translated functions that are under way must be given up. */
    static final int UNWINDS = 2;

    /** The ordinal of the first op that does something; so do those after it. */
    static final int FIRST = B.ordinal();
    /** The ordinal of the last branch; the others are before it. */
    private static final int LAST_BRANCH = BLR.ordinal();

    private static final long LOW_WORD = 0xFFFF_FFFFL;
    private static final long HALF_WORD = 0xFFFF;

    /** Does what the instruction of a word does which is executed alone: after a branch, {@link Cpu#pc} is where it leads to. */
    void executeAlone(Cpu cpu, long word) {
        boolean branch = ordinal() <= LAST_BRANCH;
        cpu.beginAt(branch ? next(word) >>> 2 : 0);
        execute(cpu, word);
        if (branch && cpu.next != Cpu.LEAVE) {
            cpu.pc += 4L * cpu.next;
        }
    }

    /** Does what the instruction of a word does. */
    void execute(Cpu cpu, long word) {
        throw new IllegalStateException("not an instruction's: " + this);
    }
}
