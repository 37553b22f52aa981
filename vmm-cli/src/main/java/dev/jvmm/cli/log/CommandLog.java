// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/** What is logged, and where the lines go: standard error, unless a terminal that a guest uses has to be shared. */
public final class CommandLog {
    /** Messages of this severity and above are shown. */
    public enum Threshold {
        OFF(Integer.MAX_VALUE),
        ERROR(Level.ERROR.toInt()),
        WARN(Level.WARN.toInt()),
        INFO(Level.INFO.toInt()),
        DEBUG(Level.DEBUG.toInt()),
        TRACE(Level.TRACE.toInt());

        private final int severity;

        Threshold(int severity) {
            this.severity = severity;
        }
    }

    private static final Consumer<String> STANDARD_ERROR = line -> System.err.println(line);

    // Written by the thread that runs the command, read by every thread that logs: volatile.
    private static volatile Threshold threshold = Threshold.WARN;
    private static volatile Consumer<String> sink = STANDARD_ERROR;

    private CommandLog() {}

    public static void setThreshold(Threshold value) {
        threshold = value;
    }

    /** Sends lines to {@code value}, each without its end, until the next call; null is standard error. */
    public static void setSink(@Nullable Consumer<String> value) {
        sink = value == null ? STANDARD_ERROR : value;
    }

    /** Whether a message of this level is shown. */
    public static boolean shows(Level level) {
        return level.toInt() >= threshold.severity;
    }

    /**
     * Shows a message if its level is. Stack traces, and all but the first line of a message, are for those who develop
     * the program: they come from debug on.
     */
    static void write(Level level, String logger, String message, @Nullable Throwable cause) {
        if (!shows(level)) {
            return;
        }
        boolean inDetail = shows(Level.DEBUG);
        StringBuilder text = new StringBuilder("jvmm: ").append(word(level));
        if (inDetail) {
            text.append(logger.substring(logger.lastIndexOf('.') + 1)).append(": ");
        }
        text.append(message);
        if (cause != null) {
            text.append(": ").append(cause);
        }
        if (!inDetail) {
            sink.accept(text.toString().lines().findFirst().orElse(""));
            return;
        }
        text.append('\n');
        if (cause != null) {
            text.append(trace(cause));
        }
        text.toString().lines().forEach(sink);
    }

    private static String word(Level level) {
        return switch (level) {
            case ERROR -> "error: ";
            case WARN -> "warning: ";
            case INFO -> "";
            case DEBUG -> "debug: ";
            case TRACE -> "trace: ";
        };
    }

    private static String trace(Throwable cause) {
        StringWriter text = new StringWriter();
        cause.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
