// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.testing;

import dev.jvmm.devices.backend.disk.DiskBackend;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicInteger;

/** A disk in memory that counts flushes, can discard, and fails or blocks when told to. */
public final class MemoryDisk implements DiskBackend {
    /** Runs before each read and write; may throw. */
    @FunctionalInterface
    public interface Hook {
        void run() throws IOException;
    }

    private final MemorySegment content;
    private final boolean readOnly;
    private final AtomicInteger flushes = new AtomicInteger();
    private volatile Hook hook = () -> {};

    public MemoryDisk(long size, boolean readOnly) {
        content = Arena.ofAuto().allocate(size);
        this.readOnly = readOnly;
    }

    public MemorySegment content() {
        return content;
    }

    public int flushes() {
        return flushes.get();
    }

    public void hook(Hook newHook) {
        hook = newHook;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public long size() {
        return content.byteSize();
    }

    @Override
    public boolean readOnly() {
        return readOnly;
    }

    @Override
    public void read(long offset, MemorySegment target) throws IOException {
        hook.run();
        MemorySegment.copy(content, offset, target, 0, target.byteSize());
    }

    @Override
    public void write(long offset, MemorySegment source) throws IOException {
        hook.run();
        MemorySegment.copy(source, 0, content, offset, source.byteSize());
    }

    @Override
    public void flush() {
        flushes.incrementAndGet();
    }

    @Override
    public boolean discards() {
        return true;
    }

    @Override
    public void discard(long offset, long length) {
        content.asSlice(offset, length).fill((byte) 0xdd);
    }

    @Override
    public void writeZeroes(long offset, long length) {
        content.asSlice(offset, length).fill((byte) 0);
    }

    @Override
    public void close() {}
}
