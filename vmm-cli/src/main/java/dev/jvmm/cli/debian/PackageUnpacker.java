// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.debian;

import dev.jvmm.core.error.VmException;
import io.airlift.compress.v3.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the files of a binary package (deb(5)); nothing in it is run. */
final class PackageUnpacker {
    private PackageUnpacker() {}

    /**
     * Unpacks with {@code dpkg-deb}, which is faster, or without it where there is none. Where the folder has a link to a folder, such
     * as those of a merged {@code /usr}, the link stays; {@code dpkg-deb -x} would put a folder in its place.
     */
    static void unpack(Path packageFile, Path into) throws IOException {
        if (HostCommand.find("dpkg-deb").isEmpty()) {
            unpackHere(packageFile, into);
            return;
        }
        HostCommand.Result result = HostCommand.pipe(
                into,
                List.of(
                        "dpkg-deb",
                        "--fsys-tarfile",
                        packageFile.toAbsolutePath().toString()),
                List.of("tar", "-x", "-p", "-f", "-", "--keep-directory-symlink", "--warning=no-timestamp"));
        if (!result.succeeded()) {
            throw VmException.host("cannot unpack " + packageFile + ": " + result.lastError()
                    + " -- free some space, or remove the file so that it is downloaded again");
        }
    }

    /** Unpacks in this process. Owners are the current user's; device nodes are left out. */
    static void unpackHere(Path packageFile, Path into) throws IOException {
        readFiles(packageFile, tar -> unpackTar(tar, into));
    }

    /** The owners that the package gives its files, by path without a leading {@code ./}, root:root left out. */
    static Map<String, Ext4Image.Owner> ownersOtherThanRoot(Path packageFile) throws IOException {
        Map<String, Ext4Image.Owner> owners = new HashMap<>();
        readFiles(packageFile, tar -> {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Ext4Image.Owner owner = new Ext4Image.Owner((int) entry.getLongUserId(), (int) entry.getLongGroupId());
                if (!owner.equals(Ext4Image.Owner.ROOT)) {
                    owners.put(
                            Path.of("/", entry.getName()).normalize().toString().substring(1), owner);
                }
            }
        });
        return owners;
    }

    @FunctionalInterface
    private interface TarReader {
        void read(TarArchiveInputStream tar) throws IOException;
    }

    private static void readFiles(Path packageFile, TarReader reader) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(packageFile));
                ArArchiveInputStream archive = new ArArchiveInputStream(file)) {
            ArArchiveEntry member = archive.getNextEntry();
            while (member != null && !member.getName().startsWith("data.tar")) {
                member = archive.getNextEntry();
            }
            if (member == null) {
                throw VmException.host(packageFile + " holds no data.tar: remove it so that it is downloaded again");
            }
            reader.read(new TarArchiveInputStream(decompressed(archive, member.getName())));
        }
    }

    private static InputStream decompressed(InputStream data, String name) throws IOException {
        if (name.endsWith(".xz")) {
            return new XZInputStream(data);
        }
        if (name.endsWith(".zst")) {
            return new ZstdInputStream(data);
        }
        return name.endsWith(".gz") ? new GZIPInputStream(data) : data;
    }

    private static void unpackTar(TarArchiveInputStream tar, Path into) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path place = into.resolve(entry.getName()).normalize();
            if (!place.startsWith(into)) {
                throw VmException.host("the package names a path outside itself: " + entry.getName());
            }
            if (entry.isDirectory()) {
                if (!Files.isDirectory(place)) {
                    Files.createDirectories(place);
                }
                setMode(place, entry.getMode() | 0700);
                continue;
            }
            Files.createDirectories(place.getParent());
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(place);
            }
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(place, Path.of(entry.getLinkName()));
            } else if (entry.isLink()) {
                Files.createLink(place, into.resolve(entry.getLinkName()).normalize());
            } else if (entry.isFile()) {
                Files.copy(tar, place, StandardCopyOption.REPLACE_EXISTING);
                setMode(place, entry.getMode());
            }
        }
    }

    private static void setMode(Path path, int mode) throws IOException {
        Files.setAttribute(path, "unix:mode", mode & 07777, LinkOption.NOFOLLOW_LINKS);
    }
}
