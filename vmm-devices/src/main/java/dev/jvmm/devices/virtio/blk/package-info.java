// SPDX-License-Identifier: Apache-2.0
/** The block device (virtio 1.3 section 5.2). */
@NullMarked
package dev.jvmm.devices.virtio.blk;

import org.jspecify.annotations.NullMarked;
