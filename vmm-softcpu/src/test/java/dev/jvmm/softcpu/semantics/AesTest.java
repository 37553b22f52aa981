// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Whole ciphers out of the AES instructions, as guests write them, against FIPS 197 appendix C.1. */
class AesTest {
    private static final String KEY = "000102030405060708090a0b0c0d0e0f";
    private static final String PLAIN = "00112233445566778899aabbccddeeff";
    private static final String CIPHER = "69c4e0d86a7b0430d8cdb78070b4c55a";

    /** Index of the state's low half; register i + 1 holds the key of round i. */
    private static final int STATE = 0;

    private static final int ROUNDS = 10;
    private static final int SCRATCH = 60;
    private static final int ZERO = 62;

    private final long[] v = new long[64];

    @Test
    void encryptsTheExampleOfTheStandard() {
        expandKey();
        load(STATE, PLAIN);
        for (int round = 0; round < ROUNDS - 1; round++) {
            Aes.encrypt(v, STATE, key(round));
            Aes.mixColumns(v, STATE, STATE);
        }
        Aes.encrypt(v, STATE, key(ROUNDS - 1));
        Packed.apply(v, STATE, STATE, key(ROUNDS), 0, Packed::exclusiveOr);

        assertThat(text(STATE)).isEqualTo(CIPHER);
    }

    @Test
    void decryptsTheExampleOfTheStandard() {
        expandKey();
        load(STATE, CIPHER);
        Aes.decrypt(v, STATE, key(ROUNDS));
        for (int round = ROUNDS - 1; round > 0; round--) {
            Aes.inverseMixColumns(v, STATE, STATE);
            Aes.inverseMixColumns(v, SCRATCH, key(round));
            Aes.decrypt(v, STATE, SCRATCH);
        }
        Packed.apply(v, STATE, STATE, key(0), 0, Packed::exclusiveOr);

        assertThat(text(STATE)).isEqualTo(PLAIN);
    }

    private static int key(int round) {
        return 2 * (round + 1);
    }

    /** The key schedule of FIPS 197 section 5.2; SubWord is AESE on four equal columns, which ShiftRows leaves alone. */
    private void expandKey() {
        load(key(0), KEY);
        int constant = 1;
        for (int round = 1; round <= ROUNDS; round++) {
            int[] previous = words(key(round - 1));
            v[SCRATCH] = Lanes.replicate(previous[3], 2);
            v[SCRATCH + 1] = v[SCRATCH];
            Aes.encrypt(v, SCRATCH, ZERO);
            int next = Integer.rotateRight((int) v[SCRATCH], 8) ^ constant;
            for (int i = 0; i < 4; i++) {
                next ^= previous[i];
                Lanes.set(v, key(round), 2, i, next);
            }
            constant = constant << 1 ^ (constant >> 7) * 0x11B;
        }
    }

    private int[] words(int register) {
        return new int[] {
            (int) v[register], (int) (v[register] >>> 32), (int) v[register + 1], (int) (v[register + 1] >>> 32)
        };
    }

    private void load(int register, String hex) {
        ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex(hex)).order(ByteOrder.LITTLE_ENDIAN);
        v[register] = bytes.getLong();
        v[register + 1] = bytes.getLong();
    }

    private String text(int register) {
        byte[] bytes = new byte[16];
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(v[register])
                .putLong(v[register + 1]);
        return HexFormat.of().formatHex(bytes);
    }
}
