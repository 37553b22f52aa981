// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm.sys;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** An array of {@code struct pollfd}, waiting for input on each. Confined to one thread. */
public final class PollSet {
    private static final int ENTRY = 8;
    private static final int EVENTS = 4;
    private static final int REVENTS = 6;
    private static final short POLLIN = 1;

    private final MemorySegment entries;
    private final int size;

    /** @param files descriptors to wait for, in the order by which {@link #ready} counts */
    public PollSet(Arena arena, int[] files) {
        size = files.length;
        entries = arena.allocate((long) ENTRY * size, Integer.BYTES);
        for (int i = 0; i < size; i++) {
            entries.set(ValueLayout.JAVA_INT, (long) i * ENTRY, files[i]);
            entries.set(ValueLayout.JAVA_SHORT, (long) i * ENTRY + EVENTS, POLLIN);
        }
    }

    /** Waits until some descriptor has input, or a signal came. */
    public void await() {
        if (Libc.poll(entries.address(), size, -1) < 0 && Libc.errno() != Errno.EINTR.number()) {
            throw new SystemCallException("poll", Libc.errno());
        }
    }

    /** Whether the last {@link #await} found input on the {@code index}th descriptor. */
    public boolean ready(int index) {
        return entries.get(ValueLayout.JAVA_SHORT, (long) index * ENTRY + REVENTS) != 0;
    }
}
