// SPDX-License-Identifier: Apache-2.0
/** What Arm's PrimeCell peripherals have in common. */
@NullMarked
package dev.jvmm.devices.amba;

import org.jspecify.annotations.NullMarked;
