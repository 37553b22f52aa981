// SPDX-License-Identifier: Apache-2.0
/** The Generic Timer. */
@NullMarked
package dev.jvmm.softcpu.timer;

import org.jspecify.annotations.NullMarked;
