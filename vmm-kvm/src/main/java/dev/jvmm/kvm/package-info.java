// SPDX-License-Identifier: Apache-2.0
/** The backend over the kernel's /dev/kvm. */
@NullMarked
package dev.jvmm.kvm;

import org.jspecify.annotations.NullMarked;
