// SPDX-License-Identifier: Apache-2.0
/** The Generic Interrupt Controller. */
@NullMarked
package dev.jvmm.softcpu.gic;

import org.jspecify.annotations.NullMarked;
