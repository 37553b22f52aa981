// SPDX-License-Identifier: Apache-2.0
/** The console device (virtio 1.3 section 5.3). */
@NullMarked
package dev.jvmm.devices.virtio.console;

import org.jspecify.annotations.NullMarked;
