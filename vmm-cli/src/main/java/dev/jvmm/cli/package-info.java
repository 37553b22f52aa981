// SPDX-License-Identifier: Apache-2.0
/** The jvmm command. */
@NullMarked
package dev.jvmm.cli;

import org.jspecify.annotations.NullMarked;
