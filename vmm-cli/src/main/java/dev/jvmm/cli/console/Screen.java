// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Standard output for the guest and standard error for messages, which may be one terminal: a message begins on a line
 * of its own there, and ends it as a raw terminal needs it.
 */
public final class Screen {
    private final OutputStream out;
    private final OutputStream err;
    private final boolean shared;
    private final Object lock = new Object();
    // Guarded by lock:
    private boolean lineBegun;
    private boolean raw;

    /** @param shared whether both are the same terminal */
    public Screen(OutputStream out, OutputStream err, boolean shared) {
        this.out = out;
        this.err = err;
        this.shared = shared;
    }

    /** Where the guest's output goes. */
    public OutputStream guest() {
        return new GuestOutput();
    }

    /** Whether the terminal leaves line ends as they are. */
    public void setRaw(boolean value) {
        synchronized (lock) {
            raw = value;
        }
    }

    /** Shows a message of one line or several. */
    public void message(String text) {
        synchronized (lock) {
            String lineEnd = raw ? "\r\n" : "\n";
            StringBuilder bytes = new StringBuilder();
            if (shared && lineBegun) {
                bytes.append(lineEnd);
                lineBegun = false;
            }
            text.lines().forEach(line -> bytes.append(line).append(lineEnd));
            try {
                err.write(bytes.toString().getBytes(StandardCharsets.UTF_8));
                err.flush();
            } catch (IOException _) {
                // Whoever read standard error has gone: there is nobody left to tell.
            }
        }
    }

    /** Leaves the cursor at the start of a line: what comes next is the shell's. */
    public void endLine() {
        message("");
    }

    private final class GuestOutput extends OutputStream {
        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            if (!shared) {
                out.write(source, offset, length);
                return;
            }
            synchronized (lock) {
                out.write(source, offset, length);
                if (length > 0) {
                    lineBegun = source[offset + length - 1] != '\n' && source[offset + length - 1] != '\r';
                }
            }
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }
}
