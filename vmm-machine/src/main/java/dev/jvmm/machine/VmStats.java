// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine;

import java.util.Map;

/**
 * Counters of a VM.
 *
 * @param unclaimedAccesses loads and stores that reached neither memory nor a device
 * @param guestFaults how often a driver broke a rule of its device
 * @param resets how often the machine was reset
 * @param droppedEvents events that a subscriber was too slow for
 * @param droppedConsoleBytes console output that nobody read from {@link Vm#consoleOutput()} in time
 * @param backend what the backend counts, by name, in the order to show: exits to this program by kind, for KVM;
 *     {@code instructions} that its vCPUs have executed, for the software CPU
 */
public record VmStats(
        long unclaimedAccesses,
        long guestFaults,
        long resets,
        long droppedEvents,
        long droppedConsoleBytes,
        Map<String, Long> backend) {}
