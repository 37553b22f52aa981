// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.core.irq;

/** A wire from a device to the interrupt controller, handed to the device by the assembly. Safe from any thread. */
@FunctionalInterface
public interface IrqLine {
    /** A line that leads nowhere. */
    IrqLine NONE = level -> {};

    /** Sets the level of the line; setting the level it has is cheap and changes nothing. */
    void set(boolean level);

    /** A rising edge, for edge-triggered lines. */
    default void pulse() {
        set(true);
        set(false);
    }
}
