// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.backend.serial;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A serial line between a guest and the program that embeds the VM: two bounded queues with a stream at the host's end of
 * each. Also what the other backends are made of.
 */
public final class SerialPipe implements SerialBackend {
    /** What happens to output that nobody reads. */
    public enum Overflow {
        /** The guest waits. */
        WAIT,
        /** The oldest bytes are forgotten: a watcher that comes late sees the latest. */
        DROP_OLDEST
    }

    /** Bytes each direction holds unless told otherwise. */
    public static final int DEFAULT_CAPACITY = 64 * 1024;

    private final Overflow overflow;
    private final Object lock = new Object();
    // Guarded by lock:
    private final ByteRing output;
    private final ByteRing input;
    private @Nullable SerialListener listener;
    private boolean outputRefused;
    private boolean inputWanted;
    private boolean closed;
    private long droppedBytes;

    public SerialPipe() {
        this(DEFAULT_CAPACITY, Overflow.WAIT);
    }

    /**
     * @param capacity bytes each direction holds, positive
     */
    public SerialPipe(int capacity, Overflow overflow) {
        if (capacity <= 0) {
            throw new IllegalStateException("a serial pipe of " + capacity + " bytes");
        }
        this.overflow = overflow;
        output = new ByteRing(capacity);
        input = new ByteRing(capacity);
    }

    /** What the guest sends; reads block until there is something, and end when the pipe is closed and empty. */
    public InputStream fromGuest() {
        return new FromGuest();
    }

    /** What the guest receives; writes block while the guest takes nothing. Closing it ends nothing for the guest. */
    public OutputStream toGuest() {
        return new ToGuest();
    }

    /** Bytes of output forgotten under {@link Overflow#DROP_OLDEST}. */
    public long droppedBytes() {
        synchronized (lock) {
            return droppedBytes;
        }
    }

    @Override
    public void connect(SerialListener device) {
        synchronized (lock) {
            if (listener != null) {
                throw new IllegalStateException("a serial backend serves one device");
            }
            listener = device;
        }
    }

    @Override
    public int transmit(byte[] source, int offset, int length) {
        synchronized (lock) {
            if (closed) {
                return length; // nobody will ever read it: gone, as on a line without a terminal
            }
            if (overflow == Overflow.DROP_OLDEST && length > output.room()) {
                int excess = Math.min(length - output.room(), output.count());
                output.drop(excess);
                droppedBytes += excess;
            }
            int taken = output.put(source, offset, length);
            outputRefused |= taken < length;
            lock.notifyAll();
            return taken;
        }
    }

    @Override
    public int receive(byte[] target, int offset, int length) {
        synchronized (lock) {
            int taken = input.take(target, offset, length);
            inputWanted |= taken < length;
            if (taken > 0) {
                lock.notifyAll();
            }
            return taken;
        }
    }

    /**
     * Queues input for the guest without blocking.
     *
     * @return how many of the bytes, from the first, were taken; the rest found no room
     */
    public int offer(byte[] source, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, source.length);
        SerialListener wake = null;
        int taken;
        synchronized (lock) {
            taken = input.put(source, offset, length);
            if (inputWanted && taken > 0) {
                inputWanted = false;
                wake = listener;
            }
        }
        if (wake != null) {
            wake.inputAvailable();
        }
        return taken;
    }

    /**
     * Takes up to {@code length} bytes of output, waiting for the first.
     *
     * @return how many, or -1 when the pipe is closed and empty
     */
    int takeOutput(byte[] target, int offset, int length) throws InterruptedException {
        SerialListener wake = null;
        int taken;
        synchronized (lock) {
            while (output.count() == 0 && !closed) {
                lock.wait();
            }
            if (output.count() == 0) {
                return -1;
            }
            taken = output.take(target, offset, length);
            if (outputRefused) {
                outputRefused = false;
                wake = listener;
            }
        }
        if (wake != null) {
            wake.outputRoom();
        }
        return taken;
    }

    /** Queues input for the guest, waiting for room; gives up when the pipe is closed. */
    void putInput(byte[] source, int offset, int length) throws InterruptedException {
        int done = 0;
        while (done < length) {
            done += offer(source, offset + done, length - done);
            synchronized (lock) {
                while (input.room() == 0 && !closed) {
                    lock.wait();
                }
                if (closed) {
                    return;
                }
            }
        }
    }

    /** Bytes of output the host has not read yet. */
    public int pendingOutput() {
        synchronized (lock) {
            return output.count();
        }
    }

    /** Ends both streams; output already taken can still be read, later output is gone. */
    @Override
    public void close() {
        SerialListener wake;
        synchronized (lock) {
            closed = true;
            lock.notifyAll();
            wake = outputRefused ? listener : null;
            outputRefused = false;
        }
        if (wake != null) {
            wake.outputRoom();
        }
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted while waiting for the serial line");
    }

    private final class FromGuest extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, target.length);
            if (length == 0) {
                return 0;
            }
            try {
                return takeOutput(target, offset, length);
            } catch (InterruptedException e) {
                throw interrupted();
            }
        }

        @Override
        public int available() {
            return pendingOutput();
        }
    }

    private final class ToGuest extends OutputStream {
        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, source.length);
            try {
                putInput(source, offset, length);
            } catch (InterruptedException e) {
                throw interrupted();
            }
        }
    }
}
