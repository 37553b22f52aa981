// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import dev.jvmm.softcpu.code.CodePage;
import dev.jvmm.softcpu.code.HotBlocks;
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
        try {
            RegionCompiler.Result result =
                    compiler.compile(request.page, request.offset, options.maxInstructions(), options.onlyExecuted());
            if (result != null) {
                request.page.attach(request.offset, result.region(), generation);
            }
        } catch (RuntimeException | LinkageError e) {
            LOG.error("guest code at {} is not translated; this is a bug", Long.toHexString(request.page.gpa + request.offset), e);
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
