// SPDX-License-Identifier: Apache-2.0
/** The host side of serial devices: where the guest's output goes and its input comes from. */
@NullMarked
package dev.jvmm.devices.backend.serial;

import org.jspecify.annotations.NullMarked;
