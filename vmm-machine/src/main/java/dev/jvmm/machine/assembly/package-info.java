// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.jvmm.machine.assembly;

import org.jspecify.annotations.NullMarked;
