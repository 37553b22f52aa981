// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.state;

import dev.jvmm.core.error.VmException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a VM keeps what belongs to it and not to its disks, by its name: UEFI variables. Locked while the VM lives, so
 * that no two have the same name.
 */
public final class StateDirectory implements AutoCloseable {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private final Path directory;
    private final FileChannel channel;

    private StateDirectory(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /** {@code $XDG_STATE_HOME/jvmm}, else {@code ~/.local/state/jvmm} (XDG Base Directory Specification 0.8). */
    public static Path root(Map<String, String> environment) {
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        Path home = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
        Path base = state.startsWith("/") ? Path.of(state) : home.resolve(".local/state");
        return base.resolve("jvmm");
    }

    /**
     * Opens, makes where it lacks, and locks the directory of VM {@code name}.
     *
     * @throws VmException when another VM of that name lives, or it cannot be written
     */
    public static StateDirectory open(Path root, String name) {
        Path directory = root.resolve(name);
        try {
            Files.createDirectories(root);
            if (!Files.isDirectory(directory)) {
                Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            }
            FileChannel channel =
                    FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw VmException.configuration(
                        "a VM named " + name + " is running: stop it, or give this one another name with --name");
            }
            return new StateDirectory(directory, channel);
        } catch (IOException e) {
            throw new VmException(
                    VmException.Kind.CONFIGURATION,
                    directory + ": the VM's state cannot be kept there (" + e
                            + "): make it writable, or set XDG_STATE_HOME to a directory that is",
                    e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by another VM of this JVM
        }
    }

    /** The file of the UEFI variables, which may not be there yet. */
    public Path variables() {
        return directory.resolve("vars.fd");
    }

    /** Lets another VM have the name. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
