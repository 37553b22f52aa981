// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.lifecycle;

import dev.jvmm.core.config.Policies;
import dev.jvmm.core.cpu.GuestEventListener;
import dev.jvmm.core.error.VmException;
import dev.jvmm.core.event.VmEvent;
import dev.jvmm.core.event.VmExit;
import dev.jvmm.core.event.VmState;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of a VM.
 *
 * <pre>
 *            start             pause
 *  CREATED --------> RUNNING <-------> PAUSED
 *     |                 |      resume     |
 *     +-----------------+-----------------+---> ENDED    stop, close, power-off, failure (by policy: reset, panic)
 * </pre>
 *
 * <p>One control thread makes every transition, so no two overlap. The host's calls wait for it; the guest's ({@link
 * GuestEventListener}, on vCPU threads) leave a task behind and return. A task of a guest that has been reset since is
 * dropped: its generation has passed.
 */
public final class Lifecycle implements GuestEventListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);

    private final String name;
    private final Policies policies;
    private final EventHub events;
    private final ExecutorService control;
    private final CompletableFuture<VmExit> exit = new CompletableFuture<>();

    // Set once, by the thread that makes the VM, before any other has it.
    private @Nullable Drivable machine;
    // The rest is written by the control thread and read by any.
    private volatile @Nullable Thread controlThread;
    private volatile VmState state = VmState.CREATED;
    private final AtomicInteger generation = new AtomicInteger();

    public Lifecycle(String name, Policies policies, EventHub events) {
        this.name = name;
        this.policies = policies;
        this.events = events;
        this.control = Executors.newSingleThreadExecutor(task -> {
            Thread thread = Thread.ofPlatform()
                    .daemon()
                    .name("jvmm-" + name + "-control")
                    .unstarted(task);
            controlThread = thread;
            return thread;
        });
    }

    /** Takes over the machine; once, before anything else. */
    public void own(Drivable value) {
        machine = value;
    }

    public VmState state() {
        return state;
    }

    /** How often the machine was reset. */
    public long resets() {
        return generation.get();
    }

    public void start() {
        command(machine -> {
            if (state != VmState.CREATED) {
                throw VmException.configuration("VM " + name + " has been started before: make a new one from its"
                        + " configuration, or reset it");
            }
            for (String warning : machine.warnings()) {
                LOG.warn("{}: {}", name, warning);
                events.publish(new VmEvent.Warning(warning));
            }
            machine.start();
            state = VmState.RUNNING;
            events.publish(new VmEvent.Started(machine.backendName()));
        });
    }

    public void pause() {
        command(machine -> {
            requireStarted("pause");
            if (state == VmState.RUNNING) {
                hold(machine);
            }
        });
    }

    public void resume() {
        command(machine -> {
            requireStarted("resume");
            if (state == VmState.PAUSED) {
                machine.resume();
                state = VmState.RUNNING;
                events.publish(new VmEvent.Resumed());
            }
        });
    }

    public void powerButton() {
        command(machine -> {
            requireStarted("press the power button of");
            machine.pressPowerButton();
            events.publish(new VmEvent.PowerButtonPressed());
        });
    }

    public void reset() {
        command(machine -> {
            requireStarted("reset");
            events.publish(new VmEvent.ResetRequested(false));
            restart(machine);
        });
    }

    public void stop() {
        if (exit.isDone()) {
            return;
        }
        try {
            call(() -> {
                end(new VmExit.Stopped());
                return true;
            });
        } catch (VmException e) {
            if (!exit.isDone()) {
                throw e;
            }
        }
    }

    /** The vCPUs' registers. */
    public String dumpState() {
        Drivable mine = machine();
        return call(() -> {
            requireStarted("look into");
            if (state == VmState.PAUSED) {
                return mine.dumpState();
            }
            mine.pause();
            try {
                return mine.dumpState();
            } finally {
                mine.resume();
            }
        });
    }

    public Optional<VmExit> awaitExit(Duration timeout) throws InterruptedException {
        try {
            return Optional.of(exit.get(timeout.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    public VmExit awaitExit() throws InterruptedException {
        try {
            return exit.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (machine == null) {
            exit.complete(new VmExit.Stopped());
            state = VmState.ENDED;
            events.close();
        } else {
            stop();
        }
        control.shutdown();
    }

    @Override
    public void systemOff() {
        fromGuest(machine -> {
            events.publish(new VmEvent.PoweredOff());
            switch (policies.onShutdown()) {
                case POWEROFF -> end(new VmExit.PoweredOff());
                case PAUSE -> hold(machine);
            }
        });
    }

    @Override
    public void systemReset() {
        fromGuest(machine -> {
            events.publish(new VmEvent.ResetRequested(true));
            switch (policies.onReset()) {
                case RESET -> restart(machine);
                case EXIT -> end(new VmExit.GuestReset());
            }
        });
    }

    @Override
    public void cpuStopped(int cpu, String report) {
        fromGuest(machine -> {
            LOG.error("{}: vCPU {} cannot go on: {}", name, cpu, report);
            events.publish(new VmEvent.VcpuStopped(cpu, report));
            String firstLine = report.lines().findFirst().orElse("no reason given");
            end(new VmExit.Failed("vCPU " + cpu + " stopped: " + firstLine, report));
        });
    }

    /** The guest's kernel reports a panic; on a vCPU's thread, which goes on. */
    public void guestPanicked() {
        fromGuest(machine -> {
            events.publish(new VmEvent.GuestPanicked());
            switch (policies.onPanic()) {
                case EXIT -> end(new VmExit.GuestPanicked());
                case RESET -> restart(machine);
                case PAUSE -> hold(machine);
                case IGNORE -> {}
            }
        });
    }

    /** A virtio device has set DEVICE_NEEDS_RESET; from any thread, which goes on. */
    public void deviceNeedsReset(String device, String reason) {
        events.publish(new VmEvent.DeviceNeedsReset(device, reason));
    }

    private void requireStarted(String what) {
        if (state == VmState.CREATED) {
            throw VmException.configuration("cannot " + what + " VM " + name + ": start it first");
        }
    }

    private void hold(Drivable machine) {
        if (state == VmState.PAUSED) {
            return;
        }
        machine.pause();
        state = VmState.PAUSED;
        events.publish(new VmEvent.Paused());
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // The control thread alone writes generation.
    private void restart(Drivable machine) {
        boolean held = state == VmState.PAUSED;
        if (!held) {
            machine.pause();
        }
        generation.incrementAndGet();
        machine.reset();
        if (!held) {
            machine.resume();
        }
        events.publish(new VmEvent.WasReset());
    }

    private void end(VmExit why) {
        if (state == VmState.ENDED) {
            return;
        }
        try {
            machine().close();
        } catch (RuntimeException | Error e) {
            LOG.error("{}: not everything could be given back", name, e);
        }
        state = VmState.ENDED;
        events.publish(new VmEvent.Exited(why));
        events.close();
        exit.complete(why);
        control.shutdown();
    }

    private Drivable machine() {
        Drivable mine = machine;
        if (mine == null) {
            throw new IllegalStateException("VM " + name + " has no machine yet");
        }
        return mine;
    }

    /** Something that the control thread does with the machine. */
    @FunctionalInterface
    private interface Transition {
        void on(Drivable machine);
    }

    private void command(Transition transition) {
        Drivable mine = machine();
        call(() -> {
            if (state == VmState.ENDED) {
                if (exit.getNow(new VmExit.Stopped()) instanceof VmExit.Failed failed) {
                    throw VmException.configuration("VM " + name + " has ended: " + failed.reason());
                }
                throw ended();
            }
            guarded(mine, transition);
            return true;
        });
    }

    private VmException ended() {
        return VmException.configuration("VM " + name + " has ended: make a new one from its configuration");
    }

    private void fromGuest(Transition transition) {
        int mine = generation.get();
        try {
            control.execute(() -> {
                if (state != VmState.ENDED && mine == generation.get()) {
                    try {
                        guarded(machine(), transition);
                    } catch (VmException e) {
                        fail(e);
                    }
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("{}: the guest spoke after its end", name);
        }
    }

    /** A bug ends this VM alone. */
    private void guarded(Drivable mine, Transition transition) {
        try {
            transition.on(mine);
        } catch (VmException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    private void fail(Throwable problem) {
        LOG.error("{}: the VM has failed", name, problem);
        StringWriter trace = new StringWriter();
        problem.printStackTrace(new PrintWriter(trace));
        end(new VmExit.Failed(String.valueOf(problem.getMessage()), trace.toString()));
    }

    private <T> T call(Callable<T> task) {
        try {
            if (Thread.currentThread().equals(controlThread)) {
                return task.call();
            }
            return await(control.submit(task));
        } catch (RejectedExecutionException e) {
            throw ended();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T await(Future<T> result) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return result.get();
                } catch (InterruptedException e) {
                    interrupted = true; // a transition is short and must not be left half waited for
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof RuntimeException problem) {
                        throw problem;
                    }
                    throw new IllegalStateException(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
