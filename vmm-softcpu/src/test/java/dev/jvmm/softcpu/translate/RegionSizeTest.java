// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.softcpu.code.CodePage;
import dev.jvmm.softcpu.decode.DecodeTable;
import dev.jvmm.softcpu.decode.DecodeTable.Row;
import dev.jvmm.softcpu.decode.Decoder;
import dev.jvmm.softcpu.translate.TranslationOptions.Registers;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The instructions with the most bytecode, as many as a region may have, against the largest method of the JVM. Registers are all
 * different and there is a loop around: what is kept in locals, and polled, makes the code longer.
 */
class RegionSizeTest {
    private static final long SEED = Long.getLong("jvmm.seed", System.nanoTime());
    private static final int SAMPLE = 10;
    private static final int LARGEST = 6;

    private final SplittableRandom random = new SplittableRandom(SEED);

    private static RegionCompiler compiler(int limit, Registers registers) {
        return new RegionCompiler(
                (word, offset) -> cpu -> {},
                new TranslationOptions(1, limit, false, registers, TranslationOptions.Making.AT_ONCE));
    }

    private record Sized(Row row, int bytes) {}

    /** {@code count} random words of the rows, and a branch back to the first. */
    private int[] loop(List<Row> rows, int count) {
        int[] code = new int[CodePage.BYTES / 4];
        for (int i = 0; i < count; i++) {
            code[i] = word(rows.get(random.nextInt(rows.size())));
        }
        code[count] = 0x1400_0000 | -count & 0x03FF_FFFF;
        return code;
    }

    private int word(Row row) {
        while (true) {
            int word = random.nextInt() & ~row.fixed().mask() | row.fixed().value();
            if (row.matches(word) && Decoder.decode(word).name().equals(row.name())) {
                return word;
            }
        }
    }

    private static int codeLength(byte[] classFile) {
        return ClassFile.of().parse(classFile).methods().stream()
                .filter(method -> method.methodName().equalsString("run"))
                .map(method -> ((CodeAttribute) method.code().orElseThrow()).codeLength())
                .findFirst()
                .orElseThrow();
    }

    private Sized sized(Row row, Registers registers) {
        ControlFlow flow = ControlFlow.of(loop(List.of(row), SAMPLE), 0, offset -> true, SAMPLE + 1);
        byte[] bytes = compiler(SAMPLE + 1, registers).classFile(flow, new ArrayList<>());
        assertThat(bytes).as(row.name()).isNotNull();
        return new Sized(row, codeLength(bytes));
    }

    private RegionCompiler.Result compile(int[] code, int limit, Registers registers) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment page = arena.allocate(CodePage.BYTES, CodePage.BYTES);
            MemorySegment.copy(code, 0, page, ValueLayout.JAVA_INT, 0, code.length);
            return compiler(limit, registers).compile(new CodePage(0, page.address()), 0);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"IN_VCPU", "IN_LOCALS"})
    void whateverFillsARegionIsTranslated(Registers registers) {
        System.out.println("RegionSizeTest: -Djvmm.seed=" + SEED);
        List<Sized> largest = DecodeTable.read().rows().stream()
                .filter(row -> !row.group().equals("BRANCH"))
                .map(row -> sized(row, registers))
                .sorted(Comparator.comparingInt(Sized::bytes).reversed())
                .limit(LARGEST)
                .toList();
        int limit = TranslationOptions.DEFAULT.maxInstructions();
        for (Sized each : largest) {
            // Defined, and verified by making an instance.
            int instructions = compile(loop(List.of(each.row), limit - 1), limit, registers)
                    .flow()
                    .instructions();
            System.out.printf(
                    "%s %s: %d bytes each, a region has %d of %d%n",
                    registers, each.row.name(), each.bytes / SAMPLE, instructions, limit);
            assertThat(instructions).as(each.row.name()).isBetween(SAMPLE, limit);
        }
        List<Row> mixed = largest.stream().map(Sized::row).toList();
        assertThat(compile(loop(mixed, limit - 1), limit, registers).flow().instructions())
                .isBetween(SAMPLE, limit);
    }

    /** Whatever becomes of the emitters, so many are too much. */
    @ParameterizedTest
    @EnumSource(names = {"IN_VCPU", "IN_LOCALS"})
    void codeThatNoMethodCanHoldMakesASmallerRegion(Registers registers) {
        Row load = DecodeTable.read().rows().stream()
                .filter(row -> row.name().equals("LD1_MULTIPLE_POST"))
                .findFirst()
                .orElseThrow();
        int count = 500;
        int[] code = loop(List.of(load), count);
        ControlFlow whole = ControlFlow.of(code, 0, offset -> true, count + 1);
        assertThat(compiler(count + 1, registers).classFile(whole, new ArrayList<>()))
                .isNull();
        assertThat(compile(code, count + 1, registers).flow().instructions()).isBetween(SAMPLE, count);
    }
}
