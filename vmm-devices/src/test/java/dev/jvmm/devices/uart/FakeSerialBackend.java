// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.uart;

import dev.jvmm.devices.backend.serial.SerialBackend;
import dev.jvmm.devices.backend.serial.SerialListener;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A host whose room for output the test sets, and whose input the test types. */
final class FakeSerialBackend implements SerialBackend {
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final Queue<Byte> input = new ArrayDeque<>();
    private int room = Integer.MAX_VALUE;
    private @Nullable SerialListener listener;

    void type(String text) {
        for (byte b : text.getBytes(StandardCharsets.ISO_8859_1)) {
            input.add(b);
        }
        if (listener != null) {
            listener.inputAvailable();
        }
    }

    void setRoom(int bytes) {
        room = bytes;
        if (listener != null) {
            listener.outputRoom();
        }
    }

    String output() {
        return output.toString(StandardCharsets.ISO_8859_1);
    }

    int waitingInput() {
        return input.size();
    }

    @Override
    public void connect(SerialListener device) {
        listener = device;
    }

    @Override
    public int transmit(byte[] source, int offset, int length) {
        int taken = Math.min(room, length);
        room -= taken;
        output.write(source, offset, taken);
        return taken;
    }

    @Override
    public int receive(byte[] target, int offset, int length) {
        int count = 0;
        while (count < length && !input.isEmpty()) {
            target[offset + count++] = input.remove();
        }
        return count;
    }

    @Override
    public void close() {}
}
