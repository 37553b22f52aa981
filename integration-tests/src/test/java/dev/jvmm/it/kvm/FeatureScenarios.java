// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.kvm;

import static dev.jvmm.it.behaviour.BareMetalVm.expectEqual;
import static dev.jvmm.it.behaviour.GuestCode.DEVICE;

import dev.jvmm.core.config.CpuConfig;
import dev.jvmm.core.config.CpuFeature;
import dev.jvmm.core.cpu.CpuOptions;
import dev.jvmm.core.cpu.GicVersion;
import dev.jvmm.core.cpu.Hypervisor;
import dev.jvmm.it.behaviour.A64;
import dev.jvmm.it.behaviour.BareMetalVm;
import dev.jvmm.it.behaviour.GuestCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The optional features of a CPU, there and switched off, as a guest sees them. For hosts that have them all. */
final class FeatureScenarios {
    private static final int PMU_INTERRUPT = 23;
    private static final long STOLEN_TIME = 0x090a_0000L;

    private static final String CPACR_EL1 = "3 0 1 0 2";
    private static final String ZCR_EL1 = "3 0 1 2 0";
    private static final String SCTLR_EL1 = "3 0 1 0 0";
    private static final String APIA_KEY_LO_EL1 = "3 0 2 1 0";
    private static final String ID_AA64PFR0_EL1 = "3 0 0 4 0";
    private static final String ID_AA64DFR0_EL1 = "3 0 0 5 0";
    private static final String ID_AA64ISAR1_EL1 = "3 0 0 6 1";
    private static final String PMCR_EL0 = "3 3 9 12 0";
    private static final String PMCNTENSET_EL0 = "3 3 9 12 1";
    private static final String PMOVSCLR_EL0 = "3 3 9 12 3";
    private static final String PMCCNTR_EL0 = "3 3 9 13 0";
    private static final String PMINTENSET_EL1 = "3 0 9 14 1";

    /** RDVL X1, #1: the vector's length in bytes. */
    private static final int READ_VECTOR_LENGTH = 0x04bf5021;
    /** PACIA X1, X2. */
    private static final int SIGN = 0xdac10041;
    /** AUTIA X1, X2. */
    private static final int AUTHENTICATE = 0xdac11041;
    /** EOR X4, X1, X3; ORR X5, X5, X4. */
    private static final int DIFFERENCE = 0xca030024;

    private static final int COLLECT = 0xaa0400a5;

    /**
     * A32: the device's base; 0x1234 stored at 0; CPSR stored at 8; SYSTEM_OFF. MOV r4, #0x09000000; MOVW r0, #0x1234; STR
     * r0, [r4]; MRS r1, CPSR; STR r1, [r4, #8]; MOVW r0, #8; MOVT r0, #0x8400; HVC #0.
     */
    private static final int[] A32 = {
        0xe3a04409, 0xe3010234, 0xe5840000, 0xe10f1000, 0xe5841008, 0xe3000008, 0xe3480400, 0xe1400070
    };

    private final Hypervisor kvm;
    private final GicVersion gic;
    private final GuestCode guest;

    FeatureScenarios(Hypervisor kvm, GicVersion gic) {
        this.kvm = kvm;
        this.gic = gic;
        this.guest = new GuestCode(gic, BareMetalVm.RAM);
    }

    Map<String, Runnable> all() {
        Map<String, Runnable> scenarios = new LinkedHashMap<>();
        scenarios.put("the host has every feature", this::host);
        scenarios.put("scalable vectors are as long as the host's", () -> vectorLength(0, 2048));
        scenarios.put("scalable vectors are as short as asked for", () -> vectorLength(256, 256));
        scenarios.put(
                "scalable vectors can be switched off",
                () -> expectSwitchedOff(CpuFeature.SVE, ID_AA64PFR0_EL1, 0xfL << 32));
        scenarios.put("pointers are signed and authenticated", this::pointerAuthentication);
        scenarios.put(
                "pointer authentication can be switched off",
                // APA, API, GPA, GPI
                () -> expectSwitchedOff(CpuFeature.POINTER_AUTHENTICATION, ID_AA64ISAR1_EL1, 0xff000ff0L));
        scenarios.put("the cycle counter counts, and interrupts when it overflows", this::cycleCounter);
        scenarios.put(
                "performance monitors can be switched off",
                () -> expectSwitchedOff(CpuFeature.PMU, ID_AA64DFR0_EL1, 0xfL << 8));
        scenarios.put("stolen time is told to the vCPU that asks", () -> stolenTime(STOLEN_TIME));
        scenarios.put("without a place for it stolen time is not told", () -> stolenTime(0));
        scenarios.put("a vCPU starts in AArch32", this::aarch32);
        return scenarios;
    }

    private void host() {
        expectEqual(Set.copyOf(kvm.cpuFeatures()), Set.of(CpuFeature.values()));
    }

    private BareMetalVm vm(int cpus, CpuOptions options) {
        return new BareMetalVm(kvm, BareMetalVm.spec(gic, cpus, 0, options), List.of());
    }

    private static CpuOptions options(CpuConfig config) {
        return new CpuOptions(config, PMU_INTERRUPT, 0);
    }

    private void vectorLength(int asked, int wanted) {
        try (BareMetalVm vm = vm(1, options(new CpuConfig(Set.of(), asked, false)))) {
            // CPACR_EL1: FPEN and ZEN trap nothing. ZCR_EL1.LEN: the longest.
            A64 code = guest.start().mov(1, 0x330000).writeSystem(CPACR_EL1, 1).instructionBarrier();
            code.mov(1, 0xf).writeSystem(ZCR_EL1, 1).instructionBarrier();
            code.instruction(READ_VECTOR_LENGTH).store(8, 1, DEVICE, 0);
            vm.run(GuestCode.powerOff(code));
            vm.expect("0/8=%x".formatted(wanted / 8), "off");
        }
    }

    private void expectSwitchedOff(CpuFeature feature, String register, long fields) {
        try (BareMetalVm vm = vm(1, options(CpuConfig.HOST));
                BareMetalVm without = vm(1, options(new CpuConfig(Set.of(feature), 0, false)))) {
            expectEqual((identification(vm, register) & fields) != 0, true);
            expectEqual(identification(without, register) & fields, 0L);
        }
    }

    private long identification(BareMetalVm vm, String register) {
        vm.run(GuestCode.powerOff(guest.start().readSystem(1, register).store(8, 1, DEVICE, 0)));
        long value = Long.parseUnsignedLong(vm.next().substring(4), 16);
        vm.expect("off");
        return value;
    }

    private void pointerAuthentication() {
        try (BareMetalVm vm = vm(1, options(CpuConfig.HOST))) {
            A64 code = guest.start().mov(1, 0x0123456789abcdefL).writeSystem(APIA_KEY_LO_EL1, 1);
            // SCTLR_EL1.EnIA, bit 31; the bits that are 1 without it stay.
            code.mov(1, 0xb0d00800L).writeSystem(SCTLR_EL1, 1).instructionBarrier();
            code.mov(3, BareMetalVm.RAM).mov(5, 0);
            // A signature may happen to be 0: four are not.
            for (int modifier = 0; modifier < 4; modifier++) {
                code.mov(1, BareMetalVm.RAM).mov(2, modifier).instruction(SIGN);
                code.instruction(DIFFERENCE).instruction(COLLECT);
            }
            code.instruction(AUTHENTICATE).store(8, 1, DEVICE, 0).store(8, 5, DEVICE, 8);
            vm.run(GuestCode.powerOff(code));
            vm.expect("0/8=%x".formatted(BareMetalVm.RAM));
            expectEqual(vm.next().equals("8/8=0"), false);
            vm.expect("off");
        }
    }

    private void cycleCounter() {
        try (BareMetalVm vm = vm(1, options(CpuConfig.HOST))) {
            A64 code = guest.enableInterrupt(guest.useVectors(guest.start().mov(10, 0)), PMU_INTERRUPT, false);
            // PMCR_EL0: E, and LC for an overflow after 64 bits; bit 31 of the others is the cycle counter.
            code.mov(1, -1000L).writeSystem(PMCCNTR_EL0, 1).mov(1, 1L << 31);
            code.writeSystem(PMINTENSET_EL1, 1).writeSystem(PMCNTENSET_EL0, 1);
            code.mov(1, 0x41).writeSystem(PMCR_EL0, 1).instructionBarrier();
            code.label("wait").branchIfZero(10, "wait");
            code.readSystem(1, PMCCNTR_EL0).store(8, 1, DEVICE, 0);
            GuestCode.powerOff(code);
            vm.run(guest.vectors(
                    code,
                    service -> service.mov(10, 1)
                            .writeSystem(PMCR_EL0, A64.ZERO)
                            .mov(11, 1L << 31)
                            .writeSystem(PMOVSCLR_EL0, 11)));
            vm.expect("100/4=17");
            long count = Long.parseUnsignedLong(vm.next().substring(4), 16);
            // It has gone through 0, and not far.
            expectEqual(count >= 0 && count < 1L << 40, true);
            vm.expect("off");
        }
    }

    private void stolenTime(long place) {
        try (BareMetalVm vm = vm(2, new CpuOptions(CpuConfig.HOST, 0, place))) {
            A64 code = guest.start();
            // PV_TIME_FEATURES about PV_TIME_ST, and PV_TIME_ST (Arm DEN 0057 3.1).
            code.mov(0, 0xc5000020L).mov(1, 0xc5000021L).hypervisorCall().store(8, 0, DEVICE, 0);
            code.mov(0, 0xc5000021L).hypervisorCall().store(8, 0, DEVICE, 8);
            if (place != 0) {
                // Revision and attributes.
                code.load(8, 1, 0, 0).store(8, 1, DEVICE, 0x10);
            }
            vm.run(GuestCode.powerOff(code));
            if (place == 0) {
                vm.expect("0/8=ffffffffffffffff", "8/8=ffffffffffffffff", "off");
            } else {
                vm.expect("0/8=0", "8/8=%x".formatted(place), "10/8=0", "off");
            }
        }
    }

    private void aarch32() {
        try (BareMetalVm vm = vm(1, options(new CpuConfig(Set.of(), 0, true)))) {
            A64 code = new A64();
            for (int word : A32) {
                code.instruction(word);
            }
            vm.run(code);
            vm.expect("0/4=1234");
            long mode = Long.parseLong(vm.next().substring(4), 16) & 0x1f;
            // Supervisor mode (Arm ARM G1.7).
            expectEqual(mode, 0x13L);
            vm.expect("off");
        }
    }
}
