// SPDX-License-Identifier: Apache-2.0
/** The soft backend: vCPU threads and what they share. */
@NullMarked
package dev.jvmm.softcpu.machine;

import org.jspecify.annotations.NullMarked;
