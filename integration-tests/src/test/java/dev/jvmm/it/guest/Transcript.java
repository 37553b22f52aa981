// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.guest;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What a guest has written to its console, also kept in {@code target/consoles/NAME.log}. Bytes are read as Latin-1: a
 * boot loader's frames are not always whole UTF-8.
 *
 * <p>Safe from any thread: everything is guarded by one lock.
 */
final class Transcript extends OutputStream {
    private static final Path FOLDER = Path.of(System.getProperty("basedir", ""))
            .resolve("target/consoles")
            .toAbsolutePath();
    private static final int SHOWN_AT_MOST = 12_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final StringBuilder text = new StringBuilder();
    private final OutputStream file;
    private boolean ended;
    /** Where the next {@link #await} begins to look. */
    private int seen;

    /** @param name of the file; anything but letters and digits becomes a dash */
    Transcript(String name) {
        try {
            Files.createDirectories(FOLDER);
            file = Files.newOutputStream(FOLDER.resolve(name.replaceAll("[^A-Za-z0-9.]+", "-") + ".log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        lock.lock();
        try {
            text.append(new String(bytes, offset, length, StandardCharsets.ISO_8859_1));
            file.write(bytes, offset, length);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more will come: whoever waits gives up. */
    void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        end();
        lock.lock();
        try {
            file.close();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until one of these texts comes after what earlier calls have seen.
     *
     * @return the first that came; empty text when none did before the end, or in time
     */
    String await(List<String> wanted, Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (true) {
                String first = "";
                int where = Integer.MAX_VALUE;
                for (String one : wanted) {
                    int at = text.indexOf(one, seen);
                    if (at >= 0 && at < where) {
                        first = one;
                        where = at;
                    }
                }
                if (!first.isEmpty()) {
                    seen = where + first.length();
                    return first;
                }
                if (ended || left <= 0) {
                    return "";
                }
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Everything so far. */
    String text() {
        lock.lock();
        try {
            return text.toString();
        } finally {
            lock.unlock();
        }
    }

    /** As a failure message shows it: the end of it when there is much. */
    String shown() {
        String all = text();
        String end = all.length() <= SHOWN_AT_MOST ? all : "[...]" + all.substring(all.length() - SHOWN_AT_MOST);
        return "%n---- console (%s) ----%n%s%n----".formatted(FOLDER, end.replaceAll("\u001b\\[[0-9;?]*[A-Za-z]", ""));
    }
}
