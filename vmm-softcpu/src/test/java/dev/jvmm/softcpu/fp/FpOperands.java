// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.fp;

import java.util.SplittableRandom;

/** Encodings of one width with more corners than chance would give. */
public final class FpOperands {
    private final int width;
    private final int fractionBits;
    private final SplittableRandom random;

    public FpOperands(int width, SplittableRandom random) {
        this.width = width;
        this.fractionBits = width == 16 ? 10 : width == 32 ? 23 : 52;
        this.random = random;
    }

    /** Zeros, limits, infinities, NaNs with payloads, and numbers where a rule changes, in both signs. */
    long[] edges() {
        long one = exponentField(bias());
        long infinity = exponentField(2 * bias() + 1);
        long quiet = 1L << fractionBits - 1;
        long ulp = 1;
        long[] positive = {
            0,
            ulp,
            2,
            quiet,
            quiet - 1,
            exponentField(1) - 1,
            exponentField(1),
            exponentField(1) + 1,
            exponentField(2),
            one - 1,
            one,
            one + 1,
            one - exponentField(1),
            one + exponentField(1) / 2,
            one + exponentField(1),
            one + exponentField(1) + quiet,
            one + exponentField(Math.min(bias() - 1, fractionBits)) + 1,
            exponentField(2 * bias() - 1),
            infinity - 1,
            infinity,
            infinity + 1,
            infinity + quiet - 1,
            infinity + quiet,
            infinity + quiet + 5,
        };
        var both = new long[positive.length * 2];
        for (int i = 0; i < positive.length; i++) {
            both[2 * i] = positive[i];
            both[2 * i + 1] = positive[i] | 1L << width - 1;
        }
        return both;
    }

    public long next() {
        long sign = random.nextLong() << width - 1;
        long magnitude = switch (random.nextInt(13)) {
            case 0 -> edges()[random.nextInt(edges().length)];
            case 1 -> fraction();
            case 2 -> exponentField(random.nextInt(4)) + fraction();
            case 3 -> exponentField(2 * bias() - random.nextInt(4)) + fraction();
            case 4, 5 -> exponentField(bias() + random.nextInt(-4, 5)) + sparseFraction();
            case 6 -> exponentField(random.nextInt(2 * bias() + 1)) + sparseFraction();
            case 7 ->
                exponentField(random.nextInt(1, 2 * bias()))
                        + (random.nextBoolean() ? 1 : -1) * (long) random.nextInt(4);
            case 8 -> exponentField(bias() + random.nextInt(Math.min(bias(), 70))) + fraction();
            case 9 -> nearLimitOfNarrowerFormat();
            default -> random.nextLong();
        };
        return (magnitude ^ sign) & mask();
    }

    /** An operand that has something to do with another: near it, opposite to it, or of a similar size. */
    public long related(long other) {
        long sign = random.nextLong() << width - 1 & mask();
        return switch (random.nextInt(6)) {
            case 0 -> (other ^ sign) + random.nextInt(-3, 4) & mask();
            case 1 -> {
                long distance = exponentField(random.nextInt(-60, 61));
                yield ((other ^ sign) & ~fractionMask()) + distance + sparseFraction() & mask();
            }
            case 2 -> exponentField(2 * bias()) - (other & mask() >>> 1) + random.nextInt(-2, 3) & mask();
            default -> next();
        };
    }

    /** A number where a conversion to a narrower format rounds to its smallest or overflows its largest normal one. */
    private long nearLimitOfNarrowerFormat() {
        boolean single = width == 64 && random.nextBoolean();
        int narrowBias = single ? 127 : 15;
        int narrowFraction = single ? 23 : 10;
        int exponent = switch (random.nextInt(3)) {
            case 0 -> narrowBias + 1;
            case 1 -> 1 - narrowBias;
            default -> random.nextInt(-narrowBias - narrowFraction, 1 - narrowBias);
        };
        long limit = exponentField(bias() + exponent);
        long narrowUlp = 1L << fractionBits - narrowFraction;
        return limit + random.nextInt(-4, 5) * (narrowUlp / 4) + random.nextInt(-1, 2);
    }

    /** An integer with a random number of significant bits. */
    public long nextInteger() {
        long value = random.nextLong() >> random.nextInt(64);
        return switch (random.nextInt(5)) {
            case 0 -> value & -1L << random.nextInt(64);
            case 1 -> Long.MIN_VALUE >> random.nextInt(64);
            case 2 -> Long.MAX_VALUE >>> random.nextInt(64);
            default -> value;
        };
    }

    private int bias() {
        return (1 << width - 2 - fractionBits) - 1;
    }

    private long mask() {
        return -1L >>> 64 - width;
    }

    private long fractionMask() {
        return (1L << fractionBits) - 1;
    }

    private long exponentField(int biased) {
        return (long) biased << fractionBits;
    }

    private long fraction() {
        return random.nextLong() & fractionMask();
    }

    /** Few significant bits, so that products, quotients and roots are often exact or half-way. */
    private long sparseFraction() {
        return fraction() & -1L << random.nextInt(fractionBits + 1);
    }
}
