// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.assembly;

import dev.jvmm.devices.backend.serial.SerialBackend;
import dev.jvmm.devices.backend.serial.SerialFanOut;
import dev.jvmm.devices.backend.serial.SerialPipe;
import dev.jvmm.devices.backend.serial.StreamSerialBackend;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The host's end of the console: streams that an embedding program may use or not, and the output it named, which sets
 * the pace if there is one.
 */
public final class ConsolePort {
    private static final int KEPT = SerialPipe.DEFAULT_CAPACITY;

    private final SerialPipe pipe = new SerialPipe(KEPT, SerialPipe.Overflow.DROP_OLDEST);
    private final SerialBackend line;

    ConsolePort(String name, @Nullable OutputStream output) {
        line = output == null ? pipe : new SerialFanOut(StreamSerialBackend.of(name + "-console", null, output), pipe);
    }

    /** What the guest's console device is connected to. */
    SerialBackend line() {
        return line;
    }

    /** Bytes for the guest. */
    public OutputStream input() {
        return pipe.toGuest();
    }

    /** Bytes from the guest. */
    public InputStream output() {
        return pipe.fromGuest();
    }

    /** Output that nobody read from {@link #output} in time. */
    public long droppedBytes() {
        return pipe.droppedBytes();
    }
}
