// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.console;

/**
 * Finds the commands in what the user types: Ctrl-A and a letter. Everything else is for the guest, Ctrl-A Ctrl-A is one
 * Ctrl-A for it. Confined to the thread that reads the keyboard.
 */
public final class EscapeKeys {
    /** What every command begins with: Ctrl-A. */
    public static final int PREFIX = 0x01;

    /** What the keys mean, a line each. */
    public static final String HELP = """
            Ctrl-A x       quits: ends the VM at once
            Ctrl-A p       presses the power button
            Ctrl-A r       resets the machine
            Ctrl-A i       shows counters and registers
            Ctrl-A h       shows this
            Ctrl-A Ctrl-A  sends Ctrl-A to the guest""";

    /** A command of the user to the VMM. */
    public enum Command {
        QUIT,
        POWER_BUTTON,
        RESET,
        INFORMATION,
        HELP
    }

    /** Gets what was typed, in its order. */
    public interface Listener {
        /** Bytes for the guest; the array is the listener's only during the call. */
        void toGuest(byte[] source, int offset, int length);

        void command(Command command);
    }

    private final Listener listener;
    private boolean prefixed;

    public EscapeKeys(Listener listener) {
        this.listener = listener;
    }

    /** Takes what was typed; a command may be split over two calls. */
    public void type(byte[] source, int length) {
        int start = 0;
        for (int i = 0; i < length; i++) {
            int key = Byte.toUnsignedInt(source[i]);
            if (prefixed) {
                prefixed = false;
                if (key == PREFIX) {
                    start = i; // this one is the guest's
                    continue;
                }
                start = i + 1;
                listener.command(command(key));
            } else if (key == PREFIX) {
                send(source, start, i);
                start = i + 1;
                prefixed = true;
            }
        }
        if (!prefixed) {
            send(source, start, length);
        }
    }

    private void send(byte[] source, int start, int end) {
        if (start < end) {
            listener.toGuest(source, start, end - start);
        }
    }

    private static Command command(int key) {
        return switch (key) {
            case 'x', 'X' -> Command.QUIT;
            case 'p', 'P' -> Command.POWER_BUTTON;
            case 'r', 'R' -> Command.RESET;
            case 'i', 'I' -> Command.INFORMATION;
            default -> Command.HELP; // also for those who mistyped
        };
    }
}
