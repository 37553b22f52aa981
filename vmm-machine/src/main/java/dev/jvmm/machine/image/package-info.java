// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.jvmm.machine.image;

import org.jspecify.annotations.NullMarked;
