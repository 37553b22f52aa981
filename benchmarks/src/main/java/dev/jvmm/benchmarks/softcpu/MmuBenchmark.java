// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.benchmarks.softcpu;

import dev.jvmm.core.bus.Bus;
import dev.jvmm.core.memory.HostMemory;
import dev.jvmm.softcpu.exception.GuestException;
import dev.jvmm.softcpu.interpret.FetchTlb;
import dev.jvmm.softcpu.memory.PhysicalMemory;
import dev.jvmm.softcpu.mmu.Mmu;
import dev.jvmm.softcpu.mmu.StageOneSlowPath;
import dev.jvmm.softcpu.mmu.Tlbs;
import dev.jvmm.softcpu.state.CpuState;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Why: every load and store of a guest goes through the TLB, and what it doesn't know costs a walk of the page tables. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MmuBenchmark {
    private static final long RAM = 0x4000_0000L;
    private static final long RAM_SIZE = 128 << 20;
    private static final long DATA = RAM + (64 << 20);
    private static final long DATA_SIZE = 64 << 20;
    private static final long LEVEL1 = RAM;
    private static final long LEVEL2 = RAM + 0x1000;
    private static final long LEVEL3 = RAM + 0x2000;
    private static final long TABLE = 3;
    private static final long PAGE_NORMAL = 0x707;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment ram = HostMemory.map(arena, RAM_SIZE);
    private final CpuState state = new CpuState();

    @SuppressWarnings("NullAway.Init") // by setUp
    private Mmu mmu;

    private long offset;

    @Setup
    public void setUp() {
        put(LEVEL1 + 8, LEVEL2 | TABLE);
        for (long page = 0; page < RAM_SIZE >> 12; page++) {
            put(LEVEL2 + (page >> 9) * 8, LEVEL3 + (page >> 9 << 12) | TABLE);
            put(LEVEL3 + page * 8, RAM + (page << 12) | PAGE_NORMAL);
        }
        state.mair = 0xFF00;
        state.tcr = 0x2_0080_3519L;
        state.ttbr0 = LEVEL1;
        state.sctlr |= 0x1005;
        PhysicalMemory memory = new PhysicalMemory();
        memory.map(RAM, ram, true);
        Tlbs tlbs = new Tlbs(arena);
        mmu = new Mmu(
                tlbs, new StageOneSlowPath(state, memory, new Bus(), new GuestException(), 40, tlbs), new FetchTlb());
    }

    @TearDown
    public void close() {
        arena.close();
    }

    private void put(long gpa, long value) {
        ram.set(ValueLayout.JAVA_LONG, gpa - RAM, value);
    }

    @Benchmark
    public long loadHit() {
        offset = offset + 8 & 0xFFF;
        return mmu.load64(DATA + offset);
    }

    @Benchmark
    public void storeHit() {
        offset = offset + 8 & 0xFFF;
        mmu.store64(DATA + offset, offset);
    }

    /** Each load finds another page's entry in its place. */
    @Benchmark
    public long loadMiss() {
        offset = offset + 4096 & DATA_SIZE - 1;
        return mmu.load64(DATA + offset);
    }

    /** Two loads' worth: the halves lie in two pages, so no entry can serve it. */
    @Benchmark
    public long loadAcrossPages() {
        return mmu.load64(DATA + 4092);
    }
}
