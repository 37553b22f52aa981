// SPDX-License-Identifier: Apache-2.0
/** The entropy device (virtio 1.3 section 5.4). */
@NullMarked
package dev.jvmm.devices.virtio.rng;

import org.jspecify.annotations.NullMarked;
