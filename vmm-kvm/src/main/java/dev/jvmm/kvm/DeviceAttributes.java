// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm;

import dev.jvmm.kvm.abi.KvmConstants;
import dev.jvmm.kvm.abi.KvmStructs;
import dev.jvmm.kvm.abi.Struct;
import dev.jvmm.kvm.sys.FileDescriptor;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** KVM's device attributes: numbered values in numbered groups, of an in-kernel device or a vCPU. */
public final class DeviceAttributes {
    private final String name;
    private final FileDescriptor file;

    DeviceAttributes(String name, FileDescriptor file) {
        this.name = name;
        this.file = file;
    }

    /** Whether the kernel knows the attribute. */
    public boolean has(int group, long attribute) {
        try (Arena arena = Arena.ofConfined()) {
            return file.ioctlOrErrno(KvmConstants.KVM_HAS_DEVICE_ATTR, attribute(arena, group, attribute, 0)) >= 0;
        }
    }

    /** Sets an attribute that has no value: a command. */
    public void command(int group, long attribute) {
        try (Arena arena = Arena.ofConfined()) {
            set(group, attribute, attribute(arena, group, attribute, 0));
        }
    }

    public void setInt(int group, long attribute, int value) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocateFrom(ValueLayout.JAVA_INT, value);
            set(group, attribute, attribute(arena, group, attribute, memory.address()));
        }
    }

    public void setLong(int group, long attribute, long value) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocateFrom(ValueLayout.JAVA_LONG, value);
            set(group, attribute, attribute(arena, group, attribute, memory.address()));
        }
    }

    public int getInt(int group, long attribute) {
        return (int) getLong(group, attribute);
    }

    /** The value, zero-extended where the attribute has 32 bits. */
    public long getLong(int group, long attribute) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocateFrom(ValueLayout.JAVA_LONG, 0);
            file.ioctl(
                    describe("KVM_GET_DEVICE_ATTR", group, attribute),
                    KvmConstants.KVM_GET_DEVICE_ATTR,
                    attribute(arena, group, attribute, memory.address()));
            return memory.get(ValueLayout.JAVA_LONG, 0);
        }
    }

    private void set(int group, long attribute, long request) {
        file.ioctl(describe("KVM_SET_DEVICE_ATTR", group, attribute), KvmConstants.KVM_SET_DEVICE_ATTR, request);
    }

    private String describe(String call, int group, long attribute) {
        return call + " of " + name + ", group " + group + ", attribute 0x" + Long.toHexString(attribute);
    }

    private static long attribute(Arena arena, int group, long attribute, long address) {
        return new Struct(arena, KvmStructs.DEVICE_ATTR)
                .setInt("group", group)
                .setLong("attr", attribute)
                .setLong("addr", address)
                .address();
    }
}
