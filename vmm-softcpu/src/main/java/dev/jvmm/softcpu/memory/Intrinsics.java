// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.memory;

import jdk.internal.misc.Unsafe;

/**
 * The accesses of {@link HostAccess} as intrinsics of every compiler, each one machine instruction from the start. Only {@code
 * HostAccess} refers to this class, and only where the JVM exports {@code jdk.internal.misc} to us: elsewhere it does not load.
 */
final class Intrinsics {
    private static final Unsafe UNSAFE = Unsafe.getUnsafe();

    private Intrinsics() {}

    static byte getByte(long address) {
        return UNSAFE.getByte(address);
    }

    static void putByte(long address, byte value) {
        UNSAFE.putByte(address, value);
    }

    static short getShort(long address) {
        return UNSAFE.getShort(address);
    }

    static void putShort(long address, short value) {
        UNSAFE.putShort(address, value);
    }

    static int getInt(long address) {
        return UNSAFE.getInt(address);
    }

    static void putInt(long address, int value) {
        UNSAFE.putInt(address, value);
    }

    static long getLong(long address) {
        return UNSAFE.getLong(address);
    }

    static void putLong(long address, long value) {
        UNSAFE.putLong(address, value);
    }

    static long get(long[] array, int index) {
        return UNSAFE.getLong(array, offset(index));
    }

    static long getAcquire(long[] array, int index) {
        return UNSAFE.getLongAcquire(array, offset(index));
    }

    static void put(long[] array, int index, long value) {
        UNSAFE.putLong(array, offset(index), value);
    }

    private static long offset(int index) {
        return Unsafe.ARRAY_LONG_BASE_OFFSET + ((long) index << 3);
    }
}
