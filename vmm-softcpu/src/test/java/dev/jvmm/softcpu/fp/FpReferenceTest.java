// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.fp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation against {@link ReferenceFp}: result and FPSR to the bit, under every combination of FPCR.{RMode, FZ,
 * DN} (and AHP where half precision takes part), starting with Inexact both clear and set.
 *
 * <p>{@code -Djvmm.seed=N} repeats a run, {@code -Djvmm.fp.vectors=N} makes it longer.
 */
class FpReferenceTest {
    private static final long SEED = Long.getLong("jvmm.seed", System.nanoTime());
    private static final int VECTORS = Integer.getInteger("jvmm.fp.vectors", 2000);

    @ParameterizedTest
    @MethodSource("dev.jvmm.softcpu.fp.FpOperation#all")
    void agreesWithTheReferenceOnEdges(FpOperation operation) {
        var random = new SplittableRandom(SEED);
        long[] edges = new FpOperands(operation.operandWidth(), random).edges();
        // An odd stride keeps both signs.
        int stride = operation.arity() == 3 ? 3 : 1;
        for (int i = 0; i < edges.length; i += stride) {
            for (int j = 0; j < (operation.arity() > 1 ? edges.length : 1); j += stride) {
                for (int k = 0; k < (operation.arity() > 2 ? edges.length : 1); k += stride) {
                    checkInEveryMode(operation, edges[i], edges[j], edges[k], random);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.jvmm.softcpu.fp.FpOperation#all")
    void agreesWithTheReferenceOnRandomOperands(FpOperation operation) {
        System.out.println("FpReferenceTest " + operation + ": -Djvmm.seed=" + SEED);
        var random = new SplittableRandom(SEED ^ operation.name().hashCode());
        var operands = new FpOperands(operation.operandWidth(), random);
        for (int i = 0; i < VECTORS; i++) {
            long a = operation.takesInteger() ? operands.nextInteger() : operands.next();
            long b = operands.related(a);
            long c = productLike(operation, a, b, operands, random);
            checkInEveryMode(operation, a, b, c, random);
        }
    }

    /** For a fused operation often an addend that nearly cancels the product. */
    private static long productLike(
            FpOperation operation, long a, long b, FpOperands operands, SplittableRandom random) {
        if (operation.arity() < 3 || random.nextInt(3) == 0) {
            return operands.related(b);
        }
        var reference = new ReferenceFp(operation.format(), 0, 0);
        return operands.related(reference.fpMul(a, b));
    }

    private static void checkInEveryMode(FpOperation operation, long a, long b, long c, SplittableRandom random) {
        for (int mode = 0; mode < 16; mode++) {
            int fpcr = mode << 22 | (random.nextBoolean() ? FpStatus.AHP : 0);
            int fpsr = random.nextInt() & (random.nextBoolean() ? FpStatus.FPSR_MASK : FpStatus.IXC);
            check(operation, a, b, c, fpcr, fpsr);
        }
        check(operation, a, b, c, 0, 0);
        check(operation, a, b, c, 0, FpStatus.IXC);
    }

    private static void check(FpOperation operation, long a, long b, long c, int fpcr, int fpsr) {
        var status = new FpStatus();
        status.setFpcr(fpcr);
        status.setFpsr(fpsr);
        long actual = operation.actual().apply(a, b, c, status);
        var reference = new ReferenceFp(operation.format(), fpcr, fpsr);
        long expected = operation.expected().apply(reference, a, b, c);
        if (actual != expected || status.fpsr() != reference.fpsr()) {
            assertThat("%016x FPSR %08x".formatted(actual, status.fpsr()))
                    .as("%s(%016x, %016x, %016x) FPCR %08x FPSR %08x seed %d", operation, a, b, c, fpcr, fpsr, SEED)
                    .isEqualTo("%016x FPSR %08x".formatted(expected, reference.fpsr()));
        }
    }
}
