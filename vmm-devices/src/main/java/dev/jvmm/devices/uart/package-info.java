// SPDX-License-Identifier: Apache-2.0
/** The serial port: Arm PrimeCell UART (PL011). */
@NullMarked
package dev.jvmm.devices.uart;

import org.jspecify.annotations.NullMarked;
