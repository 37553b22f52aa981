// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm;

import dev.jvmm.kvm.abi.KvmConstants;
import dev.jvmm.kvm.abi.KvmRun;
import dev.jvmm.kvm.abi.KvmStructs;
import dev.jvmm.kvm.abi.Struct;
import dev.jvmm.kvm.sys.Errno;
import dev.jvmm.kvm.sys.FileDescriptor;
import dev.jvmm.kvm.sys.HotCall;
import dev.jvmm.kvm.sys.Mapping;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * A vCPU's file descriptor and the area it shares with the kernel. {@link #enter} is for the vCPU's thread; register
 * access for any thread while that one is not inside it.
 */
public final class KvmVcpu implements AutoCloseable {
    private static final int EINTR = Errno.EINTR.number();

    private final int id;
    private final FileDescriptor file;
    private final Arena arena = Arena.ofShared();
    private final KvmRun run;
    private final HotCall enter;
    private final DeviceAttributes attributes;
    private final ExitCounts exits = new ExitCounts();

    KvmVcpu(int id, FileDescriptor file, int areaSize) {
        this.id = id;
        this.file = file;
        this.run = new KvmRun(Mapping.map(file, areaSize, arena));
        this.enter = new HotCall(file, KvmConstants.KVM_RUN, arena);
        this.attributes = new DeviceAttributes("vCPU " + id, file);
    }

    public int id() {
        return id;
    }

    public KvmRun run() {
        return run;
    }

    public DeviceAttributes attributes() {
        return attributes;
    }

    /** How often {@link #enter} returned, by kind. */
    public ExitCounts exits() {
        return exits;
    }

    /**
     * KVM_RUN: executes the guest until it needs us. Does not allocate.
     *
     * @return 0 when {@link #run} tells why, else the negative error number; -EINTR after a kick
     */
    public int enter() {
        int result = enter.call();
        if (result == 0) {
            exits.countExit(run);
        } else if (result == -EINTR) {
            exits.countInterruption();
        }
        return result;
    }

    /** A register of up to 64 bits, by its KVM identifier. */
    public long getRegister(long register) {
        try (Arena confined = Arena.ofConfined()) {
            MemorySegment value = confined.allocateFrom(ValueLayout.JAVA_LONG, 0);
            getRegister(register, value);
            return value.get(ValueLayout.JAVA_LONG, 0);
        }
    }

    /** Sets a register of up to 64 bits. */
    public void setRegister(long register, long newValue) {
        try (Arena confined = Arena.ofConfined()) {
            setRegister(register, confined.allocateFrom(ValueLayout.JAVA_LONG, newValue));
        }
    }

    /** Reads a register of any size. */
    public void getRegister(long register, MemorySegment value) {
        try (Arena confined = Arena.ofConfined()) {
            file.ioctl(
                    "KVM_GET_ONE_REG 0x" + Long.toHexString(register),
                    KvmConstants.KVM_GET_ONE_REG,
                    oneRegister(confined, register, value));
        }
    }

    /** Sets a register of any size. */
    public void setRegister(long register, MemorySegment value) {
        try (Arena confined = Arena.ofConfined()) {
            file.ioctl(
                    "KVM_SET_ONE_REG 0x" + Long.toHexString(register),
                    KvmConstants.KVM_SET_ONE_REG,
                    oneRegister(confined, register, value));
        }
    }

    private static long oneRegister(Arena arena, long register, MemorySegment value) {
        return new Struct(arena, KvmStructs.ONE_REG)
                .setLong("id", register)
                .setLong("addr", value.address())
                .address();
    }

    /** Sets the multiprocessing state: one of KVM_MP_STATE_*. */
    public void setMpState(int state) {
        try (Arena confined = Arena.ofConfined()) {
            Struct mp = new Struct(confined, KvmStructs.MP_STATE).setInt("mp_state", state);
            file.ioctl("KVM_SET_MP_STATE", KvmConstants.KVM_SET_MP_STATE, mp.address());
        }
    }

    /** The multiprocessing state: one of KVM_MP_STATE_*. */
    public int mpState() {
        try (Arena confined = Arena.ofConfined()) {
            Struct mp = new Struct(confined, KvmStructs.MP_STATE);
            file.ioctl("KVM_GET_MP_STATE", KvmConstants.KVM_GET_MP_STATE, mp.address());
            return mp.getInt("mp_state");
        }
    }

    /** Any other call; {@code argument} is a number or an address. */
    public int ioctl(String name, long request, long argument) {
        return file.ioctl(name, request, argument);
    }

    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            arena.close();
        }
        file.close();
    }
}
