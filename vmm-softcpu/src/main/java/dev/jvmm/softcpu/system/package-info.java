// SPDX-License-Identifier: Apache-2.0
/** System registers, system instructions, exceptions and debug events. */
@NullMarked
package dev.jvmm.softcpu.system;

import org.jspecify.annotations.NullMarked;
