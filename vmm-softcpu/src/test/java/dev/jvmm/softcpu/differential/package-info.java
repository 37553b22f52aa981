// SPDX-License-Identifier: Apache-2.0
/** Each instruction on the interpreter and on another implementation of the architecture, side by side. */
@NullMarked
package dev.jvmm.softcpu.differential;

import org.jspecify.annotations.NullMarked;
