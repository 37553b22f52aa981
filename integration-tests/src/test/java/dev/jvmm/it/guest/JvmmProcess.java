// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.guest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code ./jvmm} as a user starts it, its streams as pipes. Confined to the test's thread. */
final class JvmmProcess implements AutoCloseable {
    private final Transcript output;
    private final Transcript errors;
    private final Process process;
    private final List<Thread> readers;

    private JvmmProcess(Transcript output, Transcript errors, Process process, List<Thread> readers) {
        this.output = output;
        this.errors = errors;
        this.process = process;
        this.readers = readers;
    }

    /**
     * Starts it.
     *
     * @param test names the files with what it writes
     * @param folder the working directory, below which the states of VMs are
     */
    static JvmmProcess start(String test, Path folder, String... arguments) throws IOException {
        Path root = Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();
        List<String> command = new ArrayList<>(List.of(root + "/jvmm"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "XDG_STATE_HOME",
                        folder.resolve("state").toString()));
        Process process = builder.start();
        Transcript output = new Transcript(test);
        Transcript errors = new Transcript(test + "-errors");
        List<Thread> readers = List.of(copy(process.getInputStream(), output), copy(process.getErrorStream(), errors));
        return new JvmmProcess(output, errors, process, readers);
    }

    private static Thread copy(InputStream from, Transcript to) {
        return Thread.ofPlatform().daemon().name("process-output").start(() -> {
            try (from) {
                from.transferTo(to);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                to.end();
            }
        });
    }

    /** Waits for this text on standard output after what has been expected there before. */
    JvmmProcess expect(String text) throws InterruptedException {
        return expect(output, text);
    }

    /** Waits for this text on standard error after what has been expected there before. */
    JvmmProcess expectError(String text) throws InterruptedException {
        return expect(errors, text);
    }

    private JvmmProcess expect(Transcript stream, String text) throws InterruptedException {
        if (stream.await(List.of(text), GuestConsole.PATIENCE).isEmpty()) {
            throw new AssertionError("jvmm never said '" + text + "'" + shown());
        }
        return this;
    }

    /** Types this, end of line included where wanted. */
    JvmmProcess send(String text) throws IOException {
        OutputStream input = process.getOutputStream();
        input.write(text.getBytes(StandardCharsets.UTF_8));
        input.flush();
        return this;
    }

    /** Ends its standard input. */
    JvmmProcess closeInput() throws IOException {
        process.getOutputStream().close();
        return this;
    }

    /** Sends SIGTERM. Not by {@link Process#destroy}, which closes the streams too. */
    JvmmProcess terminate() {
        if (!process.toHandle().destroy()) {
            throw new AssertionError("jvmm takes no signal" + shown());
        }
        return this;
    }

    /** Waits for its end. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(GuestConsole.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("jvmm does not end" + shown());
        }
        for (Thread reader : readers) {
            reader.join();
        }
        return process.exitValue();
    }

    /** What it wrote to standard error; all of it once it has ended. */
    String errors() {
        return errors.text();
    }

    /** Both streams, for an assertion's description. */
    String shown() {
        return output.shown() + "%nstandard error:%s".formatted(errors.shown());
    }

    /** Ends it at once, where a test has failed before its end. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            output.close();
            errors.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
