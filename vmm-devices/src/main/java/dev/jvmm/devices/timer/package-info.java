// SPDX-License-Identifier: Apache-2.0
/** Timers for devices that act on their own. */
@NullMarked
package dev.jvmm.devices.timer;

import org.jspecify.annotations.NullMarked;
