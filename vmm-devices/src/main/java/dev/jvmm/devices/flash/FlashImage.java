// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.flash;

import dev.jvmm.core.error.VmException;
import dev.jvmm.devices.flash.DurableFiles.DurableFile;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** An image file becomes the content of a flash bank. */
public final class FlashImage {
    static final int CHUNK = 64 * 1024;

    private static final byte[] ZEROES = new byte[CHUNK];

    private FlashImage() {}

    /**
     * Fills a bank from a file; what the file does not cover is erased (0xFF).
     *
     * @param bank must hold zeroes: pages of zeroes in the file leave it untouched, so that they cost the host nothing
     * @throws VmException when the file cannot be read, is empty, or is larger than the bank
     */
    public static void load(Path file, MemorySegment bank) {
        if (Files.isDirectory(file)) {
            throw VmException.configuration(file + ": is a directory, not a flash image");
        }
        try (DurableFile source = new HostFiles().openReadOnly(file)) {
            load(file, source, bank);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** As {@link #load(Path, MemorySegment)}; returns the CRC-32C of the file. */
    static int load(Path file, DurableFile source, MemorySegment bank) throws IOException {
        long size = source.size();
        if (size == 0) {
            throw VmException.configuration(file + ": the flash image is empty; name a firmware or variable image");
        }
        if (size > bank.byteSize()) {
            throw VmException.configuration(file + ": " + size + " bytes do not fit a flash bank of "
                    + (bank.byteSize() >> 20) + " MiB; name a firmware or variable image");
        }
        CRC32C crc = new CRC32C();
        byte[] chunk = new byte[CHUNK];
        for (long at = 0; at < size; at += CHUNK) {
            int length = (int) Math.min(CHUNK, size - at);
            source.read(ByteBuffer.wrap(chunk, 0, length), at);
            crc.update(chunk, 0, length);
            if (!isZero(chunk, length)) {
                MemorySegment.copy(chunk, 0, bank, ValueLayout.JAVA_BYTE, at, length);
            }
        }
        bank.asSlice(size).fill((byte) 0xFF);
        return (int) crc.getValue();
    }

    static boolean isZero(byte[] chunk, int length) {
        return Arrays.mismatch(chunk, 0, length, ZEROES, 0, length) < 0;
    }

    static VmException unreadable(Path file, IOException e) {
        return new VmException(
                VmException.Kind.CONFIGURATION,
                file + ": cannot be read (" + e.getMessage() + "); name a readable firmware or variable image",
                e);
    }
}
