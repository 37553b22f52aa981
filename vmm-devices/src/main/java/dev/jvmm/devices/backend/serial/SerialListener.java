// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.backend.serial;

/**
 * The device's end of a serial line: what a {@link SerialBackend} wakes. Called from the backend's threads, without any
 * lock of the backend held.
 */
public interface SerialListener {
    /** {@link SerialBackend#receive} has bytes again after it had none. */
    void inputAvailable();

    /** {@link SerialBackend#transmit} has room again after it took less than was offered. */
    void outputRoom();
}
