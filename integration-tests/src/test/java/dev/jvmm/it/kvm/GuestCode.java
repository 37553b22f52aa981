// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.kvm;

import java.util.function.Consumer;

/** Pieces of the bare-metal guests. X20 holds the device's base throughout; X9 is the vectors' own. */
final class GuestCode {
    static final int DEVICE = 20;
    /** Where a vector reports to, in the device. */
    static final int IRQ_REPORT = 0x100;

    static final int ABORT_REPORT = 0x108;

    static final int PSCI_VERSION = 0x84000000;
    static final long PSCI_CPU_ON = 0xc4000003L;
    static final long PSCI_AFFINITY_INFO = 0xc4000004L;
    static final long PSCI_SYSTEM_SUSPEND = 0xc400000eL;
    private static final long PSCI_SYSTEM_OFF = 0x84000008L;
    private static final long PSCI_SYSTEM_RESET = 0x84000009L;

    private static final int SYNCHRONOUS_VECTOR = 0x200;
    private static final int IRQ_VECTOR = 0x280;

    // Arm IHI 0069 12.9, 12.11.
    private static final int GICD_CTLR = 0;
    private static final int ENABLE_GROUP1_AND_AFFINITY_ROUTING = 0x12;
    private static final int IGROUPR = 0x80;
    static final int ISENABLER = 0x100;
    private static final int ICFGR = 0xc00;
    private static final int SGI_FRAME = 0x10000;

    private GuestCode() {}

    static A64 start() {
        return new A64().mov(DEVICE, BareMetalProof.DEVICE);
    }

    static A64 powerOff(A64 code) {
        return code.mov(0, PSCI_SYSTEM_OFF).hypervisorCall();
    }

    static A64 systemReset(A64 code) {
        return code.mov(0, PSCI_SYSTEM_RESET).hypervisorCall();
    }

    /** VBAR_EL1 to the vectors, which {@link #vectors} puts at their fixed place. */
    static A64 useVectors(A64 code) {
        return code.mov(1, BareMetalProof.RAM + BareMetalProof.VECTORS)
                .writeSystem(A64.VBAR_EL1, 1)
                .instructionBarrier();
    }

    /** Interrupts to this vCPU: distributor and CPU interface on, every priority admitted, {@code interrupt} enabled. */
    static A64 enableInterrupt(A64 code, int interrupt, boolean edge) {
        code.mov(1, 0xf0)
                .writeSystem(A64.ICC_PMR_EL1, 1)
                .mov(1, 1)
                .writeSystem(A64.ICC_IGRPEN1_EL1, 1)
                .instructionBarrier();
        code.mov(2, BareMetalProof.DISTRIBUTOR)
                .mov(1, ENABLE_GROUP1_AND_AFFINITY_ROUTING)
                .store(4, 1, 2, GICD_CTLR);
        if (interrupt < 32) {
            code.mov(2, BareMetalProof.REDISTRIBUTORS + SGI_FRAME);
        }
        int word = interrupt / 32 * 4;
        code.mov(1, 0xffffffffL).store(4, 1, 2, IGROUPR + word);
        // The trigger's reset value is not architected: said in both cases.
        code.mov(1, edge ? 2L << interrupt % 16 * 2 : 0).store(4, 1, 2, ICFGR + interrupt / 16 * 4);
        return code.mov(1, 1L << interrupt % 32)
                .store(4, 1, 2, ISENABLER + word)
                .unmaskInterrupts();
    }

    /**
     * The vector table: an interrupt is reported, {@code service} runs, the interrupt ends; a synchronous exception is
     * reported with its syndrome and ends the guest.
     */
    static A64 vectors(A64 code, Consumer<A64> service) {
        code.skipTo(BareMetalProof.VECTORS + SYNCHRONOUS_VECTOR).readSystem(9, A64.ESR_EL1);
        code.store(8, 9, DEVICE, ABORT_REPORT);
        powerOff(code);
        code.skipTo(BareMetalProof.VECTORS + IRQ_VECTOR)
                .readSystem(9, A64.ICC_IAR1_EL1)
                .store(4, 9, DEVICE, IRQ_REPORT);
        service.accept(code);
        return code.writeSystem(A64.ICC_EOIR1_EL1, 9).instructionBarrier().exceptionReturn();
    }
}
