// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli;

import dev.jvmm.machine.boot.FirmwareLocator;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/** What the command did: its exit code and what it wrote. */
record CommandRun(int code, String out, String err) {
    static CommandRun of(String... arguments) {
        return of(Main.commandLine(arguments), arguments);
    }

    /** {@code jvmm run} as it is on a host that has no firmware. */
    static CommandRun withoutFirmware(String... arguments) {
        FirmwareLocator none = new FirmwareLocator(List.of(), List.of(), List.of());
        return of(Main.commandLine(new RunCommand(() -> none)), arguments);
    }

    private static CommandRun of(CommandLine command, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = command.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new CommandRun(code, out.toString(), err.toString());
    }
}
