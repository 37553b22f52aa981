// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvmm.core.memory.HostMemory;
import dev.jvmm.kvm.abi.KvmConstants;
import dev.jvmm.kvm.abi.KvmRun;
import dev.jvmm.kvm.sys.Errno;
import dev.jvmm.kvm.sys.SystemCallException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** KVM_RUN and what it tells, with x86 code. */
class KvmExitTest {
    private X86Guest guest;

    @BeforeEach
    void create() {
        guest = X86Guest.create();
    }

    @AfterEach
    void close() {
        if (guest != null) {
            guest.close();
        }
    }

    @Test
    void aStoreToNoMemoryIsAnMmioExitWithItsAddressSizeAndData() {
        // mov word [0x34], 0xbeef; hlt
        KvmVcpu vcpu = guest.vcpu(0xc7, 0x06, 0x34, 0x00, 0xef, 0xbe, 0xf4);
        KvmRun run = vcpu.run();

        assertThat(vcpu.enter()).isZero();
        assertThat(run.exitReason()).isEqualTo(KvmConstants.KVM_EXIT_MMIO);
        assertThat(run.mmioIsWrite()).isTrue();
        assertThat(run.mmioAddress()).isEqualTo(X86Guest.MMIO + 0x34);
        assertThat(run.mmioLength()).isEqualTo(2);
        assertThat(run.mmioData() & 0xffff).isEqualTo(0xbeef);
        assertThat(vcpu.enter()).isZero();
        assertThat(run.exitReason()).isEqualTo(KvmConstants.KVM_EXIT_HLT);
    }

    @Test
    void aLoadGetsWhatWasPutIntoTheSharedArea() {
        // mov al, [0x10]; mov [0x11], al; hlt
        KvmVcpu vcpu = guest.vcpu(0xa0, 0x10, 0x00, 0xa2, 0x11, 0x00, 0xf4);
        KvmRun run = vcpu.run();

        assertThat(vcpu.enter()).isZero();
        assertThat(run.mmioIsWrite()).isFalse();
        assertThat(run.mmioLength()).isEqualTo(1);
        run.mmioData(0x5a);
        assertThat(vcpu.enter()).isZero();
        assertThat(run.mmioIsWrite()).isTrue();
        assertThat(run.mmioData() & 0xff).isEqualTo(0x5a);
    }

    @Test
    void aReadOnlySlotIsReadDirectlyAndItsStoresExit() {
        MemorySegment rom = HostMemory.map(guest.arena, 0x10000);
        rom.set(ValueLayout.JAVA_BYTE, 5, (byte) 0x77);
        guest.slots.map(X86Guest.MMIO, rom, true);
        // mov al, [5]; mov [6], al; hlt
        KvmVcpu vcpu = guest.vcpu(0xa0, 0x05, 0x00, 0xa2, 0x06, 0x00, 0xf4);

        assertThat(vcpu.enter()).isZero();
        assertThat(vcpu.run().exitReason()).isEqualTo(KvmConstants.KVM_EXIT_MMIO);
        assertThat(vcpu.run().mmioIsWrite()).isTrue();
        assertThat(vcpu.run().mmioAddress()).isEqualTo(X86Guest.MMIO + 6);
        assertThat(vcpu.run().mmioData() & 0xff).isEqualTo(0x77);
        assertThat(rom.get(ValueLayout.JAVA_BYTE, 6)).isZero();
    }

    @Test
    void anUnmappedBlockIsMmioAgainAndItsSlotIsUsedAgain() {
        MemorySegment ram = HostMemory.map(guest.arena, 0x10000);
        guest.slots.map(X86Guest.MMIO, ram, false);
        guest.slots.unmap(X86Guest.MMIO);
        // mov al, [5]; mov [6], al; hlt
        KvmVcpu vcpu = guest.vcpu(0xa0, 0x05, 0x00, 0xa2, 0x06, 0x00, 0xf4);

        assertThat(vcpu.enter()).isZero();
        assertThat(vcpu.run().mmioIsWrite()).isFalse();
        vcpu.run().mmioData(0x21);
        guest.slots.map(X86Guest.MMIO, ram, false);
        assertThat(vcpu.enter()).isZero();
        assertThat(vcpu.run().exitReason()).isEqualTo(KvmConstants.KVM_EXIT_HLT);
        assertThat(ram.get(ValueLayout.JAVA_BYTE, 6)).isEqualTo((byte) 0x21);
    }

    @Test
    void immediateExitEndsTheRunWithEintrAfterCompletingTheExitBefore() {
        // mov al, [0x10]; mov [0x11], al; hlt
        KvmVcpu vcpu = guest.vcpu(0xa0, 0x10, 0x00, 0xa2, 0x11, 0x00, 0xf4);
        assertThat(vcpu.enter()).isZero();
        vcpu.run().mmioData(0x66);
        vcpu.run().requestImmediateExit();
        assertThat(vcpu.enter()).isEqualTo(-Errno.EINTR.number());
        vcpu.run().mmioData(0);
        vcpu.run().clearImmediateExit();
        assertThat(vcpu.enter()).isZero();
        assertThat(vcpu.run().mmioData() & 0xff).isEqualTo(0x66);
    }

    @Test
    void exitsAreCountedByKind() {
        // mov al, [0x10]; mov [0x11], al; mov [0x12], al; hlt
        KvmVcpu vcpu = guest.vcpu(0xa0, 0x10, 0x00, 0xa2, 0x11, 0x00, 0xa2, 0x12, 0x00, 0xf4);
        for (int exit = 0; exit < 4; exit++) {
            assertThat(vcpu.enter()).isZero();
        }
        vcpu.run().requestImmediateExit();
        assertThat(vcpu.enter()).isEqualTo(-Errno.EINTR.number());

        assertThat(ExitCounts.sum(List.of(vcpu.exits(), vcpu.exits())))
                .containsEntry(ExitCounts.Kind.MMIO_READ, 2L)
                .containsEntry(ExitCounts.Kind.MMIO_WRITE, 4L)
                .containsEntry(ExitCounts.Kind.OTHER, 2L)
                .containsEntry(ExitCounts.Kind.INTERRUPTED, 2L)
                .containsEntry(ExitCounts.Kind.SYSTEM_EVENT, 0L);
    }

    @Test
    void aCallThatFailsNamesItselfAndTheReason() {
        guest.vcpu(0xf4);
        assertThatThrownBy(() -> guest.vm.createVcpu(0))
                .isInstanceOf(SystemCallException.class)
                .hasMessage("KVM_CREATE_VCPU 0: EEXIST, exists already");
    }
}
