// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Row SCALING = new Row(Group.PARALLEL, "scaling", Unit.TIMES);

    private static Figures figures(Map<Row, Double> values) {
        return new Figures(values, OptionalDouble.empty());
    }

    private static String lineOf(Comparison comparison, String name) {
        return comparison.lines().stream()
                .filter(line -> line.startsWith(name + " "))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theRatioIsAboveOneWhereTheFirstNeedsLessTime() {
        Comparison comparison = new Comparison("a", "b");
        for (double seconds : new double[] {1, 2, 4}) {
            comparison.addOurs(Group.INTEGER, figures(Map.of(Kernel.FIB.row(), seconds)));
            comparison.addTheirs(figures(Map.of(Kernel.FIB.row(), 4.0)));
        }
        assertThat(lineOf(comparison, "fib"))
                .contains("2.000 (1.000-4.000)", "4.000 (4.000-4.000)", "2.00 (1.00-4.00)");
    }

    @Test
    void theRatioIsAboveOneWhereTheFirstScalesFurther() {
        Comparison comparison = new Comparison("a", "b");
        comparison.addOurs(Group.PARALLEL, figures(Map.of(SCALING, 1.8)));
        comparison.addTheirs(figures(Map.of(SCALING, 1.2)));
        assertThat(lineOf(comparison, "scaling")).endsWith("1.50 (1.50-1.50)");
    }

    @Test
    void meansAreGeometricByGroupAndOverAllThatIsTimed() {
        Comparison comparison = new Comparison("a", "b");
        comparison.addOurs(
                Group.INTEGER, figures(Map.of(Kernel.FIB.row(), 1.0, Kernel.LZ.row(), 1.0, Kernel.COPY.row(), 1.0)));
        comparison.addTheirs(figures(Map.of(Kernel.FIB.row(), 1.0, Kernel.LZ.row(), 4.0, Kernel.COPY.row(), 0.25)));
        assertThat(lineOf(comparison, "integer: geomean")).endsWith("2.00 (2.00-2.00)");
        assertThat(lineOf(comparison, "memory: geomean")).endsWith("0.25 (0.25-0.25)");
        assertThat(lineOf(comparison, "all that is timed: geomean")).endsWith("1.00 (1.00-1.00)");
    }

    @Test
    void aGroupIsOneGuestAndAWholeBootAGuestOfItsOwn() {
        assertThat(Selection.of(List.of("fp", "boot-efi", "crc32", "sort", "crc32")))
                .containsExactly(
                        new KernelBatch(Group.INTEGER, List.of(Kernel.SORT, Kernel.CRC32)),
                        new KernelBatch(Group.FP, List.of(Kernel.NBODY, Kernel.MATMUL, Kernel.MANDELBROT, Kernel.NEON)),
                        Whole.BOOT_EFI);
    }

    @Test
    void noNameIsEverything() {
        assertThat(Selection.of(List.of()))
                .filteredOn(KernelBatch.class::isInstance)
                .flatExtracting(batch -> ((KernelBatch) batch).kernels())
                .containsExactly(Kernel.values());
        assertThat(Selection.of(List.of())).contains(Whole.values());
    }

    @Test
    void anUnknownNameIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> Options.of(List.of("--rounds", "2", "sorting")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no workload 'sorting'")
                .hasMessageContaining("fp (nbody matmul");
        assertThatThrownBy(() -> Options.of(List.of("--round", "2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no option --round");
        assertThatThrownBy(() -> Options.of(List.of("--scale", "0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--scale 0: give a number of 1 or more");
    }

    @Test
    void aWrongChecksumIsAnError() {
        String console = "RESULT fib 1000 514230 62500000\r\n";
        assertThatThrownBy(() -> Kernel.results(List.of(Kernel.FIB), console))
                .isInstanceOf(IOException.class)
                .hasMessage("fib gave the checksum 514230 instead of 514229");
    }

    @Test
    void whatIsMissingIsAnErrorThatShowsTheConsole() {
        assertThatThrownBy(() -> Kernel.results(List.of(Kernel.FIB), "BROKEN fib\r\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no result of fib")
                .hasMessageContaining("BROKEN fib");
    }

    /** The words of integer.c, by the same generator, against the JDK's own algorithms. */
    @Test
    void theChecksumsOfCrc32AndSha256FollowFromTheirDefinitions() throws NoSuchAlgorithmException {
        ByteBuffer words = ByteBuffer.allocate(65536).order(ByteOrder.LITTLE_ENDIAN);
        int state = 1;
        while (words.hasRemaining()) {
            state ^= state << 13;
            state ^= state >>> 17;
            state ^= state << 5;
            words.putInt(state);
        }
        CRC32 crc = new CRC32();
        for (int round = 0; round < 20; round++) {
            crc.update(words.array());
        }
        assertThat(Kernel.CRC32.checksum).isEqualTo(crc.getValue());
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        for (int round = 0; round < 7; round++) {
            sha256.update(words.array());
        }
        assertThat(Kernel.SHA256.checksum)
                .isEqualTo(ByteBuffer.wrap(sha256.digest()).getLong());
    }

    @Test
    void theDiskKernelsExpectWhatTheDiskHolds() {
        assertThat(DiskData.checksum()).isEqualTo(Kernel.DISK.checksum).isEqualTo(Kernel.LINUX_DISK.checksum);
    }
}
