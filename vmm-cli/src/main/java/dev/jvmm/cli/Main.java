// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli;

import dev.jvmm.cli.debian.LabCommand;
import dev.jvmm.cli.log.CommandLog;
import dev.jvmm.core.error.VmException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code jvmm} command. */
@Command(
        name = "jvmm",
        description = "Runs arm64 virtual machines.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.class,
        footer = {"", "First time here? Run: jvmm quickstart"})
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    private static final List<Class<?>> COMMANDS = List.of(
            RunCommand.class,
            QuickstartCommand.class,
            ImageCommand.class,
            DoctorCommand.class,
            VersionCommand.class,
            GenerateCompletion.class,
            AotTrainingCommand.class,
            LabCommand.class);

    /** What is started by machines: in a hurry. */
    private static final Map<String, Class<?>> SHORT_CUTS =
            Map.of("run", RunCommand.class, "version", VersionCommand.class);

    private Main() {}

    /** Runs the command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(execute(arguments));
    }

    private static int execute(String[] arguments) {
        try {
            return commandLine(arguments).execute(arguments);
        } catch (Error e) { // picocli handles exceptions
            LOG.debug("Why:", e);
            System.err.println("jvmm: " + internalError(e));
            return ExitCode.FAILURE;
        }
    }

    @Option(
            names = "--log-level",
            paramLabel = "LEVEL",
            scope = ScopeType.INHERIT,
            converter = Words.OfLogLevel.class,
            completionCandidates = Words.OfLogLevel.class,
            description = "What is logged on standard error: ${COMPLETION-CANDIDATES} (default: warn).")
    void logLevel(CommandLog.Threshold threshold) {
        CommandLog.setThreshold(threshold);
    }

    /** The command, ready to execute: every mistake ends as one line on its error stream and an exit code. */
    static CommandLine commandLine() {
        CommandLine command = new CommandLine(new Main());
        COMMANDS.forEach(command::addSubcommand);
        return handlingMistakes(command);
    }

    /**
     * The command for arguments which it is then given. It knows no more commands than it needs for them: to read the options of
     * all takes picocli some tenths of a second.
     */
    static CommandLine commandLine(String... arguments) {
        Class<?> only = arguments.length == 0 ? null : SHORT_CUTS.get(arguments[0]);
        if (only == null) {
            return commandLine();
        }
        return handlingMistakes(new CommandLine(new Main()).addSubcommand(only));
    }

    /** The command with this {@code run} alone. */
    static CommandLine commandLine(RunCommand run) {
        return handlingMistakes(new CommandLine(new Main()).addSubcommand(run));
    }

    private static CommandLine handlingMistakes(CommandLine command) {
        command.setParameterExceptionHandler((failure, arguments) -> refuse(failure));
        command.setExecutionExceptionHandler(Main::fail);
        command.setUsageHelpLongOptionsMaxWidth(28);
        return command;
    }

    private static int refuse(ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        if (failure.getCause() instanceof VmException cause) {
            command.getErr().println("jvmm: " + cause.getMessage());
            return ExitCode.of(cause.kind());
        }
        String problem = firstLine(String.valueOf(failure.getMessage()));
        String mend = "see " + command.getCommandSpec().qualifiedName() + " --help";
        if (failure instanceof UnmatchedArgumentException unmatched) {
            List<String> suggestions = unmatched.getSuggestions();
            if (!suggestions.isEmpty()) {
                mend = "did you mean " + String.join(" or ", suggestions) + "?";
            }
        }
        command.getErr().println("jvmm: " + problem + ": " + mend);
        return ExitCode.USAGE;
    }

    private static int fail(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof VmException mistake) {
            LOG.debug("Why:", mistake);
            command.getErr().println("jvmm: " + mistake.getMessage());
            return ExitCode.of(mistake.kind());
        }
        LOG.debug("Why:", failure);
        if (failure instanceof IOException || failure instanceof UncheckedIOException) {
            command.getErr().println("jvmm: " + failure + ": check the file and the disk it is on");
        } else {
            command.getErr().println("jvmm: " + internalError(failure));
        }
        return ExitCode.FAILURE;
    }

    private static String internalError(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            return failure.getMessage() + ": the JVM itself has too little memory: free some";
        }
        return "internal error: " + failure + ": please report it with what --log-level debug adds";
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
