// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.differential;

import dev.jvmm.softcpu.decode.DecodeTable.Position;
import dev.jvmm.softcpu.decode.DecodeTable.Row;
import dev.jvmm.softcpu.decode.Decoder;
import dev.jvmm.softcpu.decode.Fields;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Random instruction words of a row of the decode table with random operands. All fields are random but for encodings
 * whose behaviour is CONSTRAINED UNPREDICTABLE, and for the targets of branches, which are the slot's exits.
 */
final class CaseGenerator {
    private final SplittableRandom random;
    private final OperandPool pool;

    CaseGenerator(SplittableRandom random) {
        this.random = random;
        this.pool = new OperandPool(random);
    }

    /** A case for the slot {@code index} of a program. */
    InstructionCase next(Row row, int index) {
        var state = new MachineState(new long[MachineState.WORDS]);
        fill(state.words);
        while (true) {
            int word = random.nextInt() & ~row.fixed().mask() | row.fixed().value();
            word = LoadStoreOperands.redirectLiteral(row, word, index, random);
            if (row.group().equals("BRANCH")) {
                word = redirectBranch(row, word);
            }
            if (!row.matches(word) || !Decoder.decode(word).name().equals(row.name())) {
                continue;
            }
            Integer before = row.group().equals("LOAD_STORE")
                    ? LoadStoreOperands.prepare(row, word, state.words, random)
                    : prepare(row, word, state.words, index);
            if (before != null) {
                return new InstructionCase(row, before, word, state);
            }
        }
    }

    private void fill(long[] words) {
        for (int i = 0; i <= 30; i++) {
            words[MachineState.X + i] = pool.general();
        }
        for (int i = 0; i < 32; i++) {
            int target = MachineState.V + 2 * i;
            if (i > 0 && random.nextInt(3) == 0) {
                pool.related(words, MachineState.V + 2 * random.nextInt(i), target);
            } else {
                pool.vector(words, target);
            }
        }
        for (int i = 0; i < MachineState.WINDOW_WORDS; i += 2) {
            pool.vector(words, MachineState.WINDOW + i);
        }
        words[MachineState.SP] = pool.general();
        words[MachineState.NZCV] = (long) random.nextInt(16) << 28;
        words[MachineState.FPCR] = pool.fpcr();
        words[MachineState.FPSR] = pool.fpsr();
    }

    /** Points the immediate of a branch at an exit of the slot. */
    private int redirectBranch(Row row, int word) {
        for (Position field : row.fields().values()) {
            if (field.name().equals("imm26")
                    || field.name().equals("imm19")
                    || field.name().equals("imm14")) {
                int mask = (1 << field.width()) - 1 << field.low();
                return word & ~mask | random.nextInt(1, TestProgram.EXITS + 1) << field.low();
            }
        }
        return word;
    }

    /** The word to execute before, or null where the word won't do. */
    private @Nullable Integer prepare(Row row, int word, long[] words, int index) {
        if (row.name().equals("BR") || row.name().equals("BLR") || row.name().equals("RET")) {
            int n = Fields.rn(word);
            if (n == 31) {
                return null;
            }
            words[MachineState.X + n] = TestProgram.address(index) + 4L * random.nextInt(1, TestProgram.EXITS + 1);
        }
        return InstructionCase.NOP;
    }
}
