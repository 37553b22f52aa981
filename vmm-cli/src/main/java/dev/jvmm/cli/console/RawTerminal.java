// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.console;

import java.io.IOError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.ControlFlag;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Attributes.OutputFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.TerminalBuilder.SystemOutput;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The user's terminal in raw mode: each key reaches the guest as it is pressed, each byte of the guest the terminal as it
 * is, because the guest's own terminal driver does the editing.
 */
public final class RawTerminal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RawTerminal.class);
    private static final String PROVIDER = "ffm";

    private final Terminal terminal;
    private final Attributes original;
    private final Object lock = new Object();
    private boolean closed; // guarded by lock

    private RawTerminal(Terminal terminal) {
        this.terminal = terminal;
        this.original = terminal.getAttributes();
    }

    /** Whether a stream of this process is a terminal. */
    public static boolean is(SystemStream stream) {
        int descriptor = switch (stream) {
            case Input -> 0;
            case Output -> 1;
            case Error -> 2;
        };
        return !leadsElsewhere(Path.of("/proc/self/fd/" + descriptor)) && ask(stream);
    }

    /** As {@link #is}, by asking the system whatever proc(5) shows. */
    public static boolean ask(SystemStream stream) {
        try {
            return TerminalProvider.load(PROVIDER).isSystemStream(stream);
        } catch (IOException | RuntimeException | LinkageError e) {
            LOG.debug("No terminal support: {}", String.valueOf(e));
            return false;
        }
    }

    /**
     * Whether a link of proc(5) shows that an open file is no terminal: a pipe, a socket, a file, /dev/null. False where there is
     * no such link. Without a terminal there is no need to load what can ask the system, which takes a twentieth of a second.
     */
    static boolean leadsElsewhere(Path link) {
        try {
            String target = Files.readSymbolicLink(link).toString();
            return target.startsWith("pipe:")
                    || target.startsWith("socket:")
                    || target.equals("/dev/null")
                    || Files.isRegularFile(link);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** The terminal at standard input, as it is; empty when there is none. */
    public static Optional<RawTerminal> open() {
        if (!is(SystemStream.Input)) {
            return Optional.empty();
        }
        try {
            Terminal terminal = TerminalBuilder.builder()
                    .system(true)
                    .provider(PROVIDER)
                    .dumb(false)
                    .nativeSignals(false)
                    .systemOutput(SystemOutput.SysOutOrSysErr)
                    .build();
            return Optional.of(new RawTerminal(terminal));
        } catch (IOException | RuntimeException e) {
            LOG.warn("The terminal cannot be made raw, so keys reach the guest a line at a time: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** Makes it raw; again after something else had the terminal. */
    public void enter() {
        synchronized (lock) {
            if (!closed) {
                set(raw(original));
            }
        }
    }

    private void set(Attributes attributes) {
        try {
            terminal.setAttributes(attributes);
        } catch (IOError e) { // it has gone, perhaps with its window
            LOG.debug("The terminal takes no attributes: {}", e.toString());
        }
    }

    /** As cfmakeraw(3) has it. */
    static Attributes raw(Attributes original) {
        Attributes raw = new Attributes(original);
        raw.setInputFlags(
                EnumSet.of(
                        InputFlag.IGNBRK,
                        InputFlag.BRKINT,
                        InputFlag.PARMRK,
                        InputFlag.ISTRIP,
                        InputFlag.INLCR,
                        InputFlag.IGNCR,
                        InputFlag.ICRNL,
                        InputFlag.IXON),
                false);
        raw.setOutputFlag(OutputFlag.OPOST, false);
        raw.setLocalFlags(
                EnumSet.of(LocalFlag.ECHO, LocalFlag.ECHONL, LocalFlag.ICANON, LocalFlag.ISIG, LocalFlag.IEXTEN),
                false);
        raw.setControlFlag(ControlFlag.PARENB, false);
        raw.setControlFlag(ControlFlag.CS8, true);
        raw.setControlChar(ControlChar.VMIN, 1);
        raw.setControlChar(ControlChar.VTIME, 0);
        return raw;
    }

    /** Makes it what it was. Safe to call twice, and from any thread. */
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            set(original);
        }
    }
}
