// SPDX-License-Identifier: Apache-2.0
/** What KVM costs from Java. */
@NullMarked
package dev.jvmm.benchmarks.kvm;

import org.jspecify.annotations.NullMarked;
