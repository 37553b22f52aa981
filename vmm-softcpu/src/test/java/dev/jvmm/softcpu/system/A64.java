// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.system;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** Writes A64 machine code, by the encodings of Arm ARM C4.1, as far as the programs of these tests need it. */
final class A64 {
    static final int XZR = 31;
    static final int SP = 31;

    static final int EQ = 0;
    static final int NE = 1;

    private record Fixup(int at, String label, IntUnaryOperator field) {}

    private final List<Integer> words = new ArrayList<>();
    private final Map<String, Integer> labels = new HashMap<>();
    private final List<Fixup> fixups = new ArrayList<>();
    private int anonymous;

    /** The program with its branches resolved. */
    int[] words() {
        for (Fixup fixup : fixups) {
            Integer target = labels.get(fixup.label);
            if (target == null) {
                throw new IllegalStateException("no label " + fixup.label);
            }
            words.set(fixup.at, words.get(fixup.at) | fixup.field.applyAsInt(target - fixup.at));
        }
        return words.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Any instruction by its encoding. */
    A64 word(int word) {
        words.add(word);
        return this;
    }

    A64 label(String name) {
        if (labels.put(name, words.size()) != null) {
            throw new IllegalStateException("two labels " + name);
        }
        return this;
    }

    /** The offset in bytes of what comes next. */
    int offset() {
        return 4 * words.size();
    }

    /** A label that nothing else has. */
    String fresh() {
        return "." + anonymous++;
    }

    private A64 to(int word, String label, IntUnaryOperator field) {
        fixups.add(new Fixup(words.size(), label, field));
        return word(word);
    }

    // Data processing.

    A64 mov(int d, long value) {
        word(0xD280_0000 | (int) (value & 0xFFFF) << 5 | d);
        for (int part = 1; part < 4; part++) {
            int bits = (int) (value >>> 16 * part) & 0xFFFF;
            if (bits != 0) {
                word(0xF280_0000 | part << 21 | bits << 5 | d);
            }
        }
        return this;
    }

    A64 movRegister(int d, int m) {
        return word(0xAA00_03E0 | m << 16 | d);
    }

    A64 movToSp(int n) {
        return word(0x9100_0000 | n << 5 | SP);
    }

    A64 movFromSp(int d) {
        return word(0x9100_0000 | SP << 5 | d);
    }

    A64 add(int d, int n, int imm12) {
        return word(0x9100_0000 | imm12 << 10 | n << 5 | d);
    }

    A64 addRegister(int d, int n, int m) {
        return word(0x8B00_0000 | m << 16 | n << 5 | d);
    }

    A64 subs(int d, int n, int imm12) {
        return word(0xF100_0000 | imm12 << 10 | n << 5 | d);
    }

    A64 adr(int d, String label) {
        return to(0x1000_0000 | d, label, words -> (words & 0x7_FFFF) << 5);
    }

    A64 nop() {
        return word(0xD503_201F);
    }

    // Branches and exceptions.

    A64 b(String label) {
        return to(0x1400_0000, label, words -> words & 0x3FF_FFFF);
    }

    A64 bl(String label) {
        return to(0x9400_0000, label, words -> words & 0x3FF_FFFF);
    }

    A64 b(int condition, String label) {
        return to(0x5400_0000 | condition, label, words -> (words & 0x7_FFFF) << 5);
    }

    A64 cbz(int t, String label) {
        return to(0xB400_0000 | t, label, words -> (words & 0x7_FFFF) << 5);
    }

    A64 cbnz(int t, String label) {
        return to(0xB500_0000 | t, label, words -> (words & 0x7_FFFF) << 5);
    }

    A64 br(int n) {
        return word(0xD61F_0000 | n << 5);
    }

    A64 blr(int n) {
        return word(0xD63F_0000 | n << 5);
    }

    A64 ret() {
        return word(0xD65F_03C0);
    }

    A64 eret() {
        return word(0xD69F_03E0);
    }

    A64 svc(int imm16) {
        return word(0xD400_0001 | imm16 << 5);
    }

    A64 hvc() {
        return word(0xD400_0002);
    }

    A64 brk(int imm16) {
        return word(0xD420_0000 | imm16 << 5);
    }

    A64 wfi() {
        return word(0xD503_207F);
    }

    A64 wfe() {
        return word(0xD503_205F);
    }

    // Loads and stores; size is log2 of bytes.

    A64 ldr(int size, int t, int n, int offset) {
        return word(0x3940_0000 | size << 30 | offset >> size << 10 | n << 5 | t);
    }

    A64 str(int size, int t, int n, int offset) {
        return word(0x3900_0000 | size << 30 | offset >> size << 10 | n << 5 | t);
    }

    A64 ldr(int t, int n) {
        return ldr(3, t, n, 0);
    }

    A64 str(int t, int n) {
        return str(3, t, n, 0);
    }

    A64 strPost(int t, int n, int offset) {
        return word(0xF800_0400 | (offset & 0x1FF) << 12 | n << 5 | t);
    }

    A64 ldrPost(int t, int n, int offset) {
        return word(0xF840_0400 | (offset & 0x1FF) << 12 | n << 5 | t);
    }

    A64 ldtr(int t, int n) {
        return word(0xF840_0800 | n << 5 | t);
    }

    A64 sttr(int t, int n) {
        return word(0xF800_0800 | n << 5 | t);
    }

    A64 ldp(int t, int t2, int n) {
        return word(0xA940_0000 | t2 << 10 | n << 5 | t);
    }

    A64 stp(int t, int t2, int n) {
        return word(0xA900_0000 | t2 << 10 | n << 5 | t);
    }

    A64 ldaxr(int t, int n) {
        return word(0xC85F_FC00 | n << 5 | t);
    }

    A64 ldxr(int t, int n) {
        return word(0xC85F_7C00 | n << 5 | t);
    }

    A64 stlxr(int s, int t, int n) {
        return word(0xC800_FC00 | s << 16 | n << 5 | t);
    }

    A64 stxr(int s, int t, int n) {
        return word(0xC800_7C00 | s << 16 | n << 5 | t);
    }

    A64 ldar(int t, int n) {
        return word(0xC8DF_FC00 | n << 5 | t);
    }

    A64 stlr(int t, int n) {
        return word(0xC89F_FC00 | n << 5 | t);
    }

    /** CASAL. */
    A64 casal(int s, int t, int n) {
        return word(0xC8E0_FC00 | s << 16 | n << 5 | t);
    }

    /** SWPAL. */
    A64 swpal(int s, int t, int n) {
        return word(0xF8E0_8000 | s << 16 | n << 5 | t);
    }

    /** LDADDAL. */
    A64 ldaddal(int s, int t, int n) {
        return word(0xF8E0_0000 | s << 16 | n << 5 | t);
    }

    /** LDR of a Q register. */
    A64 ldrQ(int t, int n) {
        return word(0x3DC0_0000 | n << 5 | t);
    }

    // System.

    A64 msr(int encoding, int t) {
        return word(0xD500_0000 | encoding << 5 | t);
    }

    A64 mrs(int d, int encoding) {
        return word(0xD520_0000 | encoding << 5 | d);
    }

    /** MSR of a constant by way of X9. */
    A64 set(int encoding, long value) {
        return mov(9, value).msr(encoding, 9);
    }

    A64 sys(int op1, int crn, int crm, int op2, int t) {
        return word(0xD508_0000 | op1 << 16 | crn << 12 | crm << 8 | op2 << 5 | t);
    }

    A64 msrSpSel(int value) {
        return word(0xD500_40BF | value << 8);
    }

    A64 msrPan(int value) {
        return word(0xD500_409F | value << 8);
    }

    A64 msrDaifSet(int mask) {
        return word(0xD503_40DF | mask << 8);
    }

    A64 msrDaifClr(int mask) {
        return word(0xD503_40FF | mask << 8);
    }

    A64 isb() {
        return word(0xD503_3FDF);
    }

    A64 dsb() {
        return word(0xD503_3F9F);
    }

    A64 dmb() {
        return word(0xD503_3BBF);
    }

    /** TLBI VMALLE1. */
    A64 tlbiAll() {
        return sys(0, 8, 7, 0, XZR);
    }

    /** TLBI VAE1 of the page in Xt. */
    A64 tlbiVa(int t) {
        return sys(0, 8, 7, 1, t);
    }

    /** TLBI VAE1IS of the page in Xt. */
    A64 tlbiVaIs(int t) {
        return sys(0, 8, 3, 1, t);
    }

    /** TLBI ASIDE1 of the ASID in Xt. */
    A64 tlbiAsid(int t) {
        return sys(0, 8, 7, 2, t);
    }

    A64 icIvau(int t) {
        return sys(3, 7, 5, 1, t);
    }

    A64 icIallu() {
        return sys(0, 7, 5, 0, XZR);
    }

    A64 dcZva(int t) {
        return sys(3, 7, 4, 1, t);
    }

    A64 dcIvac(int t) {
        return sys(0, 7, 6, 1, t);
    }

    A64 dcCvac(int t) {
        return sys(3, 7, 10, 1, t);
    }

    /** AT S1E1R. */
    A64 atRead(int t) {
        return sys(0, 7, 8, 0, t);
    }

    /** AT S1E0W. */
    A64 atUserWrite(int t) {
        return sys(0, 7, 8, 3, t);
    }
}
