// SPDX-License-Identifier: Apache-2.0
/** The kernel's binary interface as data: linux/kvm.h and asm/kvm.h. A test compares it with the headers themselves. */
@NullMarked
package dev.jvmm.kvm.abi;

import org.jspecify.annotations.NullMarked;
