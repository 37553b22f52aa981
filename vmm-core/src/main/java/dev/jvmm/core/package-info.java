// SPDX-License-Identifier: Apache-2.0
/** Contracts that every other module builds on: guest memory, bus, interrupts, CPUs, clock, configuration and errors. */
@NullMarked
package dev.jvmm.core;

import org.jspecify.annotations.NullMarked;
