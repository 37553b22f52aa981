// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.jvmm.devices.testing;

import org.jspecify.annotations.NullMarked;
