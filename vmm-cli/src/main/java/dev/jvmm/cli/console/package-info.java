// SPDX-License-Identifier: Apache-2.0
/** The guest's console on the user's terminal. */
@NullMarked
package dev.jvmm.cli.console;

import org.jspecify.annotations.NullMarked;
