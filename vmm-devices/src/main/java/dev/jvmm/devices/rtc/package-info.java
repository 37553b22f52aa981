// SPDX-License-Identifier: Apache-2.0
/** The real-time clock: Arm PrimeCell RTC (PL031). */
@NullMarked
package dev.jvmm.devices.rtc;

import org.jspecify.annotations.NullMarked;
