// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.core.config;

/**
 * What the VM does when the guest asks for something.
 *
 * @param onReset when the guest resets the machine ({@code --on-reset})
 * @param onShutdown when it switches the machine off ({@code --on-shutdown})
 * @param onPanic when its kernel reports a panic ({@code --on-panic})
 */
public record Policies(OnReset onReset, OnShutdown onShutdown, OnPanic onPanic) {
    /** Reset, power off, exit. */
    public static final Policies STANDARD = new Policies(OnReset.RESET, OnShutdown.POWEROFF, OnPanic.EXIT);

    /** After a reset by the guest. */
    public enum OnReset {
        /** The machine starts again. */
        RESET,
        /** The VM ends. */
        EXIT
    }

    /** After a power-off by the guest. */
    public enum OnShutdown {
        /** The VM ends. */
        POWEROFF,
        /** The VM stays, paused, for a look at it; {@code reset} starts it again. */
        PAUSE
    }

    /** After a kernel panic. */
    public enum OnPanic {
        /** The VM ends, and says that the guest panicked. */
        EXIT,
        /** The machine starts again. */
        RESET,
        /** The VM stays, paused, for a look at it. */
        PAUSE,
        /** The guest is left to its own ways. */
        IGNORE
    }
}
