// SPDX-License-Identifier: Apache-2.0
/** What KVM does alike on every architecture: VMs, memory slots, event descriptors, vCPUs and their threads. */
@NullMarked
package dev.jvmm.kvm;

import org.jspecify.annotations.NullMarked;
