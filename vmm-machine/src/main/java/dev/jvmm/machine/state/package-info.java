// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.jvmm.machine.state;

import org.jspecify.annotations.NullMarked;
