// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm.sys;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The one call that is made at every exit: an ioctl with the argument 0. By java.lang.foreign once {@link #prepare} has
 * made that ready, by JNA until then (docs/adr/0005-kvm-run-by-ffm.md). Confined to one thread at a time: errno is kept in
 * the object.
 */
public final class HotCall {
    /** Room for what the linker captures, which on Linux is errno alone. */
    private static final int STATE_SIZE = 16;

    private static final AtomicBoolean PREPARING = new AtomicBoolean();
    // Written once, after the class Foreign is initialised; read by vCPU threads at each call.
    private static volatile boolean ready;

    private final FileDescriptor file;
    private final long request;
    private final MemorySegment state;

    /** @param arena shared; outlives the object */
    public HotCall(FileDescriptor file, long request, Arena arena) {
        this.file = file;
        this.request = request;
        this.state = arena.allocate(STATE_SIZE, Long.BYTES);
    }

    /** Its own class, since the linker takes a tenth of a second to make the handle. */
    private static final class Foreign {
        static final MethodHandle IOCTL = ioctl();
        static final long ERRNO = Linker.Option.captureStateLayout().byteOffset(PathElement.groupElement("errno"));

        private Foreign() {}

        // The C library's ioctl with the types it has in C: a mistake here would be one at every call.
        @SuppressWarnings("restricted")
        private static MethodHandle ioctl() {
            if (Linker.Option.captureStateLayout().byteSize() > STATE_SIZE) {
                throw new IllegalStateException("the linker captures more than errno");
            }
            Linker linker = Linker.nativeLinker();
            return linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("ioctl"),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG),
                    Linker.Option.firstVariadicArg(2),
                    Linker.Option.captureCallState("errno"));
        }
    }

    /** Makes calls faster from some time after this on; the work is done by a thread of its own. Safe to call again. */
    public static void prepare() {
        if (PREPARING.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("kvm-linker").start(HotCall::makeReady);
        }
    }

    /** Returns when calls are as fast as they get. */
    public static void makeReady() {
        ready = Foreign.IOCTL != null;
    }

    /** Makes the call: what the kernel answers, or the negative error number. Does not allocate. */
    public int call() {
        return ready ? foreign() : file.ioctlOrErrno(request, 0);
    }

    private int foreign() {
        int result;
        try {
            result = (int) Foreign.IOCTL.invokeExact(state, file.number(), request, 0L);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        return result >= 0 ? result : -state.get(ValueLayout.JAVA_INT, Foreign.ERRNO);
    }
}
