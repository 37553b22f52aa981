// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.jvmm.core.cpu;

import org.jspecify.annotations.NullMarked;
