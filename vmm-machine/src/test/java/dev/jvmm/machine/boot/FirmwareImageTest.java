// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirmwareImageTest {
    private static final int PAGE = 4096;
    /** What the flash holds where nothing was copied to. */
    private static final byte UNTOUCHED = 0x55;

    @TempDir
    private Path directory;

    @Test
    void pagesOfZeroesAreLeftAloneAndAllOthersCopied() throws IOException {
        byte[] image = new byte[600 * PAGE + 10];
        image[0] = 1;
        image[3 * PAGE - 1] = 2;
        image[64 * PAGE] = 3;
        image[400 * PAGE + 7] = 4;
        image[image.length - 1] = 5;
        Path file = Files.write(directory.resolve("code.fd"), image);
        byte[] expected = new byte[601 * PAGE];
        Arrays.fill(expected, UNTOUCHED);
        for (int page : new int[] {0, 2, 64, 400, 600}) {
            int length = Math.min(PAGE, image.length - page * PAGE);
            System.arraycopy(image, page * PAGE, expected, page * PAGE, length);
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment flash = arena.allocate(expected.length).fill(UNTOUCHED);
            FirmwareImage.load(file, flash);
            assertThat(flash.toArray(ValueLayout.JAVA_BYTE)).isEqualTo(expected);
        }
    }
}
