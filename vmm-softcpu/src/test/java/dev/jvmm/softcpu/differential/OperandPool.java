// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.differential;

import dev.jvmm.softcpu.fp.FpOperands;
import java.util.SplittableRandom;

/** Register contents with more corners than chance would give. */
final class OperandPool {
    private static final int FPCR_BITS = 0x07c0_0000;
    private static final int FPSR_BITS = 0x0800_009f;

    private final SplittableRandom random;
    private final FpOperands halves;
    private final FpOperands singles;
    private final FpOperands doubles;

    OperandPool(SplittableRandom random) {
        this.random = random;
        this.halves = new FpOperands(16, random);
        this.singles = new FpOperands(32, random);
        this.doubles = new FpOperands(64, random);
    }

    long general() {
        return switch (random.nextInt(10)) {
            case 0 -> 0;
            case 1 -> -1;
            case 2 -> random.nextInt(-2, 70);
            case 3 -> Long.MIN_VALUE >> random.nextInt(64);
            case 4 -> Long.MAX_VALUE >>> random.nextInt(64);
            case 5 -> 1L << random.nextInt(64);
            case 6 -> (random.nextLong() & ~0xFFFF_FFFFL) | (Integer.MIN_VALUE + random.nextInt(-1, 2) & 0xFFFF_FFFFL);
            case 7 -> random.nextLong() >> random.nextInt(64);
            default -> random.nextLong();
        };
    }

    /** The 128 bits of a vector register as two words: elements of one kind. */
    void vector(long[] words, int index) {
        int kind = random.nextInt(8);
        boolean repeated = random.nextInt(8) == 0;
        words[index] = word(kind);
        words[index + 1] = repeated ? words[index] : word(kind);
    }

    private long word(int kind) {
        return switch (kind) {
            case 0, 1 -> doubles.next();
            case 2, 3, 4 -> singles.next() << 32 | singles.next();
            case 5 -> halves.next() << 48 | halves.next() << 32 | halves.next() << 16 | halves.next();
            case 6 -> bytes();
            default -> general();
        };
    }

    /** Bytes at the limits of signed and unsigned numbers. */
    private long bytes() {
        long result = 0;
        for (int i = 0; i < 8; i++) {
            int value = switch (random.nextInt(6)) {
                case 0 -> 0;
                case 1 -> 0xff;
                case 2 -> 0x80;
                case 3 -> 0x7f;
                default -> random.nextInt(256);
            };
            result = result << 8 | value;
        }
        return result;
    }

    /** A second vector that has something to do with a first: equal or close elements, as comparisons want. */
    void related(long[] words, int from, int to) {
        words[to] = relatedWord(words[from]);
        words[to + 1] = relatedWord(words[from + 1]);
    }

    private long relatedWord(long word) {
        return switch (random.nextInt(4)) {
            case 0 -> word;
            case 1 -> doubles.related(word);
            default -> singles.related(word >>> 32) << 32 | singles.related(word & 0xFFFF_FFFFL);
        };
    }

    /** Any mode, often the usual one. */
    long fpcr() {
        return random.nextInt(3) == 0 ? 0 : random.nextInt() & FPCR_BITS;
    }

    /** Any flags, often none, so that a flag that is wrongly set shows. */
    long fpsr() {
        return random.nextInt(3) != 0 ? 0 : random.nextInt() & FPSR_BITS;
    }
}
