// SPDX-License-Identifier: Apache-2.0
/** Benchmarks. Each class says in a line why it exists. */
@NullMarked
package dev.jvmm.benchmarks;

import org.jspecify.annotations.NullMarked;
