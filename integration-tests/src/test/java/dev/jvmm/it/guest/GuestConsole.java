// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.guest;

import dev.jvmm.core.config.VmConfig;
import dev.jvmm.core.event.VmExit;
import dev.jvmm.machine.Vm;
import dev.jvmm.machine.VmOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A running VM, of which a test sees what somebody at its console sees. Confined to the test's thread.
 *
 * <p>How long a guest takes is nobody's business here; {@link #PATIENCE} only ends a test whose guest hangs.
 */
final class GuestConsole implements AutoCloseable {
    /** {@code -Djvmm.it.patience=SECONDS} for a slower machine. */
    static final Duration PATIENCE = Duration.ofSeconds(Integer.getInteger("jvmm.it.patience", 900));

    private final Transcript transcript;
    private final Vm vm;

    private GuestConsole(Transcript transcript, Vm vm) {
        this.transcript = transcript;
        this.vm = vm;
    }

    /**
     * Starts a VM.
     *
     * @param test names the file with the transcript
     * @param state the folder for the VM's state directory
     */
    static GuestConsole start(String test, VmConfig config, Path state) {
        return start(test, config, VmOptions.standard().withStateRoot(state));
    }

    /** {@link #start(String, VmConfig, Path)} with everything that the embedding program may say. */
    static GuestConsole start(String test, VmConfig config, VmOptions options) {
        Transcript transcript = new Transcript(test);
        Vm vm = Vm.create(config, options.withConsoleOutput(transcript));
        Thread.ofPlatform().daemon().name("console-end").start(() -> {
            try {
                vm.awaitExit();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                transcript.end();
            }
        });
        vm.start();
        return new GuestConsole(transcript, vm);
    }

    Vm vm() {
        return vm;
    }

    /** Waits for this text after what has been expected before; fails when the VM ends or hangs without it. */
    GuestConsole expect(String text) throws InterruptedException {
        if (transcript.await(List.of(text), PATIENCE).isEmpty()) {
            throw new AssertionError("the console never said '" + text + "'; " + fate() + transcript.shown());
        }
        return this;
    }

    /** Types this, end of line included where wanted. */
    GuestConsole send(String text) {
        try {
            vm.consoleInput().write(text.getBytes(StandardCharsets.UTF_8));
            vm.consoleInput().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Waits until the guest has switched the machine off; anything else is a failure. */
    String awaitPowerOff() throws InterruptedException {
        Optional<VmExit> exit = vm.awaitExit(PATIENCE);
        if (exit.isEmpty() || !(exit.get() instanceof VmExit.PoweredOff)) {
            throw new AssertionError("the guest did not power off; " + fate() + transcript.shown());
        }
        return transcript.text();
    }

    /** The whole console, for an assertion's description. */
    String shown() {
        return transcript.shown();
    }

    private String fate() throws InterruptedException {
        Optional<VmExit> exit = vm.awaitExit(Duration.ZERO);
        return exit.map(one -> "the VM ended: " + one)
                .orElseGet(() -> "the VM still runs:%n%s%n%s".formatted(vm.stats(), vm.dumpState()));
    }

    @Override
    public void close() {
        vm.close();
        try {
            transcript.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
