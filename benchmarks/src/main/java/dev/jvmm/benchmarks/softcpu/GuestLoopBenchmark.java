// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.benchmarks.softcpu;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Why: what one turn of a guest's loop costs by what is in it, through everything that executes guest code. Subtract {@code
 * EMPTY}, which is a subtraction and a branch.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class GuestLoopBenchmark {
    private static final int TURNS = 100_000;

    /** What is in the loop. */
    public enum Body {
        EMPTY(),
        /** Eight instructions, no memory. */
        ARITHMETIC(
                LoopMachine.ADD,
                LoopMachine.EOR,
                LoopMachine.ADD,
                LoopMachine.EOR,
                LoopMachine.ADD,
                LoopMachine.EOR,
                LoopMachine.ADD,
                LoopMachine.EOR),
        /** The same cut into basic blocks: finding the next one, four times. */
        DISPATCH(
                LoopMachine.ADD,
                LoopMachine.BRANCH_ON,
                LoopMachine.ADD,
                LoopMachine.BRANCH_ON,
                LoopMachine.ADD,
                LoopMachine.BRANCH_ON,
                LoopMachine.ADD,
                LoopMachine.BRANCH_ON),
        /** One load that the TLB knows. */
        TLB_HIT(LoopMachine.LOAD),
        /** One load from the next of 16384 pages: a walk of three levels, and two instructions of address. */
        TLB_MISS(LoopMachine.NEXT_PAGE, LoopMachine.WRAP, LoopMachine.LOAD_INDEXED),
        /** SVC to the same level, where ERET stands. */
        EXCEPTION(LoopMachine.SVC),
        SYSTEM_REGISTER_READ(LoopMachine.READ_TPIDR),
        SYSTEM_REGISTER_WRITE(LoopMachine.WRITE_TPIDR),
        /** The virtual counter, which is the host's clock. */
        COUNTER_READ(LoopMachine.READ_COUNTER);

        private final int[] instructions;

        Body(int... instructions) {
            this.instructions = instructions;
        }
    }

    @Param
    public Body body = Body.EMPTY;

    @SuppressWarnings("NullAway.Init") // by JMH
    private LoopMachine machine;

    @Setup
    public void start() {
        machine = new LoopMachine(body.instructions);
    }

    @TearDown
    public void stop() throws InterruptedException {
        machine.close();
    }

    @Benchmark
    @OperationsPerInvocation(TURNS)
    public void turn() throws InterruptedException {
        machine.run(TURNS);
    }
}
