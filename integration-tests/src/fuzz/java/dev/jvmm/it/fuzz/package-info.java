// SPDX-License-Identifier: Apache-2.0
/** Fuzz harnesses for what reads data that a stranger made. Built by the profile {@code fuzz} alone. */
@NullMarked
package dev.jvmm.it.fuzz;

import org.jspecify.annotations.NullMarked;
