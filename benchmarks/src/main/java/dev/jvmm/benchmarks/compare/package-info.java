// SPDX-License-Identifier: Apache-2.0
/** jvmm and QEMU's TCG side by side on the same guests: {@code benchmarks/compare}. */
@NullMarked
package dev.jvmm.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
