// SPDX-License-Identifier: Apache-2.0
/** The software AArch64 CPU. */
@NullMarked
package dev.jvmm.softcpu;

import org.jspecify.annotations.NullMarked;
