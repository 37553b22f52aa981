// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.flash;

import dev.jvmm.devices.flash.DurableFiles.DurableFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * An append-only file of changes to a base image. A change counts when it and all before it are whole: its checksum covers
 * its place in the file and a number drawn for this use of the file, so that neither a torn write nor what an
 * earlier use left in the same blocks is taken for one.
 *
 * <p>Layout, little-endian. Header: magic (8), CRC-32C of the base image (4), its length (8), the number (8), CRC-32C of
 * these (4). Record: data length (4), fill length (4), offset (8), CRC-32C of number, position and all else (4), data. It
 * says that the image has data at offset, and 0xFF from the data's end to the fill's. For one thread at a time.
 */
final class VariableJournal {
    static final int HEADER_BYTES = 32;
    static final int RECORD_BYTES = 20;

    private static final long MAGIC = 0x3152_4156_4D4D_564AL; // "JVMMVAR1"

    /** A reader of the changes of a journal. */
    interface Visitor {
        void change(long offset, ByteBuffer data, int fillLength) throws IOException;
    }

    private final DurableFile file;
    private long nonce;
    private long end;

    VariableJournal(DurableFile file) {
        this.file = file;
    }

    /** Where the next record goes: the length of the valid part. */
    long end() {
        return end;
    }

    boolean isEmpty() {
        return end <= HEADER_BYTES;
    }

    /** Empties the file and makes it the durable journal of a base image. */
    void begin(int baseCrc, long baseLength, long freshNonce) throws IOException {
        file.truncate(0);
        ByteBuffer header = buffer(HEADER_BYTES);
        header.putLong(MAGIC).putInt(baseCrc).putLong(baseLength).putLong(freshNonce);
        header.putInt(crc(header.duplicate().flip()));
        file.write(header.flip(), 0);
        file.force();
        nonce = freshNonce;
        end = HEADER_BYTES;
    }

    /** The number of the header in {@code file}, or 0 if it has none: whose journal it is. */
    static long nonceOf(DurableFile file) throws IOException {
        ByteBuffer header = readHeader(file);
        return header == null ? 0 : header.getLong(20);
    }

    /**
     * Reads the journal that is in the file, if it belongs to this base image, and tells of each change in its valid part.
     *
     * @param imageBytes changes must lie within this
     */
    void replay(int baseCrc, long baseLength, long imageBytes, Visitor visitor) throws IOException {
        end = 0;
        ByteBuffer header = readHeader(file);
        if (header == null || header.getInt(8) != baseCrc || header.getLong(12) != baseLength) {
            return;
        }
        nonce = header.getLong(20);
        end = HEADER_BYTES;
        long size = file.size();
        ByteBuffer head = buffer(RECORD_BYTES);
        while (end + RECORD_BYTES <= size) {
            file.read(head.clear(), end);
            int dataLength = head.getInt(0);
            int fillLength = head.getInt(4);
            long offset = head.getLong(8);
            if (dataLength < 0
                    || fillLength < dataLength
                    || offset < 0
                    || fillLength > imageBytes
                    || offset > imageBytes - fillLength
                    || dataLength > size - end - RECORD_BYTES) {
                return;
            }
            ByteBuffer data = buffer(dataLength);
            file.read(data, end + RECORD_BYTES);
            data.flip();
            if (head.getInt(16) != recordCrc(end, head, data)) {
                return;
            }
            visitor.change(offset, data, fillLength);
            end += RECORD_BYTES + dataLength;
        }
    }

    /**
     * Appends records that come without their checksums, in file layout; durable after {@link #force}.
     *
     * @param records is changed: the checksums are put in
     */
    void append(ByteBuffer records) throws IOException {
        int start = records.position();
        while (records.hasRemaining()) {
            int at = records.position();
            ByteBuffer head = records.slice(at, RECORD_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            int dataLength = head.getInt(0);
            ByteBuffer data = records.slice(at + RECORD_BYTES, dataLength);
            head.putInt(16, recordCrc(end + at - start, head, data));
            records.position(at + RECORD_BYTES + dataLength);
        }
        records.position(start);
        int length = records.remaining();
        file.write(records, end);
        end += length;
    }

    void force() throws IOException {
        file.force();
    }

    private int recordCrc(long position, ByteBuffer head, ByteBuffer data) {
        CRC32C crc = new CRC32C();
        crc.update(buffer(16).putLong(nonce).putLong(position).flip());
        crc.update(head.duplicate().position(0).limit(16));
        crc.update(data.duplicate());
        return (int) crc.getValue();
    }

    private static @Nullable ByteBuffer readHeader(DurableFile file) throws IOException {
        ByteBuffer header = buffer(HEADER_BYTES);
        file.read(header, 0);
        if (header.hasRemaining()
                || header.getLong(0) != MAGIC
                || header.getInt(28) != crc(header.duplicate().position(0).limit(28))) {
            return null;
        }
        return header;
    }

    private static int crc(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
