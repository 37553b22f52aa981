// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.boot;

import dev.jvmm.core.error.VmException;
import io.airlift.compress.v3.MalformedInputException;
import io.airlift.compress.v3.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.tukaani.xz.XZInputStream;

/** Recognises a kernel's format by its first bytes and takes it out of its wrappings. */
public final class KernelReader {
    private static final int GZIP_MAGIC = 0x8b1f;
    private static final int ELF_MAGIC = 0x464c_457f;
    /** {@code "ARM\x64"} at offset 56 of an Image. */
    private static final int IMAGE_MAGIC = 0x644d_5241;

    private static final int IMAGE_HEADER_SIZE = 64;
    private static final int MZ_MAGIC = 0x5a4d;
    /** {@code "zimg"} at offset 4 of an EFI zboot image. */
    private static final int ZBOOT_MAGIC = 0x676d_697a;

    private static final int ZBOOT_HEADER_SIZE = 64;
    private static final long OLD_TEXT_OFFSET = 0x8_0000;

    private static final int ELF_HEADER_SIZE = 64;
    private static final int ELF_PROGRAM_HEADER_SIZE = 56;
    private static final int ELF_CLASS_64 = 2;
    private static final int ELF_LITTLE_ENDIAN = 1;
    private static final int ELF_MACHINE_AARCH64 = 183;
    private static final int ELF_LOAD = 1;

    /** A boot loader wraps a kernel once, perhaps twice; more is a mistake or an attack. */
    private static final int DEEPEST_WRAPPING = 3;

    private final Path file;
    private final long limit;

    private KernelReader(Path file, long limit) {
        this.file = file;
        this.limit = limit;
    }

    /**
     * Reads {@code file}.
     *
     * @param limit bytes that are too many, compressed or not: the size of RAM
     * @throws VmException when it cannot be read, is damaged, or is no kernel for this machine
     */
    public static KernelImage read(Path file, long limit) {
        byte[] bytes = BootFiles.read("--kernel", file, limit);
        return new KernelReader(file, limit).parse(bytes, 0);
    }

    private KernelImage parse(byte[] bytes, int depth) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (depth > DEEPEST_WRAPPING) {
            throw refusal("is compressed more than " + DEEPEST_WRAPPING + " times over", "unpack it");
        }
        if (bytes.length >= 2 && Short.toUnsignedInt(in.getShort(0)) == GZIP_MAGIC) {
            return parse(unpack("gzip", bytes, 0, bytes.length), depth + 1);
        }
        if (bytes.length >= ZBOOT_HEADER_SIZE
                && Short.toUnsignedInt(in.getShort(0)) == MZ_MAGIC
                && in.getInt(4) == ZBOOT_MAGIC) {
            return parse(unpackZboot(in, bytes), depth + 1);
        }
        if (bytes.length >= IMAGE_HEADER_SIZE && in.getInt(56) == IMAGE_MAGIC) {
            return image(in, bytes);
        }
        if (bytes.length >= ELF_HEADER_SIZE && in.getInt(0) == ELF_MAGIC) {
            return elf(in, bytes);
        }
        if (bytes.length >= 2 && Short.toUnsignedInt(in.getShort(0)) == MZ_MAGIC) {
            throw refusal("is an EFI application without an arm64 kernel header", "boot it from a disk, with firmware");
        }
        return new KernelImage.Flat(bytes);
    }

    // Linux drivers/firmware/efi/libstub/zboot-header.S
    private byte[] unpackZboot(ByteBuffer in, byte[] bytes) {
        long offset = Integer.toUnsignedLong(in.getInt(8));
        long size = Integer.toUnsignedLong(in.getInt(12));
        if (offset > bytes.length || size > bytes.length - offset) {
            throw refusal("is cut short: its payload should end at byte " + (offset + size), "copy it again");
        }
        int end = 24;
        while (end < 56 && bytes[end] != 0) {
            end++;
        }
        String method = new String(bytes, 24, end - 24, StandardCharsets.US_ASCII);
        return unpack(method, bytes, (int) offset, (int) size);
    }

    private byte[] unpack(String method, byte[] bytes, int offset, int size) {
        ByteArrayInputStream packed = new ByteArrayInputStream(bytes, offset, size);
        try (InputStream in = switch (method) {
            case "gzip" -> new GZIPInputStream(packed);
            case "zstd", "zstd22" -> new ZstdInputStream(packed);
            case "xz", "xzkern" -> new XZInputStream(packed);
            default ->
                throw refusal(
                        "is compressed with '" + method + "', which is not known here",
                        "use one with gzip, zstd or xz, or unpack it");
        }) {
            byte[] unpacked = in.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 16));
            if (unpacked.length > limit) {
                throw BootFiles.tooLarge("--kernel", file, "unpacked", limit);
            }
            return unpacked;
        } catch (IOException | MalformedInputException e) {
            throw refusal("cannot be unpacked (" + method + ": " + e.getMessage() + ")", "copy it again");
        }
    }

    private KernelImage image(ByteBuffer in, byte[] bytes) {
        long textOffset = in.getLong(8);
        long imageSize = in.getLong(16);
        if (imageSize == 0) { // before Linux 3.17
            return new KernelImage.Arm64Image(bytes, OLD_TEXT_OFFSET, bytes.length);
        }
        if (textOffset < 0 || textOffset >= limit || imageSize < 0 || imageSize > limit) {
            throw BootFiles.tooLarge("--kernel", file, "by its header", limit);
        }
        return new KernelImage.Arm64Image(bytes, textOffset, Math.max(imageSize, bytes.length));
    }

    // System V ABI, generic part, chapters 4 and 5; Arm IHI 0056 (ELF for AArch64).
    private KernelImage elf(ByteBuffer in, byte[] bytes) {
        if (in.get(4) != ELF_CLASS_64
                || in.get(5) != ELF_LITTLE_ENDIAN
                || Short.toUnsignedInt(in.getShort(18)) != ELF_MACHINE_AARCH64) {
            throw refusal("is an ELF file for another machine", "use one for little-endian AArch64");
        }
        long entry = in.getLong(24);
        long tableOffset = in.getLong(32);
        int entrySize = Short.toUnsignedInt(in.getShort(54));
        int entries = Short.toUnsignedInt(in.getShort(56));
        if (entrySize < ELF_PROGRAM_HEADER_SIZE
                || tableOffset < 0
                || tableOffset > bytes.length
                || (long) entrySize * entries > bytes.length - tableOffset) {
            throw refusal("is an ELF file without whole program headers", "copy it again");
        }
        List<KernelImage.Segment> segments = new ArrayList<>();
        long physicalEntry = entry;
        for (int i = 0; i < entries; i++) {
            int at = (int) tableOffset + i * entrySize;
            long offset = in.getLong(at + 8);
            long virtual = in.getLong(at + 16);
            long physical = in.getLong(at + 24);
            long fileSize = in.getLong(at + 32);
            long memorySize = in.getLong(at + 40);
            if (in.getInt(at) != ELF_LOAD || memorySize == 0) {
                continue;
            }
            if (offset < 0
                    || fileSize < 0
                    || offset > bytes.length
                    || fileSize > bytes.length - offset
                    || memorySize < fileSize) {
                throw refusal("is an ELF file whose segment " + i + " lies outside it", "copy it again");
            }
            segments.add(new KernelImage.Segment(bytes, (int) offset, (int) fileSize, physical, memorySize));
            if (entry >= virtual && entry - virtual < memorySize) {
                physicalEntry = physical + (entry - virtual);
            }
        }
        if (segments.isEmpty()) {
            throw refusal("is an ELF file with nothing to load", "use an executable");
        }
        return new KernelImage.Elf(segments, physicalEntry);
    }

    private VmException refusal(String what, String mend) {
        return VmException.configuration("--kernel " + file + ": it " + what + ": " + mend);
    }
}
