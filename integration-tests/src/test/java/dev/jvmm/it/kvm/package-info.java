// SPDX-License-Identifier: Apache-2.0
/** KVM proven on a real arm64 /dev/kvm, nested in QEMU where the machine at hand has none. */
@NullMarked
package dev.jvmm.it.kvm;

import org.jspecify.annotations.NullMarked;
