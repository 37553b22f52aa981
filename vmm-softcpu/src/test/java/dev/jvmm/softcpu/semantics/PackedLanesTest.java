// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.LongBinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** All lanes at once compared to one after the other. {@code -Djvmm.seed=N} repeats a run. */
class PackedLanesTest {
    private static final long SEED = Long.getLong("jvmm.seed", System.nanoTime());
    private static final int CASES = 20_000;

    private record Case(String name, SizedOperation operation, boolean signed, LongBinaryOperator reference) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Each with the sizes 0 to 2 of the narrow lanes. */
    private static Stream<Arguments> withSizes(Case... cases) {
        System.out.println("PackedLanesTest: -Djvmm.seed=" + SEED);
        return Stream.of(cases).flatMap(one -> IntStream.range(0, 3).mapToObj(size -> Arguments.of(one, size)));
    }

    static Stream<Arguments> lengthening() {
        return withSizes(
                new Case("UADDL", Resizing::addUnsigned, false, Long::sum),
                new Case("SADDL", Resizing::addSigned, true, Long::sum),
                new Case("USUBL", Resizing::subtractUnsigned, false, (a, b) -> a - b),
                new Case("SSUBL", Resizing::subtractSigned, true, (a, b) -> a - b),
                new Case("UABDL", Resizing::differenceUnsigned, false, (a, b) -> Math.abs(a - b)),
                new Case("SABDL", Resizing::differenceSigned, true, (a, b) -> Math.abs(a - b)),
                new Case("UMULL", Resizing::multiplyUnsigned, false, (a, b) -> a * b),
                new Case("SMULL", Resizing::multiplySigned, true, (a, b) -> a * b));
    }

    @ParameterizedTest
    @MethodSource("lengthening")
    void lowLanesBecomeWideOnes(Case one, int size) {
        compare(one, size, (a, b) -> {
            long expected = 0;
            for (int i = 0; i < 4 >> size; i++) {
                long result = one.reference.applyAsLong(lane(a, size, i, one.signed), lane(b, size, i, one.signed));
                expected |= placed(result, size + 1, i);
            }
            return expected;
        });
    }

    static Stream<Arguments> widening() {
        return withSizes(
                new Case("UADDW", Resizing::addWideUnsigned, false, Long::sum),
                new Case("SADDW", Resizing::addWideSigned, true, Long::sum),
                new Case("USUBW", Resizing::subtractWideUnsigned, false, (a, b) -> a - b),
                new Case("SSUBW", Resizing::subtractWideSigned, true, (a, b) -> a - b));
    }

    @ParameterizedTest
    @MethodSource("widening")
    void lowLanesMeetWideOnes(Case one, int size) {
        compare(one, size, (a, b) -> {
            long expected = 0;
            for (int i = 0; i < 4 >> size; i++) {
                long result = one.reference.applyAsLong(lane(a, size + 1, i, false), lane(b, size, i, one.signed));
                expected |= placed(result, size + 1, i);
            }
            return expected;
        });
    }

    static Stream<Arguments> narrowing() {
        return withSizes(
                new Case("ADDHN", Resizing::addWide, false, Long::sum),
                new Case("SUBHN", Resizing::subtractWide, false, (a, b) -> a - b),
                new Case("RADDHN", Resizing::addWideRounding, true, Long::sum),
                new Case("RSUBHN", Resizing::subtractWideRounding, true, (a, b) -> a - b));
    }

    /** Where {@code signed} stands for rounding. */
    @ParameterizedTest
    @MethodSource("narrowing")
    void wideLanesAreRoundedInTheMiddle(Case one, int size) {
        long half = one.signed ? 1L << (8 << size) - 1 : 0;
        compare(one, size, (a, b) -> {
            long expected = 0;
            for (int i = 0; i < 4 >> size; i++) {
                long result = one.reference.applyAsLong(lane(a, size + 1, i, false), lane(b, size + 1, i, false));
                expected |= placed(result + half, size + 1, i);
            }
            return expected;
        });
    }

    static Stream<Arguments> pairs() {
        return withSizes(
                new Case("UADDLP", Resizing::addPairsUnsigned, false, Long::sum),
                new Case("SADDLP", Resizing::addPairsSigned, true, Long::sum));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void neighboursAreAdded(Case one, int size) {
        compare(one, size, (a, b) -> {
            long expected = 0;
            for (int i = 0; i < 4 >> size; i++) {
                long sum = lane(a, size, 2 * i, one.signed) + lane(a, size, 2 * i + 1, one.signed);
                expected |= placed(sum, size + 1, i);
            }
            return expected;
        });
    }

    static Stream<Arguments> sums() {
        return withSizes(new Case("UADDLV", Resizing::sumWide, false, Long::sum));
    }

    @ParameterizedTest
    @MethodSource("sums")
    void wideLanesAreAddedUp(Case one, int size) {
        compare(one, size, (a, b) -> {
            long sum = 0;
            for (int i = 0; i < 4 >> size; i++) {
                sum += lane(a, size + 1, i, false);
            }
            return placed(sum, size + 1, 0);
        });
    }

    static Stream<Arguments> products() {
        return withSizes(new Case("MUL", Resizing::multiply, false, (a, b) -> a * b));
    }

    @ParameterizedTest
    @MethodSource("products")
    void lanesAreMultiplied(Case one, int size) {
        compare(one, size, (a, b) -> {
            long expected = 0;
            for (int i = 0; i < 8 >> size; i++) {
                expected |= placed(lane(a, size, i, false) * lane(b, size, i, false), size, i);
            }
            return expected;
        });
    }

    @ParameterizedTest
    @MethodSource("products")
    void lanesAreShiftedWithRounding(Case one, int size) {
        Random random = new Random(SEED);
        for (int i = 0; i < CASES; i++) {
            long a = value(random);
            int bits = 8 << size;
            int places = 1 + random.nextInt(bits);
            long high = Packed.high(size);
            long unsigned = 0;
            long signed = 0;
            long wide = 0;
            for (int at = 0; at < 8 >> size; at++) {
                long rounding = 1L << places - 1;
                unsigned |= placed(lane(a, size, at, false) + rounding >> places, size, at);
                signed |= placed(lane(a, size, at, true) + rounding >> places, size, at);
            }
            for (int at = 0; at < 4 >> size; at++) {
                long sum = lane(a, size + 1, at, false) + (1L << places - 1);
                wide |= placed(sum >>> places, size, at);
            }
            String input = places + " places of " + Long.toHexString(a);
            assertThat(Packed.rightRounding(a, places, high)).as(input).isEqualTo(unsigned);
            assertThat(Packed.rightRoundingSigned(a, places, high)).as(input).isEqualTo(signed);
            assertThat(Permutations.gather(Resizing.shiftRounding(a, places, size), size))
                    .as(input)
                    .isEqualTo(wide);
        }
    }

    @ParameterizedTest
    @MethodSource("products")
    void differencesAreAbsolute(Case one, int size) {
        Random random = new Random(SEED);
        long high = Packed.high(size);
        for (int i = 0; i < CASES; i++) {
            long a = value(random);
            long b = value(random);
            long unsigned = 0;
            long signed = 0;
            for (int at = 0; at < 8 >> size; at++) {
                unsigned |= placed(Math.abs(lane(a, size, at, false) - lane(b, size, at, false)), size, at);
                signed |= placed(Math.abs(lane(a, size, at, true) - lane(b, size, at, true)), size, at);
            }
            String input = Long.toHexString(a) + ", " + Long.toHexString(b);
            assertThat(Packed.absoluteDifferenceUnsigned(a, b, high)).as(input).isEqualTo(unsigned);
            assertThat(Packed.absoluteDifferenceSigned(a, b, high)).as(input).isEqualTo(signed);
        }
    }

    private static void compare(Case one, int size, LongBinaryOperator reference) {
        Random random = new Random(SEED);
        for (int i = 0; i < CASES; i++) {
            long a = value(random);
            long b = value(random);
            assertThat(one.operation.apply(a, b, size))
                    .as("%s of %x and %x", one.name, a, b)
                    .isEqualTo(reference.applyAsLong(a, b));
        }
    }

    /** Bytes at the edges of their range more often than by chance. */
    private static long value(Random random) {
        long result = random.nextLong();
        for (int shift = 0; shift < 64; shift += 8) {
            long edge = switch (random.nextInt(8)) {
                case 0 -> 0;
                case 1 -> 0xFF;
                case 2 -> 0x80;
                case 3 -> 0x7F;
                default -> result >>> shift & 0xFF;
            };
            result = result & ~(0xFFL << shift) | edge << shift;
        }
        return result;
    }

    private static long lane(long value, int size, int index, boolean signed) {
        int above = 64 - (8 << size);
        long moved = value >>> index * (8 << size) << above;
        return signed ? moved >> above : moved >>> above;
    }

    private static long placed(long value, int size, int index) {
        return (value & -1L >>> 64 - (8 << size)) << index * (8 << size);
    }
}
