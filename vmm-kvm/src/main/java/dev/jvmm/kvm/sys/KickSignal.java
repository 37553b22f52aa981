// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm.sys;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * A signal that does nothing but end a blocking system call of the thread it is sent to.
 *
 * <p>Its handler is the C library's {@code abs}: a function of one int that touches no memory, so that no Java code ever
 * runs in a signal handler. Ignoring the signal would not do: ignored signals interrupt nothing.
 */
public final class KickSignal {
    /** {@code struct sigaction} of the GNU C library, the same on x86-64 and AArch64. */
    static final StructLayout SIGACTION = MemoryLayout.structLayout(
                    ValueLayout.JAVA_LONG.withName("sa_handler"),
                    MemoryLayout.sequenceLayout(16, ValueLayout.JAVA_LONG).withName("sa_mask"),
                    ValueLayout.JAVA_INT.withName("sa_flags"),
                    MemoryLayout.paddingLayout(4),
                    ValueLayout.JAVA_LONG.withName("sa_restorer"))
            .withName("sigaction");

    private static final long HANDLER_OFFSET = offset("sa_handler");
    private static final long MASK_OFFSET = offset("sa_mask");
    private static final long FLAGS_OFFSET = offset("sa_flags");
    private static final int SA_RESTART = 0x10000000;
    private static final int SA_ONSTACK = 0x08000000;
    private static final int SIG_BLOCK = 0;
    private static final int SIG_UNBLOCK = 1;
    private static final int REAL_TIME_SIGNALS = 30;

    private static final KickSignal INSTANCE = install();

    private final int number;
    private final int process = Libc.getpid();

    private KickSignal(int number) {
        this.number = number;
    }

    /** The process's one kick signal: the first real-time signal nobody has a handler for. */
    public static KickSignal get() {
        return INSTANCE;
    }

    public int number() {
        return number;
    }

    /** The calling thread, as {@link #send} knows it. */
    public static int currentThread() {
        return Libc.gettid();
    }

    /** Lets the signal reach the calling thread, which may have inherited a mask that blocks it. */
    public void unblockHere() {
        mask(SIG_UNBLOCK);
    }

    /** Keeps the signal from the calling thread and from those it makes; for tests of what such threads do. */
    void blockHere() {
        mask(SIG_BLOCK);
    }

    private void mask(int how) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment set = arena.allocate(128, Long.BYTES);
            set.set(ValueLayout.JAVA_LONG, 0, 1L << (number - 1));
            int error = Libc.pthread_sigmask(how, set.address(), 0);
            if (error != 0) {
                throw new SystemCallException("pthread_sigmask", error);
            }
        }
    }

    /** Sends the signal to a thread of this process; one that has ended already is no error. Does not allocate. */
    public void send(int thread) {
        Libc.tgkill(process, thread, number);
    }

    private static KickSignal install() {
        int lowest = Libc.__libc_current_sigrtmin();
        for (int signal = lowest; signal < lowest + REAL_TIME_SIGNALS; signal++) {
            if (claim(signal)) {
                return new KickSignal(signal);
            }
        }
        throw new IllegalStateException("every real-time signal of this process has a handler already");
    }

    private static boolean claim(int signal) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment old = arena.allocate(SIGACTION);
            if (Libc.sigaction(signal, 0, old.address()) != 0 || old.get(ValueLayout.JAVA_LONG, HANDLER_OFFSET) != 0) {
                return false;
            }
            MemorySegment action = arena.allocate(SIGACTION);
            action.set(ValueLayout.JAVA_LONG, HANDLER_OFFSET, Libc.address("abs"));
            action.set(ValueLayout.JAVA_LONG, MASK_OFFSET, 0);
            // KVM_RUN ends with EINTR whether or not calls restart; other calls of the thread had better restart.
            action.set(ValueLayout.JAVA_INT, FLAGS_OFFSET, SA_RESTART | SA_ONSTACK);
            return Libc.sigaction(signal, action.address(), 0) == 0;
        }
    }

    private static long offset(String field) {
        return SIGACTION.byteOffset(MemoryLayout.PathElement.groupElement(field));
    }
}
