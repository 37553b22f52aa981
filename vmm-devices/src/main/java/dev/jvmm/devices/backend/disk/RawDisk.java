// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.backend.disk;

import dev.jvmm.core.error.VmException;
import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file whose bytes are the disk's.
 *
 * <p>Where nobody said that the file is raw, it was taken for raw because it starts like no other format; then the guest
 * must not be able to change that verdict for the next start, so a write that would make sector 0 look like the start of
 * another format is refused.
 */
public final class RawDisk implements DiskBackend {
    private static final int PIECE = 64 << 10;
    private static final MemorySegment ZEROES =
            MemorySegment.ofBuffer(ByteBuffer.allocateDirect(PIECE)).asReadOnly();

    private final String name;
    private final ImageFile file;
    private final FileChannel channel;
    private final long size;
    private final boolean readOnly;
    private final boolean formatGuessed;
    private final @Nullable HolePunch holes;
    // Held over a check of sector 0 and the write that was checked.
    private final Object firstSector = new Object();

    private RawDisk(Path path, ImageFile file, long size, boolean readOnly, boolean formatGuessed) {
        name = path.toString();
        this.file = file;
        channel = file.channel();
        this.size = size;
        this.readOnly = readOnly;
        this.formatGuessed = formatGuessed;
        holes = readOnly ? null : HolePunch.of(path);
    }

    /**
     * Opens an image of which the user said that it is raw ({@code format=raw}).
     *
     * @throws VmException when it cannot be opened, is in use, or is no whole number of sectors
     */
    public static RawDisk open(Path path, boolean readOnly) {
        return open(path, readOnly, false);
    }

    /**
     * Opens an image whose format nobody gave: raw, unless it starts like an image of another format, which is refused.
     *
     * @throws VmException when it is not raw, cannot be opened, is in use, or is no whole number of sectors
     */
    public static RawDisk openGuessingFormat(Path path, boolean readOnly) {
        return open(path, readOnly, true);
    }

    private static RawDisk open(Path path, boolean readOnly, boolean formatGuessed) {
        ImageFile file = ImageFile.open(path, readOnly);
        boolean accepted = false;
        try {
            long size = checkedSize(path, file.channel());
            if (formatGuessed) {
                refuseOtherFormats(path, file.channel());
            }
            accepted = true;
            return new RawDisk(path, file, size, readOnly, formatGuessed);
        } catch (IOException e) {
            throw VmException.configuration(
                    "cannot read " + path + " (" + e.getMessage() + "): check the file and the disk it is on");
        } finally {
            if (!accepted) {
                file.close();
            }
        }
    }

    private static long checkedSize(Path path, FileChannel channel) throws IOException {
        long size = channel.size();
        if (size == 0) {
            throw VmException.configuration(path + " is empty: give it a size with truncate -s 10G " + path);
        }
        if (size % SECTOR != 0) {
            throw VmException.configuration(path + " is " + size + " bytes long, not a multiple of " + SECTOR
                    + ": is it raw? If so, pad it with truncate -s %" + SECTOR + " " + path);
        }
        return size;
    }

    private static void refuseOtherFormats(Path path, FileChannel channel) throws IOException {
        byte[] header = new byte[ImageFormat.HEADER_BYTES];
        readFully(channel, 0, MemorySegment.ofArray(header));
        ImageFormat format = ImageFormat.recognise(header);
        if (format != null) {
            throw VmException.configuration(path + " is a " + format.label()
                    + " image: convert it with qemu-img convert -O raw " + path + " " + path
                    + ".raw, or say format=raw if its very bytes are the disk");
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean readOnly() {
        return readOnly;
    }

    @Override
    public void read(long offset, MemorySegment target) throws IOException {
        readFully(channel, offset, target);
    }

    private static void readFully(FileChannel channel, long offset, MemorySegment target) throws IOException {
        ByteBuffer buffer = target.asByteBuffer();
        long at = offset;
        while (buffer.hasRemaining()) {
            int bytes = channel.read(buffer, at);
            if (bytes < 0) {
                throw new EOFException("the image ends at " + at + ": it was cut while in use");
            }
            at += bytes;
        }
    }

    @Override
    public void write(long offset, MemorySegment source) throws IOException {
        requireWritable();
        if (!formatGuessed || offset >= SECTOR) {
            writeFully(offset, source);
            return;
        }
        long inFirstSector = Math.min(SECTOR - offset, source.byteSize());
        writeFirstSector((int) offset, source.asSlice(0, inFirstSector));
        if (inFirstSector < source.byteSize()) {
            writeFully(SECTOR, source.asSlice(inFirstSector));
        }
    }

    /** Checks and writes the same private copy, since the guest may change its buffer in between. */
    private void writeFirstSector(int offset, MemorySegment source) throws IOException {
        byte[] sector = new byte[SECTOR];
        MemorySegment copy = MemorySegment.ofArray(sector);
        synchronized (firstSector) {
            readFully(channel, 0, copy);
            MemorySegment.copy(source, 0, copy, offset, source.byteSize());
            ImageFormat format = ImageFormat.recognise(sector);
            if (format != null) {
                throw new IOException(name + ": the guest wrote the start of a " + format.label()
                        + " image to sector 0; give the disk format=raw to allow that");
            }
            writeFully(0, copy);
        }
    }

    private void writeFully(long offset, MemorySegment source) throws IOException {
        ByteBuffer buffer = source.asByteBuffer();
        long at = offset;
        while (buffer.hasRemaining()) {
            at += channel.write(buffer, at);
        }
    }

    private void requireWritable() throws IOException {
        if (readOnly) {
            throw new IOException(name + " was opened read-only");
        }
    }

    @Override
    public void flush() throws IOException {
        if (!readOnly) {
            channel.force(false);
        }
    }

    @Override
    public boolean discards() {
        return holes != null;
    }

    @Override
    public void discard(long offset, long length) throws IOException {
        requireWritable();
        if (holes != null) {
            holes.punch(offset, length);
        }
    }

    /** Writes zeroes where there are none yet, so that holes of a sparse file stay holes. */
    @Override
    public void writeZeroes(long offset, long length) throws IOException {
        requireWritable();
        MemorySegment found = MemorySegment.ofBuffer(ByteBuffer.allocateDirect((int) Math.min(PIECE, length)));
        long done = 0;
        while (done < length) {
            long bytes = Math.min(PIECE, length - done);
            MemorySegment there = found.asSlice(0, bytes);
            readFully(channel, offset + done, there);
            MemorySegment zeroes = ZEROES.asSlice(0, bytes);
            if (there.mismatch(zeroes) >= 0) {
                writeFully(offset + done, zeroes);
            }
            done += bytes;
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
