// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm.sys;

/** The error numbers that system calls of this module give (asm-generic/errno-base.h, errno.h) and what they mean. */
public enum Errno {
    EPERM(1, "operation not permitted"),
    ENOENT(2, "no such file or directory"),
    EINTR(4, "interrupted by a signal"),
    EIO(5, "input/output error"),
    ENXIO(6, "no such device or address"),
    E2BIG(7, "list too long"),
    ENOEXEC(8, "not initialised"),
    EBADF(9, "bad file descriptor"),
    EAGAIN(11, "try again"),
    ENOMEM(12, "out of memory"),
    EACCES(13, "permission denied"),
    EFAULT(14, "bad address"),
    EBUSY(16, "busy"),
    EEXIST(17, "exists already"),
    ENODEV(19, "no such device"),
    EINVAL(22, "invalid argument"),
    ENFILE(23, "too many open files in the system"),
    EMFILE(24, "too many open files in this process"),
    ENOTTY(25, "this ioctl is unknown to the device"),
    ENOSPC(28, "no room"),
    ERANGE(34, "out of range"),
    ENOSYS(38, "this kernel lacks the system call"),
    EOPNOTSUPP(95, "not supported");

    private final int number;
    private final String meaning;

    Errno(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    public int number() {
        return number;
    }

    /** Name and meaning of any error number. */
    public static String describe(int number) {
        for (Errno errno : values()) {
            if (errno.number == number) {
                return errno.name() + ", " + errno.meaning;
            }
        }
        return "error " + number;
    }
}
