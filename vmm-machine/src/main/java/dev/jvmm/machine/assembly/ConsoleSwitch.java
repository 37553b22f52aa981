// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.assembly;

import dev.jvmm.devices.backend.serial.SerialBackend;
import dev.jvmm.devices.backend.serial.SerialListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One console line for two devices: what either sends is shown; input goes to the first, the UART, until the second, a
 * virtio console, has asked for some, and to the second alone from then until the machine is reset.
 */
final class ConsoleSwitch {
    private final SerialBackend line;
    private final List<SerialListener> devices = new CopyOnWriteArrayList<>();
    // Set by a worker of the second device and by the control thread, read by vCPUs: volatile suffices.
    private volatile boolean secondListens;

    ConsoleSwitch(SerialBackend line) {
        this.line = line;
        line.connect(new SerialListener() {
            @Override
            public void inputAvailable() {
                devices.forEach(SerialListener::inputAvailable);
            }

            @Override
            public void outputRoom() {
                devices.forEach(SerialListener::outputRoom);
            }
        });
    }

    /** The end for the UART. */
    SerialBackend first() {
        return new End(false);
    }

    /** The end for the virtio console. */
    SerialBackend second() {
        return new End(true);
    }

    /** Input goes to the UART again. */
    void reset() {
        secondListens = false;
    }

    /** One device's end of the line. */
    private final class End implements SerialBackend {
        private final boolean second;

        End(boolean second) {
            this.second = second;
        }

        @Override
        public void connect(SerialListener listener) {
            devices.add(listener);
        }

        @Override
        public int transmit(byte[] source, int offset, int length) {
            return line.transmit(source, offset, length);
        }

        @Override
        public int receive(byte[] target, int offset, int length) {
            if (second) {
                secondListens = true;
            } else if (secondListens) {
                return 0;
            }
            return line.receive(target, offset, length);
        }

        @Override
        public void close() {
            // The line is its owner's to close.
        }
    }
}
