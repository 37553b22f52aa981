// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.core.event;

/** What happened to a VM. Events of one VM reach every subscriber in the order in which they happened. */
public sealed interface VmEvent {
    /** The vCPUs run for the first time, on the backend of that name. */
    record Started(String backend) implements VmEvent {}

    /** No vCPU runs until {@link Resumed}. */
    record Paused() implements VmEvent {}

    /** The vCPUs go on. */
    record Resumed() implements VmEvent {}

    /** The power button was pressed; what follows is up to the guest. */
    record PowerButtonPressed() implements VmEvent {}

    /** Someone asked for a reset: the guest, or the host. */
    record ResetRequested(boolean byGuest) implements VmEvent {}

    /** The machine is in its reset state and starts again. */
    record WasReset() implements VmEvent {}

    /** The guest switched the machine off. */
    record PoweredOff() implements VmEvent {}

    /** The guest's kernel reported a panic. */
    record GuestPanicked() implements VmEvent {}

    /** A vCPU cannot go on; {@code report} holds its registers and may have several lines. */
    record VcpuStopped(int cpu, String report) implements VmEvent {}

    /**
     * A virtio device cannot go on until its driver resets it: it has set DEVICE_NEEDS_RESET (virtio 1.3 section 2.1.2).
     * Comes again only after such a reset. {@code device} is its name, for example disk0.
     */
    record DeviceNeedsReset(String device, String reason) implements VmEvent {}

    /** Something the user should know, in one line. */
    record Warning(String message) implements VmEvent {}

    /** The VM has ended; nothing comes after this. */
    record Exited(VmExit exit) implements VmEvent {}
}
