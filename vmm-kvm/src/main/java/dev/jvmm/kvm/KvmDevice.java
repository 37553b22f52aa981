// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm;

import dev.jvmm.kvm.sys.FileDescriptor;

/** A device that the kernel emulates. */
public final class KvmDevice implements AutoCloseable {
    private final FileDescriptor file;
    private final DeviceAttributes attributes;

    KvmDevice(String name, FileDescriptor file) {
        this.file = file;
        this.attributes = new DeviceAttributes(name, file);
    }

    public DeviceAttributes attributes() {
        return attributes;
    }

    @Override
    public void close() {
        file.close();
    }
}
