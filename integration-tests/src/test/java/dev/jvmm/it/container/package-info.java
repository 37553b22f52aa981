// SPDX-License-Identifier: Apache-2.0
/** jvmm in a container. */
@NullMarked
package dev.jvmm.it.container;

import org.jspecify.annotations.NullMarked;
