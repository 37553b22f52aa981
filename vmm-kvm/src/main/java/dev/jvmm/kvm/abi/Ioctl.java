// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm.abi;

import java.lang.foreign.MemoryLayout;

/** Request numbers of KVM's ioctls, computed from direction, size, type and number as asm-generic/ioctl.h does. */
final class Ioctl {
    private static final int KVMIO = 0xae;
    private static final int WRITE = 1;
    private static final int READ = 2;

    private Ioctl() {}

    /** _IO: no argument, or a plain number. */
    static long io(int number) {
        return request(0, number, 0);
    }

    /** _IOR: the kernel fills {@code layout}. */
    static long ior(int number, MemoryLayout layout) {
        return request(READ, number, layout.byteSize());
    }

    /** _IOW: the kernel reads {@code layout}. */
    static long iow(int number, MemoryLayout layout) {
        return request(WRITE, number, layout.byteSize());
    }

    /** _IOWR: the kernel reads and fills {@code layout}. */
    static long iowr(int number, MemoryLayout layout) {
        return request(READ | WRITE, number, layout.byteSize());
    }

    private static long request(int direction, int number, long size) {
        return (long) direction << 30 | size << 16 | (long) KVMIO << 8 | number;
    }
}
