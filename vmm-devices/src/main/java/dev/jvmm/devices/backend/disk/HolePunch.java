// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.backend.disk;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Frees the room of a byte range of a file. The Java platform has no call for it, so the host's {@code fallocate} program
 * (util-linux) is asked; the bytes read as zero afterwards.
 */
final class HolePunch {
    private static final String PROGRAM = "fallocate";
    /** What file systems free: whole blocks. */
    private static final long BLOCK = 4096;

    private final Path program;
    private final Path file;

    private HolePunch(Path program, Path file) {
        this.program = program;
        this.file = file;
    }

    /** For that file, or null where the host has no such program. */
    static @Nullable HolePunch of(Path file) {
        String path = System.getenv("PATH");
        if (path == null) {
            return null;
        }
        for (String directory : path.split(File.pathSeparator, -1)) {
            Path candidate = Path.of(directory, PROGRAM);
            if (Files.isExecutable(candidate)) {
                return new HolePunch(candidate, file);
            }
        }
        return null;
    }

    /**
     * Frees the whole blocks inside a range; the range may hold none.
     *
     * @throws IOException when the file system cannot
     */
    void punch(long offset, long length) throws IOException {
        long start = Math.ceilDiv(offset, BLOCK) * BLOCK;
        long end = Math.floorDiv(offset + length, BLOCK) * BLOCK;
        if (start >= end) {
            return;
        }
        Process process = new ProcessBuilder(List.of(
                        program.toString(),
                        "--punch-hole",
                        "--offset",
                        Long.toString(start),
                        "--length",
                        Long.toString(end - start),
                        file.toString()))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = exitStatus(process);
        if (status != 0) {
            throw new IOException("cannot free room in " + file + ": " + output.strip());
        }
    }

    private static int exitStatus(Process process) {
        boolean interrupted = false;
        while (true) {
            try {
                int status = process.waitFor();
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
                return status;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
    }
}
