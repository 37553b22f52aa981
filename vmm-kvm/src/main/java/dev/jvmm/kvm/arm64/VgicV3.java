// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm.arm64;

import static dev.jvmm.kvm.abi.Arm64Constants.KVM_DEV_ARM_ITS_CTRL_RESET;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_DEV_ARM_VGIC_CTRL_INIT;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_DEV_ARM_VGIC_GRP_ADDR;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_DEV_ARM_VGIC_GRP_CPU_SYSREGS;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_DEV_ARM_VGIC_GRP_CTRL;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_DEV_ARM_VGIC_GRP_DIST_REGS;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_DEV_ARM_VGIC_GRP_NR_IRQS;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_DEV_ARM_VGIC_GRP_REDIST_REGS;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_DEV_ARM_VGIC_V3_MPIDR_SHIFT;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_VGIC_ITS_ADDR_TYPE;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_VGIC_V3_ADDR_TYPE_DIST;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_VGIC_V3_ADDR_TYPE_REDIST;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_VGIC_V3_ADDR_TYPE_REDIST_REGION;
import static dev.jvmm.kvm.abi.KvmConstants.KVM_DEV_TYPE_ARM_VGIC_ITS;
import static dev.jvmm.kvm.abi.KvmConstants.KVM_DEV_TYPE_ARM_VGIC_V3;

import dev.jvmm.core.cpu.MachineSpec;
import dev.jvmm.core.cpu.MpidrAffinity;
import dev.jvmm.kvm.DeviceAttributes;
import dev.jvmm.kvm.KvmDevice;
import dev.jvmm.kvm.KvmVm;
import org.jspecify.annotations.Nullable;

/** GICv3 with its redistributors and, where the machine has one, the ITS (Documentation/virt/kvm/devices/arm-vgic-v3.rst). */
final class VgicV3 implements Vgic {
    /** Place of the number of redistributors in a redistributor region's attribute. */
    private static final int REDISTRIBUTOR_COUNT_SHIFT = 52;

    // Register offsets: Arm IHI 0069 12.8 (distributor), 12.10 (redistributor).
    private static final int CTLR = 0x0000;
    private static final int IGROUPR = 0x0080;
    private static final int ICENABLER = 0x0180;
    private static final int ISPENDR = 0x0200;
    private static final int ICACTIVER = 0x0380;
    private static final int IPRIORITYR = 0x0400;
    private static final int ICFGR = 0x0c00;
    private static final int IROUTER = 0x6000;
    /** The second frame of a redistributor, where its private interrupts' registers are. */
    private static final int SGI_FRAME = 0x10000;

    private static final int PRIVATE_INTERRUPTS = 32;
    private static final int ALL = -1;

    // Encodings op0, op1, CRn, CRm, op2: Arm IHI 0069 12.2.
    private static final long ICC_PMR_EL1 = Arm64Registers.encoding(3, 0, 4, 6, 0);
    private static final long ICC_AP0R0_EL1 = Arm64Registers.encoding(3, 0, 12, 8, 4);
    private static final long ICC_AP1R0_EL1 = Arm64Registers.encoding(3, 0, 12, 9, 0);
    private static final long ICC_BPR0_EL1 = Arm64Registers.encoding(3, 0, 12, 8, 3);
    private static final long ICC_BPR1_EL1 = Arm64Registers.encoding(3, 0, 12, 12, 3);
    private static final long ICC_IGRPEN0_EL1 = Arm64Registers.encoding(3, 0, 12, 12, 6);
    private static final long ICC_IGRPEN1_EL1 = Arm64Registers.encoding(3, 0, 12, 12, 7);

    private final MachineSpec spec;
    private final KvmDevice device;
    private final @Nullable KvmDevice its;

    VgicV3(KvmVm vm, MachineSpec spec) {
        this.spec = spec;
        device = vm.createDevice("vGICv3", KVM_DEV_TYPE_ARM_VGIC_V3);
        its = spec.gic().its() == 0 ? null : vm.createDevice("vGIC ITS", KVM_DEV_TYPE_ARM_VGIC_ITS);
    }

    @Override
    public void initialise() {
        DeviceAttributes gic = device.attributes();
        gic.setInt(
                KVM_DEV_ARM_VGIC_GRP_NR_IRQS, 0, PRIVATE_INTERRUPTS + spec.gic().spis());
        gic.setLong(
                KVM_DEV_ARM_VGIC_GRP_ADDR,
                KVM_VGIC_V3_ADDR_TYPE_DIST,
                spec.gic().distributor());
        if (gic.has(KVM_DEV_ARM_VGIC_GRP_ADDR, KVM_VGIC_V3_ADDR_TYPE_REDIST_REGION)) {
            gic.setLong(
                    KVM_DEV_ARM_VGIC_GRP_ADDR,
                    KVM_VGIC_V3_ADDR_TYPE_REDIST_REGION,
                    (long) spec.cpus() << REDISTRIBUTOR_COUNT_SHIFT | spec.gic().redistributors());
        } else {
            gic.setLong(
                    KVM_DEV_ARM_VGIC_GRP_ADDR,
                    KVM_VGIC_V3_ADDR_TYPE_REDIST,
                    spec.gic().redistributors());
        }
        gic.command(KVM_DEV_ARM_VGIC_GRP_CTRL, KVM_DEV_ARM_VGIC_CTRL_INIT);
        if (its != null) {
            its.attributes()
                    .setLong(
                            KVM_DEV_ARM_VGIC_GRP_ADDR,
                            KVM_VGIC_ITS_ADDR_TYPE,
                            spec.gic().its());
            its.attributes().command(KVM_DEV_ARM_VGIC_GRP_CTRL, KVM_DEV_ARM_VGIC_CTRL_INIT);
        }
    }

    @Override
    public void reset() {
        if (its != null) {
            its.attributes().command(KVM_DEV_ARM_VGIC_GRP_CTRL, KVM_DEV_ARM_ITS_CTRL_RESET);
        }
        resetDistributor();
        for (int cpu = 0; cpu < spec.cpus(); cpu++) {
            long affinity = affinity(cpu);
            resetRedistributor(affinity);
            resetCpuInterface(affinity);
        }
    }

    private void resetDistributor() {
        distributor(CTLR, 0);
        int interrupts = PRIVATE_INTERRUPTS + spec.gic().spis();
        for (int interrupt = PRIVATE_INTERRUPTS; interrupt < interrupts; interrupt += 32) {
            int word = interrupt / 8;
            distributor(IGROUPR + word, ALL);
            distributor(ICENABLER + word, ALL);
            distributor(ISPENDR + word, 0);
            distributor(ICACTIVER + word, ALL);
        }
        for (int interrupt = PRIVATE_INTERRUPTS; interrupt < interrupts; interrupt += 16) {
            distributor(ICFGR + interrupt / 4, 0);
        }
        for (int interrupt = PRIVATE_INTERRUPTS; interrupt < interrupts; interrupt += 4) {
            distributor(IPRIORITYR + interrupt, 0);
        }
        for (int interrupt = PRIVATE_INTERRUPTS; interrupt < interrupts; interrupt++) {
            distributor(IROUTER + interrupt * 8, 0);
            distributor(IROUTER + interrupt * 8 + 4, 0);
        }
    }

    private void resetRedistributor(long affinity) {
        redistributor(affinity, CTLR, 0);
        redistributor(affinity, SGI_FRAME + IGROUPR, ALL);
        redistributor(affinity, SGI_FRAME + ICENABLER, ALL);
        redistributor(affinity, SGI_FRAME + ISPENDR, 0);
        redistributor(affinity, SGI_FRAME + ICACTIVER, ALL);
        // The second half of ICFGR: private peripheral interrupts. Software-generated ones are always edges.
        redistributor(affinity, SGI_FRAME + ICFGR + 4, 0);
        for (int interrupt = 0; interrupt < PRIVATE_INTERRUPTS; interrupt += 4) {
            redistributor(affinity, SGI_FRAME + IPRIORITYR + interrupt, 0);
        }
    }

    private void resetCpuInterface(long affinity) {
        cpuInterface(affinity, ICC_IGRPEN0_EL1, 0);
        cpuInterface(affinity, ICC_IGRPEN1_EL1, 0);
        cpuInterface(affinity, ICC_PMR_EL1, 0);
        cpuInterface(affinity, ICC_BPR0_EL1, 0);
        cpuInterface(affinity, ICC_BPR1_EL1, 0);
        cpuInterface(affinity, ICC_AP0R0_EL1, 0);
        cpuInterface(affinity, ICC_AP1R0_EL1, 0);
    }

    private void distributor(int offset, int value) {
        device.attributes().setInt(KVM_DEV_ARM_VGIC_GRP_DIST_REGS, offset, value);
    }

    private void redistributor(long affinity, int offset, int value) {
        device.attributes().setInt(KVM_DEV_ARM_VGIC_GRP_REDIST_REGS, affinity | offset, value);
    }

    private void cpuInterface(long affinity, long register, long value) {
        device.attributes().setLong(KVM_DEV_ARM_VGIC_GRP_CPU_SYSREGS, affinity | register, value);
    }

    /** Aff3.Aff2.Aff1.Aff0 in the upper half of an attribute. */
    private static long affinity(int cpu) {
        return MpidrAffinity.of(cpu) << KVM_DEV_ARM_VGIC_V3_MPIDR_SHIFT;
    }

    @Override
    public void close() {
        if (its != null) {
            its.close();
        }
        device.close();
    }
}
