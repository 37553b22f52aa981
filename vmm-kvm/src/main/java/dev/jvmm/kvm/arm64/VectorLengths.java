// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm.arm64;

import dev.jvmm.core.config.CpuConfig;
import dev.jvmm.core.error.VmException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * KVM_REG_ARM64_SVE_VLS (Documentation/virt/kvm/api.rst, KVM_SET_ONE_REG): a set of vector lengths, bit N of which stands
 * for (N + 1) * 128 bits.
 */
final class VectorLengths {
    private VectorLengths() {}

    /**
     * Takes the lengths above {@code bits} out of the set. Those below cannot be chosen: a CPU that has a length has them
     * as the host has.
     *
     * @throws VmException when the set has not that length
     */
    static void limit(MemorySegment set, int bits) {
        int wanted = bits / CpuConfig.VECTOR_UNIT_BITS - 1;
        if (!contains(set, wanted)) {
            throw VmException.host("--cpu sve=" + bits + ": this host's vectors have "
                    + lengths(set).stream().map(String::valueOf).collect(Collectors.joining(", ")) + " bits: use one of"
                    + " these");
        }
        for (int i = 0; i < set.byteSize() / Long.BYTES; i++) {
            int kept = Math.clamp(wanted + 1L - (long) i * Long.SIZE, 0, Long.SIZE);
            long mask = kept == Long.SIZE ? -1 : (1L << kept) - 1;
            set.setAtIndex(ValueLayout.JAVA_LONG, i, set.getAtIndex(ValueLayout.JAVA_LONG, i) & mask);
        }
    }

    /** The lengths of the set in bits, shortest first. */
    static List<Integer> lengths(MemorySegment set) {
        List<Integer> lengths = new ArrayList<>();
        for (int i = 0; i < set.byteSize() * Byte.SIZE; i++) {
            if (contains(set, i)) {
                lengths.add((i + 1) * CpuConfig.VECTOR_UNIT_BITS);
            }
        }
        return lengths;
    }

    private static boolean contains(MemorySegment set, int bit) {
        return (set.getAtIndex(ValueLayout.JAVA_LONG, bit / Long.SIZE) >>> bit & 1) != 0;
    }
}
