// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.debian;

import dev.jvmm.core.error.VmException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs a program of the host to its end. */
final class HostCommand {
    private HostCommand() {}

    /** How a program ended and what it said, standard output and standard error apart. */
    record Result(int exitCode, String output, String errors) {
        boolean succeeded() {
            return exitCode == 0;
        }

        /** The last line of standard error, which is where programs say what went wrong; empty when there is none. */
        String lastError() {
            return errors.lines()
                    .filter(line -> !line.isBlank())
                    .reduce("", (first, second) -> second)
                    .strip();
        }
    }

    /** Runs it in the folder, with these variables added to the environment and messages in English. */
    static Result run(Path folder, Map<String, String> environment, List<String> command) {
        return run(folder, environment, command, line -> {});
    }

    /** Like the other, and hands over each line of standard output as it comes. */
    static Result run(Path folder, Map<String, String> environment, List<String> command, Consumer<String> onLine) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
        } catch (IOException e) {
            throw new VmException(
                    VmException.Kind.HOST,
                    "cannot run " + command.getFirst() + " (" + e.getMessage() + "): install it or put it on PATH",
                    e);
        }
        StringJoiner errors = new StringJoiner("\n");
        Thread errorReader =
                Thread.ofVirtual().start(() -> readLines(process.errorReader(StandardCharsets.UTF_8), errors::add));
        StringJoiner output = new StringJoiner("\n");
        try {
            readLines(
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)),
                    line -> {
                        output.add(line);
                        onLine.accept(line);
                    });
            int exitCode = process.waitFor();
            errorReader.join();
            return new Result(exitCode, output.toString(), errors.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VmException(
                    VmException.Kind.HOST, "interrupted while " + command.getFirst() + " ran: start again", e);
        } finally {
            process.destroy();
        }
    }

    /** Runs two in the folder, what the first writes being what the second reads. */
    static Result pipe(Path folder, List<String> first, List<String> second) {
        List<ProcessBuilder> builders = Stream.of(first, second)
                .map(command -> new ProcessBuilder(command).directory(folder.toFile()))
                .toList();
        builders.forEach(builder -> builder.environment().put("LC_ALL", "C.UTF-8"));
        List<Process> processes = List.of();
        try {
            processes = ProcessBuilder.startPipeline(builders);
            List<String> errors = Collections.synchronizedList(new ArrayList<>());
            List<Thread> errorReaders = processes.stream()
                    .map(process -> Thread.ofVirtual()
                            .start(() -> readLines(process.errorReader(StandardCharsets.UTF_8), errors::add)))
                    .toList();
            StringJoiner output = new StringJoiner("\n");
            readLines(processes.getLast().inputReader(StandardCharsets.UTF_8), output::add);
            int exitCode = 0;
            for (Process process : processes) {
                exitCode = Math.max(exitCode, process.waitFor());
            }
            for (Thread reader : errorReaders) {
                reader.join();
            }
            return new Result(exitCode, output.toString(), String.join("\n", errors));
        } catch (IOException e) {
            throw new VmException(
                    VmException.Kind.HOST,
                    "cannot run " + first.getFirst() + " and " + second.getFirst() + " (" + e.getMessage()
                            + "): install them or put them on PATH",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VmException(
                    VmException.Kind.HOST, "interrupted while " + first.getFirst() + " ran: start again", e);
        } finally {
            processes.forEach(Process::destroy);
        }
    }

    private static void readLines(BufferedReader reader, Consumer<String> sink) {
        try (reader) {
            reader.lines().forEach(sink);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where a program lies: on PATH, or in the folders for administrators that PATH often lacks. */
    static Optional<Path> find(String program) {
        return candidates(program).findFirst();
    }

    /** Like {@link #find}, and passes over one folder. */
    static Optional<Path> findOutside(Path folder, String program) {
        return candidates(program)
                .filter(file -> !folder.equals(file.getParent()))
                .findFirst();
    }

    private static Stream<Path> candidates(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("") + ":/usr/local/sbin:/usr/sbin:/sbin";
        return path.lines()
                .flatMap(line -> java.util.regex.Pattern.compile(":").splitAsStream(line))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable);
    }
}
