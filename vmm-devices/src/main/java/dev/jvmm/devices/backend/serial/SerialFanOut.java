// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.backend.serial;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * One serial line to several ends, which may come and go while the VM runs: each gets all output, each may send input.
 *
 * <p>The slowest end sets the pace; give a watcher that must not slow the guest down a {@link SerialPipe} that drops.
 */
public final class SerialFanOut implements SerialBackend {
    private static final int CHUNK = 256;

    /** An end, and how much of {@link #held} it has taken. */
    private static final class End {
        final SerialBackend backend;
        int taken; // guarded by the lock of the fan-out

        End(SerialBackend backend) {
            this.backend = backend;
        }
    }

    private final Object lock = new Object();
    private final List<End> ends = new CopyOnWriteArrayList<>();
    // Guarded by lock:
    private final byte[] held = new byte[CHUNK];
    private int heldLength;
    private @Nullable SerialListener listener;

    /** A line to these ends, which the fan-out owns from now on: its {@link #close} closes them. */
    public SerialFanOut(SerialBackend... ends) {
        for (SerialBackend end : ends) {
            attach(end);
        }
    }

    /** Adds an end, which gets all later output. */
    public void attach(SerialBackend backend) {
        backend.connect(new SerialListener() {
            @Override
            public void inputAvailable() {
                SerialListener device = device();
                if (device != null) {
                    device.inputAvailable();
                }
            }

            @Override
            public void outputRoom() {
                SerialListener device = device();
                if (device != null && pushHeld()) {
                    device.outputRoom();
                }
            }
        });
        SerialListener device;
        synchronized (lock) {
            End end = new End(backend);
            end.taken = heldLength;
            ends.add(end);
            device = listener;
        }
        if (device != null) {
            device.inputAvailable(); // it may have brought input along
        }
    }

    /** Takes an end away again, which stays open and is the caller's. */
    public void detach(SerialBackend backend) {
        SerialListener device;
        synchronized (lock) {
            ends.removeIf(end -> end.backend.equals(backend));
            device = listener;
        }
        if (device != null && pushHeld()) {
            device.outputRoom();
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

    /** Takes the next chunk once every end has taken the one before. */
    @Override
    public int transmit(byte[] source, int offset, int length) {
        synchronized (lock) {
            int done = 0;
            while (done < length && pushHeld()) {
                heldLength = Math.min(length - done, CHUNK);
                System.arraycopy(source, offset + done, held, 0, heldLength);
                for (End end : ends) {
                    end.taken = 0;
                }
                done += heldLength;
            }
            pushHeld();
            return done;
        }
    }

    @Override
    public int receive(byte[] target, int offset, int length) {
        int got = 0;
        for (End end : ends) {
            got += end.backend.receive(target, offset + got, length - got);
        }
        return got;
    }

    @Override
    public void close() {
        pushHeld();
        for (End end : ends) {
            end.backend.close();
        }
    }

    /** Offers what is held to the ends that lack it; true when no end lacks any. */
    private boolean pushHeld() {
        synchronized (lock) {
            boolean done = true;
            for (End end : ends) {
                if (end.taken < heldLength) {
                    end.taken += end.backend.transmit(held, end.taken, heldLength - end.taken);
                }
                done &= end.taken == heldLength;
            }
            return done;
        }
    }

    private @Nullable SerialListener device() {
        synchronized (lock) {
            return listener;
        }
    }
}
