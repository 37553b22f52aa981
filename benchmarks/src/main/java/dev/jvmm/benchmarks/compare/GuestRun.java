// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.benchmarks.compare;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A VMM's process with somebody at its standard output. Time counts from before the process is made, so that the start
 * of the JVM is in it. Used by one thread; the console's reader shares the text under the lock.
 */
final class GuestRun implements AutoCloseable {
    private static final Pattern STATS = Pattern.compile("ran for ([0-9.]+) s .*, instructions ([0-9]+)");

    private final Process process;
    private final long started;
    private final Path errors;
    private final Thread killer;
    private final Object lock = new Object();
    private final StringBuilder console = new StringBuilder(); // guarded by lock
    private boolean ended; // guarded by lock

    private GuestRun(Process process, long started, Path errors) {
        this.process = process;
        this.started = started;
        this.errors = errors;
        killer = new Thread(process::destroyForcibly);
    }

    /** Starts it with its state and standard error in this folder. */
    static GuestRun start(List<String> command, Path folder) throws IOException {
        Path errors = folder.resolve("errors");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
        long started = System.nanoTime();
        GuestRun run = new GuestRun(builder.start(), started, errors);
        Runtime.getRuntime().addShutdownHook(run.killer);
        Thread.ofPlatform().daemon().name("console").start(run::read);
        return run;
    }

    private void read() {
        byte[] bytes = new byte[8192];
        try (InputStream in = process.getInputStream()) {
            for (int count = in.read(bytes); count > 0; count = in.read(bytes)) {
                synchronized (lock) {
                    console.append(new String(bytes, 0, count, StandardCharsets.ISO_8859_1));
                    lock.notifyAll();
                }
            }
        } catch (IOException e) {
            synchronized (lock) {
                console.append(e);
            }
        } finally {
            synchronized (lock) {
                ended = true;
                lock.notifyAll();
            }
        }
    }

    long processId() {
        return process.pid();
    }

    /** Seconds from the start of the process until this was on the console. */
    double secondsUntil(String marker, Duration patience) throws InterruptedException, IOException {
        long deadline = started + patience.toNanos();
        synchronized (lock) {
            while (console.indexOf(marker) < 0) {
                long left = deadline - System.nanoTime();
                if (ended || left <= 0) {
                    throw new IOException("no '" + marker + "' on the console, which ends with:\n"
                            + console.substring(Math.max(0, console.length() - 2000)) + "\nand standard error:\n"
                            + Files.readString(errors));
                }
                TimeUnit.NANOSECONDS.timedWait(lock, left);
            }
            return (System.nanoTime() - started) * 1e-9;
        }
    }

    /** Waits until the guest has switched off and gives the whole console. */
    String awaitEnd(Duration patience) throws InterruptedException, IOException {
        long left = started + patience.toNanos() - System.nanoTime();
        if (!process.waitFor(left, TimeUnit.NANOSECONDS)) {
            throw new IOException("the guest did not switch off within " + patience.toSeconds() + " s");
        }
        synchronized (lock) {
            while (!ended) {
                lock.wait();
            }
            return console.toString();
        }
    }

    /** Ends the VM from outside: jvmm takes a second signal for it. */
    void stop() throws InterruptedException {
        for (int signal = 0; signal < 2 && process.isAlive(); signal++) {
            process.destroy();
            process.waitFor(500, TimeUnit.MILLISECONDS);
        }
        process.waitFor(10, TimeUnit.SECONDS);
    }

    /** Guest instructions per second of the VM's whole life, from what {@code jvmm run --stats} said at the end. */
    OptionalDouble instructionsPerSecond() throws IOException {
        Matcher stats = STATS.matcher(Files.readString(errors));
        if (!stats.find()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Double.parseDouble(stats.group(2)) / Double.parseDouble(stats.group(1)));
    }

    @Override
    public void close() {
        process.destroyForcibly();
        Runtime.getRuntime().removeShutdownHook(killer);
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
