// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm;

import dev.jvmm.core.error.VmException;
import dev.jvmm.kvm.abi.KvmConstants;
import dev.jvmm.kvm.sys.DevicePermission;
import dev.jvmm.kvm.sys.Errno;
import dev.jvmm.kvm.sys.FileDescriptor;
import dev.jvmm.kvm.sys.SystemCallException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** /dev/kvm, opened. */
public final class KvmSystem implements AutoCloseable {
    /** Where Linux has it. */
    public static final Path DEVICE = Path.of("/dev/kvm");

    private final FileDescriptor file;
    private final int vcpuAreaSize;

    private KvmSystem(FileDescriptor file) {
        this.file = file;
        this.vcpuAreaSize = file.ioctl("KVM_GET_VCPU_MMAP_SIZE", KvmConstants.KVM_GET_VCPU_MMAP_SIZE, 0);
    }

    /**
     * Opens {@link #DEVICE}.
     *
     * @throws VmException with the mend, when there is none, or it may not be used, or speaks another version
     */
    public static KvmSystem open() {
        return open(DEVICE);
    }

    static KvmSystem open(Path device) {
        FileDescriptor file;
        try {
            file = FileDescriptor.open(device.toString());
        } catch (SystemCallException e) {
            throw VmException.host(explain(device, e));
        }
        try {
            int version = file.ioctl("KVM_GET_API_VERSION", KvmConstants.KVM_GET_API_VERSION, 0);
            if (version != KvmConstants.KVM_API_VERSION) {
                throw VmException.host(device + " speaks API version " + version + ", not "
                        + KvmConstants.KVM_API_VERSION + ": use Linux 2.6.22 or newer");
            }
            return new KvmSystem(file);
        } catch (SystemCallException e) {
            file.close();
            throw VmException.host(device + " is not KVM (" + e.getMessage() + "): load the kvm module");
        } catch (VmException e) {
            file.close();
            throw e;
        }
    }

    static String explain(Path device, SystemCallException e) {
        if (e.is(Errno.ENOENT) || e.is(Errno.ENODEV) || e.is(Errno.ENXIO)) {
            return "no " + device + ": switch on virtualisation in the machine's firmware and load the kvm module, or"
                    + " pass the device into this container (--device " + device + ")";
        }
        if (e.is(Errno.EACCES) || e.is(Errno.EPERM)) {
            return DevicePermission.of(device)
                    .map(DevicePermission::explain)
                    .orElseGet(() -> "no permission for " + device + ": add yourself to the group " + group(device)
                            + " (usermod -aG " + group(device) + " $USER) and log in again");
        }
        if (e.is(Errno.EBUSY)) {
            return device + " is busy: another hypervisor holds the processor's virtualisation; stop it";
        }
        return device + " cannot be opened (" + e.getMessage() + ")";
    }

    private static String group(Path device) {
        try {
            Object group = Files.getAttribute(device, "unix:group", LinkOption.NOFOLLOW_LINKS);
            return group == null ? "kvm" : group.toString();
        } catch (IOException | UnsupportedOperationException e) {
            return "kvm";
        }
    }

    /** What KVM_CHECK_EXTENSION says of a capability: 0 where it is missing. */
    public int capability(int capability) {
        return Math.max(0, file.ioctlOrErrno(KvmConstants.KVM_CHECK_EXTENSION, capability));
    }

    /**
     * Makes a VM.
     *
     * @param type what the architecture understands by it; arm64: the width of guest-physical addresses, 0 for 40
     */
    public KvmVm createVm(long type) {
        return new KvmVm(
                new FileDescriptor(file.ioctl("KVM_CREATE_VM", KvmConstants.KVM_CREATE_VM, type)), vcpuAreaSize);
    }

    @Override
    public void close() {
        file.close();
    }
}
