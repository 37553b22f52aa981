// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.differential;

import dev.jvmm.softcpu.decode.DecodeTable.Row;
import dev.jvmm.softcpu.decode.Fields;
import dev.jvmm.softcpu.decode.Immediates;
import dev.jvmm.softcpu.semantics.Integers;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Points the addresses of loads and stores into the memory window. */
final class LoadStoreOperands {
    /** No access is larger than this: LD4 of four Q registers. */
    private static final int MAX_ACCESS = 64;

    private static final long MIDDLE = TestProgram.WINDOW_ADDRESS + MachineState.WINDOW_WORDS * Long.BYTES / 2;

    private LoadStoreOperands() {}

    /** The word, its literal's address in the window if it has one. */
    static int redirectLiteral(Row row, int word, int index, SplittableRandom random) {
        if (!row.name().endsWith("_LITERAL")) {
            return word;
        }
        long target = TestProgram.WINDOW_ADDRESS + 4L * random.nextInt(2 * MachineState.WINDOW_WORDS - 4);
        int imm19 = (int) (target - TestProgram.address(index) >> 2) & 0x7ffff;
        return word & ~(0x7ffff << 5) | imm19 << 5;
    }

    /** Sets the base register. Returns the word to execute before, or null where the word won't do. */
    static @Nullable Integer prepare(Row row, int word, long[] words, SplittableRandom random) {
        if (row.name().endsWith("_LITERAL")) {
            return InstructionCase.NOP;
        }
        if (isUnpredictable(row, word)) {
            return null;
        }
        int n = Fields.rn(word);
        long target = MIDDLE + random.nextInt(-MAX_ACCESS, 1);
        if (isAtomic(row)) {
            target &= -16;
        }
        if (row.fields().containsKey("option")) {
            int m = Fields.rm(word);
            if (m == n && n != 31) {
                return null;
            }
            long index = m == 31 ? 0 : words[MachineState.X + m];
            int scale = isSimd(row) ? Immediates.simdScale(word) : Fields.size(word);
            target -= Integers.extend(index, Fields.option(word), Fields.s(word) * scale);
        } else if (!row.name().endsWith("_POST")) {
            target -= offset(row, word);
        }
        // The stack pointer must be aligned, which lets the access start up to 15 bytes lower.
        words[n == 31 ? MachineState.SP : MachineState.X + n] = n == 31 ? target & -16 : target;
        if (row.name().startsWith("CAS") && random.nextBoolean()) {
            expectMemory(row, word, words, target);
        }
        return needsExclusive(row) && random.nextInt(4) != 0 ? loadExclusive(row, word) : InstructionCase.NOP;
    }

    private static boolean isSimd(Row row) {
        return row.name().contains("_SIMD");
    }

    private static boolean isAtomic(Row row) {
        return row.feature().equals("LSE") || row.name().matches("(ST|LD)L?A?X?[RP]") && !isPlain(row);
    }

    private static boolean isPlain(Row row) {
        return row.name().equals("STP") || row.name().equals("LDP");
    }

    private static boolean needsExclusive(Row row) {
        return row.name().matches("STL?X[RP]");
    }

    private static boolean isExclusivePair(Row row) {
        return row.name().matches("(STL?|LDA?)XP");
    }

    private static long offset(Row row, int word) {
        if (row.fields().containsKey("imm9")) {
            return Immediates.offset9(word);
        }
        if (row.fields().containsKey("imm12")) {
            return Immediates.offset12(word, isSimd(row) ? Immediates.simdScale(word) : Fields.size(word));
        }
        if (row.fields().containsKey("imm7")) {
            int scale = isSimd(row) ? Fields.opc(word) + 2 : Fields.opc(word) == 2 ? 3 : 2;
            return Immediates.offset7(word, scale);
        }
        return 0;
    }

    /** Write-back to a register that is transferred too, two loads of one register, a status register with another use. */
    static boolean isUnpredictable(Row row, int word) {
        int n = Fields.rn(word);
        int t = Fields.rt(word);
        int t2 = Fields.rt2(word);
        boolean hasSecond = row.fields().containsKey("Rt2");
        if (needsExclusive(row)) {
            int s = Fields.rs(word);
            return s == t || s == n && n != 31 || hasSecond && s == t2;
        }
        boolean writesBack = row.name().endsWith("_POST") || row.name().endsWith("_PRE");
        if (writesBack && row.feature().equals("BASE") && n != 31 && (n == t || hasSecond && n == t2)) {
            return true;
        }
        return hasSecond && t == t2 && row.name().startsWith("LD");
    }

    /** The load-exclusive of the same size and address, into XZR and, for a pair, a register that isn't the base. */
    private static int loadExclusive(Row row, int word) {
        int base = word & 0x1f << 5;
        if (!isExclusivePair(row)) {
            return word & 0xc000_0000 | 0x085f_7c00 | base | 31;
        }
        int t2 = Fields.rn(word) == 7 ? 8 : 7;
        return word & 0xc000_0000 | 0x087f_0000 | t2 << 10 | base | 31;
    }

    /** Makes a compare-and-swap find what it expects, under bits that it must ignore. */
    private static void expectMemory(Row row, int word, long[] words, long target) {
        int s = Fields.rs(word);
        if (s == Fields.rn(word) || s == 31) {
            return;
        }
        int at = MachineState.WINDOW + (int) (target - TestProgram.WINDOW_ADDRESS) / 8;
        if (Fields.rn(word) == 31) {
            at = MachineState.WINDOW + (int) ((target & -16) - TestProgram.WINDOW_ADDRESS) / 8;
        }
        if (!row.name().equals("CASP")) {
            words[MachineState.X + s] = words[at];
            return;
        }
        if (s == 30 || s + 1 == Fields.rn(word)) {
            return;
        }
        boolean wide = Fields.exclusiveSz(word) != 0;
        words[MachineState.X + s] = words[at];
        words[MachineState.X + s + 1] = wide ? words[at + 1] : words[at] >>> 32;
    }
}
