// SPDX-License-Identifier: Apache-2.0
/** Book-keeping of what guests do wrong. */
@NullMarked
package dev.jvmm.devices.fault;

import org.jspecify.annotations.NullMarked;
