// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.softcpu.translate.TranslationOptions.Registers;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random programs by regions of the translator and, instruction by instruction, by ops of the interpreter: wherever a region ends,
 * calls or takes an exception, all registers, the flags and memory must be as on the interpreter at the same place.
 *
 * <p>{@code -Djvmm.seed=N} repeats a run, {@code -Djvmm.sequences=N} multiplies the programs.
 */
class SequenceTest {
    private static final long SEED = Long.getLong("jvmm.seed", System.nanoTime());
    private static final int FACTOR = Integer.getInteger("jvmm.sequences", 1);

    /** Two runs of each program, so that the second starts from another state. */
    @ParameterizedTest
    @CsvSource({
        "200, ACCESSIBLE, 400",
        "200, ALL_SLOW, 200",
        "200, DEMAND, 400",
        "7, ACCESSIBLE, 100",
        "7, DEMAND, 100",
        "1, ACCESSIBLE, 20"
    })
    void regionsComeToTheStatesOfTheInterpreter(int regionLimit, SequenceMemory.Kind kind, int programs) {
        System.out.printf("SequenceTest %d %s: -Djvmm.seed=%d%n", regionLimit, kind, SEED);
        var seeds = new SplittableRandom(SEED + regionLimit * 31L + kind.ordinal());
        for (int i = 0; i < programs * FACTOR; i++) {
            long seed = seeds.nextLong();
            var program = new SequenceProgram(new SplittableRandom(seed));
            try (Arena arena = Arena.ofConfined()) {
                var interpreter = new SequenceMachine(program, arena, kind, seed, regionLimit, registers(i));
                var translator = new SequenceMachine(program, arena, kind, seed, regionLimit, registers(i));
                for (int run = 0; run < 4; run++) {
                    compare(program, interpreter, translator, seed + run, 0);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 12})
    void aFaultOfAnyAccessIsPreciseAndCanBeReturnedFrom(int regionLimit) {
        System.out.printf("SequenceTest faults %d: -Djvmm.seed=%d%n", regionLimit, SEED);
        var seeds = new SplittableRandom(SEED + regionLimit);
        int faults = 0;
        for (int i = 0; i < 80 * FACTOR; i++) {
            long seed = seeds.nextLong();
            var program = new SequenceProgram(new SplittableRandom(seed));
            try (Arena arena = Arena.ofConfined()) {
                var kind = SequenceMemory.Kind.ALL_SLOW;
                var interpreter = new SequenceMachine(program, arena, kind, seed, regionLimit, registers(i));
                var translator = new SequenceMachine(program, arena, kind, seed, regionLimit, registers(i));
                compare(program, interpreter, translator, seed, 0);
                int accesses = interpreter.memory.accesses();
                assertThat(translator.memory.accesses()).isEqualTo(accesses);
                for (int faulting = 1; faulting <= Math.min(accesses, 150); faulting++) {
                    compare(program, interpreter, translator, seed, faulting);
                    faults++;
                }
            }
        }
        System.out.println("faults: " + faults);
        assertThat(faults).isGreaterThan(500);
    }

    /** What the comparison is worth: one instruction of the translator's program is another one. */
    @Test
    @Timeout(60)
    void noticesAnInstructionThatDoesSomethingElse() {
        var seeds = new SplittableRandom(SEED);
        int programs = 60;
        int noticed = 0;
        for (int i = 0; i < programs; i++) {
            long seed = seeds.nextLong();
            var program = new SequenceProgram(new SplittableRandom(seed));
            var other = new SequenceProgram(new SplittableRandom(seed));
            // Among the first: most of them are executed.
            int changed = other.changeOne(new SplittableRandom(seed), 8);
            try (Arena arena = Arena.ofConfined()) {
                var kind = SequenceMemory.Kind.ACCESSIBLE;
                var interpreter = new SequenceMachine(program, arena, kind, seed, 200, registers(i));
                var translator = new SequenceMachine(other, arena, kind, seed, 200, registers(i));
                compare(program, interpreter, translator, seed, 0);
            } catch (AssertionError e) {
                assertThat(changed).isNotNegative();
                noticed++;
            }
        }
        assertThat(noticed).as("-Djvmm.seed=%d", SEED).isGreaterThan(programs / 3);
    }

    /** One program has them in the vCPU, the next in locals. */
    private static Registers registers(int program) {
        return program % 2 == 0 ? Registers.IN_VCPU : Registers.IN_LOCALS;
    }

    private static void compare(
            SequenceProgram program, SequenceMachine interpreter, SequenceMachine translator, long seed, int faulting) {
        interpreter.restart(program, seed, faulting);
        translator.restart(program, seed, faulting);
        List<long[]> trace = interpreter.trace();
        try {
            translator.follow(trace);
        } catch (RuntimeException | LinkageError | AssertionError e) {
            throw new AssertionError(
                    "-Djvmm.seed=%d, faulting access %d: %s%s".formatted(SEED, faulting, e, program.listing()), e);
        }
    }
}
