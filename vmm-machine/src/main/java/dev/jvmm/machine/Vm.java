// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine;

import dev.jvmm.core.config.VmConfig;
import dev.jvmm.core.event.VmEvent;
import dev.jvmm.core.event.VmExit;
import dev.jvmm.core.event.VmState;
import dev.jvmm.machine.assembly.Machine;
import dev.jvmm.machine.assembly.MachineAssembler;
import dev.jvmm.machine.lifecycle.EventHub;
import dev.jvmm.machine.lifecycle.Lifecycle;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/**
 * A virtual machine: what a program that embeds one works with. Any number may live in one JVM, and none harms another.
 *
 * <p>Safe from any thread. Mistakes of the user are {@link dev.jvmm.core.error.VmException}s; what happens while the VM
 * runs never throws here but ends it with {@link VmExit.Failed}.
 */
public final class Vm implements AutoCloseable {
    private final VmConfig config;
    private final Machine machine;
    private final Lifecycle lifecycle;
    private final EventHub events;

    private Vm(VmConfig config, Machine machine, Lifecycle lifecycle, EventHub events) {
        this.config = config;
        this.machine = machine;
        this.lifecycle = lifecycle;
        this.events = events;
    }

    /** {@link #create(VmConfig, VmOptions)} with what most want. */
    public static Vm create(VmConfig config) {
        return create(config, VmOptions.standard());
    }

    /**
     * Makes a VM that is ready to start: files opened and locked, memory mapped, devices in their places.
     *
     * @throws dev.jvmm.core.error.VmException when a file is missing or wrong, the name or an image is in use by another
     *     VM, or the host lacks something; nothing has been written then
     */
    public static Vm create(VmConfig config, VmOptions options) {
        EventHub events = new EventHub();
        Lifecycle lifecycle = new Lifecycle(config.name(), config.policies(), events);
        try {
            Machine machine = MachineAssembler.assemble(config, options, lifecycle);
            lifecycle.own(machine);
            return new Vm(config, machine, lifecycle, events);
        } catch (Throwable e) {
            lifecycle.close();
            throw e;
        }
    }

    /** What it was made from. */
    public VmConfig config() {
        return config;
    }

    /** Starts it; once only. */
    public void start() {
        lifecycle.start();
    }

    /** Holds the vCPUs; nothing happens when they are held. */
    public void pause() {
        lifecycle.pause();
    }

    /** Lets held vCPUs go on; nothing happens when they run. */
    public void resume() {
        lifecycle.resume();
    }

    /** Presses the power button: a guest that listens shuts down. */
    public void powerButton() {
        lifecycle.powerButton();
    }

    /** Resets the machine at once, whatever the guest does; a paused VM stays paused at its first instruction. */
    public void reset() {
        lifecycle.reset();
    }

    /** Ends the VM at once, as pulling the plug would; nothing happens when it has ended. */
    public void stop() {
        lifecycle.stop();
    }

    /** {@link #stop}, then gives back whatever is left. Safe to call twice. */
    @Override
    public void close() {
        lifecycle.close();
    }

    public VmState state() {
        return lifecycle.state();
    }

    /** Waits for the VM's end, at most {@code timeout}; empty when it still lives then. */
    public Optional<VmExit> awaitExit(Duration timeout) throws InterruptedException {
        return lifecycle.awaitExit(timeout);
    }

    /** Waits for the VM's end. */
    public VmExit awaitExit() throws InterruptedException {
        return lifecycle.awaitExit();
    }

    /**
     * What happens to the VM, from the moment of subscription. Each subscriber has a bounded buffer of {@value
     * EventHub#BUFFER} events; what a slow one misses is counted in {@link #stats}. Completes when the VM has ended.
     */
    public Flow.Publisher<VmEvent> events() {
        return events;
    }

    /** Calls {@code listener} for each event, one after the other, on a thread of its own. */
    public void onEvent(Consumer<VmEvent> listener) {
        events.listen(listener);
    }

    /** Sends bytes to the guest's console; a write waits while the guest takes none. Closing it stops nothing. */
    public OutputStream consoleInput() {
        return machine.console().input();
    }

    /**
     * What the guest writes to its console; the newest 64 KiB are kept for whoever reads late. Ends with the VM. Can be
     * read by one reader, whether or not {@link VmOptions#consoleOutput} is there.
     */
    public InputStream consoleOutput() {
        return machine.console().output();
    }

    public VmStats stats() {
        return new VmStats(
                machine.unclaimedAccesses(),
                machine.guestFaults(),
                lifecycle.resets(),
                events.dropped(),
                machine.console().droppedBytes(),
                machine.backendCounters());
    }

    /** The backend it runs on. */
    public String backend() {
        return machine.backend().name();
    }

    /** Backends that would have been preferred but cannot be used here: one line each, with the mend. */
    public List<String> backendsPassedOver() {
        return machine.backend().passedOver();
    }

    /** What the user should know of it before it starts, a line each; {@link #start} says it again as events. */
    public List<String> warnings() {
        return machine.warnings();
    }

    /** The device tree that firmware or kernel gets: a flattened one. */
    public byte[] deviceTree() {
        return machine.deviceTree();
    }

    /** The vCPUs' registers, for a log. Holds the vCPUs for the moment that takes. */
    public String dumpState() {
        return lifecycle.dumpState();
    }
}
