// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.assembly;

import dev.jvmm.core.clock.VmClock;
import dev.jvmm.core.cpu.VirtualMachine;
import dev.jvmm.devices.backend.serial.SerialBackend;
import dev.jvmm.devices.gpio.Pl061;
import dev.jvmm.devices.gpio.PowerButton;
import dev.jvmm.devices.rtc.Pl031;
import dev.jvmm.devices.timer.DeviceTimer;
import dev.jvmm.devices.uart.Pl011;
import dev.jvmm.machine.boot.DeviceDescription;
import dev.jvmm.machine.platform.InterruptMap;
import dev.jvmm.machine.platform.MemoryMap;

/** The board's own small devices: UART, real-time clock, GPIO with the power button. */
final class BoardDevices {
    private BoardDevices() {}

    /** Adds them; gives the power button. */
    static PowerButton add(
            MachineParts parts, MemoryMap map, VirtualMachine cpus, VmClock clock, SerialBackend serialLine) {
        Pl011 uart = new Pl011(cpus.spi(InterruptMap.UART), serialLine);
        parts.onBus("pl011", map.uart(), uart);
        parts.describe(new DeviceDescription.Uart(map.uart(), InterruptMap.UART));
        parts.onReset(uart::reset);

        Pl031 clockDevice = new Pl031(cpus.spi(InterruptMap.RTC), clock, DeviceTimer.host());
        parts.onBus("pl031", map.rtc(), clockDevice);
        parts.describe(new DeviceDescription.RealTimeClock(map.rtc(), InterruptMap.RTC));
        parts.onReset(clockDevice::reset);
        parts.hold("pl031", clockDevice::reset); // takes its alarm back from the timer

        Pl061 gpio = new Pl061(cpus.spi(InterruptMap.GPIO));
        parts.onBus("pl061", map.gpio(), gpio);
        parts.describe(new DeviceDescription.Gpio(map.gpio(), InterruptMap.GPIO, PowerButton.LINE));
        parts.onReset(gpio::reset);
        return new PowerButton(gpio, DeviceTimer.host());
    }
}
