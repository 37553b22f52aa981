// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm.sys;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** eventfd(2), not blocking: a counter that one side adds to and the other takes. Safe from any thread until closed. */
public final class EventFd implements AutoCloseable {
    private static final int EFD_NONBLOCK = 0x800;
    private static final int EFD_CLOEXEC = 0x80000;

    /** The 1 that every signal adds; never written again. */
    private static final MemorySegment ONE = one();

    private final FileDescriptor file;

    public EventFd() {
        int number = Libc.eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
        if (number < 0) {
            throw new SystemCallException("eventfd", Libc.errno());
        }
        file = new FileDescriptor(number);
    }

    private static MemorySegment one() {
        MemorySegment one = Arena.global().allocate(ValueLayout.JAVA_LONG);
        one.set(ValueLayout.JAVA_LONG, 0, 1);
        return one;
    }

    public int number() {
        return file.number();
    }

    /** Adds one. */
    public void signal() {
        if (Libc.write(file.number(), ONE.address(), Long.BYTES) < 0 && Libc.errno() != Errno.EAGAIN.number()) {
            throw new SystemCallException("write to an eventfd", Libc.errno());
        }
    }

    /**
     * Takes the count.
     *
     * @param buffer 8 native bytes that no other thread uses now
     * @return how often it was signalled since the last call; 0 when not at all
     */
    public long take(MemorySegment buffer) {
        if (Libc.read(file.number(), buffer.address(), Long.BYTES) == Long.BYTES) {
            return buffer.get(ValueLayout.JAVA_LONG, 0);
        }
        int errno = Libc.errno();
        if (errno != Errno.EAGAIN.number() && errno != Errno.EINTR.number()) {
            throw new SystemCallException("read from an eventfd", errno);
        }
        return 0;
    }

    @Override
    public void close() {
        file.close();
    }
}
