// SPDX-License-Identifier: Apache-2.0
/** Power control and the SMC Calling Convention. */
@NullMarked
package dev.jvmm.softcpu.psci;

import org.jspecify.annotations.NullMarked;
