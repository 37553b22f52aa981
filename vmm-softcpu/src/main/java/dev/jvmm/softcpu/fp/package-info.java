// SPDX-License-Identifier: Apache-2.0
/**
 * Floating-point arithmetic as Armv8.0-A defines it for AArch64: results and cumulative flags to the bit (Arm ARM DDI
 * 0487, shared/functions/float). Static methods on raw encodings, so that interpreter and translator call the same.
 */
@NullMarked
package dev.jvmm.softcpu.fp;

import org.jspecify.annotations.NullMarked;
