// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.guest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Copies a disk image and leaves out what is zero: an image of 1 GB has a tenth of that in it. */
final class SparseCopy {
    private static final int CHUNK = 1 << 16;

    private SparseCopy() {}

    /** @param to must not be there yet */
    static void copy(Path from, Path to) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocate(CHUNK);
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ);
                FileChannel out = FileChannel.open(
                        to, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW, StandardOpenOption.SPARSE)) {
            long size = in.size();
            long at = 0;
            while (in.read(chunk) >= 0) {
                chunk.flip();
                int length = chunk.remaining();
                boolean last = at + length == size;
                if (last || chunk.mismatch(zeros.slice(0, length)) >= 0) {
                    for (long place = at; chunk.hasRemaining(); ) {
                        place += out.write(chunk, place);
                    }
                }
                at += length;
                chunk.clear();
            }
        }
    }
}
