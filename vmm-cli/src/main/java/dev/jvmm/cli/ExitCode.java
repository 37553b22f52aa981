// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli;

import dev.jvmm.core.error.VmException;
import dev.jvmm.core.event.VmExit;

/** What the process tells whoever started it. */
final class ExitCode {
    static final int CLEAN = 0;
    /** The VMM, its configuration or a file is at fault. */
    static final int FAILURE = 1;
    /** An option is wrong. */
    static final int USAGE = 2;
    /** The host lacks something. */
    static final int HOST = 3;
    /** The guest's kernel panicked. */
    static final int GUEST_PANIC = 4;
    /** The time that {@code --timeout} gave has passed; as of timeout(1). */
    static final int TIMEOUT = 124;

    private ExitCode() {}

    static int of(VmException.Kind kind) {
        return switch (kind) {
            case CONFIGURATION -> FAILURE;
            case USAGE -> USAGE;
            case HOST -> HOST;
        };
    }

    static int of(VmExit exit) {
        return switch (exit) {
            case VmExit.PoweredOff(), VmExit.GuestReset(), VmExit.Stopped() -> CLEAN;
            case VmExit.GuestPanicked() -> GUEST_PANIC;
            case VmExit.Failed _ -> FAILURE;
        };
    }

    /** Of a process that ended because of a signal, as shells report it. */
    static int ofSignal(int number) {
        return 128 + number;
    }
}
