// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.semantics;

import static java.lang.Double.doubleToRawLongBits;
import static java.lang.Double.longBitsToDouble;
import static java.lang.Float.floatToRawIntBits;
import static java.lang.Float.intBitsToFloat;

import dev.jvmm.softcpu.cpu.Cpu;
import dev.jvmm.softcpu.fp.Fp16;
import dev.jvmm.softcpu.fp.Fp32;
import dev.jvmm.softcpu.fp.Fp64;
import dev.jvmm.softcpu.fp.FpStatus;

/** Floating-point operations of A64 that are small compositions of the soft-float ones (Arm ARM C7.2), on raw bits. */
public final class FpElements {
    private static final int SIGN32 = 1 << 31;
    private static final long SIGN64 = 1L << 63;
    private static final long LOW_WORD = 0xFFFF_FFFFL;
    private static final long LOW_HALF = 0xFFFF;

    private FpElements() {}

    public static int abs32(int value, FpStatus status) {
        return value & ~SIGN32;
    }

    public static long abs64(long value, FpStatus status) {
        return value & ~SIGN64;
    }

    public static int negate32(int value, FpStatus status) {
        return value ^ SIGN32;
    }

    public static long negate64(long value, FpStatus status) {
        return value ^ SIGN64;
    }

    /** FNMUL. */
    public static int negatedProduct32(int a, int b, FpStatus status) {
        return Fp32.mul(a, b, status) ^ SIGN32;
    }

    /** FNMUL. */
    public static long negatedProduct64(long a, long b, FpStatus status) {
        return Fp64.mul(a, b, status) ^ SIGN64;
    }

    /** FABD. */
    public static int absoluteDifference32(int a, int b, FpStatus status) {
        return Fp32.sub(a, b, status) & ~SIGN32;
    }

    /** FABD. */
    public static long absoluteDifference64(long a, long b, FpStatus status) {
        return Fp64.sub(a, b, status) & ~SIGN64;
    }

    /** FMSUB, FMLS: {@code addend - a * b}. */
    public static int subtractProduct32(int addend, int a, int b, FpStatus status) {
        return floatToRawIntBits(subtractProduct(status, intBitsToFloat(addend), intBitsToFloat(a), intBitsToFloat(b)));
    }

    /** FMSUB, FMLS: {@code addend - x * y}. */
    public static float subtractProduct(FpStatus status, float addend, float x, float y) {
        return Fp32.fusedMulAdd(status, addend, negative(x), y);
    }

    /** FMSUB, FMLS: {@code addend - a * b}. */
    public static long subtractProduct64(long addend, long a, long b, FpStatus status) {
        return doubleToRawLongBits(
                subtractProduct(status, longBitsToDouble(addend), longBitsToDouble(a), longBitsToDouble(b)));
    }

    /** FMSUB, FMLS: {@code addend - x * y}. */
    public static double subtractProduct(FpStatus status, double addend, double x, double y) {
        return Fp64.fusedMulAdd(status, addend, negative(x), y);
    }

    /** FNMADD: {@code -addend - a * b}. */
    public static int negatedSum32(int addend, int a, int b, FpStatus status) {
        return floatToRawIntBits(negatedSum(status, intBitsToFloat(addend), intBitsToFloat(a), intBitsToFloat(b)));
    }

    /** FNMADD: {@code -addend - x * y}. */
    public static float negatedSum(FpStatus status, float addend, float x, float y) {
        return Fp32.fusedMulAdd(status, negative(addend), negative(x), y);
    }

    /** FNMADD: {@code -addend - a * b}. */
    public static long negatedSum64(long addend, long a, long b, FpStatus status) {
        return doubleToRawLongBits(
                negatedSum(status, longBitsToDouble(addend), longBitsToDouble(a), longBitsToDouble(b)));
    }

    /** FNMADD: {@code -addend - x * y}. */
    public static double negatedSum(FpStatus status, double addend, double x, double y) {
        return Fp64.fusedMulAdd(status, negative(addend), negative(x), y);
    }

    /** FNMSUB: {@code a * b - addend}. */
    public static int negatedAddend32(int addend, int a, int b, FpStatus status) {
        return floatToRawIntBits(negatedAddend(status, intBitsToFloat(addend), intBitsToFloat(a), intBitsToFloat(b)));
    }

    /** FNMSUB: {@code x * y - addend}. */
    public static float negatedAddend(FpStatus status, float addend, float x, float y) {
        return Fp32.fusedMulAdd(status, negative(addend), x, y);
    }

    /** FNMSUB: {@code a * b - addend}. */
    public static long negatedAddend64(long addend, long a, long b, FpStatus status) {
        return doubleToRawLongBits(
                negatedAddend(status, longBitsToDouble(addend), longBitsToDouble(a), longBitsToDouble(b)));
    }

    /** FNMSUB: {@code x * y - addend}. */
    public static double negatedAddend(FpStatus status, double addend, double x, double y) {
        return Fp64.fusedMulAdd(status, negative(addend), x, y);
    }

    /** FCMEQ: all ones or zero, as all comparisons here. */
    public static int equal32(int a, int b, FpStatus status) {
        return mask32(Fp32.compareEq(a, b, status));
    }

    public static long equal64(long a, long b, FpStatus status) {
        return mask64(Fp64.compareEq(a, b, status));
    }

    /** FCMGE. */
    public static int greaterOrEqual32(int a, int b, FpStatus status) {
        return mask32(Fp32.compareGe(a, b, status));
    }

    public static long greaterOrEqual64(long a, long b, FpStatus status) {
        return mask64(Fp64.compareGe(a, b, status));
    }

    /** FCMGT. */
    public static int greater32(int a, int b, FpStatus status) {
        return mask32(Fp32.compareGt(a, b, status));
    }

    public static long greater64(long a, long b, FpStatus status) {
        return mask64(Fp64.compareGt(a, b, status));
    }

    /** FACGE. */
    public static int absoluteGreaterOrEqual32(int a, int b, FpStatus status) {
        return greaterOrEqual32(a & ~SIGN32, b & ~SIGN32, status);
    }

    public static long absoluteGreaterOrEqual64(long a, long b, FpStatus status) {
        return greaterOrEqual64(a & ~SIGN64, b & ~SIGN64, status);
    }

    /** FACGT. */
    public static int absoluteGreater32(int a, int b, FpStatus status) {
        return greater32(a & ~SIGN32, b & ~SIGN32, status);
    }

    public static long absoluteGreater64(long a, long b, FpStatus status) {
        return greater64(a & ~SIGN64, b & ~SIGN64, status);
    }

    /** The other sign, a NaN's too: what the JVM's negation need not do. */
    private static float negative(float value) {
        return intBitsToFloat(floatToRawIntBits(value) ^ SIGN32);
    }

    private static int mask32(boolean holds) {
        return holds ? -1 : 0;
    }

    /** The other sign, a NaN's too: what the JVM's negation need not do. */
    private static double negative(double value) {
        return longBitsToDouble(doubleToRawLongBits(value) ^ SIGN64);
    }

    private static long mask64(boolean holds) {
        return holds ? -1 : 0;
    }

    /** FRINTX: the mode of FPCR.RMode, Inexact when the value changes. */
    public static int integralExact32(int value, FpStatus status) {
        return Fp32.roundToIntegral(value, status.rounding(), true, status);
    }

    /** FRINTX. */
    public static long integralExact64(long value, FpStatus status) {
        return Fp64.roundToIntegral(value, status.rounding(), true, status);
    }

    /** FRINTI: the mode of FPCR.RMode. */
    public static int integral32(int value, FpStatus status) {
        return Fp32.roundToIntegral(value, status.rounding(), false, status);
    }

    /** FRINTI. */
    public static long integral64(long value, FpStatus status) {
        return Fp64.roundToIntegral(value, status.rounding(), false, status);
    }

    /** The integer in a general-purpose register, of 32 bits unless {@code wide}. */
    public static long integer(long value, boolean wide, boolean signed) {
        if (wide) {
            return value;
        }
        return signed ? (int) value : value & LOW_WORD;
    }

    /** FCMP, FCMPE: sets NZCV. */
    public static void compare32(Cpu cpu, int a, int b, boolean signalAllNans) {
        cpu.setNzcv(Fp32.compare(a, b, signalAllNans, cpu.fp) << 28);
    }

    /** FCMP, FCMPE: sets NZCV. */
    public static void compare64(Cpu cpu, long a, long b, boolean signalAllNans) {
        cpu.setNzcv(Fp64.compare(a, b, signalAllNans, cpu.fp) << 28);
    }

    /** FCVTL, FCVTL2 from half precision; {@code part} is the half of the source register, 0 or 1. */
    public static void lengthenHalf(Cpu cpu, int d, int n, int part) {
        long source = cpu.v[2 * n + part];
        long low = halves(source, cpu.fp);
        cpu.v[2 * d] = low;
        cpu.v[2 * d + 1] = halves(source >>> 32, cpu.fp);
    }

    private static long halves(long source, FpStatus status) {
        long low = Fp16.toSingle((int) (source & LOW_HALF), status) & LOW_WORD;
        return low | (long) Fp16.toSingle((int) (source >>> 16 & LOW_HALF), status) << 32;
    }

    /** FCVTL, FCVTL2 from single precision. */
    public static void lengthenSingle(Cpu cpu, int d, int n, int part) {
        long source = cpu.v[2 * n + part];
        long low = Fp32.toDouble((int) source, cpu.fp);
        cpu.v[2 * d] = low;
        cpu.v[2 * d + 1] = Fp32.toDouble((int) (source >>> 32), cpu.fp);
    }

    /** FCVTN, FCVTN2 to half precision; {@code part} is the half of the destination: 0 clears the other, 1 keeps it. */
    public static void narrowToHalf(Cpu cpu, int d, int n, int part) {
        long low = cpu.v[2 * n];
        long high = cpu.v[2 * n + 1];
        long narrow = toHalf(low, cpu.fp)
                | toHalf(low >>> 32, cpu.fp) << 16
                | toHalf(high, cpu.fp) << 32
                | toHalf(high >>> 32, cpu.fp) << 48;
        setPart(cpu, d, part, narrow);
    }

    private static long toHalf(long single, FpStatus status) {
        return Fp32.toHalf((int) single, status) & LOW_HALF;
    }

    /** FCVTN, FCVTN2 to single precision. */
    public static void narrowToSingle(Cpu cpu, int d, int n, int part) {
        long low = Fp64.toSingle(cpu.v[2 * n], cpu.fp) & LOW_WORD;
        setPart(cpu, d, part, low | (long) Fp64.toSingle(cpu.v[2 * n + 1], cpu.fp) << 32);
    }

    /** FCVTXN, FCVTXN2: rounding to odd. */
    public static void narrowToOdd(Cpu cpu, int d, int n, int part) {
        long low = Fp64.toSingleRoundOdd(cpu.v[2 * n], cpu.fp) & LOW_WORD;
        setPart(cpu, d, part, low | (long) Fp64.toSingleRoundOdd(cpu.v[2 * n + 1], cpu.fp) << 32);
    }

    private static void setPart(Cpu cpu, int d, int part, long value) {
        cpu.v[2 * d + part] = value;
        if (part == 0) {
            cpu.v[2 * d + 1] = 0;
        }
    }
}
