// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm.arm64;

import dev.jvmm.core.bus.Bus;
import dev.jvmm.core.cpu.GuestEventListener;
import dev.jvmm.kvm.ExitHandler;
import dev.jvmm.kvm.KvmVcpu;
import dev.jvmm.kvm.abi.Arm64Constants;
import dev.jvmm.kvm.abi.KvmConstants;
import dev.jvmm.kvm.abi.KvmRun;
import dev.jvmm.kvm.abi.KvmStructs;
import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the vCPUs of an arm64 guest leave it for. One object for all of them; the counters are the only state. */
final class Arm64Exits implements ExitHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Arm64Exits.class);

    /** After this many reports the log stays silent about aborts; the counter goes on. */
    private static final int ABORT_REPORTS = 10;

    private static final long EXTERNAL_ABORT_PENDING = KvmStructs.VCPU_EVENTS.byteOffset(
            PathElement.groupElement("exception"), PathElement.groupElement("ext_dabt_pending"));
    /** ISS of a data abort, WnR: the access was a store (Arm ARM D19.2.40). */
    private static final long WRITE_NOT_READ = 1 << 6;
    /** M[4] of PSTATE as SPSR has it: AArch32 (Arm ARM C5.2.18). */
    private static final long AARCH32 = 1 << 4;

    private static final long INSTRUCTION_ALIGNMENT = 3;

    // Arm DEN 0022 5.2.2.
    private static final long PSCI_DENIED = -3;
    private static final long PSCI_INVALID_ADDRESS = -9;

    private final Bus bus;
    private final GuestEventListener listener;
    private final VcpuFeatures features;
    private final boolean canInjectAbort;
    private final Predicate<KvmVcpu> isLastOn;
    private final AtomicLong unreadableAccesses = new AtomicLong();

    /** @param isLastOn whether all vCPUs but this one are off; asked by its thread */
    Arm64Exits(
            Bus bus,
            GuestEventListener listener,
            VcpuFeatures features,
            boolean canInjectAbort,
            Predicate<KvmVcpu> isLastOn) {
        this.bus = bus;
        this.listener = listener;
        this.features = features;
        this.canInjectAbort = canInjectAbort;
        this.isLastOn = isLastOn;
    }

    @Override
    public boolean exit(KvmVcpu vcpu) {
        KvmRun run = vcpu.run();
        int reason = run.exitReason();
        if (reason == KvmConstants.KVM_EXIT_MMIO) {
            if (run.mmioIsWrite()) {
                bus.write(run.mmioAddress(), run.mmioLength(), run.mmioData());
            } else {
                run.mmioData(bus.read(run.mmioAddress(), run.mmioLength()));
            }
            return true;
        }
        return switch (reason) {
            case KvmConstants.KVM_EXIT_SYSTEM_EVENT -> systemEvent(vcpu, run);
            case KvmConstants.KVM_EXIT_ARM_NISV -> accessWithoutSyndrome(vcpu, run);
            case KvmConstants.KVM_EXIT_INTR -> true;
            case KvmConstants.KVM_EXIT_INTERNAL_ERROR ->
                stop(vcpu, "KVM failed inside (KVM_EXIT_INTERNAL_ERROR, suberror " + run.internalSuberror() + ")");
            case KvmConstants.KVM_EXIT_FAIL_ENTRY ->
                stop(
                        vcpu,
                        "this host CPU cannot run the vCPU (KVM_EXIT_FAIL_ENTRY, reason 0x"
                                + Long.toHexString(run.entryFailureReason())
                                + "): on a machine with unlike cores keep jvmm on one kind, for example with taskset");
            // The kernel may grow exits of which this code knows nothing.
            default -> stop(vcpu, "KVM asks for something unknown (exit reason " + reason + ")");
        };
    }

    private boolean systemEvent(KvmVcpu vcpu, KvmRun run) {
        int type = run.systemEventType();
        return switch (type) {
            case KvmConstants.KVM_SYSTEM_EVENT_SHUTDOWN -> {
                listener.systemOff();
                yield false;
            }
            case KvmConstants.KVM_SYSTEM_EVENT_RESET -> {
                listener.systemReset();
                yield false;
            }
            case KvmConstants.KVM_SYSTEM_EVENT_SUSPEND -> {
                suspend(vcpu);
                yield true;
            }
            case KvmConstants.KVM_SYSTEM_EVENT_WAKEUP -> {
                wakeUp(vcpu);
                yield true;
            }
            case KvmConstants.KVM_SYSTEM_EVENT_CRASH -> stop(vcpu, "the guest says that it crashed");
            default -> stop(vcpu, "KVM reports an unknown system event, type " + type);
        };
    }

    /** PSCI SYSTEM_SUSPEND, of which the kernel checks nothing (Arm DEN 0022 5.20). */
    private void suspend(KvmVcpu vcpu) {
        boolean isAArch64 = (vcpu.getRegister(Arm64Registers.PSTATE) & AARCH32) == 0;
        if (isAArch64 && (vcpu.getRegister(Arm64Registers.x(1)) & INSTRUCTION_ALIGNMENT) != 0) {
            vcpu.setRegister(Arm64Registers.x(0), PSCI_INVALID_ADDRESS);
            return;
        }
        if (!isLastOn.test(vcpu)) {
            vcpu.setRegister(Arm64Registers.x(0), PSCI_DENIED);
            return;
        }
        // The kernel sleeps for us, until an interrupt of this vCPU.
        vcpu.setMpState(KvmConstants.KVM_MP_STATE_SUSPENDED);
    }

    /** The end of PSCI SYSTEM_SUSPEND: the vCPU starts afresh where the call said (Arm DEN 0022 5.20). */
    private void wakeUp(KvmVcpu vcpu) {
        long entry = vcpu.getRegister(Arm64Registers.x(1));
        long context = vcpu.getRegister(Arm64Registers.x(2));
        features.initialise(vcpu, false);
        vcpu.setRegister(Arm64Registers.PC, entry);
        vcpu.setRegister(Arm64Registers.x(0), context);
    }

    /**
     * An access outside RAM by an instruction whose syndrome does not say which register it is about: a pair, one with
     * write-back, a cache operation. Hardware without a device there answers with an external abort, and so do we.
     */
    private boolean accessWithoutSyndrome(KvmVcpu vcpu, KvmRun run) {
        long count = unreadableAccesses.incrementAndGet();
        boolean store = (run.nisvSyndrome() & WRITE_NOT_READ) != 0;
        String report = String.format(
                Locale.ROOT,
                "vcpu-%d: %s at guest-physical 0x%x by an instruction that cannot be emulated (pc=0x%x: a pair, write-back"
                        + " or cache operation on a device, or outside RAM)",
                vcpu.id(),
                store ? "store" : "load",
                run.nisvAddress(),
                vcpu.getRegister(Arm64Registers.PC));
        if (!canInjectAbort) {
            return stop(vcpu, report);
        }
        if (count <= ABORT_REPORTS) {
            LOG.warn("{}; the guest gets an external abort", report);
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment events = arena.allocate(KvmStructs.VCPU_EVENTS);
            events.set(ValueLayout.JAVA_BYTE, EXTERNAL_ABORT_PENDING, (byte) 1);
            vcpu.ioctl("KVM_SET_VCPU_EVENTS", Arm64Constants.KVM_SET_VCPU_EVENTS, events.address());
        }
        return true;
    }

    /** How many accesses could not be emulated. */
    long unreadableAccesses() {
        return unreadableAccesses.get();
    }

    @Override
    public void failed(KvmVcpu vcpu, RuntimeException cause) {
        LOG.error("vcpu-{} stopped", vcpu.id(), cause);
        stop(vcpu, cause.toString());
    }

    private boolean stop(KvmVcpu vcpu, String why) {
        listener.cpuStopped(vcpu.id(), why + System.lineSeparator() + StateDump.of(vcpu));
        return false;
    }
}
