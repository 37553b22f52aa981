// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli;

import dev.jvmm.core.error.VmException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The file that gets the guest's output. Emptied only once the VM has been made; gone again if it never was. */
final class ConsoleFile implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;
    private final boolean isNew;
    private boolean begun;

    private ConsoleFile(Path path, FileChannel channel, boolean isNew) {
        this.path = path;
        this.channel = channel;
        this.isNew = isNew;
    }

    static ConsoleFile open(Path path) {
        boolean isNew = !Files.exists(path);
        try {
            return new ConsoleFile(
                    path, FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE), isNew);
        } catch (IOException e) {
            throw new VmException(
                    VmException.Kind.CONFIGURATION,
                    "--console file=" + path + ": it cannot be written (" + e
                            + "): name a file in a writable directory",
                    e);
        }
    }

    OutputStream output() {
        return Channels.newOutputStream(channel);
    }

    /** Forgets what an earlier VM has written. */
    void begin() throws IOException {
        begun = true;
        if (Files.isRegularFile(path)) {
            channel.truncate(0);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (isNew && !begun) {
            Files.deleteIfExists(path);
        }
    }
}
