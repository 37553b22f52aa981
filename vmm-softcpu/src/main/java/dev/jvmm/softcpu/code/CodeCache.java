// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.code;

import dev.jvmm.softcpu.memory.PhysicalMemory;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The pre-decoded pages of a machine, keyed by guest-physical page, shared by its vCPUs. */
public final class CodeCache {
    /** Of 8 KiB and more each; when there are more, all are dropped. Linux with a server's programs needs some 6000. */
    private static final int MAX_PAGES = 16384;

    private final PhysicalMemory memory;
    private final ConcurrentHashMap<Long, CodePage> pages = new ConcurrentHashMap<>();
    private final AtomicLong generation = new AtomicLong();

    private final int maxPages;

    public CodeCache(PhysicalMemory memory) {
        this(memory, MAX_PAGES);
    }

    /** @param maxPages when there are as many, all are dropped before another is made */
    public CodeCache(PhysicalMemory memory, int maxPages) {
        this.memory = memory;
        this.maxPages = maxPages;
    }

    /** The page that holds {@code gpa}; null where no memory is mapped (a device). */
    public @Nullable CodePage page(long gpa) {
        long base = gpa & -CodePage.BYTES;
        PhysicalMemory.Block block = memory.find(base);
        if (block == null) {
            return null;
        }
        long host = block.hostAddress() + (base - block.gpa());
        CodePage known = pages.get(base >>> CodePage.SHIFT);
        if (known != null && known.hostAddress == host) {
            return known;
        }
        if (pages.size() >= maxPages) {
            dropAll();
        }
        // Another page than last time when other memory was mapped here since.
        return pages.compute(base >>> CodePage.SHIFT, (number, other) -> {
            if (other != null && other.hostAddress == host) {
                return other;
            }
            drop(other);
            return new CodePage(base, host);
        });
    }

    private void drop(@Nullable CodePage page) {
        if (page != null) {
            page.invalidate();
            generation.incrementAndGet();
        }
    }

    private void dropAll() {
        pages.values().removeIf(page -> {
            page.invalidate();
            return true;
        });
        generation.incrementAndGet();
    }

    private static void invalidated(long page) {
        CodeInvalidated event = new CodeInvalidated();
        event.page = page;
        event.commit();
    }

    /** Counts how often pages have become invalid, after they did. */
    public long generation() {
        return generation.get();
    }

    /** IC IVAU: forgets what was decoded from the page that holds {@code gpa}. */
    public void invalidate(long gpa) {
        CodePage page = pages.remove(gpa >>> CodePage.SHIFT);
        if (page != null) {
            drop(page);
            invalidated(page.gpa);
        }
    }

    /** IC IALLU, IC IALLUIS, and when host memory has moved or gone: forgets everything. */
    public void invalidateAll() {
        dropAll();
        invalidated(-1);
    }
}
