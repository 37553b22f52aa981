// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jvmm.core.error.VmException;
import dev.jvmm.core.memory.HostMemory;
import dev.jvmm.kvm.abi.KvmConstants;
import dev.jvmm.kvm.abi.X86Constants;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * A VM of an x86 KVM with 64 KiB of memory at 0 and vCPUs in real mode, for tests of what is alike on every
 * architecture.
 */
public final class X86Guest implements AutoCloseable {
    static final int CODE = 0x1000;
    /** Not memory: accesses are MMIO exits. Reached through DS = 0x2000. */
    static final int MMIO = 0x20000;

    private static final long RIP = 128;
    private static final long RFLAGS = 136;
    /** Real mode's fixed value of the flags' bit 1. */
    private static final long FLAGS = 2;

    private static final long CS = 0;
    private static final long DS = 24;
    private static final long SELECTOR = 12;

    final Arena arena = Arena.ofShared();
    final KvmSystem system;
    final KvmVm vm;
    final MemorySlots slots;
    final MemorySegment memory;
    final List<KvmVcpu> vcpus = new ArrayList<>();

    private X86Guest(KvmSystem system) {
        this.system = system;
        vm = system.createVm(0);
        slots = new MemorySlots(vm);
        memory = HostMemory.map(arena, 0x10000);
        slots.map(0, memory, false);
    }

    /** A VM without vCPUs; the test is skipped where the host has no KVM that runs x86 code. */
    public static X86Guest create() {
        assumeTrue(System.getProperty("os.arch").equals("amd64"), "this test's guest is x86 code; the host is not x86");
        try {
            return new X86Guest(KvmSystem.open());
        } catch (VmException e) {
            assumeTrue(false, "no KVM here: " + e.getMessage());
            throw e;
        }
    }

    /** Adds a vCPU that starts with {@code code}. */
    public KvmVcpu vcpu(int... code) {
        int id = vcpus.size();
        long start = CODE + id * 0x100L;
        for (int i = 0; i < code.length; i++) {
            memory.set(ValueLayout.JAVA_BYTE, start + i, (byte) code[i]);
        }
        KvmVcpu vcpu = vm.createVcpu(id);
        try (Arena confined = Arena.ofConfined()) {
            MemorySegment special = confined.allocate(X86Constants.SREGS.byteSize(), Long.BYTES);
            vcpu.ioctl("KVM_GET_SREGS", X86Constants.KVM_GET_SREGS, special.address());
            special.set(ValueLayout.JAVA_LONG, CS, 0);
            special.set(ValueLayout.JAVA_SHORT, CS + SELECTOR, (short) 0);
            special.set(ValueLayout.JAVA_LONG, DS, MMIO);
            special.set(ValueLayout.JAVA_SHORT, DS + SELECTOR, (short) (MMIO >> 4));
            vcpu.ioctl("KVM_SET_SREGS", X86Constants.KVM_SET_SREGS, special.address());
            MemorySegment general = confined.allocate(X86Constants.REGS.byteSize(), Long.BYTES);
            general.set(ValueLayout.JAVA_LONG, RIP, start);
            general.set(ValueLayout.JAVA_LONG, RFLAGS, FLAGS);
            vcpu.ioctl("KVM_SET_REGS", X86Constants.KVM_SET_REGS, general.address());
        }
        if (id > 0) {
            vcpu.setMpState(KvmConstants.KVM_MP_STATE_RUNNABLE);
        }
        vcpus.add(vcpu);
        return vcpu;
    }

    @Override
    public void close() {
        vcpus.forEach(KvmVcpu::close);
        vm.close();
        system.close();
        arena.close();
    }
}
