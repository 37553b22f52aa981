// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm;

import dev.jvmm.kvm.abi.KvmConstants;
import dev.jvmm.kvm.abi.KvmRun;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * How often a vCPU left the guest, by kind. Counted by the vCPU's thread alone, without allocation and without an atomic
 * read-modify-write; read by any thread (opaque access: each count is whole, and none goes back).
 */
public final class ExitCounts {
    /** Why KVM_RUN returned (Documentation/virt/kvm/api.rst, "The kvm_run structure"). */
    public enum Kind {
        MMIO_READ,
        MMIO_WRITE,
        SYSTEM_EVENT,
        /** KVM_EXIT_ARM_NISV: an access whose syndrome does not describe it. */
        NO_SYNDROME,
        /** EINTR: a kick, or another signal. */
        INTERRUPTED,
        OTHER
    }

    private static final VarHandle COUNT = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int KINDS = Kind.values().length;

    private final long[] counts = new long[KINDS];

    ExitCounts() {}

    /** KVM_RUN returned 0. */
    void countExit(KvmRun run) {
        increment(
                switch (run.exitReason()) {
                    case KvmConstants.KVM_EXIT_MMIO -> run.mmioIsWrite() ? Kind.MMIO_WRITE : Kind.MMIO_READ;
                    case KvmConstants.KVM_EXIT_SYSTEM_EVENT -> Kind.SYSTEM_EVENT;
                    case KvmConstants.KVM_EXIT_ARM_NISV -> Kind.NO_SYNDROME;
                    case KvmConstants.KVM_EXIT_INTR -> Kind.INTERRUPTED;
                    // Any number the kernel may give.
                    default -> Kind.OTHER;
                });
    }

    /** KVM_RUN ended with EINTR. */
    void countInterruption() {
        increment(Kind.INTERRUPTED);
    }

    private void increment(Kind kind) {
        int index = kind.ordinal();
        COUNT.setOpaque(counts, index, counts[index] + 1);
    }

    public long of(Kind kind) {
        return (long) COUNT.getOpaque(counts, kind.ordinal());
    }

    /** The sums over several vCPUs. */
    public static Map<Kind, Long> sum(Collection<ExitCounts> all) {
        Map<Kind, Long> sums = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            sums.put(kind, all.stream().mapToLong(each -> each.of(kind)).sum());
        }
        return sums;
    }
}
