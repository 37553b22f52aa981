// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.core.event;

/** Why a VM ended. */
public sealed interface VmExit {
    /** The guest switched the machine off. */
    record PoweredOff() implements VmExit {}

    /** The guest reset the machine, and the policy was to end then. */
    record GuestReset() implements VmExit {}

    /** The guest's kernel panicked, and the policy was to end then. */
    record GuestPanicked() implements VmExit {}

    /** The host stopped it. */
    record Stopped() implements VmExit {}

    /** It could not go on: {@code reason} in one line, {@code report} with registers or a stack trace for a log. */
    record Failed(String reason, String report) implements VmExit {}
}
