// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.semantics;

import dev.jvmm.softcpu.cpu.Cpu;

/**
 * Loads and stores of SIMD and floating-point registers (Arm ARM C7.2). Sizes are logarithms of bytes. A load reads all
 * its memory before it changes a register, so that a fault leaves every register as it was.
 */
public final class VectorMemory {
    private static final int REGISTERS = 32;

    private VectorMemory() {}

    /** LDR and LDUR of {@code 1 << scale} bytes, scale 0 to 4; the rest of the register becomes zero. */
    public static void load(Cpu cpu, long va, int scale, int t) {
        long low = loadLow(cpu, va, scale);
        long high = scale == 4 ? cpu.mmu.load64(va + 8) : 0;
        cpu.v[2 * t] = low;
        cpu.v[2 * t + 1] = high;
    }

    /** STR and STUR of {@code 1 << scale} bytes. */
    public static void store(Cpu cpu, long va, int scale, int t) {
        storeLow(cpu, va, scale, cpu.v[2 * t]);
        if (scale == 4) {
            cpu.mmu.store64(va + 8, cpu.v[2 * t + 1]);
        }
    }

    /** LDP and LDNP; scale 2 to 4. */
    public static void loadPair(Cpu cpu, long va, int scale, int t, int t2) {
        if (scale == 4) {
            loadPair128(cpu, va, t, t2);
            return;
        }
        long first = loadLow(cpu, va, scale);
        long second = loadLow(cpu, va + (1L << scale), scale);
        cpu.v[2 * t] = first;
        cpu.v[2 * t + 1] = 0;
        cpu.v[2 * t2] = second;
        cpu.v[2 * t2 + 1] = 0;
    }

    /** LDP and LDNP of Q registers. */
    public static void loadPair128(Cpu cpu, long va, int t, int t2) {
        long low = cpu.mmu.load64(va);
        long high = cpu.mmu.load64(va + 8);
        long low2 = cpu.mmu.load64(va + 16);
        long high2 = cpu.mmu.load64(va + 24);
        cpu.v[2 * t] = low;
        cpu.v[2 * t + 1] = high;
        cpu.v[2 * t2] = low2;
        cpu.v[2 * t2 + 1] = high2;
    }

    /** STP and STNP; scale 2 to 4. */
    public static void storePair(Cpu cpu, long va, int scale, int t, int t2) {
        store(cpu, va, scale, t);
        store(cpu, va + (1L << scale), scale, t2);
    }

    /**
     * LD1 to LD4 (multiple structures).
     *
     * @param size of an element, 0 to 3
     * @param words 64-bit words of each register, 1 or 2
     * @param interleaved whether neighbouring elements in memory belong to neighbouring registers (all but LD1)
     */
    public static void loadStructures(
            Cpu cpu, long va, int t, int registers, int size, int words, boolean interleaved) {
        long[] loaded = cpu.loaded;
        for (int i = 0; i < registers * words; i++) {
            loaded[i] = cpu.mmu.load64(va + 8L * i);
        }
        for (int r = 0; r < registers; r++) {
            int target = 2 * ((t + r) % REGISTERS);
            if (interleaved) {
                cpu.v[target] = gather(loaded, registers, r, size, 0);
                cpu.v[target + 1] = words == 2 ? gather(loaded, registers, r, size, 1) : 0;
            } else {
                cpu.v[target] = loaded[r * words];
                cpu.v[target + 1] = words == 2 ? loaded[r * 2 + 1] : 0;
            }
        }
    }

    /** One 64-bit word of register {@code r}, of elements that lie {@code registers} elements apart. */
    private static long gather(long[] memory, int registers, int r, int size, int word) {
        int perWord = 8 >> size;
        int bits = 8 << size;
        long mask = -1L >>> 64 - bits;
        long result = 0;
        for (int e = 0; e < perWord; e++) {
            int at = (word * perWord + e) * registers + r;
            long element = memory[at / perWord] >>> at % perWord * bits & mask;
            result |= element << e * bits;
        }
        return result;
    }

    /** ST1 to ST4 (multiple structures); operands as for {@link #loadStructures}. */
    public static void storeStructures(
            Cpu cpu, long va, int t, int registers, int size, int words, boolean interleaved) {
        for (int i = 0; i < registers * words; i++) {
            long word = interleaved
                    ? scatter(cpu.v, t, registers, size, i)
                    : cpu.v[2 * ((t + i / words) % REGISTERS) + i % words];
            cpu.mmu.store64(va + 8L * i, word);
        }
    }

    /** The 64-bit word {@code index} of the memory image of interleaved registers. */
    private static long scatter(long[] v, int t, int registers, int size, int index) {
        int perWord = 8 >> size;
        long result = 0;
        for (int e = 0; e < perWord; e++) {
            int at = index * perWord + e;
            int register = (t + at % registers) % REGISTERS;
            result |= element(v, register, size, at / registers) << e * (8 << size);
        }
        return result;
    }

    /** Element {@code index} of a register, zero-extended; {@code size} 0 to 3. */
    public static long element(long[] v, int register, int size, int index) {
        int perWord = 8 >> size;
        int bits = 8 << size;
        return v[2 * register + index / perWord] >>> index % perWord * bits & -1L >>> 64 - bits;
    }

    /** Changes element {@code index} of a register and nothing else; bits of the value beyond the element don't count. */
    public static void setElement(long[] v, int register, int size, int index, long value) {
        int perWord = 8 >> size;
        int shift = index % perWord * (8 << size);
        long mask = -1L >>> 64 - (8 << size) << shift;
        int at = 2 * register + index / perWord;
        v[at] = v[at] & ~mask | value << shift & mask;
    }

    /** LD1 to LD4 (single structure): one element of each register. */
    public static void loadElements(Cpu cpu, long va, int t, int registers, int size, int index) {
        loadEach(cpu, va, registers, size);
        for (int r = 0; r < registers; r++) {
            setElement(cpu.v, (t + r) % REGISTERS, size, index, cpu.loaded[r]);
        }
    }

    /** ST1 to ST4 (single structure). */
    public static void storeElements(Cpu cpu, long va, int t, int registers, int size, int index) {
        for (int r = 0; r < registers; r++) {
            storeLow(cpu, va + ((long) r << size), size, element(cpu.v, (t + r) % REGISTERS, size, index));
        }
    }

    /** LD1R to LD4R: one element for all of each register; {@code words} 1 or 2. */
    public static void loadReplicated(Cpu cpu, long va, int t, int registers, int size, int words) {
        loadEach(cpu, va, registers, size);
        for (int r = 0; r < registers; r++) {
            long word = cpu.loaded[r];
            for (int bits = 8 << size; bits < 64; bits *= 2) {
                word |= word << bits;
            }
            int target = 2 * ((t + r) % REGISTERS);
            cpu.v[target] = word;
            cpu.v[target + 1] = words == 2 ? word : 0;
        }
    }

    private static void loadEach(Cpu cpu, long va, int registers, int size) {
        for (int r = 0; r < registers; r++) {
            cpu.loaded[r] = loadLow(cpu, va + ((long) r << size), size);
        }
    }

    /** The low 64 bits of a load of {@code 1 << scale} bytes. */
    private static long loadLow(Cpu cpu, long va, int scale) {
        return switch (scale) {
            case 0 -> cpu.mmu.load8(va);
            case 1 -> cpu.mmu.load16(va);
            case 2 -> cpu.mmu.load32(va);
            default -> cpu.mmu.load64(va);
        };
    }

    private static void storeLow(Cpu cpu, long va, int scale, long value) {
        switch (scale) {
            case 0 -> cpu.mmu.store8(va, value);
            case 1 -> cpu.mmu.store16(va, value);
            case 2 -> cpu.mmu.store32(va, value);
            default -> cpu.mmu.store64(va, value);
        }
    }
}
