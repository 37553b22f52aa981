// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm;

import dev.jvmm.core.irq.MsiTarget;
import dev.jvmm.kvm.abi.KvmConstants;
import dev.jvmm.kvm.abi.KvmStructs;
import dev.jvmm.kvm.abi.Struct;
import java.lang.foreign.Arena;

/** Message-signalled interrupts by KVM_SIGNAL_MSI; one that the guest has not set up is lost, as on hardware. */
public final class MsiSender implements MsiTarget {
    private final KvmVm vm;
    // Guarded by the monitor of this.
    private final Struct message;

    /** @param arena shared; outlives the sender */
    public MsiSender(KvmVm vm, Arena arena) {
        this.vm = vm;
        this.message = new Struct(arena, KvmStructs.MSI).setInt("flags", KvmConstants.KVM_MSI_VALID_DEVID);
    }

    @Override
    public synchronized void signal(int deviceId, long address, int data) {
        message.setInt("address_lo", (int) address)
                .setInt("address_hi", (int) (address >>> 32))
                .setInt("data", data)
                .setInt("devid", deviceId);
        vm.signalMsi(message.address());
    }
}
