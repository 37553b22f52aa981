// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine;

/**
 * Counters of a VM.
 *
 * @param unclaimedAccesses loads and stores that reached neither memory nor a device
 * @param guestFaults how often a driver broke a rule of its device
 * @param resets how often the machine was reset
 * @param droppedEvents events that a subscriber was too slow for
 * @param droppedConsoleBytes console output that nobody read from {@link Vm#consoleOutput()} in time
 */
public record VmStats(
        long unclaimedAccesses, long guestFaults, long resets, long droppedEvents, long droppedConsoleBytes) {}
