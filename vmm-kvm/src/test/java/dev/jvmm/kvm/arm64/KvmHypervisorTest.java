// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm.arm64;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jvmm.core.cpu.Availability;
import dev.jvmm.core.cpu.Hypervisor;
import dev.jvmm.core.error.VmException;
import dev.jvmm.core.memory.MemoryBacking;
import dev.jvmm.kvm.KvmSystem;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class KvmHypervisorTest {
    @Test
    void theServiceLoaderFindsIt() {
        assertThat(ServiceLoader.load(Hypervisor.class))
                .anySatisfy(hypervisor -> assertThat(hypervisor.name()).isEqualTo("kvm"));
    }

    @Test
    void anX86HostIsToldThatItsKvmCannotRunArm64Guests() {
        assumeTrue(Files.isWritable(KvmSystem.DEVICE), "no " + KvmSystem.DEVICE + " here that this user may use");
        assertThat(KvmHypervisor.probe("Linux", "amd64"))
                .isEqualTo(new Availability.Unavailable(
                        "this host's KVM runs x86 guests, not arm64 ones: the software CPU is used"));
    }

    @Test
    void anotherSystemIsToldThatKvmIsLinux() {
        assertThat(KvmHypervisor.probe("Mac OS X", "aarch64"))
                .isEqualTo(new Availability.Unavailable("KVM is a part of Linux, and this is Mac OS X"));
    }

    @Test
    void guestMemoryIsZeroedWritableAndPrefaultedWhenAsked() {
        try (Arena arena = Arena.ofShared()) {
            MemorySegment memory = new KvmHypervisor().allocateMemory(arena, 4 << 20, new MemoryBacking(false, true));
            assertThat(memory.byteSize()).isEqualTo(4 << 20);
            assertThat(memory.get(ValueLayout.JAVA_LONG, (4 << 20) - 8)).isZero();
        }
    }

    @Test
    void hugePagesThatTheHostHasNotAreRefusedWithTheMend() {
        try (Arena arena = Arena.ofShared()) {
            // No host has a pool of 64 TiB of huge pages.
            assertThatThrownBy(
                            () -> new KvmHypervisor().allocateMemory(arena, 1L << 46, new MemoryBacking(true, false)))
                    .isInstanceOf(VmException.class)
                    .hasMessageContaining("/proc/sys/vm/nr_hugepages");
        }
    }
}
