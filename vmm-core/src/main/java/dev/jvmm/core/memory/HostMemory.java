// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.core.memory;

import dev.jvmm.core.error.VmException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Host memory that stands behind guest memory, mapped lazily: a page costs the host nothing until it is touched.
 *
 * <p>{@link Arena#allocate} would zero, and so touch, every byte; a map of a sparse, already unlinked file does not. The
 * file lives on a memory file system where the host has one with room, else in the temporary directory.
 */
public final class HostMemory {
    private static final Path MEMORY_FILE_SYSTEM = Path.of("/dev/shm");

    private HostMemory() {}

    /**
     * Maps {@code size} bytes of zeroes.
     *
     * @param arena what ends the mapping; must be shared, since vCPUs and workers all use it
     * @param size in bytes, positive
     * @throws VmException when no directory can hold a file of that size
     */
    public static MemorySegment map(Arena arena, long size) {
        if (size <= 0) {
            throw new IllegalStateException("host memory of " + size + " bytes asked for");
        }
        List<String> refusals = new ArrayList<>();
        for (Path directory : List.of(MEMORY_FILE_SYSTEM, Path.of(System.getProperty("java.io.tmpdir")))) {
            try {
                if (Files.getFileStore(directory).getUsableSpace() < size) {
                    refusals.add(directory + ": not enough room");
                    continue;
                }
                return mapIn(directory, arena, size);
            } catch (IOException e) {
                refusals.add(directory + ": " + e.getMessage());
            }
        }
        throw VmException.host("cannot map " + (size >> 20) + " MiB of guest memory (" + String.join("; ", refusals)
                + "): give the VM less with --memory, or set -Djava.io.tmpdir to a directory with room");
    }

    private static MemorySegment mapIn(Path directory, Arena arena, long size) throws IOException {
        Path file = Files.createTempFile(directory, "jvmm-ram-", "");
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
            return channel.map(MapMode.READ_WRITE, 0, size, arena);
        }
    }
}
