// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.debian;

import dev.jvmm.core.error.VmException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a FAT volume shall hold: a tree of folders and files, in the order in which they were added. */
final class FatContent {
    /** A folder or a file. */
    sealed interface Node permits Folder, FileNode {}

    /** @param children by name; names are compared without case, so the keys are lower case */
    record Folder(Map<String, Named> children) implements Node {
        Folder() {
            this(new LinkedHashMap<>());
        }
    }

    /** @param size bytes */
    record FileNode(long size, Source source) implements Node {}

    /** A node under the name it was given. */
    record Named(String name, Node node) {}

    /** Opens a file's content; each opening starts anew. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    private final Folder root = new Folder();

    Folder root() {
        return root;
    }

    /**
     * Adds a file of the host.
     *
     * @param path with slashes, for example {@code EFI/BOOT/BOOTAA64.EFI}; folders are made as needed
     */
    FatContent add(String path, Path file) throws IOException {
        return add(path, Files.size(file), () -> Files.newInputStream(file));
    }

    FatContent add(String path, byte[] content) {
        return add(path, content.length, () -> new java.io.ByteArrayInputStream(content));
    }

    private FatContent add(String path, long size, Source source) {
        if (size > 0xffff_ffffL) {
            throw VmException.configuration(path + " has " + size + " bytes: a FAT file holds less than 4 GiB");
        }
        Folder folder = root;
        int start = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', start)) {
            String name = path.substring(start, slash);
            Named child = folder.children()
                    .computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new Named(name, new Folder()));
            if (!(child.node() instanceof Folder inner)) {
                throw VmException.configuration(path.substring(0, slash) + " is both a file and a folder");
            }
            folder = inner;
            start = slash + 1;
        }
        String name = path.substring(start);
        folder.children().put(name.toLowerCase(Locale.ROOT), new Named(name, new FileNode(size, source)));
        return this;
    }

    /** Bytes that the files need when each takes whole units of this size, folders estimated generously. */
    long sizeInUnitsOf(int unit) {
        return size(root, unit);
    }

    private static long size(Folder folder, int unit) {
        long size = Math.ceilDiv(folder.children().size() * 1024L + 64, unit) * unit;
        for (Named child : folder.children().values()) {
            size += switch (child.node()) {
                case Folder inner -> size(inner, unit);
                case FileNode file -> Math.ceilDiv(file.size(), unit) * unit;
            };
        }
        return size;
    }
}
