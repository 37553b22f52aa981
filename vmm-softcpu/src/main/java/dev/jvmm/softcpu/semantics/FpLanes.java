// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.semantics;

import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.fp.FpStatus;

/**
 * How floating-point operations on one element become operations on registers (Arm ARM C7.2). Register numbers are
 * 0 to 31; {@code words} is 1 for a 64-bit vector, whose upper half becomes zero, or 2 for a 128-bit vector. An element
 * that is not written becomes zero.
 *
 * <p>The element's operation is a functional object; where it and the register numbers are constants (a translated
 * block), HotSpot folds it all to straight code.
 */
public final class FpLanes {
    private static final long LOW_WORD = 0xFFFF_FFFFL;

    private FpLanes() {}

    /** One operand, single precision. */
    @FunctionalInterface
    public interface Unary32 {
        int apply(int value, FpStatus status);
    }

    /** One operand, double precision. */
    @FunctionalInterface
    public interface Unary64 {
        long apply(long value, FpStatus status);
    }

    /** Two operands, single precision. */
    @FunctionalInterface
    public interface Binary32 {
        int apply(int a, int b, FpStatus status);
    }

    /** Two operands, double precision. */
    @FunctionalInterface
    public interface Binary64 {
        long apply(long a, long b, FpStatus status);
    }

    /** A fused multiply-add, single precision. */
    @FunctionalInterface
    public interface Fused32 {
        int apply(int addend, int a, int b, FpStatus status);
    }

    /** A fused multiply-add, double precision. */
    @FunctionalInterface
    public interface Fused64 {
        long apply(long addend, long a, long b, FpStatus status);
    }

    /** {@code d} = {@code a} fused with the product of {@code n} and {@code m}. */
    public static void fused32(Cpu cpu, int d, int a, int n, int m, Fused32 operation) {
        setSingle(cpu, d, operation.apply(single(cpu, a), single(cpu, n), single(cpu, m), cpu.fp));
    }

    /** {@code d} = {@code a} fused with the product of {@code n} and {@code m}. */
    public static void fused64(Cpu cpu, int d, int a, int n, int m, Fused64 operation) {
        setDouble(cpu, d, operation.apply(doubleOf(cpu, a), doubleOf(cpu, n), doubleOf(cpu, m), cpu.fp));
    }

    /** Element 0 of a register as single precision. */
    public static int single(Cpu cpu, int register) {
        return (int) cpu.v[2 * register];
    }

    /** Writes an S register: the rest of the vector register becomes zero. */
    public static void setSingle(Cpu cpu, int register, int value) {
        cpu.v[2 * register] = value & LOW_WORD;
        cpu.v[2 * register + 1] = 0;
    }

    /** Element 0 of a register as double precision. */
    public static long doubleOf(Cpu cpu, int register) {
        return cpu.v[2 * register];
    }

    /** Writes a D register: the rest of the vector register becomes zero. */
    public static void setDouble(Cpu cpu, int register, long value) {
        cpu.v[2 * register] = value;
        cpu.v[2 * register + 1] = 0;
    }

    public static void scalar32(Cpu cpu, int d, int n, Unary32 operation) {
        setSingle(cpu, d, operation.apply(single(cpu, n), cpu.fp));
    }

    public static void scalar64(Cpu cpu, int d, int n, Unary64 operation) {
        setDouble(cpu, d, operation.apply(doubleOf(cpu, n), cpu.fp));
    }

    public static void scalar32(Cpu cpu, int d, int n, int m, Binary32 operation) {
        setSingle(cpu, d, operation.apply(single(cpu, n), single(cpu, m), cpu.fp));
    }

    public static void scalar64(Cpu cpu, int d, int n, int m, Binary64 operation) {
        setDouble(cpu, d, operation.apply(doubleOf(cpu, n), doubleOf(cpu, m), cpu.fp));
    }

    /** The second operand is element {@code index} of {@code m}. */
    public static void scalar32ByElement(Cpu cpu, int d, int n, int m, int index, Binary32 operation) {
        setSingle(cpu, d, operation.apply(single(cpu, n), element32(cpu, m, index), cpu.fp));
    }

    /** The second operand is element {@code index} of {@code m}. */
    public static void scalar64ByElement(Cpu cpu, int d, int n, int m, int index, Binary64 operation) {
        setDouble(cpu, d, operation.apply(doubleOf(cpu, n), cpu.v[2 * m + index], cpu.fp));
    }

    /** FMLA, FMLS by element {@code index} of {@code m}: the addend is {@code d}. */
    public static void fused32ByElement(Cpu cpu, int d, int n, int m, int index, Fused32 operation) {
        setSingle(cpu, d, operation.apply(single(cpu, d), single(cpu, n), element32(cpu, m, index), cpu.fp));
    }

    /** FMLA, FMLS by element {@code index} of {@code m}: the addend is {@code d}. */
    public static void fused64ByElement(Cpu cpu, int d, int n, int m, int index, Fused64 operation) {
        setDouble(cpu, d, operation.apply(doubleOf(cpu, d), doubleOf(cpu, n), cpu.v[2 * m + index], cpu.fp));
    }

    /** Single-precision element {@code index}, 0 to 3. */
    private static int element32(Cpu cpu, int register, int index) {
        return (int) (cpu.v[2 * register + (index >> 1)] >>> 32 * (index & 1));
    }

    private static long join(int low, int high) {
        return (long) high << 32 | low & LOW_WORD;
    }

    private static int high(long word) {
        return (int) (word >>> 32);
    }

    private static void setVector(Cpu cpu, int d, int words, long low, long high) {
        cpu.v[2 * d] = low;
        cpu.v[2 * d + 1] = words == 2 ? high : 0;
    }

    public static void vector32(Cpu cpu, int d, int n, int words, Unary32 operation) {
        long low = word32(cpu, cpu.v[2 * n], operation);
        setVector(cpu, d, words, low, words == 2 ? word32(cpu, cpu.v[2 * n + 1], operation) : 0);
    }

    private static long word32(Cpu cpu, long word, Unary32 operation) {
        return join(operation.apply((int) word, cpu.fp), operation.apply(high(word), cpu.fp));
    }

    public static void vector64(Cpu cpu, int d, int n, Unary64 operation) {
        long low = operation.apply(cpu.v[2 * n], cpu.fp);
        long high = operation.apply(cpu.v[2 * n + 1], cpu.fp);
        setVector(cpu, d, 2, low, high);
    }

    public static void vector32(Cpu cpu, int d, int n, int m, int words, Binary32 operation) {
        long low = word32(cpu, cpu.v[2 * n], cpu.v[2 * m], operation);
        setVector(cpu, d, words, low, words == 2 ? word32(cpu, cpu.v[2 * n + 1], cpu.v[2 * m + 1], operation) : 0);
    }

    private static long word32(Cpu cpu, long a, long b, Binary32 operation) {
        return join(operation.apply((int) a, (int) b, cpu.fp), operation.apply(high(a), high(b), cpu.fp));
    }

    public static void vector64(Cpu cpu, int d, int n, int m, Binary64 operation) {
        long low = operation.apply(cpu.v[2 * n], cpu.v[2 * m], cpu.fp);
        long high = operation.apply(cpu.v[2 * n + 1], cpu.v[2 * m + 1], cpu.fp);
        setVector(cpu, d, 2, low, high);
    }

    /** Every element of {@code n} with element {@code index} of {@code m}. */
    public static void vector32ByElement(Cpu cpu, int d, int n, int m, int index, int words, Binary32 operation) {
        int element = element32(cpu, m, index);
        long both = join(element, element);
        long low = word32(cpu, cpu.v[2 * n], both, operation);
        setVector(cpu, d, words, low, words == 2 ? word32(cpu, cpu.v[2 * n + 1], both, operation) : 0);
    }

    /** Every element of {@code n} with element {@code index} of {@code m}. */
    public static void vector64ByElement(Cpu cpu, int d, int n, int m, int index, Binary64 operation) {
        long element = cpu.v[2 * m + index];
        long low = operation.apply(cpu.v[2 * n], element, cpu.fp);
        long high = operation.apply(cpu.v[2 * n + 1], element, cpu.fp);
        setVector(cpu, d, 2, low, high);
    }

    /** FMLA, FMLS: the addend is {@code d}. */
    public static void fusedVector32(Cpu cpu, int d, int n, int m, int words, Fused32 operation) {
        long low = word32(cpu, cpu.v[2 * d], cpu.v[2 * n], cpu.v[2 * m], operation);
        long high = words == 2 ? word32(cpu, cpu.v[2 * d + 1], cpu.v[2 * n + 1], cpu.v[2 * m + 1], operation) : 0;
        setVector(cpu, d, words, low, high);
    }

    private static long word32(Cpu cpu, long addend, long a, long b, Fused32 operation) {
        int low = operation.apply((int) addend, (int) a, (int) b, cpu.fp);
        return join(low, operation.apply(high(addend), high(a), high(b), cpu.fp));
    }

    /** FMLA, FMLS: the addend is {@code d}. */
    public static void fusedVector64(Cpu cpu, int d, int n, int m, Fused64 operation) {
        long low = operation.apply(cpu.v[2 * d], cpu.v[2 * n], cpu.v[2 * m], cpu.fp);
        long high = operation.apply(cpu.v[2 * d + 1], cpu.v[2 * n + 1], cpu.v[2 * m + 1], cpu.fp);
        setVector(cpu, d, 2, low, high);
    }

    /** FMLA, FMLS by element {@code index} of {@code m}. */
    public static void fusedVector32ByElement(Cpu cpu, int d, int n, int m, int index, int words, Fused32 operation) {
        int element = element32(cpu, m, index);
        long both = join(element, element);
        long low = word32(cpu, cpu.v[2 * d], cpu.v[2 * n], both, operation);
        long high = words == 2 ? word32(cpu, cpu.v[2 * d + 1], cpu.v[2 * n + 1], both, operation) : 0;
        setVector(cpu, d, words, low, high);
    }

    /** FMLA, FMLS by element {@code index} of {@code m}. */
    public static void fusedVector64ByElement(Cpu cpu, int d, int n, int m, int index, Fused64 operation) {
        long element = cpu.v[2 * m + index];
        long low = operation.apply(cpu.v[2 * d], cpu.v[2 * n], element, cpu.fp);
        long high = operation.apply(cpu.v[2 * d + 1], cpu.v[2 * n + 1], element, cpu.fp);
        setVector(cpu, d, 2, low, high);
    }

    /** Neighbouring elements of {@code n}, then those of {@code m}. */
    public static void pairwise32(Cpu cpu, int d, int n, int m, int words, Binary32 operation) {
        if (words == 1) {
            int low = pair(cpu, cpu.v[2 * n], operation);
            setVector(cpu, d, 1, join(low, pair(cpu, cpu.v[2 * m], operation)), 0);
            return;
        }
        long low = join(pair(cpu, cpu.v[2 * n], operation), pair(cpu, cpu.v[2 * n + 1], operation));
        long high = join(pair(cpu, cpu.v[2 * m], operation), pair(cpu, cpu.v[2 * m + 1], operation));
        setVector(cpu, d, 2, low, high);
    }

    private static int pair(Cpu cpu, long word, Binary32 operation) {
        return operation.apply((int) word, high(word), cpu.fp);
    }

    /** Neighbouring elements of {@code n}, then those of {@code m}. */
    public static void pairwise64(Cpu cpu, int d, int n, int m, Binary64 operation) {
        long low = operation.apply(cpu.v[2 * n], cpu.v[2 * n + 1], cpu.fp);
        long high = operation.apply(cpu.v[2 * m], cpu.v[2 * m + 1], cpu.fp);
        setVector(cpu, d, 2, low, high);
    }

    /** The scalar pairwise instructions: the two lowest elements of {@code n}. */
    public static void pairwiseScalar32(Cpu cpu, int d, int n, Binary32 operation) {
        setSingle(cpu, d, pair(cpu, cpu.v[2 * n], operation));
    }

    /** The scalar pairwise instructions: both elements of {@code n}. */
    public static void pairwiseScalar64(Cpu cpu, int d, int n, Binary64 operation) {
        setDouble(cpu, d, operation.apply(cpu.v[2 * n], cpu.v[2 * n + 1], cpu.fp));
    }

    /** Reduce over four single-precision elements: the pairs first, then their results. */
    public static void across32(Cpu cpu, int d, int n, Binary32 operation) {
        int low = pair(cpu, cpu.v[2 * n], operation);
        int high = pair(cpu, cpu.v[2 * n + 1], operation);
        setSingle(cpu, d, operation.apply(low, high, cpu.fp));
    }
}
