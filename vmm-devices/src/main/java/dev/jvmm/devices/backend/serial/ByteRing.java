// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.backend.serial;

/** A bounded queue of bytes. Not safe by itself: its owner guards it. */
final class ByteRing {
    private final byte[] bytes;
    private int head;
    private int count;

    ByteRing(int capacity) {
        bytes = new byte[capacity];
    }

    int count() {
        return count;
    }

    int room() {
        return bytes.length - count;
    }

    /** Appends as many bytes as there is room for and returns how many those were. */
    int put(byte[] source, int offset, int length) {
        int taken = Math.min(length, room());
        int tail = (head + count) % bytes.length;
        int run = Math.min(taken, bytes.length - tail);
        System.arraycopy(source, offset, bytes, tail, run);
        System.arraycopy(source, offset + run, bytes, 0, taken - run);
        count += taken;
        return taken;
    }

    /** Removes up to {@code length} of the oldest bytes and returns how many those were. */
    int take(byte[] target, int offset, int length) {
        int taken = Math.min(length, count);
        int run = Math.min(taken, bytes.length - head);
        System.arraycopy(bytes, head, target, offset, run);
        System.arraycopy(bytes, 0, target, offset + run, taken - run);
        drop(taken);
        return taken;
    }

    /** Forgets the oldest {@code length} bytes. */
    void drop(int length) {
        head = (head + length) % bytes.length;
        count -= length;
    }
}
