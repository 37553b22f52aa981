// SPDX-License-Identifier: Apache-2.0
/** Everything the guest sees as a device, and the host side of each. */
@NullMarked
package dev.jvmm.devices;

import org.jspecify.annotations.NullMarked;
