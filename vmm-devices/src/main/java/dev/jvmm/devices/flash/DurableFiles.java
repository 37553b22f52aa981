// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.flash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * The few operations on files whose order and durability the variable store relies on; apart so that a test can
 * cut the power between any two of them.
 */
interface DurableFiles {
    /** An open file, read and written at positions. */
    interface DurableFile extends AutoCloseable {
        long size() throws IOException;

        /** Reads until {@code target} is full or the file ends. */
        void read(ByteBuffer target, long position) throws IOException;

        /** Writes all of {@code source}; durable only after {@link #force}. */
        void write(ByteBuffer source, long position) throws IOException;

        void truncate(long size) throws IOException;

        /** Returns once the content is on stable storage. */
        void force() throws IOException;

        /** Takes the file for this process until it is closed; false if another user of it has. */
        boolean tryLock() throws IOException;

        @Override
        void close() throws IOException;
    }

    boolean exists(Path file);

    /** Opens a file for reading and writing, made if need be. */
    DurableFile open(Path file) throws IOException;

    /** Opens an existing file for reading. */
    DurableFile openReadOnly(Path file) throws IOException;

    /** Gives {@code from} the name {@code to} in one step, replacing what had it; durable after {@link #syncDirectory}. */
    void rename(Path from, Path to) throws IOException;

    /** Removes a file if it is there; durable after {@link #syncDirectory}. */
    void delete(Path file) throws IOException;

    /** Returns once the names in the directory are on stable storage. */
    void syncDirectory(Path directory) throws IOException;
}
