// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.virtio.queue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/**
 * A walk over the device-readable or the device-writable bytes of a {@link DescriptorChain}, whatever descriptors they
 * are spread over. The bytes are shared with the guest, which may change them at any time: copy what has to be checked,
 * then use the copy. Confined to the thread that popped the chain.
 */
public final class ChainCursor {
    private MemorySegment[] segments = new MemorySegment[0];
    private int next;
    private long offset;
    private long remaining;

    ChainCursor() {}

    void start(MemorySegment[] of, int first, long bytes) {
        segments = of;
        next = first;
        offset = 0;
        remaining = bytes;
    }

    /** Bytes from here to the end. */
    public long remaining() {
        return remaining;
    }

    /** Ends the walk earlier: {@code bytes} from here, at most {@link #remaining}. */
    public void limit(long bytes) {
        if (bytes < 0 || bytes > remaining) {
            throw new IllegalStateException("limit of " + bytes + " bytes with " + remaining + " left");
        }
        remaining = bytes;
    }

    /** The next bytes that lie together, at most {@code most}, and moves behind them; null at the end. */
    public @Nullable MemorySegment next(long most) {
        if (remaining == 0 || most <= 0) {
            return null;
        }
        while (offset == segments[next].byteSize()) {
            next++;
            offset = 0;
        }
        MemorySegment segment = segments[next];
        long length = Math.min(Math.min(most, remaining), segment.byteSize() - offset);
        MemorySegment slice = length == segment.byteSize() ? segment : segment.asSlice(offset, length);
        offset += length;
        remaining -= length;
        return slice;
    }

    /** Copies up to {@code length} bytes out of the chain and moves behind them; returns how many. */
    public int read(byte[] target, int from, int length) {
        int done = 0;
        while (done < length) {
            MemorySegment slice = next(length - done);
            if (slice == null) {
                break;
            }
            int bytes = (int) slice.byteSize();
            MemorySegment.copy(slice, ValueLayout.JAVA_BYTE, 0, target, from + done, bytes);
            done += bytes;
        }
        return done;
    }

    /** Copies up to {@code length} bytes into the chain and moves behind them; returns how many. */
    public int write(byte[] source, int from, int length) {
        int done = 0;
        while (done < length) {
            MemorySegment slice = next(length - done);
            if (slice == null) {
                break;
            }
            int bytes = (int) slice.byteSize();
            MemorySegment.copy(source, from + done, slice, ValueLayout.JAVA_BYTE, 0, bytes);
            done += bytes;
        }
        return done;
    }
}
