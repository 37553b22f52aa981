// SPDX-License-Identifier: Apache-2.0
/** The API for embedding a VM. */
@NullMarked
package dev.jvmm.machine;

import org.jspecify.annotations.NullMarked;
