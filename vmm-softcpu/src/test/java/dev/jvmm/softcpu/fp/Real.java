// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.fp;

import java.math.BigInteger;

/** A rational number, not reduced: the manual's type {@code real}. The denominator is positive. */
record Real(BigInteger numerator, BigInteger denominator) {
    static final Real ZERO = of(0);

    static Real of(long integer) {
        return new Real(BigInteger.valueOf(integer), BigInteger.ONE);
    }

    static Real of(BigInteger integer) {
        return new Real(integer, BigInteger.ONE);
    }

    Real plus(Real other) {
        return new Real(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    Real minus(Real other) {
        return plus(other.negate());
    }

    Real times(Real other) {
        return new Real(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    Real dividedBy(Real other) {
        BigInteger top = numerator.multiply(other.denominator);
        BigInteger bottom = denominator.multiply(other.numerator);
        return bottom.signum() < 0 ? new Real(top.negate(), bottom.negate()) : new Real(top, bottom);
    }

    Real timesPowerOfTwo(int power) {
        return power >= 0
                ? new Real(numerator.shiftLeft(power), denominator)
                : new Real(numerator, denominator.shiftLeft(-power));
    }

    Real negate() {
        return new Real(numerator.negate(), denominator);
    }

    Real abs() {
        return new Real(numerator.abs(), denominator);
    }

    int signum() {
        return numerator.signum();
    }

    int compareTo(Real other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** The manual's RoundDown. */
    BigInteger floor() {
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    /** The exponent e of 2^e &lt;= |this| &lt; 2^(e+1). */
    int exponent() {
        int estimate = numerator.bitLength() - denominator.bitLength();
        Real power = of(1).timesPowerOfTwo(estimate);
        return abs().compareTo(power) < 0 ? estimate - 1 : estimate;
    }

    /** The root, or where it is irrational a number that lies with it between two neighbours of 120 bits. */
    Real squareRoot() {
        int scale = Math.max(0, 130 - exponent() / 2);
        Real scaled = timesPowerOfTwo(2 * scale);
        BigInteger root = scaled.floor().sqrt();
        boolean exact = of(root).times(of(root)).compareTo(scaled) == 0;
        Real digits =
                exact ? of(root) : of(root.shiftLeft(1).add(BigInteger.ONE)).timesPowerOfTwo(-1);
        return digits.timesPowerOfTwo(-scale);
    }
}
