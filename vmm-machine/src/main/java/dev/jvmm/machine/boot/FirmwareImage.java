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
            for (long offset = 0; offset < source.byteSize(); offset += PAGE) {
                MemorySegment page = source.asSlice(offset, Math.min(PAGE, source.byteSize() - offset));
                MemorySegment target = flash.asSlice(offset, page.byteSize());
                if (!isZero(page)) {
                    target.copyFrom(page);
                }
            }
        } catch (IOException e) {
            throw BootFiles.unreadable("--firmware", file, e);
        }
    }

    private static boolean isZero(MemorySegment page) {
        for (long offset = 0; offset < page.byteSize(); offset++) {
            if (page.get(ValueLayout.JAVA_BYTE, offset) != 0) {
                return false;
            }
        }
        return true;
    }
}
