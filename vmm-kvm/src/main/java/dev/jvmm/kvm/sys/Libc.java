// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm.sys;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;

/**
 * The C library's functions by JNA's direct mapping: primitive arguments only, so that a call neither allocates nor
 * copies. Addresses are {@code long}. Each answers what C answers; {@link #errno} tells why it was -1.
 *
 * <p>ioctl, open and the like are variadic in C; both the x86-64 and the AArch64 calling conventions of Linux pass
 * variadic integers in the same registers as named ones.
 */
final class Libc {
    static {
        Native.register(Libc.class, NativeLibrary.getProcess());
    }

    private Libc() {}

    static native int ioctl(int fd, long request, long argument);

    static native int open(long path, int flags, int mode);

    static native int close(int fd);

    static native long read(int fd, long buffer, long count);

    static native long write(int fd, long buffer, long count);

    static native long mmap(long address, long length, int protection, int flags, int fd, long offset);

    static native int munmap(long address, long length);

    static native int madvise(long address, long length, int advice);

    static native int memfd_create(long name, int flags);

    static native int ftruncate(int fd, long length);

    static native int eventfd(int initial, int flags);

    static native int poll(long fds, long count, int timeoutMillis);

    static native int sigaction(int signal, long action, long old);

    static native int pthread_sigmask(int how, long set, long old);

    static native int getpid();

    static native int gettid();

    static native int tgkill(int process, int thread, int signal);

    static native int __libc_current_sigrtmin();

    /** errno of this thread's last call through this class. */
    static int errno() {
        return Native.getLastError();
    }

    /** Address of a function of the C library. */
    static long address(String function) {
        return com.sun.jna.Pointer.nativeValue(NativeLibrary.getProcess().getFunction(function));
    }
}
