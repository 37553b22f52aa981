// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.interpret;

import dev.jvmm.softcpu.cpu.Cpu;

/** What a load or store of a general-purpose register moves: its size and what becomes of narrower values, as one number. */
final class AccessForm {
    /** Loaded values are zero-extended. */
    static final int ZERO = 0;
    /** Loaded values are sign-extended to 32 bits. */
    static final int SIGNED_32 = 4;
    /** Loaded values are sign-extended to 64 bits. */
    static final int SIGNED_64 = 8;

    private static final long LOW_WORD = 0xFFFF_FFFFL;
    private static final int SIZE = 3;

    private AccessForm() {}

    /** The form of an access of {@code 1 << size} bytes. */
    static int of(int size, int extension) {
        return size | extension;
    }

    /** A load, extended. */
    static long load(Cpu cpu, long va, int form) {
        return extend(loadZeroExtended(cpu, va, form & SIZE), form);
    }

    /** What becomes of a value that was loaded. */
    static long extend(long value, int form) {
        int size = form & SIZE;
        if (form == size) {
            return value;
        }
        int unused = 64 - (8 << size);
        long signed = value << unused >> unused;
        return (form & SIGNED_64) != 0 ? signed : signed & LOW_WORD;
    }

    private static long loadZeroExtended(Cpu cpu, long va, int size) {
        return switch (size) {
            case 0 -> cpu.mmu.load8(va);
            case 1 -> cpu.mmu.load16(va);
            case 2 -> cpu.mmu.load32(va);
            default -> cpu.mmu.load64(va);
        };
    }

    static void store(Cpu cpu, long va, int form, long value) {
        switch (form & SIZE) {
            case 0 -> cpu.mmu.store8(va, value);
            case 1 -> cpu.mmu.store16(va, value);
            case 2 -> cpu.mmu.store32(va, value);
            default -> cpu.mmu.store64(va, value);
        }
    }
}
