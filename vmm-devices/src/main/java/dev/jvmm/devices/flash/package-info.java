// SPDX-License-Identifier: Apache-2.0
/** NOR flash for firmware and its variables, and how the variables reach a file. */
@NullMarked
package dev.jvmm.devices.flash;

import org.jspecify.annotations.NullMarked;
