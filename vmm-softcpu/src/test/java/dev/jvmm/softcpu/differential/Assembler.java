// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.differential;

import java.util.ArrayList;
import java.util.List;

/** The few A64 instructions that the test program consists of, in the encodings of Arm ARM C6 and C7. */
final class Assembler {
    static final int SVC = 0xd4000001;
    static final int BR = 0xd61f0000;
    static final int CLREX = 0xd5033f5f;
    static final int MSR_NZCV = 0xd51b4200;
    static final int MRS_NZCV = 0xd53b4200;
    static final int MSR_FPCR = 0xd51b4400;
    static final int MSR_FPSR = 0xd51b4420;
    static final int MRS_FPSR = 0xd53b4420;
    static final int MSR_TPIDR_EL0 = 0xd51bd040;
    static final int MRS_TPIDR_EL0 = 0xd53bd040;

    private final long start;
    private final List<Integer> words = new ArrayList<>();

    Assembler(long start) {
        this.start = start;
    }

    long start() {
        return start;
    }

    long here() {
        return start + 4L * words.size();
    }

    List<Integer> words() {
        return words;
    }

    void word(int word) {
        words.add(word);
    }

    /** Two words: a number of 32 bits. */
    void constant(int d, long value) {
        word(0xd2800000 | (int) (value & 0xffff) << 5 | d);
        word(0xf2a00000 | (int) (value >>> 16 & 0xffff) << 5 | d);
    }

    void ldr(int t, int n, int offset) {
        word(0xf9400000 | offset / 8 << 10 | n << 5 | t);
    }

    void str(int t, int n, int offset) {
        word(0xf9000000 | offset / 8 << 10 | n << 5 | t);
    }

    void ldp(int t, int t2, int n, int offset) {
        word(0xa9400000 | offset / 8 << 15 | t2 << 10 | n << 5 | t);
    }

    void stp(int t, int t2, int n, int offset) {
        word(0xa9000000 | offset / 8 << 15 | t2 << 10 | n << 5 | t);
    }

    void ldpQ(int t, int t2, int n, int offset) {
        word(0xad400000 | offset / 16 << 15 | t2 << 10 | n << 5 | t);
    }

    void stpQ(int t, int t2, int n, int offset) {
        word(0xad000000 | offset / 16 << 15 | t2 << 10 | n << 5 | t);
    }

    void add(int d, int n, int immediate) {
        word(0x91000000 | immediate << 10 | n << 5 | d);
    }

    void sub(int d, int n, int immediate) {
        word(0xd1000000 | immediate << 10 | n << 5 | d);
    }

    void ldrLiteral(int t, long target) {
        word(0x58000000 | (int) (target - here() >> 2 & 0x7ffff) << 5 | t);
    }

    void cbnz(int t, long target) {
        word(0xb5000000 | (int) (target - here() >> 2 & 0x7ffff) << 5 | t);
    }

    void b(long target) {
        word(0x14000000 | (int) (target - here() >> 2 & 0x3ffffff));
    }
}
