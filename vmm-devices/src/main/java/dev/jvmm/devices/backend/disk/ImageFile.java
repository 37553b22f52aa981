// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.backend.disk;

import dev.jvmm.core.error.VmException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An open, locked image file: one writer, or any number of readers, among all VMs of this host.
 *
 * <p>The host's record locks belong to a process: they do not keep two VMs of one JVM apart, and closing any channel of a
 * file drops them all. So each file is opened once in this JVM, whatever path leads to it, and readers share the channel.
 */
final class ImageFile implements AutoCloseable {
    private static final class Opened {
        private final FileChannel channel;
        private final boolean writable;
        private int users = 1;

        private Opened(FileChannel channel, boolean writable) {
            this.channel = channel;
            this.writable = writable;
        }
    }

    // By the file's identity on the host; guarded by the monitor of the class.
    private static final Map<Object, Opened> OPENED = new HashMap<>();

    private final Object key;
    private final Opened opened;
    // Guarded by the monitor of the class.
    private boolean closed;

    private ImageFile(Object key, Opened opened) {
        this.key = key;
        this.opened = opened;
    }

    /** Opens and locks. */
    static ImageFile open(Path path, boolean readOnly) {
        synchronized (ImageFile.class) {
            Object key = identity(path);
            Opened before = OPENED.get(key);
            if (before != null) {
                if (!readOnly || before.writable) {
                    throw inUse(path, readOnly);
                }
                before.users++;
                return new ImageFile(key, before);
            }
            Opened opened = new Opened(openLocked(path, readOnly), !readOnly);
            OPENED.put(key, opened);
            return new ImageFile(key, opened);
        }
    }

    /** For positional reads and writes; never closed and never positioned by its users. */
    FileChannel channel() {
        return opened.channel;
    }

    private static Object identity(Path path) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                throw VmException.configuration(path + " is a directory: name an image file");
            }
            Object key = attributes.fileKey();
            return key != null ? key : path.toRealPath();
        } catch (NoSuchFileException e) {
            throw VmException.configuration(
                    path + " does not exist: name an image file, or make one with " + "truncate -s 10G " + path);
        } catch (IOException e) {
            throw cannotOpen(path, e);
        }
    }

    private static FileChannel openLocked(Path path, boolean readOnly) {
        Set<StandardOpenOption> how =
                readOnly ? Set.of(StandardOpenOption.READ) : Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileChannel channel;
        try {
            channel = FileChannel.open(path, how);
        } catch (IOException e) {
            throw cannotOpen(path, e);
        }
        @Nullable FileLock lock = null;
        try {
            // Held until the channel closes.
            lock = channel.tryLock(0, Long.MAX_VALUE, readOnly);
        } catch (IOException e) {
            throw VmException.configuration(
                    "cannot lock " + path + " (" + e.getMessage() + "): put the image on a file system that has locks");
        } finally {
            if (lock == null) {
                closeQuietly(channel);
            }
        }
        if (lock == null) {
            throw inUse(path, readOnly);
        }
        return channel;
    }

    private static VmException inUse(Path path, boolean readOnly) {
        return VmException.configuration(path + " is already in use by another VM"
                + (readOnly
                        ? ", which writes it: stop that VM or give this one a copy"
                        : ": stop that VM, give this one a copy, or let both open it with readonly=on"));
    }

    private static VmException cannotOpen(Path path, IOException e) {
        String reason = e instanceof java.nio.file.AccessDeniedException ? "permission denied" : e.getMessage();
        return VmException.configuration(
                "cannot open " + path + " (" + reason + "): check its permissions, or open it with readonly=on");
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives up this use; the last one closes the file and drops its lock. Safe to call twice. */
    @Override
    public void close() {
        synchronized (ImageFile.class) {
            if (closed) {
                return;
            }
            closed = true;
            if (--opened.users == 0) {
                OPENED.remove(key);
                closeQuietly(opened.channel);
            }
        }
    }
}
