// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.jvmm.softcpu.exception;

import org.jspecify.annotations.NullMarked;
