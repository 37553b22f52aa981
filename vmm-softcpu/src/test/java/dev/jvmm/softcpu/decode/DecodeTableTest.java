// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvmm.softcpu.decode.DecodeTable.Cube;
import dev.jvmm.softcpu.decode.DecodeTable.Row;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.CodeAttribute;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table is sound, and the generated decoder is the table's. Regenerate with -Djvmm.decode.regenerate=true. */
class DecodeTableTest {

    private static final Path GENERATED = Path.of("src/main/java/dev/jvmm/softcpu/decode");

    private static final DecodeTable TABLE = DecodeTable.read();

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

    @ParameterizedTest
    @ValueSource(longs = {1, 20_260_101})
    void decoderAgreesWithTheTableOnRandomWords(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 100_000; i++) {
            int word = random.nextInt();
            assertThat(Decoder.decode(word)).as("%08x", word).isEqualTo(byTable(word));
        }
    }

    /** Random words seldom meet the narrow rows: random free bits under each row's fixed bits do. */
    @ParameterizedTest
    @ValueSource(longs = {2, 20_260_102})
    void decoderAgreesWithTheTableInsideAndBesideEachRow(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (Row row : TABLE.rows()) {
            for (int i = 0; i < 200; i++) {
                int word =
                        (random.nextInt() & ~row.fixed().mask()) | row.fixed().value();
                assertThat(Decoder.decode(word)).as("%08x", word).isEqualTo(byTable(word));
                int beside = word ^ 1 << random.nextInt(32);
                assertThat(Decoder.decode(beside)).as("%08x", beside).isEqualTo(byTable(beside));
            }
        }
    }

    @Test
    void generatedMethodsAreSmallEnoughForTheCompiler() throws IOException {
        try (InputStream stream = Decoder.class.getResourceAsStream("Decoder.class")) {
            assertThat(stream).isNotNull();
            ClassFile.of().parse(stream.readAllBytes()).methods().forEach(method -> {
                int length = method.findAttribute(java.lang.classfile.Attributes.code())
                        .map(CodeAttribute::codeLength)
                        .orElse(0);
                assertThat(length).as(method.methodName().stringValue()).isLessThan(8000);
            });
        }
    }

    private static Opcode byTable(int word) {
        Opcode found = Opcode.UNALLOCATED;
        String over = null;
        for (Row row : TABLE.rows()) {
            if (!row.matches(word)) {
                continue;
            }
            if (found == Opcode.UNALLOCATED
                    || row.name().equals(over)
                    || found.name().equals(row.over())) {
                if (row.name().equals(over)) {
                    continue;
                }
                found = Opcode.valueOf(row.name());
                over = row.over();
                continue;
            }
            throw new AssertionError("%08x is both %s and %s".formatted(word, found, row.name()));
        }
        return found;
    }
}
