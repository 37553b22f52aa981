// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.debian;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Builds a raw disk image: GPT, an EFI system partition with FAT32, and if wanted a root partition. The same parts and
 * the same name make the same bytes. Unused space takes none on the host.
 */
public final class DiskImage {
    private static final long ALIGNMENT_BLOCKS = (1L << 20) / GptWriter.BLOCK_SIZE;
    private static final int COPY_UNIT = 1 << 16;

    private final String name;
    private final FatContent esp = new FatContent();
    private Optional<Path> root = Optional.empty();
    private long espSpareBytes = 8L << 20;

    /** @param name what the partition and disk GUIDs are derived from */
    public DiskImage(String name) {
        this.name = name;
    }

    /** Adds a file to the EFI system partition, for example as {@code EFI/BOOT/BOOTAA64.EFI}. */
    public DiskImage espFile(String path, Path file) throws IOException {
        esp.add(path, file);
        return this;
    }

    /** Adds a text file to the EFI system partition. */
    public DiskImage espFile(String path, String text) {
        esp.add(path, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** How much of the EFI system partition stays free, in bytes. */
    public DiskImage espSpare(long bytes) {
        this.espSpareBytes = bytes;
        return this;
    }

    /** Adds a partition with this file system image as its content, for an arm64 Linux root. */
    public DiskImage root(Path fileSystemImage) {
        this.root = Optional.of(fileSystemImage);
        return this;
    }

    /** Writes the image, complete or not at all; an existing file is replaced. */
    public void write(Path file) throws IOException {
        long espBlocks = Fat32Writer.sizeFor(esp, espSpareBytes) / GptWriter.BLOCK_SIZE;
        long espFirst = ALIGNMENT_BLOCKS;
        List<GptWriter.Partition> partitions = new ArrayList<>();
        partitions.add(new GptWriter.Partition(
                GptWriter.EFI_SYSTEM, guid("esp"), espFirst, espFirst + espBlocks - 1, "EFI System Partition"));
        long end = espFirst + espBlocks;
        long rootFirst = Math.ceilDiv(end, ALIGNMENT_BLOCKS) * ALIGNMENT_BLOCKS;
        if (root.isPresent()) {
            long rootBlocks = Math.ceilDiv(Files.size(root.get()), (long) GptWriter.BLOCK_SIZE);
            partitions.add(new GptWriter.Partition(
                    GptWriter.LINUX_ROOT_ARM64, guid("root"), rootFirst, rootFirst + rootBlocks - 1, "root"));
            end = rootFirst + rootBlocks;
        }
        long blocks = (Math.ceilDiv(end, ALIGNMENT_BLOCKS) + 1) * ALIGNMENT_BLOCKS;

        Path temporary = file.resolveSibling("." + file.getFileName() + ".new");
        try {
            try (FileChannel disk = FileChannel.open(
                    temporary,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE)) {
                GptWriter.write(disk, blocks, guid("disk"), partitions);
                Fat32Writer.write(disk, espFirst, espBlocks, "ESP", guid("esp").hashCode(), esp);
                if (root.isPresent()) {
                    copySparse(root.get(), disk, rootFirst * GptWriter.BLOCK_SIZE);
                }
            }
            Files.move(temporary, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private UUID guid(String part) {
        return UUID.nameUUIDFromBytes((name + "/" + part).getBytes(StandardCharsets.UTF_8));
    }

    /** Copies a file, leaving out blocks of zeros: what isn't written reads as zeros. */
    static void copySparse(Path source, FileChannel target, long position) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocateDirect(COPY_UNIT);
        ByteBuffer piece = ByteBuffer.allocateDirect(COPY_UNIT);
        try (FileChannel channel = FileChannel.open(source, StandardOpenOption.READ)) {
            long at = position;
            while (channel.read(piece.clear()) >= 0) {
                piece.flip();
                int length = piece.limit();
                if (!piece.equals(zeros.limit(length))) {
                    for (long to = at; piece.hasRemaining(); ) {
                        to += target.write(piece, to);
                    }
                }
                at += length;
            }
        }
    }
}
