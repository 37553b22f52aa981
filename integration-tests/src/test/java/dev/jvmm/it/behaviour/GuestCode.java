// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.behaviour;

import static dev.jvmm.it.behaviour.BareMetalVm.CPU_INTERFACE;
import static dev.jvmm.it.behaviour.BareMetalVm.DISTRIBUTOR;
import static dev.jvmm.it.behaviour.BareMetalVm.REDISTRIBUTORS;

import dev.jvmm.core.cpu.GicVersion;
import java.util.function.Consumer;

/**
 * Pieces of the bare-metal guests, for either interrupt controller. X20 holds the device's base throughout; X8 and X9 are
 * the vectors' own, X1 and X2 are clobbered by most pieces.
 *
 * @param gic the guest's interrupt controller
 * @param base where the code will be
 */
public record GuestCode(GicVersion gic, long base) {
    public static final int DEVICE = 20;
    /** Where a vector reports to, in the device. */
    public static final int IRQ_REPORT = 0x100;

    public static final int ABORT_REPORT = 0x108;

    static final int PSCI_VERSION = 0x84000000;
    static final long PSCI_CPU_OFF = 0x84000002L;
    static final long PSCI_CPU_ON = 0xc4000003L;
    static final long PSCI_AFFINITY_INFO = 0xc4000004L;
    static final long PSCI_SYSTEM_OFF = 0x84000008L;
    static final long PSCI_SYSTEM_RESET = 0x84000009L;
    static final long PSCI_SYSTEM_SUSPEND = 0xc400000eL;
    static final long PSCI_SYSTEM_RESET2 = 0xc4000012L;

    /** Register offsets of the distributor: Arm IHI 0069 12.9, Arm IHI 0048 4.3. */
    static final int ISENABLER = 0x100;

    /** After the code, before the scenarios' own words of RAM. */
    private static final int VECTORS = 0x1000;

    private static final int SYNCHRONOUS_VECTOR = 0x200;
    private static final int IRQ_VECTOR = 0x280;

    private static final int GICD_CTLR = 0;
    private static final int V2_ENABLE = 1;
    private static final int V3_ENABLE_GROUP1_AND_AFFINITY_ROUTING = 0x12;
    private static final int IGROUPR = 0x80;
    private static final int ITARGETSR = 0x800;
    private static final int ICFGR = 0xc00;
    private static final int GICD_SGIR = 0xf00;

    // Arm IHI 0069 12.11: the redistributors.
    private static final int GICR_WAKER = 0x14;
    private static final int SGI_FRAME = 0x10000;
    private static final long REDISTRIBUTOR_SIZE = 0x20000L;

    // Arm IHI 0048 4.4: the CPU interface.
    private static final int GICC_CTLR = 0;
    private static final int GICC_PMR = 4;
    private static final int GICC_IAR = 0xc;
    private static final int GICC_EOIR = 0x10;

    private static final long ALL_PRIORITIES = 0xf0;

    /** The beginning of every guest. */
    public A64 start() {
        return new A64().mov(DEVICE, BareMetalVm.DEVICE);
    }

    public static A64 powerOff(A64 code) {
        return code.mov(0, PSCI_SYSTEM_OFF).hypervisorCall();
    }

    static A64 systemReset(A64 code) {
        return code.mov(0, PSCI_SYSTEM_RESET).hypervisorCall();
    }

    /** PSCI CPU_ON of vCPU 1; the result in X0. */
    static A64 turnOnSecond(A64 code, String label, long context) {
        return code.mov(0, PSCI_CPU_ON)
                .mov(1, 1)
                .address(2, label)
                .mov(3, context)
                .hypervisorCall();
    }

    /** Whether vCPU 1 is on (0) or off (1): PSCI AFFINITY_INFO, Arm DEN 0022 5.7; the result in X0. */
    static A64 affinityOfSecond(A64 code) {
        return code.mov(0, PSCI_AFFINITY_INFO).mov(1, 1).mov(2, 0).hypervisorCall();
    }

    /** VBAR_EL1 to the vectors, which {@link #vectors} puts at their fixed place. */
    public A64 useVectors(A64 code) {
        return code.mov(1, base + VECTORS).writeSystem(A64.VBAR_EL1, 1).instructionBarrier();
    }

    /** Interrupts to vCPU 0: see {@link #enableInterrupt(A64, int, int, boolean)}. */
    public A64 enableInterrupt(A64 code, int interrupt, boolean edge) {
        return enableInterrupt(code, 0, interrupt, edge);
    }

    /**
     * Interrupts to the vCPU {@code cpu}, which runs this: distributor and CPU interface on, every priority admitted,
     * {@code interrupt} enabled and unmasked.
     */
    A64 enableInterrupt(A64 code, int cpu, int interrupt, boolean edge) {
        code.mov(2, DISTRIBUTOR).mov(1, gic == GicVersion.V2 ? V2_ENABLE : V3_ENABLE_GROUP1_AND_AFFINITY_ROUTING);
        code.store(4, 1, 2, GICD_CTLR);
        enableCpuInterface(code);
        code.mov(2, DISTRIBUTOR);
        if (gic == GicVersion.V3 && interrupt < 32) {
            code.mov(2, REDISTRIBUTORS + cpu * REDISTRIBUTOR_SIZE)
                    .store(4, A64.ZERO, 2, GICR_WAKER)
                    .mov(2, REDISTRIBUTORS + cpu * REDISTRIBUTOR_SIZE + SGI_FRAME);
        }
        int word = interrupt / 32 * 4;
        switch (gic) {
            case V3 -> code.mov(1, 0xffffffffL).store(4, 1, 2, IGROUPR + word);
            case V2 -> {
                if (interrupt >= 32) {
                    code.mov(1, 1L << cpu).store(1, 1, 2, ITARGETSR + interrupt);
                }
            }
        }
        if (interrupt >= 16) {
            // The trigger's reset value is not architected: said in both cases.
            code.mov(1, edge ? 2L << interrupt % 16 * 2 : 0).store(4, 1, 2, ICFGR + interrupt / 16 * 4);
        }
        return code.mov(1, 1L << interrupt % 32)
                .store(4, 1, 2, ISENABLER + word)
                .unmaskInterrupts();
    }

    private void enableCpuInterface(A64 code) {
        switch (gic) {
            case V2 ->
                code.mov(2, CPU_INTERFACE)
                        .mov(1, ALL_PRIORITIES)
                        .store(4, 1, 2, GICC_PMR)
                        .mov(1, 1)
                        .store(4, 1, 2, GICC_CTLR);
            case V3 ->
                code.mov(1, ALL_PRIORITIES)
                        .writeSystem(A64.ICC_PMR_EL1, 1)
                        .mov(1, 1)
                        .writeSystem(A64.ICC_IGRPEN1_EL1, 1)
                        .instructionBarrier();
        }
    }

    /** Sets the priority mask: 0 admits nothing, 0xf0 everything. */
    A64 setPriorityMask(A64 code, int mask) {
        return switch (gic) {
            case V2 -> code.mov(2, CPU_INTERFACE).mov(1, mask).store(4, 1, 2, GICC_PMR);
            case V3 -> code.mov(1, mask).writeSystem(A64.ICC_PMR_EL1, 1).instructionBarrier();
        };
    }

    /** Raises the software-generated interrupt {@code number} on vCPU {@code cpu}. */
    A64 sendSoftwareInterrupt(A64 code, int cpu, int number) {
        return switch (gic) {
            case V2 -> code.mov(2, DISTRIBUTOR).mov(1, 1L << 16 + cpu | number).store(4, 1, 2, GICD_SGIR);
            case V3 ->
                code.mov(1, (long) number << 24 | 1L << cpu)
                        .writeSystem(A64.ICC_SGI1R_EL1, 1)
                        .instructionBarrier();
        };
    }

    /**
     * Waits until a vector has made X10 something other than 0. Interrupts are masked between the look and the wait, so
     * that none is taken there and then waited for.
     */
    static A64 waitForService(A64 code) {
        return code.label("wait")
                .maskInterrupts()
                .branchIfNotZero(10, "served")
                .waitForInterrupt()
                .unmaskInterrupts()
                .branch("wait")
                .label("served");
    }

    /**
     * The vector table: an interrupt is reported, {@code service} runs, the interrupt ends; a synchronous exception is
     * reported with its syndrome and ends the guest.
     */
    public A64 vectors(A64 code, Consumer<A64> service) {
        code.skipTo(VECTORS + SYNCHRONOUS_VECTOR).readSystem(9, A64.ESR_EL1);
        code.store(8, 9, DEVICE, ABORT_REPORT);
        powerOff(code);
        code.skipTo(VECTORS + IRQ_VECTOR);
        switch (gic) {
            case V2 -> code.mov(8, CPU_INTERFACE).load(4, 9, 8, GICC_IAR);
            case V3 -> code.readSystem(9, A64.ICC_IAR1_EL1);
        }
        code.store(4, 9, DEVICE, IRQ_REPORT);
        service.accept(code);
        switch (gic) {
            case V2 -> code.mov(8, CPU_INTERFACE).store(4, 9, 8, GICC_EOIR);
            case V3 -> code.writeSystem(A64.ICC_EOIR1_EL1, 9).instructionBarrier();
        }
        return code.exceptionReturn();
    }
}
