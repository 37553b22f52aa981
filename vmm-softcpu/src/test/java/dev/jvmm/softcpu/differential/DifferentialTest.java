// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jvmm.softcpu.decode.DecodeTable;
import dev.jvmm.softcpu.decode.DecodeTable.Row;
import dev.jvmm.softcpu.exception.GuestException;
import dev.jvmm.softcpu.translate.Regions;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every instruction of the decode table that user mode can execute, in random words with random operands, on the
 * interpreter, in regions of the translator and under user-mode QEMU: registers, flags, FPSR, memory and the next instruction must agree.
 *
 * <p>{@code -Djvmm.seed=N} repeats a run, {@code -Djvmm.differential.cases=N} sets the cases of each row, {@code
 * -Djvmm.differential.row=REGEX} picks rows, {@code -Djvmm.qemuAarch64=FILE} names the emulator.
 */
class DifferentialTest {
    private static final long SEED = Long.getLong("jvmm.seed", System.nanoTime());
    private static final int CASES = Integer.getInteger("jvmm.differential.cases", 60);
    /** Of {@link #CASES}, where the translator has no bytecode of its own. */
    private static final int CALLED_OP_CASES = 5;

    private static final String ROWS = System.getProperty("jvmm.differential.row", ".*");

    /** Rows that are not compared, and why. */
    private static final Map<String, String> EXCLUDED = Map.ofEntries(
            Map.entry("SVC", "enters the kernel"),
            Map.entry("HVC", "undefined at EL0"),
            Map.entry("SMC", "undefined at EL0"),
            Map.entry("BRK", "a debug exception"),
            Map.entry("HLT", "undefined outside of Debug state"),
            Map.entry("DCPS1", "undefined outside of Debug state"),
            Map.entry("DCPS2", "undefined outside of Debug state"),
            Map.entry("DCPS3", "undefined outside of Debug state"),
            Map.entry("DRPS", "undefined outside of Debug state"),
            Map.entry("ERET", "undefined at EL0"));

    /**
     * A part of the instruction set that is compared in one go. The group SYSTEM is missing: its instructions change
     * what user mode may not, or nothing that the registers show.
     */
    enum Part {
        INTEGER(row -> row.group().equals("INTEGER")),
        BRANCH(row -> row.group().equals("BRANCH")),
        LOAD_STORE(row -> row.group().equals("LOAD_STORE")),
        FP(row -> row.group().equals("FP")),
        SIMD_FP(row -> row.group().equals("SIMD") && isFloatingPoint(row)),
        SIMD_INTEGER(row -> row.group().equals("SIMD") && !isFloatingPoint(row)),
        CRYPTO(row -> row.group().equals("CRYPTO"));

        private final Predicate<Row> rows;

        Part(Predicate<Row> rows) {
            this.rows = rows;
        }

        private static boolean isFloatingPoint(Row row) {
            return row.name().matches("F.*|[SU]CVTF.*|URECPE|URSQRTE");
        }
    }

    @TempDir
    private Path directory;

    static Stream<Arguments> partsOnEachExecutor() {
        return Arrays.stream(Executor.values())
                .flatMap(each -> Arrays.stream(Part.values()).map(part -> Arguments.of(each, part)));
    }

    @ParameterizedTest
    @MethodSource("partsOnEachExecutor")
    void eachInstructionDoesWhatItDoesUnderQemu(Executor executor, Part part) throws IOException, InterruptedException {
        Optional<Path> emulator = ReferenceRun.emulator();
        assumeTrue(emulator.isPresent(), "qemu-aarch64 is neither on PATH nor named by -Djvmm.qemuAarch64");
        var random = new SplittableRandom(SEED ^ part.name().hashCode());
        List<Row> rows = DecodeTable.read().rows().stream()
                .filter(part.rows)
                .filter(row -> !EXCLUDED.containsKey(row.name()) && row.name().matches(ROWS))
                .toList();
        var generator = new CaseGenerator(random);
        var executed = new TreeSet<String>();
        var failures = new TreeMap<String, List<String>>();
        int perProgram = TestProgram.MAX_CASES / CASES;
        for (int first = 0; first < rows.size(); first += perProgram) {
            List<InstructionCase> cases = new ArrayList<>();
            for (Row row : rows.subList(first, Math.min(rows.size(), first + perProgram))) {
                for (int i = 0; i < CASES; i++) {
                    cases.add(generator.next(row, cases.size()));
                }
            }
            compare(executor, emulator.get(), cases, executed, failures);
        }
        if (part == Part.BRANCH) {
            EXCLUDED.forEach((row, reason) -> System.out.printf("%s is not compared: %s%n", row, reason));
        }
        System.out.printf(
                "%s %s: %d rows agree, %d differ, %d cases each, -Djvmm.seed=%d%n",
                executor, part, executed.size() - failures.size(), failures.size(), CASES, SEED);
        List<String> report = new ArrayList<>();
        failures.forEach((row, texts) -> report.add(texts.size() + " of " + CASES + " " + texts.getFirst()));
        assertThat(report)
                .as(() -> "-Djvmm.seed=" + SEED + "\n" + String.join("\n", report))
                .isEmpty();
        assertThat(executed)
                .containsExactlyElementsOf(
                        new TreeSet<>(rows.stream().map(Row::name).toList()));
    }

    @Test
    void everyExcludedRowIsInTheDecodeTable() {
        assertThat(DecodeTable.read().rows()).extracting(Row::name).containsAll(EXCLUDED.keySet());
    }

    /** What the comparison is worth: another word is executed than by QEMU, a bit apart. */
    @ParameterizedTest
    @CsvSource({
        "INTERPRETER, ADD_SHIFTED_REGISTER, 30, X",
        "INTERPRETER, ADDS_SHIFTED_REGISTER, 30, NZCV",
        "INTERPRETER, B_CONDITIONAL, 0, continued at",
        "INTERPRETER, STR_IMMEDIATE_UNSIGNED, 0, memory",
        "INTERPRETER, LDR_IMMEDIATE_POST, 12, X",
        "INTERPRETER, LDR_SIMD_IMMEDIATE_UNSIGNED, 10, V",
        "INTERPRETER, FDIV_SCALAR, 13, FPSR",
        "INTERPRETER, FADD_VECTOR, 23, V",
        "TRANSLATOR_IN_VCPU, ADD_SHIFTED_REGISTER, 30, X",
        "TRANSLATOR_IN_VCPU, ADDS_SHIFTED_REGISTER, 30, NZCV",
        "TRANSLATOR_IN_VCPU, B_CONDITIONAL, 0, continued at",
        "TRANSLATOR_IN_VCPU, STR_IMMEDIATE_UNSIGNED, 0, memory",
        "TRANSLATOR_IN_VCPU, LDR_IMMEDIATE_POST, 12, X",
        "TRANSLATOR_IN_VCPU, LDR_SIMD_IMMEDIATE_UNSIGNED, 10, V",
        "TRANSLATOR_IN_VCPU, FDIV_SCALAR, 13, FPSR",
        "TRANSLATOR_IN_VCPU, FADD_VECTOR, 23, V",
        "TRANSLATOR_IN_LOCALS, ADD_SHIFTED_REGISTER, 30, X",
        "TRANSLATOR_IN_LOCALS, ADDS_SHIFTED_REGISTER, 30, NZCV",
        "TRANSLATOR_IN_LOCALS, B_CONDITIONAL, 0, continued at",
        "TRANSLATOR_IN_LOCALS, STR_IMMEDIATE_UNSIGNED, 0, memory",
        "TRANSLATOR_IN_LOCALS, LDR_IMMEDIATE_POST, 12, X",
        "TRANSLATOR_IN_LOCALS, LDR_SIMD_IMMEDIATE_UNSIGNED, 10, V",
        "TRANSLATOR_IN_LOCALS, FDIV_SCALAR, 13, FPSR",
        "TRANSLATOR_IN_LOCALS, FADD_VECTOR, 23, V"
    })
    void noticesAnInstructionThatDoesSomethingElse(Executor executor, String name, int bit, String where)
            throws IOException, InterruptedException {
        Optional<Path> emulator = ReferenceRun.emulator();
        assumeTrue(emulator.isPresent(), "qemu-aarch64 is neither on PATH nor named by -Djvmm.qemuAarch64");
        var generator = new CaseGenerator(new SplittableRandom(SEED));
        Row row = DecodeTable.read().rows().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        List<InstructionCase> cases = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            cases.add(generator.next(row, i));
        }
        List<MachineState> expected = ReferenceRun.run(emulator.get(), cases, directory);
        List<InstructionCase> others = cases.stream()
                .map(each -> new InstructionCase(row, each.before(), each.word() ^ 1 << bit, each.start()))
                .toList();
        var differences = new ArrayList<String>();
        try (Arena arena = Arena.ofConfined()) {
            CaseRun interpreter = CaseRun.of(executor, others, arena);
            for (int i = 0; i < others.size(); i++) {
                differences.addAll(interpreter.run(others.get(i), i).differences(expected.get(i)));
            }
        }
        assertThat(differences).as("-Djvmm.seed=%d", SEED).anyMatch(each -> each.startsWith(where));
    }

    private void compare(
            Executor executor,
            Path emulator,
            List<InstructionCase> cases,
            TreeSet<String> executed,
            Map<String, List<String>> failures)
            throws IOException, InterruptedException {
        List<MachineState> expected = ReferenceRun.run(emulator, cases, directory);
        try (Arena arena = Arena.ofConfined()) {
            CaseRun interpreter = CaseRun.of(executor, cases, arena);
            for (int i = 0; i < cases.size(); i++) {
                InstructionCase test = cases.get(i);
                if (isLeftOut(executor, test, i)) {
                    continue;
                }
                executed.add(test.row().name());
                List<String> differences = differences(interpreter, test, i, expected.get(i));
                if (!differences.isEmpty()) {
                    failures.computeIfAbsent(test.row().name(), row -> new ArrayList<>())
                            .add(describe(test, i) + "\n    " + String.join("\n    ", differences));
                }
            }
        }
    }

    /** Where the translator calls the interpreter's op, most cases would show what they show on the interpreter. */
    private static boolean isLeftOut(Executor executor, InstructionCase test, int index) {
        return executor != Executor.INTERPRETER
                && !Regions.hasBytecode(test.word())
                && index % CASES >= CALLED_OP_CASES;
    }

    private static List<String> differences(
            CaseRun interpreter, InstructionCase test, int index, MachineState expected) {
        try {
            return interpreter.run(test, index).differences(expected);
        } catch (GuestException e) {
            return List.of("an exception: " + Long.toHexString(e.syndrome()));
        }
    }

    /** The case with its mode and those registers that the encoding may name. */
    private static String describe(InstructionCase test, int index) {
        long[] words = test.start().words;
        var text = new StringBuilder(test.describe(TestProgram.address(index)));
        text.append(" FPCR %08x FPSR %08x NZCV %08x"
                .formatted(words[MachineState.FPCR], words[MachineState.FPSR], words[MachineState.NZCV]));
        for (int low : new int[] {0, 5, 10, 16}) {
            int register = test.word() >>> low & 31;
            int at = MachineState.V + 2 * register;
            text.append("\n    X%d = %016x, V%d = %016x_%016x"
                    .formatted(register, words[register], register, words[at + 1], words[at]));
        }
        return text.toString();
    }
}
