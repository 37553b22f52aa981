// SPDX-License-Identifier: Apache-2.0
/** Tests of the build itself: the module arrows, the static checks, the scripts at the top of the tree. */
@NullMarked
package dev.jvmm.it.build;

import org.jspecify.annotations.NullMarked;
