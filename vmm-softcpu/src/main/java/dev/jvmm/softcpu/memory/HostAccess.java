// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.softcpu.memory;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Loads and stores without bounds. At host addresses: what the TLB's fast path ends in; they come from a TLB entry or from {@link
 * PhysicalMemory}, never from a guest. And of elements whose index is in the array whatever the guest does.
 *
 * <p>Where the JVM exports {@code jdk.internal.misc} to us, an access is one machine instruction in every compiler's code. Elsewhere one
 * static-final segment over the whole address space comes to nearly the same in C2's. Atomic access needs natural alignment.
 */
public final class HostAccess {
    /** Whether the JVM exports its intrinsics to us. */
    public static final boolean INTRINSIC =
            Object.class.getModule().isExported("jdk.internal.misc", HostAccess.class.getModule());

    @SuppressWarnings("restricted") // the one place where the software CPU leaves the bounds of a segment
    private static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    // MemorySegment's own handles take (segment, offset); binding the segment here keeps call sites short.
    private static final VarHandle ATOMIC_INT = ValueLayout.JAVA_INT.varHandle();
    private static final VarHandle ATOMIC_LONG = ValueLayout.JAVA_LONG.varHandle();
    private static final VarHandle ATOMIC_SHORT = ValueLayout.JAVA_SHORT.varHandle();
    private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(long[].class);

    static {
        if (ByteOrder.nativeOrder() != ByteOrder.LITTLE_ENDIAN) {
            throw new IllegalStateException("the software CPU needs a little-endian host");
        }
    }

    private HostAccess() {}

    public static int getByte(long address) {
        return INTRINSIC ? Intrinsics.getByte(address) : ALL.get(ValueLayout.JAVA_BYTE, address);
    }

    public static int getShort(long address) {
        return INTRINSIC ? Intrinsics.getShort(address) : ALL.get(SHORT, address);
    }

    public static int getInt(long address) {
        return INTRINSIC ? Intrinsics.getInt(address) : ALL.get(INT, address);
    }

    public static long getLong(long address) {
        return INTRINSIC ? Intrinsics.getLong(address) : ALL.get(LONG, address);
    }

    public static void putByte(long address, int value) {
        if (INTRINSIC) {
            Intrinsics.putByte(address, (byte) value);
        } else {
            ALL.set(ValueLayout.JAVA_BYTE, address, (byte) value);
        }
    }

    public static void putShort(long address, int value) {
        if (INTRINSIC) {
            Intrinsics.putShort(address, (short) value);
        } else {
            ALL.set(SHORT, address, (short) value);
        }
    }

    public static void putInt(long address, int value) {
        if (INTRINSIC) {
            Intrinsics.putInt(address, value);
        } else {
            ALL.set(INT, address, value);
        }
    }

    public static void putLong(long address, long value) {
        if (INTRINSIC) {
            Intrinsics.putLong(address, value);
        } else {
            ALL.set(LONG, address, value);
        }
    }

    /** An element; {@code index} is in the array. */
    public static long get(long[] array, int index) {
        return INTRINSIC ? Intrinsics.get(array, index) : array[index];
    }

    /** An element that another thread may write, as by {@link VarHandle#getAcquire}; {@code index} is in the array. */
    public static long getAcquire(long[] array, int index) {
        return INTRINSIC ? Intrinsics.getAcquire(array, index) : (long) ELEMENT.getAcquire(array, index);
    }

    /** Sets an element; {@code index} is in the array. */
    public static void put(long[] array, int index, long value) {
        if (INTRINSIC) {
            Intrinsics.put(array, index, value);
        } else {
            array[index] = value;
        }
    }

    /** Fills {@code length} bytes with zero. */
    public static void zero(long address, long length) {
        ALL.asSlice(address, length).fill((byte) 0);
    }

    /** Sequentially consistent compare-and-set; {@code size} 1, 2, 4 or 8 bytes, naturally aligned. */
    public static boolean compareAndSet(long address, int size, long expected, long value) {
        return switch (size) {
            case 8 -> ATOMIC_LONG.compareAndSet(ALL, address, expected, value);
            case 4 -> ATOMIC_INT.compareAndSet(ALL, address, (int) expected, (int) value);
            case 2 -> compareAndSetPart(address, 0xFFFF, (int) expected, (int) value);
            case 1 -> compareAndSetPart(address, 0xFF, (int) expected, (int) value);
            default -> throw new IllegalStateException("atomic access of " + size + " bytes");
        };
    }

    /** Zero-extended volatile load; {@code size} 1, 2, 4 or 8 bytes, naturally aligned. */
    public static long getVolatile(long address, int size) {
        return switch (size) {
            case 8 -> (long) ATOMIC_LONG.getVolatile(ALL, address);
            case 4 -> (int) ATOMIC_INT.getVolatile(ALL, address) & 0xFFFF_FFFFL;
            case 2 -> (short) ATOMIC_SHORT.getVolatile(ALL, address) & 0xFFFFL;
            case 1 -> getByte(address) & 0xFFL;
            default -> throw new IllegalStateException("atomic access of " + size + " bytes");
        };
    }

    /**
     * There is no compare-and-set of bytes and halfwords on segments: it is made of one on the aligned word around them.
     *
     * @param mask the low 8 or 16 bits
     */
    private static boolean compareAndSetPart(long address, int mask, int expected, int value) {
        long word = address & ~3L;
        int shift = (int) (address & 3) * 8;
        while (true) {
            int old = (int) ATOMIC_INT.getVolatile(ALL, word);
            if (((old >>> shift ^ expected) & mask) != 0) {
                return false;
            }
            int changed = old & ~(mask << shift) | (value & mask) << shift;
            if (ATOMIC_INT.compareAndSet(ALL, word, old, changed)) {
                return true;
            }
        }
    }
}
