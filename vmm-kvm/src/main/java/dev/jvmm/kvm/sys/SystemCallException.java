// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm.sys;

/** A system call that failed. Callers who know the mend turn it into a message for the user. */
public final class SystemCallException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int errno;

    /**
     * @param call what was called, as a reader of the manual knows it: {@code KVM_CREATE_VM}
     * @param errno the positive error number
     */
    public SystemCallException(String call, int errno) {
        super(call + ": " + Errno.describe(errno));
        this.errno = errno;
    }

    public int errno() {
        return errno;
    }

    public boolean is(Errno other) {
        return errno == other.number();
    }
}
