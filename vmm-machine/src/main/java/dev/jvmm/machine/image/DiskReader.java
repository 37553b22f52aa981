// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Reads parts of an image that nobody has vouched for: never more than asked for, never beyond its end. */
final class DiskReader {
    private final FileChannel channel;
    private final long start;
    private final long size;

    private DiskReader(FileChannel channel, long start, long size) {
        this.channel = channel;
        this.start = start;
        this.size = size;
    }

    static DiskReader of(FileChannel channel) throws IOException {
        return new DiskReader(channel, 0, channel.size());
    }

    /** The part from {@code offset}; what of it lies beyond the end is not there. */
    DiskReader part(long offset, long length) {
        long begin = Math.clamp(offset, 0, size);
        return new DiskReader(channel, start + begin, Math.clamp(length, 0, size - begin));
    }

    long size() {
        return size;
    }

    /**
     * The {@code length} bytes at {@code offset}, little-endian.
     *
     * @throws BrokenImageException when the image ends before
     */
    ByteBuffer read(long offset, int length) throws IOException {
        if (offset < 0 || offset > size || length > size - offset) {
            throw new BrokenImageException("it ends before byte " + Math.max(0, offset) + " + " + length);
        }
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, start + offset + bytes.position()) < 0) {
                throw new BrokenImageException("it became shorter while it was read");
            }
        }
        return bytes.flip();
    }

    /** A structure on the disk makes no sense; the message says which. */
    static final class BrokenImageException extends IOException {
        private static final long serialVersionUID = 1L;

        BrokenImageException(String message) {
            super(message);
        }
    }
}
