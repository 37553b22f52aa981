// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import dev.jvmm.softcpu.code.Block;
import dev.jvmm.softcpu.code.CodePage;
import dev.jvmm.softcpu.code.HotBlocks;
import dev.jvmm.softcpu.code.Region;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Translates hot blocks, on a thread of its own or on that of the vCPU that asks. A machine has one.
 *
 * <p>On its own thread it also warms regions up: HotSpot's interpreter is slower than ours, so a region is called as often as
 * it takes HotSpot to compile it, and is published when that should be done.
 */
public final class Translator implements HotBlocks, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Translator.class);

    /** Calls after which HotSpot compiles a method (Tier3InvocationThreshold is 200). */
    private static final int WARM_UP_CALLS = 256;

    /** What a compilation usually takes, with some others before it. */
    private static final long RIPENING_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

    private final TranslationOptions options;
    private final RegionCompiler compiler;
    private final LinkedBlockingQueue<Request> queue = new LinkedBlockingQueue<>();
    private final Deque<Ripening> ripening = new ArrayDeque<>();
    private final Thread thread;
    private volatile boolean closed;

    private final LongAdder regions = new LongAdder();
    private final LongAdder instructions = new LongAdder();
    private final LongAdder nanoseconds = new LongAdder();

    private record Request(CodePage page, int offset) {}

    /** A region that HotSpot is compiling. */
    private record Ripening(Request request, int generation, Region region, long ripeAt) {}

    public Translator(TranslationOptions options, OpSource opSource) {
        this.options = options;
        this.compiler = new RegionCompiler(opSource);
        this.thread = Thread.ofPlatform().daemon().name("translator").unstarted(this::live);
        if (options.background()) {
            thread.start();
        }
    }

    @Override
    public int threshold() {
        return options.threshold();
    }

    @Override
    public void hot(CodePage page, long address) {
        Request request = new Request(page, (int) address & CodePage.BYTES - 1);
        if (options.background()) {
            queue.add(request);
        } else {
            synchronized (this) {
                translate(request);
            }
        }
    }

    private void live() {
        while (!closed) {
            try {
                Request request = next();
                if (request != null) {
                    translate(request);
                }
                publishRipe();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private @Nullable Request next() throws InterruptedException {
        Ripening first = ripening.peek();
        return first == null
                ? queue.take()
                : queue.poll(Math.max(0, first.ripeAt - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    /** What was done so far, by name; times in milliseconds. */
    public Map<String, Long> counters() {
        Map<String, Long> counters = new LinkedHashMap<>();
        counters.put("regions", regions.sum());
        counters.put("instructions in regions", instructions.sum());
        counters.put("ms translating", TimeUnit.NANOSECONDS.toMillis(nanoseconds.sum()));
        return counters;
    }

    private void counted(ControlFlow flow, long started) {
        regions.increment();
        instructions.add(flow.instructions());
        nanoseconds.add(System.nanoTime() - started);
    }

    private void translate(Request request) {
        int generation = request.page.generation();
        Block block = request.page.block(request.offset);
        if (block == null || block.executions < options.threshold() || block.region != null) {
            return;
        }
        long started = System.nanoTime();
        try {
            RegionCompiler.Result result =
                    compiler.compile(request.page, request.offset, options.maxInstructions(), options.onlyExecuted());
            countAnew(request.page, result.flow());
            counted(result.flow(), started);
            if (options.background()) {
                warmUp(result.region());
                ripening.add(new Ripening(request, generation, result.region(), System.nanoTime() + RIPENING_NANOS));
            } else {
                request.page.attach(request.offset, result.region(), generation);
            }
        } catch (RuntimeException | LinkageError e) {
            LOG.error(
                    "guest code at 0x{} is not translated; this is a bug",
                    Long.toHexString(request.page.gpa + request.offset),
                    e);
        }
    }

    private void publishRipe() {
        long now = System.nanoTime();
        while (!ripening.isEmpty() && ripening.peek().ripeAt - now <= 0) {
            Ripening ripe = ripening.remove();
            ripe.request.page.attach(ripe.request.offset, ripe.region, ripe.generation);
        }
    }

    /**
     * Blocks inside a region will mostly be executed as a part of it: those that go on being entered by themselves will become hot
     * again.
     */
    private static void countAnew(CodePage page, ControlFlow flow) {
        for (BasicBlock inside : flow.blocks) {
            Block block = page.block(inside.start);
            if (block != null) {
                block.executions = 0;
            }
        }
    }

    @SuppressWarnings("NullAway") // the region's gate is for calls without a vCPU
    private static void warmUp(Region region) {
        for (int i = 0; i < WARM_UP_CALLS; i++) {
            try {
                region.run(null);
            } catch (RegionSupport.Closed e) {
                continue;
            }
            throw new IllegalStateException("a region without gate");
        }
    }

    /** Returns when the translator's thread has ended: it reads guest memory, which its owner may free now. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
