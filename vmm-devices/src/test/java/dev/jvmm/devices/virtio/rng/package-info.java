// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.jvmm.devices.virtio.rng;

import org.jspecify.annotations.NullMarked;
