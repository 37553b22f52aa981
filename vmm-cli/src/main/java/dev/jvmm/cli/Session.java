// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli;

import dev.jvmm.cli.console.ConsoleInput;
import dev.jvmm.cli.console.EscapeKeys;
import dev.jvmm.cli.console.RawTerminal;
import dev.jvmm.cli.console.Screen;
import dev.jvmm.cli.log.CommandLog;
import dev.jvmm.core.config.VmConfig;
import dev.jvmm.core.error.VmException;
import dev.jvmm.core.event.VmEvent;
import dev.jvmm.core.event.VmExit;
import dev.jvmm.machine.Vm;
import dev.jvmm.machine.VmOptions;
import dev.jvmm.machine.VmStats;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jline.terminal.spi.SystemStream;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A VM from its start to its end, with the user's terminal and the signals that the process gets. */
final class Session {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final int SIGINT = 2;
    private static final int SIGTERM = 15;

    /**
     * What to run and how.
     *
     * @param timeout how long at most; null for as long as it takes
     * @param stats whether to print counters at the end
     */
    record Plan(
            RunConfiguration wanted,
            ConsoleTarget console,
            @Nullable Duration timeout,
            boolean stats) {}

    private final Plan plan;
    private final Screen screen;
    private final Optional<RawTerminal> terminal;
    private final Vm vm;
    private final AtomicInteger signals = new AtomicInteger();
    // Set by a signal's thread before it ends the VM, read once it has ended: the exit orders them, volatile suffices.
    private volatile int endedBySignal;

    private Session(Plan plan, Screen screen, Optional<RawTerminal> terminal, Vm vm) {
        this.plan = plan;
        this.screen = screen;
        this.terminal = terminal;
        this.vm = vm;
    }

    /**
     * Runs it to its end.
     *
     * @return the exit code
     * @throws VmException when it cannot be made
     */
    static int run(Plan plan, VmOptions host) throws IOException, InterruptedException {
        return switch (plan.console()) {
            case ConsoleTarget.Stdio() -> onStandardStreams(plan, host);
            case ConsoleTarget.None() -> run(plan, host, screen(false), Optional.empty());
            case ConsoleTarget.ToFile(Path path) -> {
                try (ConsoleFile file = ConsoleFile.open(path)) {
                    VmOptions options = host.withConsoleOutput(file.output());
                    try (Vm vm = Vm.create(plan.wanted().config(), options)) {
                        file.begin();
                        yield new Session(plan, screen(false), Optional.empty(), vm).run();
                    }
                }
            }
        };
    }

    private static int onStandardStreams(Plan plan, VmOptions host) throws IOException, InterruptedException {
        Screen screen = screen(RawTerminal.is(SystemStream.Output) && RawTerminal.is(SystemStream.Error));
        return run(plan, host.withConsoleOutput(screen.guest()), screen, RawTerminal.open());
    }

    private static int run(Plan plan, VmOptions options, Screen screen, Optional<RawTerminal> terminal)
            throws InterruptedException {
        try (Vm vm = Vm.create(plan.wanted().config(), options)) {
            return new Session(plan, screen, terminal, vm).run();
        }
    }

    private static Screen screen(boolean shared) {
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        return new Screen(out, new FileOutputStream(FileDescriptor.err), shared);
    }

    private int run() throws InterruptedException {
        Thread hook = new Thread(this::abandon, "jvmm-shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
        CommandLog.setSink(screen::message);
        List<Object> previous = List.of(
                Signals.register("INT", () -> signalled(SIGINT)), Signals.register("TERM", () -> signalled(SIGTERM)));
        Signals.register("CONT", () -> terminal.ifPresent(RawTerminal::enter));
        try {
            announce();
            vm.onEvent(this::tell);
            connectInput();
            long start = System.nanoTime();
            vm.start();
            int code = await();
            if (plan.stats()) {
                showStats(Duration.ofNanos(System.nanoTime() - start));
            }
            return code;
        } finally {
            vm.close();
            Signals.unregister("INT", previous.getFirst());
            Signals.unregister("TERM", previous.getLast());
            restoreTerminal();
            CommandLog.setSink(null);
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }

    private void announce() {
        for (String reason : vm.backendsPassedOver()) {
            LOG.info("Backend not used: {}", reason);
        }
        VmConfig config = vm.config();
        LOG.info(
                "{}: cpus {}, memory {} MiB, backend {}",
                config.name(),
                config.cpus(),
                config.memory() >> 20,
                vm.backend());
        if (terminal.isPresent()) {
            screen.message("jvmm: Ctrl-A x quits, Ctrl-A h helps");
        }
    }

    private void connectInput() {
        if (!(plan.console() instanceof ConsoleTarget.Stdio)) {
            return;
        }
        FileInputStream source = new FileInputStream(FileDescriptor.in);
        if (terminal.isEmpty()) {
            ConsoleInput.fromPipe(source, vm.consoleInput());
            return;
        }
        terminal.get().enter();
        screen.setRaw(true);
        ConsoleInput.fromKeyboard(source, vm.consoleInput(), this::command);
    }

    private int await() throws InterruptedException {
        Duration timeout = plan.timeout();
        if (timeout == null) {
            return report(vm.awaitExit());
        }
        Optional<VmExit> exit = vm.awaitExit(timeout);
        if (exit.isPresent()) {
            return report(exit.get());
        }
        screen.message("jvmm: --timeout " + timeout.toSeconds() + ": the time has passed, the VM is ended");
        vm.stop();
        return ExitCode.TIMEOUT;
    }

    private int report(VmExit exit) {
        switch (exit) {
            case VmExit.PoweredOff() -> LOG.info("The guest switched the machine off");
            case VmExit.GuestReset() -> LOG.info("The guest reset the machine");
            case VmExit.Stopped() -> LOG.info("Ended");
            case VmExit.GuestPanicked() ->
                screen.message("jvmm: the guest's kernel panicked; its last lines on the console say why");
            case VmExit.Failed(String reason, String details) -> {
                screen.message("jvmm: the VM cannot go on: "
                        + reason.lines().findFirst().orElse("") + "; --log-level debug shows its state");
                LOG.debug("{}", details);
            }
        }
        return endedBySignal == 0 ? ExitCode.of(exit) : ExitCode.ofSignal(endedBySignal);
    }

    private void tell(VmEvent event) {
        switch (event) {
            case VmEvent.Paused() -> screen.message("jvmm: the VM is paused: Ctrl-A r resets it, Ctrl-A x quits");
            case VmEvent.ResetRequested(boolean byGuest) -> LOG.info("Reset by the {}", byGuest ? "guest" : "user");
            case VmEvent.PowerButtonPressed() -> LOG.info("Power button pressed");
            // Logged where they happen, or told when the VM has ended.
            case VmEvent.Warning _,
                    VmEvent.VcpuStopped _,
                    VmEvent.DeviceNeedsReset _,
                    VmEvent.GuestPanicked _,
                    VmEvent.PoweredOff _ -> {}
            case VmEvent.Started _, VmEvent.Resumed _, VmEvent.WasReset _, VmEvent.Exited _ -> {}
        }
    }

    private void command(EscapeKeys.Command command) {
        switch (command) {
            case HELP -> screen.message(EscapeKeys.HELP);
            case QUIT -> inBackground(vm::stop);
            case POWER_BUTTON -> inBackground(vm::powerButton);
            case RESET -> inBackground(vm::reset);
            case INFORMATION -> inBackground(this::showInformation);
        }
    }

    private void showInformation() {
        VmConfig config = vm.config();
        screen.message("jvmm: %s: %s on %s, cpus %d, memory %d MiB%n%s%n%s"
                .formatted(
                        config.name(),
                        vm.state(),
                        vm.backend(),
                        config.cpus(),
                        config.memory() >> 20,
                        counters(vm.stats()),
                        vm.dumpState()));
    }

    private void showStats(Duration time) {
        screen.message("jvmm: ran for %d.%03d s on %s; %s"
                .formatted(time.toSeconds(), time.toMillisPart(), vm.backend(), counters(vm.stats())));
    }

    private static String counters(VmStats stats) {
        StringBuilder text =
                new StringBuilder("resets %d, accesses to nothing %d, driver mistakes %d, events dropped %d"
                        .formatted(
                                stats.resets(), stats.unclaimedAccesses(), stats.guestFaults(), stats.droppedEvents()));
        stats.backend()
                .forEach((name, count) ->
                        text.append(", ").append(name).append(' ').append(count));
        return text.toString();
    }

    private void signalled(int number) {
        switch (signals.incrementAndGet()) {
            case 1 -> {
                screen.message("jvmm: pressed the power button; a second signal ends the VM at once");
                inBackground(vm::powerButton);
            }
            case 2 -> {
                endedBySignal = number;
                inBackground(vm::stop);
            }
            default -> {
                restoreTerminal();
                Runtime.getRuntime().halt(ExitCode.ofSignal(number));
            }
        }
    }

    /** Keeps the keyboard and the signals free while the VM does what it is told. */
    private void inBackground(Runnable task) {
        Thread.ofPlatform().daemon().name("jvmm-command").start(() -> {
            try {
                task.run();
            } catch (VmException e) {
                screen.message("jvmm: " + e.getMessage());
            }
        });
    }

    /** The process is about to die, by a signal that only the JVM handles. */
    private void abandon() {
        restoreTerminal();
        vm.close();
    }

    private void restoreTerminal() {
        terminal.ifPresent(RawTerminal::close);
        screen.setRaw(false);
        screen.endLine();
    }

    /** Removes a state directory that nobody can ask for again. */
    static void deleteState(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            LOG.debug("{} stays: {}", root, e.toString());
        }
    }
}
