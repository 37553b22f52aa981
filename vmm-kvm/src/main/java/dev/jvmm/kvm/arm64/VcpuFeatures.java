// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm.arm64;

import static dev.jvmm.kvm.abi.Arm64Constants.KVM_ARM64_SVE_VLS_WORDS;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_ARM_VCPU_EL1_32BIT;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_ARM_VCPU_PMU_V3;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_ARM_VCPU_POWER_OFF;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_ARM_VCPU_PSCI_0_2;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_ARM_VCPU_PTRAUTH_ADDRESS;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_ARM_VCPU_PTRAUTH_GENERIC;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_ARM_VCPU_SVE;
import static dev.jvmm.kvm.abi.Arm64Constants.KVM_REG_ARM64_SVE_VLS;

import dev.jvmm.core.config.CpuFeature;
import dev.jvmm.core.cpu.CpuOptions;
import dev.jvmm.core.error.VmException;
import dev.jvmm.kvm.KvmSystem;
import dev.jvmm.kvm.KvmVcpu;
import dev.jvmm.kvm.KvmVm;
import dev.jvmm.kvm.abi.KvmConstants;
import dev.jvmm.kvm.abi.KvmStructs;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.EnumSet;
import java.util.Set;

/** Which features the vCPUs have, and what it takes to switch them on. */
final class VcpuFeatures {
    private static final int FEATURES_OFFSET = 4;

    private final int target;
    private final int bits;
    private final int vectorBits;

    private VcpuFeatures(int target, int bits, int vectorBits) {
        this.target = target;
        this.bits = bits;
        this.vectorBits = vectorBits;
    }

    /** The optional features of this host's KVM. */
    static Set<CpuFeature> ofHost(KvmSystem kvm) {
        Set<CpuFeature> features = EnumSet.noneOf(CpuFeature.class);
        if (kvm.capability(KvmConstants.KVM_CAP_ARM_PMU_V3) > 0) {
            features.add(CpuFeature.PMU);
        }
        if (kvm.capability(KvmConstants.KVM_CAP_ARM_SVE) > 0) {
            features.add(CpuFeature.SVE);
        }
        if (kvm.capability(KvmConstants.KVM_CAP_ARM_PTRAUTH_ADDRESS) > 0
                && kvm.capability(KvmConstants.KVM_CAP_ARM_PTRAUTH_GENERIC) > 0) {
            features.add(CpuFeature.POINTER_AUTHENTICATION);
        }
        if (kvm.capability(KvmConstants.KVM_CAP_STEAL_TIME) > 0) {
            features.add(CpuFeature.STEAL_TIME);
        }
        return features;
    }

    /**
     * Everything the host offers and the user has not switched off.
     *
     * @throws VmException when the user wants what the host lacks
     */
    static VcpuFeatures choose(KvmVm vm, CpuOptions options) {
        int bits = 1 << KVM_ARM_VCPU_PSCI_0_2;
        boolean addressKeys = vm.capability(KvmConstants.KVM_CAP_ARM_PTRAUTH_ADDRESS) > 0;
        boolean genericKeys = vm.capability(KvmConstants.KVM_CAP_ARM_PTRAUTH_GENERIC) > 0;
        if (options.allows(CpuFeature.POINTER_AUTHENTICATION) && addressKeys && genericKeys) {
            // The kernel takes both or neither.
            bits |= 1 << KVM_ARM_VCPU_PTRAUTH_ADDRESS | 1 << KVM_ARM_VCPU_PTRAUTH_GENERIC;
        }
        if (options.pmuInterrupt() != 0
                && options.allows(CpuFeature.PMU)
                && vm.capability(KvmConstants.KVM_CAP_ARM_PMU_V3) > 0) {
            bits |= 1 << KVM_ARM_VCPU_PMU_V3;
        }
        if (options.config().aarch32()) {
            if (vm.capability(KvmConstants.KVM_CAP_ARM_EL1_32BIT) == 0) {
                throw VmException.host(
                        "--aarch32: this host's CPU has no AArch32 at EL1; use --backend soft or another host");
            }
            // SVE is AArch64's alone.
            bits |= 1 << KVM_ARM_VCPU_EL1_32BIT;
        } else if (options.allows(CpuFeature.SVE) && vm.capability(KvmConstants.KVM_CAP_ARM_SVE) > 0) {
            bits |= 1 << KVM_ARM_VCPU_SVE;
        } else if (options.config().vectorBits() != 0) {
            throw VmException.host("--cpu sve=" + options.config().vectorBits()
                    + ": this host's KVM has no scalable vectors; leave sve out");
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment preferred = arena.allocate(KvmStructs.VCPU_INIT);
            vm.preferredTarget(preferred);
            return new VcpuFeatures(
                    preferred.get(ValueLayout.JAVA_INT, 0),
                    bits,
                    options.config().vectorBits());
        }
    }

    /**
     * Brings a vCPU to its reset state: the first time and every later one.
     *
     * @param off it waits for PSCI CPU_ON
     */
    void initialise(KvmVcpu vcpu, boolean off) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment init = arena.allocate(KvmStructs.VCPU_INIT);
            init.set(ValueLayout.JAVA_INT, 0, target);
            init.set(ValueLayout.JAVA_INT, FEATURES_OFFSET, off ? bits | 1 << KVM_ARM_VCPU_POWER_OFF : bits);
            vcpu.ioctl("KVM_ARM_VCPU_INIT", KvmConstants.KVM_ARM_VCPU_INIT, init.address());
        }
    }

    /** What must follow the first {@link #initialise} and cannot be said again: the set of vector lengths is final. */
    void finish(KvmVcpu vcpu) {
        if (!has(KVM_ARM_VCPU_SVE)) {
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            if (vectorBits != 0) {
                MemorySegment lengths = arena.allocate(ValueLayout.JAVA_LONG, KVM_ARM64_SVE_VLS_WORDS);
                vcpu.getRegister(KVM_REG_ARM64_SVE_VLS, lengths);
                VectorLengths.limit(lengths, vectorBits);
                vcpu.setRegister(KVM_REG_ARM64_SVE_VLS, lengths);
            }
            MemorySegment feature = arena.allocateFrom(ValueLayout.JAVA_INT, KVM_ARM_VCPU_SVE);
            vcpu.ioctl("KVM_ARM_VCPU_FINALIZE", KvmConstants.KVM_ARM_VCPU_FINALIZE, feature.address());
        }
    }

    boolean has(int feature) {
        return (bits & 1 << feature) != 0;
    }
}
