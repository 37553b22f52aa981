// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.backend.serial;

/**
 * The host's end of a serial line of bytes. Nothing is lost in either direction: output that finds no room stays in the device, input
 * that the device does not want yet stays here. The end of the input, or of whoever took the output, stops nothing.
 *
 * <p>{@link #transmit} and {@link #receive} are called from vCPU threads: they never block on the host, throw or allocate.
 * Safe from any thread.
 */
public interface SerialBackend extends AutoCloseable {
    /** Names the device to wake; called once, by the device, before anything else. */
    void connect(SerialListener listener);

    /**
     * Takes output of the guest.
     *
     * @return how many of the bytes were taken, from the first; after fewer than {@code length},
     *     {@link SerialListener#outputRoom} follows once there is room
     */
    int transmit(byte[] source, int offset, int length);

    /**
     * Hands over input for the guest.
     *
     * @return how many bytes were put into {@code target}; after fewer than {@code length},
     *     {@link SerialListener#inputAvailable} follows once there is more
     */
    int receive(byte[] target, int offset, int length);

    /** Writes out what was taken, as far as its receiver allows within a second, and ends the backend's threads. */
    @Override
    void close();
}
