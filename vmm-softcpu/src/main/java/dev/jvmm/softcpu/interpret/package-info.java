// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.jvmm.softcpu.interpret;

import org.jspecify.annotations.NullMarked;
