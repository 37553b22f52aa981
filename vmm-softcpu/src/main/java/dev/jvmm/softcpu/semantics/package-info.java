// SPDX-License-Identifier: Apache-2.0
/** What instructions do, as static methods that the interpreter calls and the translator inlines. */
@NullMarked
package dev.jvmm.softcpu.semantics;

import org.jspecify.annotations.NullMarked;
