// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.lifecycle;

/** A machine as its lifecycle drives it: one call at a time, on the control thread. */
public interface Drivable {
    /** The name of what runs its vCPUs. */
    String backendName();

    /** Puts firmware, kernel and device tree where the first instruction finds them, then starts the vCPUs. */
    void start();

    /** Returns when no vCPU runs. */
    void pause();

    void resume();

    /** Brings everything to where {@link #start} began; only while paused. */
    void reset();

    void pressPowerButton();

    /** The vCPUs' registers; only while paused. */
    String dumpState();

    /** Ends threads and gives back memory and files. */
    void close();
}
