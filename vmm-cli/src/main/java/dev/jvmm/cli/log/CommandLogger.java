// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.log;

import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** A logger whose messages go to {@link CommandLog}. */
final class CommandLogger extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1L;

    CommandLogger(String name) {
        this.name = name;
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            String pattern,
            Object @Nullable [] arguments,
            @Nullable Throwable cause) {
        CommandLog.write(level, name, String.valueOf(MessageFormatter.basicArrayFormat(pattern, arguments)), cause);
    }

    @Override
    public boolean isTraceEnabled() {
        return CommandLog.shows(Level.TRACE);
    }

    @Override
    public boolean isDebugEnabled() {
        return CommandLog.shows(Level.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
        return CommandLog.shows(Level.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
        return CommandLog.shows(Level.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
        return CommandLog.shows(Level.ERROR);
    }
}
