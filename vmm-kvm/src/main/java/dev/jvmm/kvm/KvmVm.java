// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm;

import dev.jvmm.kvm.abi.KvmConstants;
import dev.jvmm.kvm.abi.KvmStructs;
import dev.jvmm.kvm.abi.Struct;
import dev.jvmm.kvm.sys.EventFd;
import dev.jvmm.kvm.sys.FileDescriptor;
import dev.jvmm.kvm.sys.SystemCallException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** A VM's file descriptor and the calls on it. Safe from any thread: the kernel does the locking. */
public final class KvmVm implements AutoCloseable {
    private final FileDescriptor file;
    private final int vcpuAreaSize;

    KvmVm(FileDescriptor file, int vcpuAreaSize) {
        this.file = file;
        this.vcpuAreaSize = vcpuAreaSize;
    }

    /** What KVM_CHECK_EXTENSION says of a capability for this VM: 0 where it is missing. */
    public int capability(int capability) {
        return Math.max(0, file.ioctlOrErrno(KvmConstants.KVM_CHECK_EXTENSION, capability));
    }

    /** Switches on a capability that is off by default. */
    public void enable(String name, int capability) {
        try (Arena arena = Arena.ofConfined()) {
            Struct enable = new Struct(arena, KvmStructs.ENABLE_CAP).setInt("cap", capability);
            file.ioctl("KVM_ENABLE_CAP " + name, KvmConstants.KVM_ENABLE_CAP, enable.address());
        }
    }

    /** Makes vCPU {@code id}. */
    public KvmVcpu createVcpu(int id) {
        int number = file.ioctl("KVM_CREATE_VCPU " + id, KvmConstants.KVM_CREATE_VCPU, id);
        return new KvmVcpu(id, new FileDescriptor(number), vcpuAreaSize);
    }

    /**
     * Fills a memory slot, or empties it when {@code size} is 0.
     *
     * @param readOnly stores of the guest become MMIO exits
     */
    public void setMemory(int slot, long gpa, long size, long address, boolean readOnly) {
        try (Arena arena = Arena.ofConfined()) {
            Struct region = new Struct(arena, KvmStructs.USERSPACE_MEMORY_REGION)
                    .setInt("slot", slot)
                    .setInt("flags", readOnly ? KvmConstants.KVM_MEM_READONLY : 0)
                    .setLong("guest_phys_addr", gpa)
                    .setLong("memory_size", size)
                    .setLong("userspace_addr", address);
            file.ioctl(
                    "KVM_SET_USER_MEMORY_REGION at 0x" + Long.toHexString(gpa),
                    KvmConstants.KVM_SET_USER_MEMORY_REGION,
                    region.address());
        }
    }

    /**
     * Makes the kernel take a store of the guest and signal {@code event} instead of leaving the guest.
     *
     * @param size 1, 2, 4 or 8 bytes
     * @param value only stores of this value
     */
    public void addIoEvent(long gpa, int size, long value, EventFd event) {
        ioEvent(gpa, size, value, event, 0);
    }

    /** Takes back {@link #addIoEvent} with the same arguments. */
    public void removeIoEvent(long gpa, int size, long value, EventFd event) {
        ioEvent(gpa, size, value, event, KvmConstants.KVM_IOEVENTFD_FLAG_DEASSIGN);
    }

    private void ioEvent(long gpa, int size, long value, EventFd event, int flags) {
        try (Arena arena = Arena.ofConfined()) {
            Struct request = new Struct(arena, KvmStructs.IOEVENTFD)
                    .setLong("datamatch", value)
                    .setLong("addr", gpa)
                    .setInt("len", size)
                    .setInt("fd", event.number())
                    .setInt("flags", KvmConstants.KVM_IOEVENTFD_FLAG_DATAMATCH | flags);
            file.ioctl("KVM_IOEVENTFD at 0x" + Long.toHexString(gpa), KvmConstants.KVM_IOEVENTFD, request.address());
        }
    }

    /**
     * Makes a signal on {@code event} raise interrupt {@code gsi}.
     *
     * @param resample null for an edge; else a level, which the kernel lowers when the guest ends the interrupt, and
     *     then signals this event, upon which the device says again whether it needs service
     */
    public void addIrqEvent(int gsi, EventFd event, @Nullable EventFd resample) {
        irqEvent(gsi, event, resample, resample == null ? 0 : KvmConstants.KVM_IRQFD_FLAG_RESAMPLE);
    }

    /** Takes back {@link #addIrqEvent}. */
    public void removeIrqEvent(int gsi, EventFd event) {
        irqEvent(gsi, event, null, KvmConstants.KVM_IRQFD_FLAG_DEASSIGN);
    }

    private void irqEvent(int gsi, EventFd event, @Nullable EventFd resample, int flags) {
        try (Arena arena = Arena.ofConfined()) {
            Struct request = new Struct(arena, KvmStructs.IRQFD)
                    .setInt("fd", event.number())
                    .setInt("gsi", gsi)
                    .setInt("flags", flags)
                    .setInt("resamplefd", resample == null ? 0 : resample.number());
            file.ioctl("KVM_IRQFD for interrupt " + gsi, KvmConstants.KVM_IRQFD, request.address());
        }
    }

    /**
     * Sets the level of an interrupt line. Does not allocate.
     *
     * @param irqLevel address of a struct kvm_irq_level
     */
    void irqLine(long irqLevel) {
        int result = file.ioctlOrErrno(KvmConstants.KVM_IRQ_LINE, irqLevel);
        if (result < 0) {
            throw new SystemCallException("KVM_IRQ_LINE", -result);
        }
    }

    /**
     * Sends a message-signalled interrupt.
     *
     * @param msi address of a struct kvm_msi
     */
    void signalMsi(long msi) {
        file.ioctlOrErrno(KvmConstants.KVM_SIGNAL_MSI, msi);
    }

    /** Whether the kernel can make devices of a type. */
    public boolean canCreateDevice(int type) {
        try (Arena arena = Arena.ofConfined()) {
            Struct create = new Struct(arena, KvmStructs.CREATE_DEVICE)
                    .setInt("type", type)
                    .setInt("flags", KvmConstants.KVM_CREATE_DEVICE_TEST);
            return file.ioctlOrErrno(KvmConstants.KVM_CREATE_DEVICE, create.address()) >= 0;
        }
    }

    /** Makes an in-kernel device. */
    public KvmDevice createDevice(String name, int type) {
        try (Arena arena = Arena.ofConfined()) {
            Struct create = new Struct(arena, KvmStructs.CREATE_DEVICE).setInt("type", type);
            file.ioctl("KVM_CREATE_DEVICE " + name, KvmConstants.KVM_CREATE_DEVICE, create.address());
            return new KvmDevice(name, new FileDescriptor(create.getInt("fd")));
        }
    }

    /** Has the kernel fill {@code target} with the struct kvm_vcpu_init that suits this host (arm64). */
    public void preferredTarget(MemorySegment target) {
        file.ioctl("KVM_ARM_PREFERRED_TARGET", KvmConstants.KVM_ARM_PREFERRED_TARGET, target.address());
    }

    /** Any other call. */
    public int ioctl(String name, long request, long argument) {
        return file.ioctl(name, request, argument);
    }

    @Override
    public void close() {
        file.close();
    }
}
