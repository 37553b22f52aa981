// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import dev.jvmm.softcpu.code.Block;
import dev.jvmm.softcpu.code.CodePage;
import dev.jvmm.softcpu.code.HotBlocks;
import dev.jvmm.softcpu.cpu.Cpu;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Translates hot blocks, on a thread of its own or on that of the vCPU that asks. A machine has one.
 */
public final class Translator implements HotBlocks, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Translator.class);

    private final TranslationOptions options;
    private final RegionCompiler compiler;
    private final LinkedBlockingQueue<Request> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closed;

    private record Request(CodePage page, int offset) {}

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
                translate(queue.take());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void translate(Request request) {
        int generation = request.page.generation();
        Block block = request.page.block(request.offset);
        if (block == null || block.executions < options.threshold() || block.region != null) {
            return;
        }
        long t0 = cpuNs();
        try {
            RegionCompiler.Result result =
                    compiler.compile(request.page, request.offset, options.maxInstructions(), options.onlyExecuted());
            if (result != null) {
                long t1 = cpuNs();
                warmUp(result.region());
                long t2 = cpuNs();
                regions++; insns += result.flow().instructions(); bytes += result.bytes(); emitNs += t1 - t0; warmNs += t2 - t1;
                request.page.attach(request.offset, result.region(), generation);
                countAnew(request.page, result.flow());
            }
        } catch (RuntimeException | LinkageError e) {
            LOG.error("guest code at {} is not translated; this is a bug", Long.toHexString(request.page.gpa + request.offset), e);
        }
    }

    long regions, insns, bytes, emitNs, warmNs;
    private static final Cpu STAND_IN = new Cpu();

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

    static long cpuNs() { return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime(); }
    private static void warmUp(dev.jvmm.softcpu.code.Region region) {
        int n = Integer.getInteger("warm", 0);
        for (int i = 0; i < n; i++) {
            try { region.run(STAND_IN); } catch (RegionSupport.Closed e) { }
        }
    }

    @Override
    public void close() {
        System.err.printf("TRANSLATOR %d regions %d insns %d bytes emit %.1f s warm %.1f s, left %d%n", regions, insns, bytes, emitNs / 1e9, warmNs / 1e9, queue.size());
        closed = true;
        thread.interrupt();
    }
}
