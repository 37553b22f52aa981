// SPDX-License-Identifier: Apache-2.0
/** The part of KVM that only arm64 hosts have, and the backend made of it. */
@NullMarked
package dev.jvmm.kvm.arm64;

import org.jspecify.annotations.NullMarked;
