// SPDX-License-Identifier: Apache-2.0
/** System calls, and nothing that knows what KVM is. */
@NullMarked
package dev.jvmm.kvm.sys;

import org.jspecify.annotations.NullMarked;
