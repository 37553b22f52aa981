// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.gpio;

import dev.jvmm.devices.timer.DeviceTimer;
import java.time.Duration;

/**
 * The power button of the machine: a key that pulls a GPIO line high while it is held, as the {@code gpio-keys} node of the
 * device tree (and an ACPI event) tells the guest.
 */
public final class PowerButton {
    /** The line that the {@code virt} machine's device tree gives to the button. */
    public static final int LINE = 3;

    // Longer than gpio-keys debounces (5 ms unless the device tree says otherwise), shorter than a hand.
    private static final Duration HELD = Duration.ofMillis(100);

    private final Pl061 gpio;
    private final DeviceTimer timer;
    private final Object lock = new Object();
    private int presses; // guarded by lock: held until the latest press is released

    public PowerButton(Pl061 gpio, DeviceTimer timer) {
        this.gpio = gpio;
        this.timer = timer;
    }

    /** Presses the button and lets go of it a moment later; pressing it again meanwhile holds it longer. */
    public void press() {
        int mine;
        synchronized (lock) {
            mine = ++presses;
            gpio.setInput(LINE, true);
        }
        timer.after(HELD, () -> release(mine));
    }

    private void release(int press) {
        synchronized (lock) {
            if (press == presses) {
                gpio.setInput(LINE, false);
            }
        }
    }
}
