// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.lifecycle;

import java.util.List;

/** A machine as its lifecycle drives it: one call at a time, on the control thread. */
public interface Drivable {
    /** The name of what runs its vCPUs. */
    String backendName();

    /** What the user should know of it before it starts: a line each. */
    List<String> warnings();

    /** Starts the vCPUs. */
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
