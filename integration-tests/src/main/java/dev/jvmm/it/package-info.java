// SPDX-License-Identifier: Apache-2.0
/** Tests of the whole: real firmware, real guests, one backend against the other. */
@NullMarked
package dev.jvmm.it;

import org.jspecify.annotations.NullMarked;
