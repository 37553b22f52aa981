// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.benchmarks;

import dev.jvmm.core.memory.GuestMemory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Why: every descriptor a device reads goes through here; the bare segment beside it is the floor. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class GuestMemoryBenchmark {
    private static final long BASE = 0x4000_0000L;
    private static final long SIZE = 1 << 20;

    private final MemorySegment segment = Arena.ofAuto().allocate(SIZE, 4096);
    private final GuestMemory memory = new GuestMemory(List.of(new GuestMemory.Region(BASE, segment)));
    private long offset;

    @Benchmark
    public short guestMemory() {
        return memory.readShort(BASE + next());
    }

    @Benchmark
    public short bareSegment() {
        return segment.get(GuestMemory.U16, next());
    }

    private long next() {
        offset = (offset + 66) & (SIZE - 4);
        return offset;
    }
}
