// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli;

import dev.jvmm.core.error.VmException;
import dev.jvmm.machine.Vm;
import dev.jvmm.machine.VmOptions;
import dev.jvmm.machine.boot.FirmwareLocator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = "Runs a virtual machine, its console on the terminal: Ctrl-A x quits, Ctrl-A h helps.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the guest switched off, or the user quit",
            "1:the VMM failed, or a file is wrong",
            "2:an option is wrong",
            "3:the host lacks something",
            "4:the guest's kernel panicked",
            "124:--timeout has passed"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jvmm run --image disk.img --cpus 2 --memory 2G",
            "  jvmm run --kernel Image --initrd initrd.gz --cmdline console=ttyAMA0"
        })
final class RunCommand implements Callable<Integer> {
    private static final long LONGEST_TIMEOUT = Duration.ofDays(3650).toSeconds();

    private final Supplier<FirmwareLocator> firmware;

    @Mixin
    private RunOptions options = new RunOptions();

    RunCommand() {
        this(() -> HostFirmware.locator(System.getenv()));
    }

    /** Looks for firmware elsewhere than on this host. */
    RunCommand(Supplier<FirmwareLocator> firmware) {
        this.firmware = firmware;
    }

    /**
     * What would be run.
     *
     * @throws VmException when the options make no sense
     */
    Session.Plan plan() {
        RunConfiguration wanted = RunConfiguration.of(options);
        return new Session.Plan(
                wanted, ConsoleTarget.parse(options.console.target), timeout(options.life.timeout), options.life.stats);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Session.Plan plan = plan();
        VmOptions host = VmOptions.standard()
                .withFirmware(firmware.get())
                .withMemoryBacking(plan.wanted().memoryBacking());
        if (!plan.wanted().isNameless()) {
            return run(plan, host);
        }
        // Another VM of the same kernel may run, so it gets a state directory of its own.
        Path state = Files.createTempDirectory("jvmm-state-");
        try {
            return run(plan, host.withStateRoot(state));
        } finally {
            Session.deleteState(state);
        }
    }

    private int run(Session.Plan plan, VmOptions host) throws IOException, InterruptedException {
        Path file = options.machine.dumpDeviceTree;
        if (file == null) {
            return Session.run(plan, host);
        }
        try (Vm vm = Vm.create(plan.wanted().config(), host)) {
            writeDeviceTree(file, vm.deviceTree());
        }
        return ExitCode.CLEAN;
    }

    private static void writeDeviceTree(Path file, byte[] tree) {
        try {
            Files.write(file, tree);
        } catch (IOException e) {
            throw new VmException(
                    VmException.Kind.CONFIGURATION,
                    "--dump-dtb " + file + ": it cannot be written (" + e + "): name a file in a writable directory",
                    e);
        }
    }

    private static @Nullable Duration timeout(@Nullable Long seconds) {
        if (seconds == null) {
            return null;
        }
        if (seconds < 1 || seconds > LONGEST_TIMEOUT) {
            throw VmException.usage("--timeout " + seconds + ": give 1 to " + LONGEST_TIMEOUT + " seconds");
        }
        return Duration.ofSeconds(seconds);
    }
}
