// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.kvm;

import dev.jvmm.kvm.sys.Errno;
import dev.jvmm.kvm.sys.HotCall;
import dev.jvmm.kvm.sys.KickSignal;
import dev.jvmm.kvm.sys.SystemCallException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The threads of a VM's vCPUs, and the gate they pass before they execute the guest.
 *
 * <p>No wake-up is lost: whoever wants a vCPU out stores the wanted state, then immediate_exit, then sends the signal. A
 * vCPU outside KVM_RUN finds immediate_exit when it enters; one inside is ended by the signal. Both get EINTR, clear
 * immediate_exit and only then look at the state, so a request whose immediate_exit they just cleared is seen. Every park
 * follows an EINTR, at which the kernel has completed the load or store of the exit before; registers are whole then.
 *
 * <p>A vCPU's thread may hold the others in the same way, to look at them: {@link #allOthers}.
 */
public final class VcpuThreads implements AutoCloseable {
    private static final int EINTR = Errno.EINTR.number();
    private static final int EAGAIN = Errno.EAGAIN.number();

    private enum State {
        PAUSED,
        RUNNING,
        STOPPING
    }

    /** A vCPU and its thread; fields guarded by the monitor of the VcpuThreads. */
    private static final class Worker {
        private final KvmVcpu vcpu;
        private @Nullable Thread thread;
        private int nativeThread;
        private boolean executing;
        private boolean halted;

        Worker(KvmVcpu vcpu) {
            this.vcpu = vcpu;
        }
    }

    private final ExitHandler handler;
    private final KickSignal signal = KickSignal.get();
    private final List<Worker> workers = new ArrayList<>();
    // Written under the monitor of this; read without it by vCPU threads after clearing immediate_exit.
    private volatile State state = State.PAUSED;
    // The vCPU that holds all others; written and read as the state is.
    private volatile @Nullable KvmVcpu holder;
    // Guarded by the monitor of this.
    private int executing;

    public VcpuThreads(List<KvmVcpu> vcpus, ExitHandler handler) {
        this.handler = handler;
        for (KvmVcpu vcpu : vcpus) {
            workers.add(new Worker(vcpu));
        }
    }

    /** Starts the threads. */
    public synchronized void start() {
        state = State.RUNNING;
        for (Worker worker : workers) {
            worker.thread = Thread.ofPlatform()
                    .name("vcpu-" + worker.vcpu.id())
                    .daemon()
                    .start(() -> live(worker));
        }
        // After the guest's first instruction, which must not wait for it.
        HotCall.prepare();
    }

    /** Returns when no vCPU executes the guest. Safe to call when paused. */
    public synchronized void pause() {
        if (state == State.STOPPING) {
            return;
        }
        state = State.PAUSED;
        kickAll();
        awaitOutside(0);
    }

    /** Returns when no more than {@code inside} vCPUs execute the guest. */
    private synchronized void awaitOutside(int inside) {
        boolean interrupted = false;
        while (executing > inside) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets vCPUs that are not halted go on. */
    public synchronized void resume() {
        if (state == State.PAUSED) {
            state = State.RUNNING;
            notifyAll();
        }
    }

    /** Makes halted vCPUs ready to run again; only while paused. */
    public synchronized void unhalt() {
        if (state != State.PAUSED) {
            throw new IllegalStateException("vCPUs are brought back while they run");
        }
        workers.forEach(worker -> worker.halted = false);
    }

    /**
     * Whether {@code test} holds for every vCPU but {@code asker}, while none of them executes the guest. Called by the
     * asker's thread in its exit handler. One asks at a time: who comes second, or when the threads are to end, hears false
     * without the test being made.
     */
    public synchronized boolean allOthers(KvmVcpu asker, Predicate<KvmVcpu> test) {
        if (holder != null) {
            return false;
        }
        holder = asker;
        try {
            kickAllBut(asker);
            // Whatever state is wanted meanwhile, it brings the others out too.
            awaitOutside(1);
            return state != State.STOPPING
                    && workers.stream()
                            .map(worker -> worker.vcpu)
                            .filter(vcpu -> vcpu != asker)
                            .allMatch(test);
        } finally {
            holder = null;
            notifyAll();
        }
    }

    /** Ends the threads and waits for it. Safe to call twice. */
    @Override
    public void close() {
        synchronized (this) {
            state = State.STOPPING;
            kickAll();
            notifyAll();
        }
        for (Worker worker : workers) {
            Thread thread = worker.thread;
            if (thread != null) {
                join(thread);
            }
        }
    }

    /** Returns when a thread has ended; an interrupt meanwhile is kept. */
    static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void kickAll() {
        kickAllBut(null);
    }

    private void kickAllBut(@Nullable KvmVcpu spared) {
        for (Worker worker : workers) {
            if (worker.executing && worker.vcpu != spared) {
                worker.vcpu.run().requestImmediateExit();
                signal.send(worker.nativeThread);
            }
        }
    }

    private void live(Worker worker) {
        signal.unblockHere();
        while (admit(worker)) {
            try {
                if (!execute(worker.vcpu)) {
                    halt(worker);
                }
            } catch (RuntimeException e) {
                halt(worker);
                handler.failed(worker.vcpu, e);
            }
        }
    }

    /** Waits until the worker may execute the guest; false when it shall end. */
    private synchronized boolean admit(Worker worker) {
        if (worker.executing) {
            worker.executing = false;
            executing--;
            notifyAll();
        }
        worker.nativeThread = KickSignal.currentThread();
        while (state == State.PAUSED || (state == State.RUNNING && (worker.halted || isHeld(worker.vcpu)))) {
            try {
                wait();
            } catch (InterruptedException ignored) {
                // Nobody has a reason to interrupt this thread, and it must not end before close.
            }
        }
        if (state == State.STOPPING) {
            return false;
        }
        worker.executing = true;
        executing++;
        return true;
    }

    private boolean isHeld(KvmVcpu vcpu) {
        KvmVcpu by = holder;
        return by != null && by != vcpu;
    }

    private synchronized void halt(Worker worker) {
        worker.halted = true;
    }

    /** Executes the guest until another state is wanted (true) or the guest has stopped this vCPU (false). */
    private boolean execute(KvmVcpu vcpu) {
        for (; ; ) {
            int result = vcpu.enter();
            if (result == 0) {
                if (!handler.exit(vcpu)) {
                    return false;
                }
            } else if (result == -EINTR || result == -EAGAIN) {
                vcpu.run().clearImmediateExit();
                if (state != State.RUNNING || isHeld(vcpu)) {
                    return true;
                }
            } else {
                throw new SystemCallException("KVM_RUN", -result);
            }
        }
    }
}
