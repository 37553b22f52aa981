// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli;

import dev.jvmm.cli.debian.LabCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code jvmm} command. */
@Command(
        name = "jvmm",
        description = "Runs arm64 virtual machines.",
        mixinStandardHelpOptions = true,
        subcommands = {VersionCommand.class, LabCommand.class})
public final class Main {
    private Main() {}

    /** Runs the command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
