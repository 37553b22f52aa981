// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.jvmm.it.debian;

import org.jspecify.annotations.NullMarked;
