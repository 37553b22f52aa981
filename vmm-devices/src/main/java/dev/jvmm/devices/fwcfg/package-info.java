// SPDX-License-Identifier: Apache-2.0
/** The firmware configuration device. */
@NullMarked
package dev.jvmm.devices.fwcfg;

import org.jspecify.annotations.NullMarked;
