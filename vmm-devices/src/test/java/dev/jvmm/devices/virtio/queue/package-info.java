// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.jvmm.devices.virtio.queue;

import org.jspecify.annotations.NullMarked;
