// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.backend.disk;

import java.io.IOException;
import java.lang.foreign.MemorySegment;

/**
 * What stands behind a disk: bytes from 0 to {@link #size}. Safe from any thread; requests that overlap in time and place
 * are the guest's own affair. Callers stay within the size. An {@link IOException} is an I/O error to the guest.
 */
public interface DiskBackend extends AutoCloseable {
    /** Unit of a disk's size, and the smallest that a guest addresses. */
    int SECTOR = 512;

    /** For messages and logs. */
    String name();

    /** In bytes, a multiple of {@link #SECTOR}; fixed. */
    long size();

    /** Whether {@link #write} and its like are refused. */
    boolean readOnly();

    /** Fills {@code target} with the bytes from {@code offset} on. */
    void read(long offset, MemorySegment target) throws IOException;

    /** Stores {@code source}; it survives the host's power failing only after {@link #flush}. */
    void write(long offset, MemorySegment source) throws IOException;

    /** Returns when every write that returned before is on stable storage. */
    void flush() throws IOException;

    /** Whether {@link #discard} frees room on the host. */
    boolean discards();

    /** A hint that the bytes are not needed; what they read as afterwards is not specified. */
    void discard(long offset, long length) throws IOException;

    /** Makes the bytes read as zero. */
    void writeZeroes(long offset, long length) throws IOException;

    /** Ends the use of the disk. Safe to call twice. */
    @Override
    void close();
}
