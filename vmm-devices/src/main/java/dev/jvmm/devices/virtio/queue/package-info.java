// SPDX-License-Identifier: Apache-2.0
/** Split virtqueues: descriptor chains, rings and the thread that serves them (virtio 1.3 section 2.7). */
@NullMarked
package dev.jvmm.devices.virtio.queue;

import org.jspecify.annotations.NullMarked;
