// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.debian;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.apache.commons.compress.archivers.cpio.CpioArchiveOutputStream;
import org.apache.commons.compress.archivers.cpio.CpioConstants;

/**
 * An initramfs as the kernel unpacks it: cpio in the {@code newc} format, gzip'd
 * (Documentation/driver-api/early-userspace/buffer-format.rst). Everything belongs to root and bears one fixed time, so
 * the same content makes the same bytes.
 */
public final class CpioArchive implements AutoCloseable {
    /** 2024-01-01T00:00:00Z, in seconds. */
    private static final long TIME = 1_704_067_200L;

    private final CpioArchiveOutputStream cpio;
    private final Set<String> folders = new HashSet<>();
    private long nextInode = 1;

    /** Writes to {@code sink}, which it closes with itself. */
    public CpioArchive(OutputStream sink) throws IOException {
        OutputStream gzip = new GZIPOutputStream(sink, 1 << 16);
        this.cpio = new CpioArchiveOutputStream(gzip, CpioConstants.FORMAT_NEW);
    }

    /** Adds a folder, with those it lies in, mode 0755; once is enough. */
    void folder(String path) throws IOException {
        if (path.isEmpty() || !folders.add(path)) {
            return;
        }
        folder(parent(path));
        put(path, CpioConstants.C_ISDIR | 0755, 2, new byte[0]);
    }

    /** Adds a file with this mode, for example 0755. */
    public void file(String path, int mode, byte[] content) throws IOException {
        folder(parent(path));
        put(path, CpioConstants.C_ISREG | mode, 1, content);
    }

    void symbolicLink(String path, String target) throws IOException {
        folder(parent(path));
        put(path, CpioConstants.C_ISLNK | 0777, 1, target.getBytes(StandardCharsets.UTF_8));
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    private void put(String path, int mode, int links, byte[] content) throws IOException {
        CpioArchiveEntry entry = new CpioArchiveEntry(CpioConstants.FORMAT_NEW, path, content.length);
        entry.setMode(mode);
        entry.setNumberOfLinks(links);
        entry.setInode(nextInode++);
        entry.setTime(TIME);
        cpio.putArchiveEntry(entry);
        cpio.write(content);
        cpio.closeArchiveEntry();
    }

    @Override
    public void close() throws IOException {
        cpio.close();
    }
}
