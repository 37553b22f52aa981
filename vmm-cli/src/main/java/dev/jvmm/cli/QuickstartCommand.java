// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli;

import dev.jvmm.cli.console.RawTerminal;
import dev.jvmm.cli.debian.DebianArchive;
import dev.jvmm.cli.debian.DebianRoot;
import dev.jvmm.cli.debian.Firmware;
import dev.jvmm.cli.debian.ProgressPrinter;
import dev.jvmm.cli.debian.Suite;
import dev.jvmm.core.error.VmException;
import dev.jvmm.machine.VmOptions;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jline.terminal.spi.SystemStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

@Command(
        name = "quickstart",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.class,
        customSynopsis = "jvmm quickstart [--no-run] [--fresh] [OPTIONS OF jvmm run]",
        description = {
            "Obtains firmware, makes the disk image of a small Debian, and runs it.",
            "What has been made is used again; log in as root, no password; poweroff ends it.",
            "Other options are passed on to jvmm run."
        })
final class QuickstartCommand implements Callable<Integer> {
    private static final Suite SUITE = Suite.TRIXIE;

    @Spec
    private CommandSpec spec;

    @Option(names = "--no-run", description = "Stop when everything is there; print the command that runs it.")
    private boolean noRun;

    @Option(names = "--fresh", description = "Make the disk image anew; what was on it is lost.")
    private boolean fresh;

    @Unmatched
    private List<String> passedOn = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        Path folder = VmOptions.standard().stateRoot().resolve("quickstart");
        Path image = folder.resolve("debian-" + SUITE + ".img");
        List<String> run = new ArrayList<>(List.of("run", "--image", image.toString()));
        run.addAll(passedOn);
        refuseMistakes(run);

        DebianArchive archive = DebianArchive.open(new ProgressPrinter(System.err, RawTerminal.is(SystemStream.Error)));
        obtainFirmware(archive);
        makeImage(archive, folder, image);

        if (noRun) {
            spec.commandLine().getOut().println(commandLine(run));
            return ExitCode.CLEAN;
        }
        spec.commandLine().getErr().println(commandLine(run));
        return command().execute(run.toArray(String[]::new));
    }

    /** What jvmm run would refuse is refused before the long steps. */
    private void refuseMistakes(List<String> run) {
        CommandLine.ParseResult parsed = command().parseArgs(run.toArray(String[]::new));
        if (parsed.subcommand().commandSpec().userObject() instanceof RunCommand command) {
            command.plan();
        }
    }

    private CommandLine command() {
        return Main.commandLine()
                .setOut(spec.commandLine().getOut())
                .setErr(spec.commandLine().getErr());
    }

    private static void obtainFirmware(DebianArchive archive) {
        if (HostFirmware.locator(System.getenv()).find().isEmpty()) {
            new Firmware(archive).edk2(SUITE);
        }
    }

    private void makeImage(DebianArchive archive, Path folder, Path image) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new VmException(
                    VmException.Kind.HOST,
                    folder + ": it cannot be made (" + e + "): make it writable, or set XDG_STATE_HOME to a folder that"
                            + " is",
                    e);
        }
        try (FileChannel channel = FileChannel.open(
                        folder.resolve("making.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            if (fresh || !Files.exists(image)) {
                spec.commandLine().getErr().println("jvmm: making " + image + ", once; it takes some minutes");
                new DebianRoot(archive, SUITE).writeImage(image, DebianRoot.COMMAND_LINE);
            }
        }
    }

    /** As it can be pasted into a shell. */
    static String commandLine(List<String> arguments) {
        StringBuilder line = new StringBuilder("jvmm");
        for (String argument : arguments) {
            boolean plain = argument.matches("[A-Za-z0-9_./:=,@%+-]+");
            line.append(' ').append(plain ? argument : "'" + argument.replace("'", "'\\''") + "'");
        }
        return line.toString();
    }
}
