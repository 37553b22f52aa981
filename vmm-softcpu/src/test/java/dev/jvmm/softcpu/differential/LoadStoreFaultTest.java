// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.softcpu.decode.DecodeTable;
import dev.jvmm.softcpu.decode.DecodeTable.Row;
import dev.jvmm.softcpu.decode.Fields;
import dev.jvmm.softcpu.exception.GuestException;
import dev.jvmm.softcpu.exception.Syndrome;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Loads and stores that fault, each row of the decode table. {@code -Djvmm.seed=N} repeats a run. */
class LoadStoreFaultTest {
    private static final long SEED = Long.getLong("jvmm.seed", System.nanoTime());
    private static final int WINDOW_BYTES = MachineState.WINDOW_WORDS * Long.BYTES;
    private static final long SCTLR_SA0 = 1L << 4;

    /** All loads and stores that can fault on the address in a base register. */
    static Stream<Arguments> rows() {
        List<Row> rows = DecodeTable.read().rows().stream()
                .filter(row -> row.group().equals("LOAD_STORE"))
                .filter(row -> !row.name().endsWith("_LITERAL") && !row.name().startsWith("PRF"))
                .toList();
        return Arrays.stream(Executor.values()).flatMap(each -> rows.stream().map(row -> Arguments.of(each, row)));
    }

    /** Memory ends where the window does; the base moves beyond that. */
    @ParameterizedTest
    @MethodSource("rows")
    void aLoadOrStoreThatFaultsChangesNoRegister(Executor executor, Row row) {
        List<InstructionCase> cases = cases(executor, row, false);
        int faulted = 0;
        try (Arena arena = Arena.ofConfined()) {
            CaseRun run = CaseRun.of(executor, cases, arena);
            for (int i = 0; i < cases.size(); i++) {
                for (int moved = 0; moved < WINDOW_BYTES; moved++) {
                    InstructionCase test = withBaseMoved(cases.get(i), moved);
                    if (faults(run, test, i)) {
                        faulted++;
                        assertRegistersUnchanged(run, test, i);
                    }
                }
            }
        }
        assertThat(faulted).isGreaterThanOrEqualTo(cases.size());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aMisalignedStackPointerFaultsBeforeTheAccess(Executor executor, Row row) {
        List<InstructionCase> cases = cases(executor, row, true);
        try (Arena arena = Arena.ofConfined()) {
            CaseRun run = CaseRun.of(executor, cases, arena);
            run.control(SCTLR_SA0);
            for (int i = 0; i < cases.size(); i++) {
                InstructionCase test = withBaseMoved(cases.get(i), 1 + i % 15);
                assertThat(exceptionClass(run, test, i))
                        .as("%s seed %d", test.describe(TestProgram.address(i)), SEED)
                        .isEqualTo(Syndrome.EC_SP_ALIGNMENT);
                assertRegistersUnchanged(run, test, i);
            }
        }
    }

    /** Cases of each row: fewer where each is a class to be made and loaded. */
    private static int count(Executor executor) {
        return switch (executor) {
            case INTERPRETER -> 20;
            case TRANSLATOR_IN_VCPU, TRANSLATOR_IN_LOCALS -> 5;
        };
    }

    private static List<InstructionCase> cases(Executor executor, Row row, boolean stackPointer) {
        System.out.println("LoadStoreFaultTest " + row.name() + ": -Djvmm.seed=" + SEED);
        var generator = new CaseGenerator(new SplittableRandom(SEED ^ row.name().hashCode()));
        List<InstructionCase> cases = new ArrayList<>();
        while (cases.size() < count(executor)) {
            InstructionCase test = generator.next(row, cases.size());
            if (!stackPointer || Fields.rn(test.word()) == 31) {
                cases.add(new InstructionCase(row, InstructionCase.NOP, test.word(), test.start()));
            }
        }
        return cases;
    }

    private static InstructionCase withBaseMoved(InstructionCase test, int bytes) {
        long[] words = test.start().words.clone();
        int n = Fields.rn(test.word());
        words[n == 31 ? MachineState.SP : MachineState.X + n] += bytes;
        return new InstructionCase(test.row(), test.before(), test.word(), new MachineState(words));
    }

    private static boolean faults(CaseRun run, InstructionCase test, int index) {
        try {
            run.run(test, index);
            return false;
        } catch (GuestException e) {
            return Syndrome.exceptionClass(e.syndrome()) == Syndrome.EC_DATA_ABORT_LOWER;
        }
    }

    private static int exceptionClass(CaseRun run, InstructionCase test, int index) {
        try {
            run.run(test, index);
            return -1;
        } catch (GuestException e) {
            return Syndrome.exceptionClass(e.syndrome());
        }
    }

    private static void assertRegistersUnchanged(CaseRun run, InstructionCase test, int index) {
        assertThat(run.faultingAddress()).isEqualTo(TestProgram.address(index));
        long[] now = run.state().words;
        long[] start = test.start().words;
        assertThat(Arrays.copyOf(now, MachineState.FPCR))
                .as("%s seed %d", test.describe(TestProgram.address(index)), SEED)
                .isEqualTo(Arrays.copyOf(start, MachineState.FPCR));
        assertThat(Arrays.copyOfRange(now, MachineState.V, MachineState.WINDOW))
                .as("%s seed %d", test.describe(TestProgram.address(index)), SEED)
                .isEqualTo(Arrays.copyOfRange(start, MachineState.V, MachineState.WINDOW));
    }
}
