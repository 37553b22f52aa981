// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm.sys;

import java.lang.foreign.Arena;
import java.util.concurrent.atomic.AtomicBoolean;

/** An open file of this process. Closed once, by whoever made it, after its last user is done. */
public final class FileDescriptor implements AutoCloseable {
    private static final int O_RDWR = 2;
    private static final int O_CLOEXEC = 0x80000;

    private final int number;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Takes over the open file {@code number}. */
    public FileDescriptor(int number) {
        this.number = number;
    }

    /** Opens a file for reading and writing. */
    public static FileDescriptor open(String path) {
        try (Arena arena = Arena.ofConfined()) {
            int number = Libc.open(arena.allocateFrom(path).address(), O_RDWR | O_CLOEXEC, 0);
            if (number < 0) {
                throw new SystemCallException("open " + path, Libc.errno());
            }
            return new FileDescriptor(number);
        }
    }

    public int number() {
        return number;
    }

    /**
     * An ioctl whose failure is an error.
     *
     * @param name what to call it in the exception
     * @param argument a number or an address, as the request has it
     * @return what the kernel answers, 0 or more
     */
    public int ioctl(String name, long request, long argument) {
        int result = ioctlOrErrno(request, argument);
        if (result < 0) {
            throw new SystemCallException(name, -result);
        }
        return result;
    }

    /** An ioctl that answers what the kernel answers, or the negative error number. Does not allocate. */
    public int ioctlOrErrno(long request, long argument) {
        int result = Libc.ioctl(number, request, argument);
        return result >= 0 ? result : -Libc.errno();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            Libc.close(number);
        }
    }
}
