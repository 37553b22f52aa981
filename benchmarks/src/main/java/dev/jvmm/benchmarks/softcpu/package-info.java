// SPDX-License-Identifier: Apache-2.0
/** Parts of the software CPU, each alone. */
@NullMarked
package dev.jvmm.benchmarks.softcpu;

import org.jspecify.annotations.NullMarked;
