// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.debian;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whole folders: made beside their place and moved there when complete, and removed. */
final class FileTrees {
    private FileTrees() {}

    /** Fills a fresh folder or writes a fresh file. */
    @FunctionalInterface
    interface Maker {
        void make(Path place) throws IOException;
    }

    /**
     * The folder, made by {@code maker} when absent. Others see it complete or not at all: it is filled under a
     * temporary name and renamed, under a lock.
     */
    static Path folder(Path folder, Maker maker) throws IOException {
        return madeOnce(folder, temporary -> {
            Files.createDirectory(temporary);
            maker.make(temporary);
        });
    }

    /** The file, written by {@code maker} when absent, in the same way. */
    static Path file(Path file, Maker maker) throws IOException {
        return madeOnce(file, maker);
    }

    private static Path madeOnce(Path place, Maker maker) throws IOException {
        if (Files.exists(place)) {
            return place;
        }
        Files.createDirectories(place.getParent());
        try (CacheLock _ = CacheLock.take(place.resolveSibling("." + place.getFileName() + ".lock"))) {
            if (Files.exists(place)) {
                return place;
            }
            Path temporary = place.resolveSibling("." + place.getFileName() + ".new");
            delete(temporary);
            try {
                maker.make(temporary);
                Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                throw new IllegalStateException("rename within one folder", e);
            } finally {
                delete(temporary);
            }
            return place;
        }
    }

    /** Removes a file or a folder with all it holds; symbolic links are not followed. Absent is fine. */
    static void delete(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                // packages hold folders that their owner may not write to
                Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(folder));
                if (permissions.addAll(EnumSet.of(
                        PosixFilePermission.OWNER_READ,
                        PosixFilePermission.OWNER_WRITE,
                        PosixFilePermission.OWNER_EXECUTE))) {
                    Files.setPosixFilePermissions(folder, permissions);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
