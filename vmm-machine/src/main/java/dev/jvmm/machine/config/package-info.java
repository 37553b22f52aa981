// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.jvmm.machine.config;

import org.jspecify.annotations.NullMarked;
