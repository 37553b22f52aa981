// SPDX-License-Identifier: Apache-2.0
/** What stands between a driver's registers and a device: device status, features, queue set-up, interrupts. */
@NullMarked
package dev.jvmm.devices.virtio.transport;

import org.jspecify.annotations.NullMarked;
