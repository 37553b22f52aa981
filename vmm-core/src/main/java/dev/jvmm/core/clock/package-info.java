// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.jvmm.core.clock;

import org.jspecify.annotations.NullMarked;
