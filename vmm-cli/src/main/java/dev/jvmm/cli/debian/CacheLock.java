// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.debian;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps two makers of the same cached thing apart, in this JVM (by a lock object) and among processes (by a lock on a
 * file, which the kernel drops when its process dies).
 */
final class CacheLock implements AutoCloseable {
    /** One lock per path, because a JVM may not take the same file lock twice. Concurrent map; entries stay. */
    private static final ConcurrentMap<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

    private final ReentrantLock inProcess;
    private final FileChannel channel;
    private final FileLock amongProcesses;

    private CacheLock(ReentrantLock inProcess, FileChannel channel, FileLock amongProcesses) {
        this.inProcess = inProcess;
        this.channel = channel;
        this.amongProcesses = amongProcesses;
    }

    /** Waits until nobody else holds the lock of this file, which is made when absent. Not reentrant. */
    static CacheLock take(Path file) throws IOException {
        Path path = file.toAbsolutePath().normalize();
        ReentrantLock inProcess = LOCKS.computeIfAbsent(path, key -> new ReentrantLock());
        if (inProcess.isHeldByCurrentThread()) {
            throw new IllegalStateException(path + " is already locked by this thread");
        }
        inProcess.lock();
        boolean taken = false;
        try {
            Files.createDirectories(path.getParent());
            FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                CacheLock lock = new CacheLock(inProcess, channel, channel.lock());
                taken = true;
                return lock;
            } finally {
                if (!taken) {
                    channel.close();
                }
            }
        } finally {
            if (!taken) {
                inProcess.unlock();
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            amongProcesses.release();
        } finally {
            inProcess.unlock();
        }
    }
}
