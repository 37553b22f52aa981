// SPDX-License-Identifier: Apache-2.0
/**
 * What every backend must do, as scenarios that take any of them. They run on each backend of the host in {@link
 * dev.jvmm.it.behaviour.BackendBehaviourTest}, and inside the nested arm64 system on KVM.
 */
@NullMarked
package dev.jvmm.it.behaviour;

import org.jspecify.annotations.NullMarked;
