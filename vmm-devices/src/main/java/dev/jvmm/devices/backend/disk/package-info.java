// SPDX-License-Identifier: Apache-2.0
/** The host's side of disks. */
@NullMarked
package dev.jvmm.devices.backend.disk;

import org.jspecify.annotations.NullMarked;
