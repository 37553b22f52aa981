// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.translate;

import dev.jvmm.softcpu.code.CodePage;
import dev.jvmm.softcpu.code.HotBlocks;
import dev.jvmm.softcpu.code.Region;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Translates hot blocks, on a thread of its own or on that of the vCPU that asks. A machine has one.
 *
 * <p>On its own thread it also warms regions up, and publishes them when HotSpot has compiled them.
 */
public final class Translator implements HotBlocks, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Translator.class);

    /** What times are compared from: {@link System#nanoTime} may overflow. */
    private static final long EPOCH = System.nanoTime();

    private final TranslationOptions options;
    private final boolean background;
    private final RegionCompiler compiler;
    private final LinkedBlockingQueue<Request> queue = new LinkedBlockingQueue<>();
    private final PriorityQueue<Ripening> ripening =
            new PriorityQueue<>(Comparator.comparingLong(waiting -> waiting.warmUp.nextLook() - EPOCH));
    private final Thread thread;
    private volatile boolean closed;

    private final LongAdder regions = new LongAdder();
    private final LongAdder instructions = new LongAdder();
    private final LongAdder nanoseconds = new LongAdder();
    private final LongAdder published = new LongAdder();
    private final LongAdder givenUp = new LongAdder();

    /** A block that is hot, by the word it starts with. */
    private record Request(CodePage page, int index) {
        int offset() {
            return 4 * index;
        }
    }

    /** A region that HotSpot is compiling. */
    private record Ripening(Request request, BitSet inside, Region region, WarmUp warmUp) {}

    public Translator(TranslationOptions options, OpSource opSource) {
        this.options = options;
        this.compiler = new RegionCompiler(opSource, options);
        this.thread = Thread.ofPlatform()
                .daemon()
                .name("translator")
                .priority(Thread.MIN_PRIORITY)
                .unstarted(this::live);
        this.background = options.making() != TranslationOptions.Making.AT_ONCE;
        if (background) {
            thread.start();
        }
    }

    @Override
    public int threshold() {
        return options.threshold();
    }

    @Override
    public void hot(CodePage page, int index) {
        Request request = new Request(page, index);
        if (background) {
            queue.add(request);
        } else {
            synchronized (this) {
                translate(request);
            }
        }
    }

    private void live() {
        if (options.making() == TranslationOptions.Making.WARMED_UP) {
            WarmUp.prepare();
        }
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
                : queue.poll(Math.max(0, first.warmUp.nextLook() - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    /** What was done so far, by name; times in milliseconds. */
    public Map<String, Long> counters() {
        Map<String, Long> counters = new LinkedHashMap<>();
        counters.put("regions", regions.sum());
        counters.put("instructions in regions", instructions.sum());
        counters.put("regions published", published.sum());
        counters.put("regions given up", givenUp.sum());
        counters.put("ms translating", TimeUnit.NANOSECONDS.toMillis(nanoseconds.sum()));
        return counters;
    }

    private void counted(ControlFlow flow, long started) {
        regions.increment();
        instructions.add(flow.instructions());
        nanoseconds.add(System.nanoTime() - started);
    }

    private void translate(Request request) {
        CodePage page = request.page;
        boolean translated = CodePage.kind(page.word(request.index)) == CodePage.REGION;
        if (translated || !page.valid() || !page.wants(request.index)) {
            return;
        }
        long started = System.nanoTime();
        try {
            RegionCompiler.Result result = compiler.compile(page, request.offset());
            BitSet inside = result.flow().words();
            counted(result.flow(), started);
            if (options.making() == TranslationOptions.Making.WARMED_UP) {
                page.expect(inside);
                ripening.add(new Ripening(request, inside, result.region(), new WarmUp(result.region())));
            } else {
                page.attach(request.index, result.region(), inside);
                published.increment();
            }
        } catch (RuntimeException | LinkageError e) {
            page.decline(request.index);
            LOG.error(
                    "guest code at 0x{} is not translated; this is a bug",
                    Long.toHexString(page.gpa + request.offset()),
                    e);
        }
    }

    private void publishRipe() {
        long now = System.nanoTime();
        Ripening first = ripening.peek();
        while (first != null && first.warmUp.nextLook() - now <= 0) {
            ripening.remove();
            CodePage page = first.request.page;
            // Code that the guest has changed since is of no use.
            if (page.valid()) {
                switch (first.warmUp.look()) {
                    case WAITING -> ripening.add(first);
                    case COMPILED -> {
                        page.attach(first.request.index, first.region, first.inside);
                        published.increment();
                    }
                    case DECLINED -> {
                        page.giveUp(first.inside);
                        givenUp.increment();
                    }
                }
            }
            first = ripening.peek();
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
