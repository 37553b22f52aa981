// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.jvmm.machine.lifecycle;

import org.jspecify.annotations.NullMarked;
