// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.softcpu.decode.DecodeTable.Cube;
import dev.jvmm.softcpu.decode.DecodeTable.Row;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.CodeAttribute;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table is sound, and the generated decoder is the table's. Regenerate with -Djvmm.decode.regenerate=true. */
class DecodeTableTest {

    private static final Path GENERATED = Path.of("src/main/java/dev/jvmm/softcpu/decode");

    private static final DecodeTable TABLE = DecodeTable.read();

    private static final List<List<Row>> ROWS_BY_UPPER_BITS = rowsByUpperBits();

    private static final Map<String, Opcode> OPCODES =
            Arrays.stream(Opcode.values()).collect(Collectors.toMap(Opcode::name, Function.identity()));

    @Test
    void checkedInFilesAreCurrent() throws IOException {
        for (Map.Entry<String, String> file :
                new DecoderGenerator(TABLE).generate().entrySet()) {
            Path path = GENERATED.resolve(file.getKey());
            if (Boolean.getBoolean("jvmm.decode.regenerate")) {
                Files.writeString(path, file.getValue());
            }
            // The formatter owns the white space and the stars of comments
            assertThat(Files.readString(path).replaceAll("[\\s*]+", ""))
                    .as("%s is generated from the current table", path)
                    .isEqualTo(file.getValue().replaceAll("[\\s*]+", ""));
        }
    }

    @Test
    void namesAreUnique() {
        assertThat(TABLE.rows()).extracting(Row::name).doesNotHaveDuplicates();
    }

    @Test
    void rowsOverlapOnlyWhereTheTableSaysWhichGoesFirst() {
        List<Row> rows = TABLE.rows();
        for (int i = 0; i < rows.size(); i++) {
            for (int j = i + 1; j < rows.size(); j++) {
                Row a = rows.get(i);
                Row b = rows.get(j);
                Cube both = a.fixed().and(b.fixed());
                if (both == null || b.name().equals(a.over()) || a.name().equals(b.over())) {
                    continue;
                }
                List<Cube> forbidden = new ArrayList<>(a.forbidden());
                forbidden.addAll(b.forbidden());
                assertThat(DecodeTable.witness(both, forbidden))
                        .as("words of both %s and %s", a.name(), b.name())
                        .isNull();
            }
        }
    }

    @Test
    void everyRowIsReached() {
        for (Row row : TABLE.rows()) {
            List<Cube> forbidden = new ArrayList<>(row.forbidden());
            for (Row earlier : TABLE.rows()) {
                if (row.name().equals(earlier.over())) {
                    forbidden.add(earlier.fixed());
                }
            }
            Cube witness = DecodeTable.witness(row.fixed(), forbidden);
            assertThat(witness).as(row.name()).isNotNull();
            assertThat(Decoder.decode(witness.value())).asString().isEqualTo(row.name());
        }
    }

    /** Five million words a seed: each is of exactly one row, which the decoder finds, or of none. */
    @ParameterizedTest
    @ValueSource(longs = {1, 20_260_101})
    void decoderAgreesWithTheTableOnRandomWords(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 5_000_000; i++) {
            check(random.nextInt());
        }
    }

    /** Random words seldom meet the narrow rows: random free bits under each row's fixed bits do. */
    @ParameterizedTest
    @ValueSource(longs = {2, 20_260_102})
    void decoderAgreesWithTheTableInsideAndBesideEachRow(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (Row row : TABLE.rows()) {
            for (int i = 0; i < 2_000; i++) {
                int word =
                        (random.nextInt() & ~row.fixed().mask()) | row.fixed().value();
                check(word);
                check(word ^ (1 << random.nextInt(32)));
            }
        }
    }

    @Test
    void generatedMethodsAreSmallEnoughForTheCompiler() throws IOException {
        try (InputStream stream = Decoder.class.getResourceAsStream("Decoder.class")) {
            assertThat(stream).isNotNull();
            ClassFile.of().parse(stream.readAllBytes()).methods().forEach(method -> {
                int length = method.findAttribute(Attributes.code())
                        .map(CodeAttribute::codeLength)
                        .orElse(0);
                assertThat(length).as(method.methodName().stringValue()).isLessThan(8000);
            });
        }
    }

    private static void check(int word) {
        Row row = byTable(word);
        Opcode expected = row == null ? Opcode.UNALLOCATED : OPCODES.get(row.name());
        if (Decoder.decode(word) != expected) {
            throw new AssertionError(
                    "%08x is decoded as %s, in the table it is %s".formatted(word, Decoder.decode(word), expected));
        }
    }

    /** The row of a word by going through all rows that its upper eight bits allow. */
    private static @Nullable Row byTable(int word) {
        Row found = null;
        for (Row row : ROWS_BY_UPPER_BITS.get(word >>> 24)) {
            if (!row.matches(word) || (found != null && row.name().equals(found.over()))) {
                continue;
            }
            if (found != null && !found.name().equals(row.over())) {
                throw new AssertionError("%08x is both %s and %s".formatted(word, found.name(), row.name()));
            }
            found = row;
        }
        return found;
    }

    private static List<List<Row>> rowsByUpperBits() {
        List<List<Row>> result = new ArrayList<>();
        for (int upper = 0; upper < 256; upper++) {
            Cube words = new Cube(0xff << 24, upper << 24);
            result.add(TABLE.rows().stream()
                    .filter(row -> row.fixed().and(words) != null)
                    .toList());
        }
        return result;
    }
}
