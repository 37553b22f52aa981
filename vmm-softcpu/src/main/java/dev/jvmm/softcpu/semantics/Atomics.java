// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.semantics;

import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.memory.HostAccess;
import dev.jvmm.softcpu.memory.PairAccess;
import dev.jvmm.softcpu.state.CpuState;

/** Exclusive and atomic accesses (Arm ARM B2.9, C6.2). Sizes in bytes; values of less than 8 bytes zero-extended. */
public final class Atomics {
    public static final int ADD = 0;
    public static final int CLEAR = 1;
    public static final int EXCLUSIVE_OR = 2;
    public static final int SET = 3;
    public static final int SIGNED_MAX = 4;
    public static final int SIGNED_MIN = 5;
    public static final int UNSIGNED_MAX = 6;
    public static final int UNSIGNED_MIN = 7;
    public static final int SWAP = 8;

    private Atomics() {}

    /** Throws an alignment fault for a misaligned acquire or release access. */
    public static void checkAligned(Cpu cpu, long va, int bytes, boolean write) {
        if ((va & bytes - 1) != 0) {
            cpu.mmu.alignmentFault(va, write);
        }
    }

    /** LDXR, LDAXR. */
    public static long loadExclusive(Cpu cpu, long va, int bytes) {
        long address = cpu.mmu.atomicAddress(va, bytes, false);
        long value = HostAccess.getVolatile(address, bytes);
        cpu.monitor.mark(address, bytes, value, 0);
        return value;
    }

    /** STXR, STLXR: whether it stored. */
    public static boolean storeExclusive(Cpu cpu, long va, int bytes, long value) {
        long address = cpu.mmu.atomicAddress(va, bytes, true);
        boolean held = cpu.monitor.holds(address, bytes);
        boolean stored = held && HostAccess.compareAndSet(address, bytes, cpu.monitor.low(), value);
        cpu.monitor.clear();
        return stored;
    }

    /** LDXP, LDAXP of two registers of {@code bytes} each, which are indexes into {@link CpuState#x}. */
    public static void loadExclusivePair(Cpu cpu, long va, int bytes, int first, int second) {
        long address = cpu.mmu.atomicAddress(va, 2 * bytes, false);
        if (bytes == 4) {
            long both = HostAccess.getVolatile(address, 8);
            cpu.monitor.mark(address, 8, both, 0);
            cpu.x[first] = both & 0xFFFF_FFFFL;
            cpu.x[second] = both >>> 32;
            return;
        }
        long[] pair = cpu.pair;
        PairAccess.load(address, pair);
        cpu.monitor.mark(address, 16, pair[0], pair[1]);
        cpu.x[first] = pair[0];
        cpu.x[second] = pair[1];
    }

    /** STXP, STLXP: whether it stored. */
    public static boolean storeExclusivePair(Cpu cpu, long va, int bytes, long first, long second) {
        if (bytes == 4) {
            return storeExclusive(cpu, va, 8, first & 0xFFFF_FFFFL | second << 32);
        }
        long address = cpu.mmu.atomicAddress(va, 16, true);
        boolean stored = cpu.monitor.holds(address, 16)
                && PairAccess.compareAndSet(address, cpu.monitor.low(), cpu.monitor.high(), first, second);
        cpu.monitor.clear();
        return stored;
    }

    /** CAS: the value that was in memory. */
    public static long compareAndSwap(Cpu cpu, long va, int bytes, long expected, long value) {
        long address = cpu.mmu.updateAddress(va, bytes);
        long wanted = truncate(expected, bytes);
        while (true) {
            long old = HostAccess.getVolatile(address, bytes);
            if (old != wanted || HostAccess.compareAndSet(address, bytes, wanted, value)) {
                return old;
            }
        }
    }

    /** CASP: registers {@code s} and {@code s + 1} against {@code t} and {@code t + 1}; the old value lands in the former. */
    public static void compareAndSwapPair(Cpu cpu, long va, int bytes, int s, int t) {
        if (bytes == 4) {
            long expected = cpu.x[s] & 0xFFFF_FFFFL | high(cpu, s) << 32;
            long value = cpu.x[t] & 0xFFFF_FFFFL | high(cpu, t) << 32;
            long old = compareAndSwap(cpu, va, 8, expected, value);
            setPair(cpu, s, old & 0xFFFF_FFFFL, old >>> 32);
            return;
        }
        long address = cpu.mmu.updateAddress(va, 16);
        long expectedLow = cpu.x[s];
        long expectedHigh = high(cpu, s);
        long[] pair = cpu.pair;
        do {
            PairAccess.load(address, pair);
        } while (pair[0] == expectedLow
                && pair[1] == expectedHigh
                && !PairAccess.compareAndSet(address, expectedLow, expectedHigh, cpu.x[t], high(cpu, t)));
        setPair(cpu, s, pair[0], pair[1]);
    }

    /** The second register of a pair: the one after X30 is XZR. */
    private static long high(Cpu cpu, int register) {
        return cpu.x[register + 1];
    }

    private static void setPair(Cpu cpu, int register, long low, long high) {
        cpu.x[register] = low;
        cpu.x[register == 30 ? CpuState.SINK : register + 1] = high;
    }

    /** The LSE read-modify-writes and SWP: the value that was in memory. */
    public static long update(Cpu cpu, long va, int bytes, int operation, long operand) {
        long address = cpu.mmu.updateAddress(va, bytes);
        while (true) {
            long old = HostAccess.getVolatile(address, bytes);
            if (HostAccess.compareAndSet(address, bytes, old, combine(operation, old, operand, bytes))) {
                return old;
            }
        }
    }

    private static long combine(int operation, long old, long operand, int bytes) {
        return switch (operation) {
            case ADD -> old + operand;
            case CLEAR -> old & ~operand;
            case EXCLUSIVE_OR -> old ^ operand;
            case SET -> old | operand;
            case SIGNED_MAX -> Math.max(signed(old, bytes), signed(operand, bytes));
            case SIGNED_MIN -> Math.min(signed(old, bytes), signed(operand, bytes));
            case UNSIGNED_MAX -> Long.compareUnsigned(old, truncate(operand, bytes)) >= 0 ? old : operand;
            case UNSIGNED_MIN -> Long.compareUnsigned(old, truncate(operand, bytes)) <= 0 ? old : operand;
            case SWAP -> operand;
            default -> throw new IllegalStateException("atomic operation " + operation);
        };
    }

    private static long truncate(long value, int bytes) {
        return bytes == 8 ? value : value & (1L << 8 * bytes) - 1;
    }

    private static long signed(long value, int bytes) {
        int unused = 64 - 8 * bytes;
        return value << unused >> unused;
    }
}
