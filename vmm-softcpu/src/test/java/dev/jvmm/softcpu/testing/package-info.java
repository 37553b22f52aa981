// SPDX-License-Identifier: Apache-2.0
/** What tests of the software CPU's parts share. */
@NullMarked
package dev.jvmm.softcpu.testing;

import org.jspecify.annotations.NullMarked;
