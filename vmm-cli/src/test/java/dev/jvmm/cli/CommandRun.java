// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What the command did: its exit code and what it wrote. */
record CommandRun(int code, String out, String err) {
    static CommandRun of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.commandLine(arguments)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new CommandRun(code, out.toString(), err.toString());
    }
}
