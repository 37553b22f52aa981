// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli;

import dev.jvmm.core.error.VmException;
import java.nio.file.Path;

/** Where the guest's console is ({@code --console}). */
sealed interface ConsoleTarget {
    /** Standard input and output. */
    record Stdio() implements ConsoleTarget {}

    /** Output to a file, which is emptied first; no input. */
    record ToFile(Path path) implements ConsoleTarget {}

    /** Nowhere. */
    record None() implements ConsoleTarget {}

    static ConsoleTarget parse(String text) {
        if (text.equals("stdio")) {
            return new Stdio();
        }
        if (text.equals("none")) {
            return new None();
        }
        String path = text.startsWith("file=") ? text.substring("file=".length()) : "";
        if (path.isEmpty()) {
            throw VmException.usage("--console " + text + ": it is stdio, none or file=PATH");
        }
        return new ToFile(Path.of(path));
    }
}
