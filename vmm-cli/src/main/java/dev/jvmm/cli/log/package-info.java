// SPDX-License-Identifier: Apache-2.0
/** Log messages as the command shows them. */
@NullMarked
package dev.jvmm.cli.log;

import org.jspecify.annotations.NullMarked;
