// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.jvmm.devices.panic;

import org.jspecify.annotations.NullMarked;
