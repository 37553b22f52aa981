// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jvmm.softcpu.decode.DecodeTable.Row;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Allocation and text of instructions against GNU objdump, which is an independent reading of the manual. */
class ObjdumpTest {

    private static final String OBJDUMP = "aarch64-linux-gnu-objdump";

    private static final Pattern LINE = Pattern.compile("\\s*[0-9a-f]+:\\s+([0-9a-f]{8})\\s+(.*)");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(longs = {3, 20_260_103})
    void randomWordsReadAsObjdumpReadsThem(long seed) throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        compare(random.ints(200_000).toArray());
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 20_260_104})
    void eachRowReadsAsObjdumpReadsIt(long seed) throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        List<Integer> words = new ArrayList<>();
        for (Row row : DecodeTable.read().rows()) {
            for (int i = 0; i < 200; i++) {
                int word = random.nextInt() & ~row.fixed().mask() | row.fixed().value();
                words.add(word);
                words.add(word ^ 1 << random.nextInt(32));
            }
        }
        compare(words.stream().mapToInt(Integer::intValue).toArray());
    }

    private void compare(int[] words) throws IOException, InterruptedException {
        List<String> lines = objdump(words);
        assertThat(lines).hasSameSizeAs(words);
        TreeMap<String, List<String>> differences = new TreeMap<>();
        for (int i = 0; i < words.length; i++) {
            String theirs = ObjdumpText.normalize(lines.get(i));
            String ours = Disassembler.disassemble(words[i], 4L * i);
            if (!ObjdumpText.agree(words[i], ours, theirs)) {
                differences
                        .computeIfAbsent(
                                Decoder.decode(words[i]) + " / " + theirs.split(" ", 2)[0], key -> new ArrayList<>())
                        .add("%08x ours: %s | objdump: %s".formatted(words[i], ours, theirs));
            }
        }
        StringBuilder report = new StringBuilder();
        differences.forEach((kind, examples) -> report.append("%s (%d)%n    %s%n"
                .formatted(
                        kind,
                        examples.size(),
                        String.join("\n    ", examples.subList(0, Math.min(2, examples.size()))))));
        assertThat(report.toString()).isEmpty();
    }

    private List<String> objdump(int[] words) throws IOException, InterruptedException {
        ByteBuffer bytes = ByteBuffer.allocate(words.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int word : words) {
            bytes.putInt(word);
        }
        Path file = directory.resolve("words.bin");
        Files.write(file, bytes.array());
        Process process;
        try {
            process = new ProcessBuilder(
                            OBJDUMP, "-D", "-z", "-b", "binary", "-m", "aarch64", "-M", "no-aliases", file.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, OBJDUMP + " is not installed (Debian package binutils-aarch64-linux-gnu)");
            throw e;
        }
        List<String> result = new ArrayList<>();
        try (BufferedReader reader = process.inputReader(StandardCharsets.US_ASCII)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                Matcher matcher = LINE.matcher(line);
                if (matcher.matches()) {
                    result.add(matcher.group(2));
                }
            }
        }
        assertThat(process.waitFor()).isZero();
        return result;
    }
}
