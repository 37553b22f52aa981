// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.jvmm.devices.backend.disk;

import org.jspecify.annotations.NullMarked;
