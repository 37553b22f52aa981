// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.benchmarks.compare;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the disk kernels read: 1 MiB of zeroes, then 32 MiB of 64-bit words, each its index times an odd number. */
final class DiskData {
    private static final int LEAD = 1 << 20;
    private static final int WORDS = (32 << 20) / Long.BYTES;
    private static final int WORDS_IN_PAGE = 4096 / Long.BYTES;
    private static final long FACTOR = 0x9E37_79B9_7F4A_7C15L;

    private DiskData() {}

    static void write(Path file) throws IOException {
        ByteBuffer page = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write(new byte[LEAD]);
            for (int first = 0; first < WORDS; first += WORDS_IN_PAGE) {
                for (int word = 0; word < WORDS_IN_PAGE; word++) {
                    page.putLong(word * Long.BYTES, (first + word) * FACTOR);
                }
                out.write(page.array());
            }
        }
    }

    /** What the guests compute of it: the sum of the first word of each 4 KiB. */
    static long checksum() {
        long sum = 0;
        for (int first = 0; first < WORDS; first += WORDS_IN_PAGE) {
            sum += first * FACTOR;
        }
        return sum;
    }
}
