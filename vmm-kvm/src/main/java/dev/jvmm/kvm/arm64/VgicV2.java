// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm.arm64;

import static dev.jvmm.kvm.abi.Arm64Constants.KVM_DEV_ARM_VGIC_CPUID_SHIFT;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_DEV_ARM_VGIC_CTRL_INIT;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_DEV_ARM_VGIC_GRP_ADDR;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_DEV_ARM_VGIC_GRP_CPU_REGS;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_DEV_ARM_VGIC_GRP_CTRL;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_DEV_ARM_VGIC_GRP_DIST_REGS;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_DEV_ARM_VGIC_GRP_NR_IRQS;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_VGIC_V2_ADDR_TYPE_CPU;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_VGIC_V2_ADDR_TYPE_DIST;
import static dev.jvmm.kvm.abi.KvmConstants.KVM_DEV_TYPE_ARM_VGIC_V2;

import dev.jvmm.core.cpu.MachineSpec;
import dev.jvmm.kvm.DeviceAttributes;
import dev.jvmm.kvm.KvmDevice;
import dev.jvmm.kvm.KvmVm;

/** GICv2, for hosts that have no other (Documentation/virt/kvm/devices/arm-vgic.rst). */
final class VgicV2 implements Vgic {
    // Register offsets: Arm IHI 0048 4.1.2 (distributor), 4.1.3 (CPU interface).
    private static final int CTLR = 0x000;
    private static final int ICENABLER = 0x180;
    private static final int ICPENDR = 0x280;
    private static final int ICACTIVER = 0x380;
    private static final int IPRIORITYR = 0x400;
    private static final int ITARGETSR = 0x800;
    private static final int ICFGR = 0xc00;
    private static final int CPENDSGIR = 0xf10;
    private static final int GICC_PMR = 0x04;
    private static final int GICC_BPR = 0x08;
    private static final int GICC_ABPR = 0x1c;
    private static final int GICC_APR0 = 0xd0;

    private static final int PRIVATE_INTERRUPTS = 32;
    private static final int ALL = -1;

    private final MachineSpec spec;
    private final KvmDevice device;

    VgicV2(KvmVm vm, MachineSpec spec) {
        this.spec = spec;
        device = vm.createDevice("vGICv2", KVM_DEV_TYPE_ARM_VGIC_V2);
    }

    @Override
    public void initialise() {
        DeviceAttributes gic = device.attributes();
        gic.setInt(
                KVM_DEV_ARM_VGIC_GRP_NR_IRQS, 0, PRIVATE_INTERRUPTS + spec.gic().spis());
        gic.setLong(
                KVM_DEV_ARM_VGIC_GRP_ADDR,
                KVM_VGIC_V2_ADDR_TYPE_DIST,
                spec.gic().distributor());
        gic.setLong(
                KVM_DEV_ARM_VGIC_GRP_ADDR, KVM_VGIC_V2_ADDR_TYPE_CPU, spec.gic().cpuInterface());
        gic.command(KVM_DEV_ARM_VGIC_GRP_CTRL, KVM_DEV_ARM_VGIC_CTRL_INIT);
    }

    @Override
    public void reset() {
        distributor(0, CTLR, 0);
        for (int cpu = 0; cpu < spec.cpus(); cpu++) {
            resetInterrupts(cpu, 0, PRIVATE_INTERRUPTS);
            for (int interrupt = 0; interrupt < 16; interrupt += 4) {
                distributor(cpu, CPENDSGIR + interrupt, ALL);
            }
            cpuInterface(cpu, CTLR, 0);
            cpuInterface(cpu, GICC_PMR, 0);
            cpuInterface(cpu, GICC_BPR, 0);
            cpuInterface(cpu, GICC_ABPR, 0);
            cpuInterface(cpu, GICC_APR0, 0);
        }
        resetInterrupts(0, PRIVATE_INTERRUPTS, PRIVATE_INTERRUPTS + spec.gic().spis());
    }

    private void resetInterrupts(int cpu, int from, int to) {
        for (int interrupt = from; interrupt < to; interrupt += 32) {
            int word = interrupt / 8;
            distributor(cpu, ICENABLER + word, ALL);
            distributor(cpu, ICPENDR + word, ALL);
            distributor(cpu, ICACTIVER + word, ALL);
        }
        for (int interrupt = Math.max(from, 16); interrupt < to; interrupt += 16) {
            distributor(cpu, ICFGR + interrupt / 4, 0);
        }
        for (int interrupt = from; interrupt < to; interrupt += 4) {
            distributor(cpu, IPRIORITYR + interrupt, 0);
            if (interrupt >= PRIVATE_INTERRUPTS) {
                distributor(cpu, ITARGETSR + interrupt, 0);
            }
        }
    }

    private void distributor(int cpu, int offset, int value) {
        device.attributes()
                .setInt(KVM_DEV_ARM_VGIC_GRP_DIST_REGS, (long) cpu << KVM_DEV_ARM_VGIC_CPUID_SHIFT | offset, value);
    }

    private void cpuInterface(int cpu, int offset, int value) {
        device.attributes()
                .setInt(KVM_DEV_ARM_VGIC_GRP_CPU_REGS, (long) cpu << KVM_DEV_ARM_VGIC_CPUID_SHIFT | offset, value);
    }

    @Override
    public void close() {
        device.close();
    }
}
