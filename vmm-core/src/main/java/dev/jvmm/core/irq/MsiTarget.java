// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.core.irq;

/** Takes message-signalled interrupts: what a PCI device's memory write of an MSI would do. Safe from any thread. */
@FunctionalInterface
public interface MsiTarget {
    /**
     * @param deviceId the requester (PCI bus, device, function) as the ITS knows it
     * @param address guest-physical doorbell address the guest programmed
     * @param data the message
     */
    void signal(int deviceId, long address, int data);
}
