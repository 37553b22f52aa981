// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The digests of "abc" out of the SHA instructions, as guests write them, against the examples of FIPS 180-4. */
class ShaTest {
    private static final int STATE = 0;
    private static final int SECOND = 2;
    private static final int SCRATCH = 4;
    private static final int OLD = 6;

    /** Index of the low half of the first message words; a register has four of them. */
    private static final int MESSAGE = 16;

    private final long[] v = new long[64];

    @Test
    void sha1OfTheStandardsExample() {
        loadPaddedMessage();
        int[] initial = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
        int[] constants = {0x5A827999, 0x6ED9EBA1, 0x8F1BBCDC, 0xCA62C1D6};
        load(STATE, initial[0], initial[1], initial[2], initial[3]);
        load(SECOND, initial[4], 0, 0, 0);
        for (int group = 0; group < 20; group++) {
            int message = MESSAGE + 2 * group;
            if (group >= 4) {
                copy(message, message - 8);
                Sha.sha1Schedule0(v, message, message - 6, message - 4);
                Sha.sha1Schedule1(v, message, message - 2);
            }
            int constant = constants[group / 5];
            load(SCRATCH, constant, constant, constant, constant);
            Packed.apply(v, SCRATCH, SCRATCH, message, Packed.high(2), Packed::add);
            Sha.sha1FixedRotate(v, OLD, STATE);
            int function = new int[] {0, 1, 2, 1}[group / 5];
            Sha.sha1Hash(v, STATE, SECOND, SCRATCH, function);
            copy(SECOND, OLD);
        }
        load(SCRATCH, initial[0], initial[1], initial[2], initial[3]);
        Packed.apply(v, STATE, STATE, SCRATCH, Packed.high(2), Packed::add);
        int last = (int) v[SECOND] + initial[4];

        assertThat(text(STATE) + HexFormat.of().toHexDigits(last))
                .isEqualTo("a9993e364706816aba3e25717850c26c9cd0d89d");
    }

    @Test
    void sha256OfTheStandardsExample() {
        loadPaddedMessage();
        int[] primes = IntStream.iterate(2, i -> i + 1)
                .filter(i -> BigInteger.valueOf(i).isProbablePrime(20))
                .limit(64)
                .toArray();
        int[] initial = IntStream.of(primes)
                .limit(8)
                .map(prime -> fraction(Math.sqrt(prime)))
                .toArray();
        int[] constants =
                IntStream.of(primes).map(prime -> fraction(Math.cbrt(prime))).toArray();
        load(STATE, initial[0], initial[1], initial[2], initial[3]);
        load(SECOND, initial[4], initial[5], initial[6], initial[7]);
        for (int group = 0; group < 16; group++) {
            int message = MESSAGE + 2 * group;
            if (group >= 4) {
                copy(message, message - 8);
                Sha.sha256Schedule0(v, message, message - 6);
                Sha.sha256Schedule1(v, message, message - 4, message - 2);
            }
            int i = 4 * group;
            load(SCRATCH, constants[i], constants[i + 1], constants[i + 2], constants[i + 3]);
            Packed.apply(v, SCRATCH, SCRATCH, message, Packed.high(2), Packed::add);
            copy(OLD, STATE);
            Sha.sha256Hash(v, STATE, STATE, SECOND, SCRATCH, true);
            Sha.sha256Hash(v, SECOND, OLD, SECOND, SCRATCH, false);
        }
        load(SCRATCH, initial[0], initial[1], initial[2], initial[3]);
        Packed.apply(v, STATE, STATE, SCRATCH, Packed.high(2), Packed::add);
        load(SCRATCH, initial[4], initial[5], initial[6], initial[7]);
        Packed.apply(v, SECOND, SECOND, SCRATCH, Packed.high(2), Packed::add);

        assertThat(text(STATE) + text(SECOND))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    /** The first 32 bits of the fractional part. */
    private static int fraction(double value) {
        return (int) (long) ((value - Math.floor(value)) * 0x1p32);
    }

    private void loadPaddedMessage() {
        load(MESSAGE, 0x61626380, 0, 0, 0);
        load(MESSAGE + 2, 0, 0, 0, 0);
        load(MESSAGE + 4, 0, 0, 0, 0);
        load(MESSAGE + 6, 0, 0, 0, 24);
    }

    private void load(int register, int word0, int word1, int word2, int word3) {
        v[register] = Integer.toUnsignedLong(word0) | (long) word1 << 32;
        v[register + 1] = Integer.toUnsignedLong(word2) | (long) word3 << 32;
    }

    private void copy(int to, int from) {
        v[to] = v[from];
        v[to + 1] = v[from + 1];
    }

    private String text(int register) {
        HexFormat format = HexFormat.of();
        return format.toHexDigits((int) v[register])
                + format.toHexDigits((int) (v[register] >>> 32))
                + format.toHexDigits((int) v[register + 1])
                + format.toHexDigits((int) (v[register + 1] >>> 32));
    }
}
