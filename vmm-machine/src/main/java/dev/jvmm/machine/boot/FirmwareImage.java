// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.boot;

import dev.jvmm.core.error.VmException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Firmware on its way into the code flash. */
public final class FirmwareImage {
    private static final int SMALLEST = 4096;
    private static final int PAGE = 4096;
    private static final int CHUNK = 64 * PAGE;

    private FirmwareImage() {}

    /**
     * Looks at {@code file} without loading it.
     *
     * @param flashSize bytes of the code flash
     * @throws VmException when it cannot be firmware
     */
    public static void check(Path file, long flashSize) {
        long size = BootFiles.check("--firmware", file);
        if (size < SMALLEST) {
            throw VmException.configuration("--firmware " + file + ": with " + size
                    + " bytes it is too small to be firmware: name a QEMU_EFI.fd, AAVMF_CODE.fd or u-boot.bin");
        }
        if (size > flashSize) {
            throw VmException.configuration("--firmware " + file + ": with " + size + " bytes it does not fit the "
                    + (flashSize >> 20) + " MiB of flash: use a build for QEMU's virt machine");
        }
    }

    /**
     * Copies {@code file} to the start of {@code flash}; the rest stays as it is. Pages of zeroes are not touched, so that
     * padding costs no memory.
     *
     * @throws VmException when it cannot be firmware
     */
    public static void load(Path file, MemorySegment flash) {
        check(file, flash.byteSize());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                Arena arena = Arena.ofConfined()) {
            MemorySegment source = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
            if (source.get(ValueLayout.JAVA_INT_UNALIGNED, 0) == 0) {
                throw VmException.configuration("--firmware " + file
                        + ": it does not begin with an instruction: perhaps it is the variables' file (VARS); name the"
                        + " code's (CODE)");
            }
            copyNonZero(source, flash, arena.allocate(CHUNK), CHUNK);
        } catch (IOException e) {
            throw BootFiles.unreadable("--firmware", file, e);
        }
    }

    /**
     * Copies what isn't zero, by pages.
     *
     * @param zeroes at least {@code step} of them
     * @param step bytes to look at together: first many, since most of an image is padding
     */
    private static void copyNonZero(MemorySegment source, MemorySegment target, MemorySegment zeroes, int step) {
        for (long offset = 0; offset < source.byteSize(); offset += step) {
            MemorySegment piece = source.asSlice(offset, Math.min(step, source.byteSize() - offset));
            MemorySegment place = target.asSlice(offset, piece.byteSize());
            if (piece.mismatch(zeroes.asSlice(0, piece.byteSize())) < 0) {
                continue;
            }
            if (step > PAGE) {
                copyNonZero(piece, place, zeroes, PAGE);
            } else {
                place.copyFrom(piece);
            }
        }
    }
}
