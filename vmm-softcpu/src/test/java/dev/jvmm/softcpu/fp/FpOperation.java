// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.fp;

import java.util.ArrayList;
import java.util.List;

/**
 * An operation of {@link Fp16}, {@link Fp32} or {@link Fp64} beside what the manual says it is.
 *
 * @param takesInteger whether the first operand is a 64-bit integer instead of a number of the format
 * @param format width of the format that the reference unpacks or, for an integer operand, rounds to
 */
record FpOperation(String name, boolean takesInteger, int format, int arity, Actual actual, Expected expected) {
    @FunctionalInterface
    interface Actual {
        long apply(long a, long b, long c, FpStatus status);
    }

    @FunctionalInterface
    interface Expected {
        long apply(ReferenceFp reference, long a, long b, long c);
    }

    @FunctionalInterface
    private interface DoubleUnary {
        long apply(long a, FpStatus status);
    }

    @FunctionalInterface
    private interface DoubleBinary {
        long apply(long a, long b, FpStatus status);
    }

    @FunctionalInterface
    private interface SingleUnary {
        int apply(int a, FpStatus status);
    }

    @FunctionalInterface
    private interface SingleBinary {
        int apply(int a, int b, FpStatus status);
    }

    @FunctionalInterface
    private interface ReferenceUnary {
        long apply(ReferenceFp reference, long a);
    }

    @FunctionalInterface
    private interface ReferenceBinary {
        long apply(ReferenceFp reference, long a, long b);
    }

    int operandWidth() {
        return takesInteger ? 64 : format;
    }

    @Override
    public String toString() {
        return name;
    }

    static List<FpOperation> all() {
        var operations = new ArrayList<FpOperation>();
        addArithmetic(operations);
        addComparisons(operations);
        addRoundings(operations);
        addFixedPoint(operations);
        addConversions(operations);
        return operations;
    }

    private static void addArithmetic(List<FpOperation> to) {
        binary(to, "add", Fp64::add, Fp32::add, ReferenceFp::fpAdd);
        binary(to, "sub", Fp64::sub, Fp32::sub, ReferenceFp::fpSub);
        binary(to, "mul", Fp64::mul, Fp32::mul, ReferenceFp::fpMul);
        binary(to, "mulx", Fp64::mulx, Fp32::mulx, ReferenceFp::fpMulX);
        binary(to, "div", Fp64::div, Fp32::div, ReferenceFp::fpDiv);
        unary(to, "sqrt", Fp64::sqrt, Fp32::sqrt, ReferenceFp::fpSqrt);
        Expected fused = (r, a, b, c) -> r.fpMulAdd(c, a, b);
        add(to, "fusedMulAdd", 64, 3, (a, b, c, s) -> Fp64.fusedMulAdd(c, a, b, s), fused);
        add(to, "fusedMulAdd", 32, 3, (a, b, c, s) -> unsigned(Fp32.fusedMulAdd((int) c, (int) a, (int) b, s)), fused);
        binary(to, "recipStepFused", Fp64::recipStepFused, Fp32::recipStepFused, ReferenceFp::fpRecipStepFused);
        binary(to, "rsqrtStepFused", Fp64::rsqrtStepFused, Fp32::rsqrtStepFused, ReferenceFp::fpRsqrtStepFused);
        unary(to, "recipEstimate", Fp64::recipEstimate, Fp32::recipEstimate, ReferenceFp::fpRecipEstimate);
        unary(to, "rsqrtEstimate", Fp64::rsqrtEstimate, Fp32::rsqrtEstimate, ReferenceFp::fpRsqrtEstimate);
        unary(to, "recipExponent", Fp64::recipExponent, Fp32::recipExponent, ReferenceFp::fpRecpX);
    }

    private static void addComparisons(List<FpOperation> to) {
        binary(to, "max", Fp64::max, Fp32::max, ReferenceFp::fpMax);
        binary(to, "min", Fp64::min, Fp32::min, ReferenceFp::fpMin);
        binary(to, "maxNum", Fp64::maxNum, Fp32::maxNum, ReferenceFp::fpMaxNum);
        binary(to, "minNum", Fp64::minNum, Fp32::minNum, ReferenceFp::fpMinNum);
        for (boolean all : new boolean[] {false, true}) {
            binary(
                    to,
                    all ? "compare, all NaNs signal" : "compare",
                    (a, b, s) -> Fp64.compare(a, b, all, s),
                    (a, b, s) -> Fp32.compare(a, b, all, s),
                    (r, a, b) -> r.fpCompare(a, b, all));
        }
        binary(
                to,
                "compareEq",
                (a, b, s) -> Fp64.compareEq(a, b, s) ? 1 : 0,
                (a, b, s) -> Fp32.compareEq(a, b, s) ? 1 : 0,
                ReferenceFp::fpCompareEq);
        binary(
                to,
                "compareGe",
                (a, b, s) -> Fp64.compareGe(a, b, s) ? 1 : 0,
                (a, b, s) -> Fp32.compareGe(a, b, s) ? 1 : 0,
                ReferenceFp::fpCompareGe);
        binary(
                to,
                "compareGt",
                (a, b, s) -> Fp64.compareGt(a, b, s) ? 1 : 0,
                (a, b, s) -> Fp32.compareGt(a, b, s) ? 1 : 0,
                ReferenceFp::fpCompareGt);
    }

    private static void addRoundings(List<FpOperation> to) {
        for (int rounding = FpRounding.TIE_EVEN; rounding <= FpRounding.TIE_AWAY; rounding++) {
            int mode = rounding;
            for (boolean exact : new boolean[] {false, true}) {
                unary(
                        to,
                        "roundToIntegral mode " + mode + (exact ? " exact" : ""),
                        (a, s) -> Fp64.roundToIntegral(a, mode, exact, s),
                        (a, s) -> Fp32.roundToIntegral(a, mode, exact, s),
                        (r, a) -> r.fpRoundInt(a, mode, exact));
            }
        }
    }

    private static void addFixedPoint(List<FpOperation> to) {
        for (boolean signed : new boolean[] {false, true}) {
            String suffix = signed ? " signed" : " unsigned";
            for (int fixedWidth : new int[] {32, 64}) {
                for (int rounding = FpRounding.TIE_EVEN; rounding <= FpRounding.TIE_AWAY; rounding++) {
                    int mode = rounding;
                    String name = "toFixed mode " + mode + suffix + fixedWidth;
                    Expected expected = (r, a, b, c) -> r.fpToFixed(a, signed, fixedWidth, 0, mode);
                    add(to, name, 64, 1, (a, b, c, s) -> Fp64.toFixed(a, signed, fixedWidth, 0, mode, s), expected);
                    add(
                            to,
                            name,
                            32,
                            1,
                            (a, b, c, s) -> Fp32.toFixed((int) a, signed, fixedWidth, 0, mode, s),
                            expected);
                }
                int zero = FpRounding.ZERO;
                String name = "toFixed with fraction" + suffix + fixedWidth;
                Expected expected =
                        (r, a, b, c) -> r.fpToFixed(a, signed, fixedWidth, fractionBits(b, fixedWidth), zero);
                add(
                        to,
                        name,
                        64,
                        2,
                        (a, b, c, s) -> Fp64.toFixed(a, signed, fixedWidth, fractionBits(b, fixedWidth), zero, s),
                        expected);
                add(
                        to,
                        name,
                        32,
                        2,
                        (a, b, c, s) -> Fp32.toFixed((int) a, signed, fixedWidth, fractionBits(b, fixedWidth), zero, s),
                        expected);
            }
            integer(
                    to,
                    "fromFixed" + suffix,
                    (a, b, s) -> Fp64.fromFixed(a, signed, 0, s),
                    (a, b, s) -> unsigned(Fp32.fromFixed(a, signed, 0, s)),
                    (r, a, b) -> r.fixedToFp(a, signed, 0));
            integer(
                    to,
                    "fromFixed with fraction" + suffix,
                    (a, b, s) -> Fp64.fromFixed(a, signed, fractionBits(b, 64), s),
                    (a, b, s) -> unsigned(Fp32.fromFixed(a, signed, fractionBits(b, 64), s)),
                    (r, a, b) -> r.fixedToFp(a, signed, fractionBits(b, 64)));
        }
    }

    private static void addConversions(List<FpOperation> to) {
        conversion(to, 64, "toSingle", (a, s) -> unsigned(Fp64.toSingle(a, s)), (r, a) -> r.fpConvert(a, 32));
        conversion(
                to,
                64,
                "toSingleRoundOdd",
                (a, s) -> unsigned(Fp64.toSingleRoundOdd(a, s)),
                (r, a) -> r.fpConvert(a, 32, FpRounding.ODD));
        conversion(to, 64, "toHalf", Fp64::toHalf, (r, a) -> r.fpConvert(a, 16));
        conversion(to, 32, "toDouble", (a, s) -> Fp32.toDouble((int) a, s), (r, a) -> r.fpConvert(a, 64));
        conversion(to, 32, "toHalf", (a, s) -> Fp32.toHalf((int) a, s), (r, a) -> r.fpConvert(a, 16));
        conversion(to, 16, "toSingle", (a, s) -> unsigned(Fp16.toSingle((int) a, s)), (r, a) -> r.fpConvert(a, 32));
        conversion(to, 16, "toDouble", (a, s) -> Fp16.toDouble((int) a, s), (r, a) -> r.fpConvert(a, 64));
    }

    private static void unary(
            List<FpOperation> to, String name, DoubleUnary wide, SingleUnary narrow, ReferenceUnary reference) {
        Expected expected = (r, a, b, c) -> reference.apply(r, a);
        add(to, name, 64, 1, (a, b, c, s) -> wide.apply(a, s), expected);
        add(to, name, 32, 1, (a, b, c, s) -> unsigned(narrow.apply((int) a, s)), expected);
    }

    private static void binary(
            List<FpOperation> to, String name, DoubleBinary wide, SingleBinary narrow, ReferenceBinary reference) {
        Expected expected = (r, a, b, c) -> reference.apply(r, a, b);
        add(to, name, 64, 2, (a, b, c, s) -> wide.apply(a, b, s), expected);
        add(to, name, 32, 2, (a, b, c, s) -> unsigned(narrow.apply((int) a, (int) b, s)), expected);
    }

    private static void integer(
            List<FpOperation> to, String name, DoubleBinary wide, DoubleBinary narrow, ReferenceBinary reference) {
        Expected expected = (r, a, b, c) -> reference.apply(r, a, b);
        to.add(new FpOperation("64 " + name, true, 64, 2, (a, b, c, s) -> wide.apply(a, b, s), expected));
        to.add(new FpOperation("32 " + name, true, 32, 2, (a, b, c, s) -> narrow.apply(a, b, s), expected));
    }

    private static void conversion(
            List<FpOperation> to, int format, String name, DoubleUnary actual, ReferenceUnary reference) {
        add(to, name, format, 1, (a, b, c, s) -> actual.apply(a, s), (r, a, b, c) -> reference.apply(r, a));
    }

    private static void add(
            List<FpOperation> to, String name, int format, int arity, Actual actual, Expected expected) {
        to.add(new FpOperation(format + " " + name, false, format, arity, actual, expected));
    }

    private static long unsigned(int value) {
        return value & 0xFFFF_FFFFL;
    }

    /** A number of fraction bits, made of an operand. */
    private static int fractionBits(long operand, int fixedWidth) {
        return (int) Long.remainderUnsigned(operand, fixedWidth + 1);
    }
}
