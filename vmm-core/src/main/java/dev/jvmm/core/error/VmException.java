// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.core.error;

/**
 * A mistake of the user or a lack of the host: one line that names the file or option, and the mend.
 *
 * <p>Never thrown for what a guest does (that gets the architected result), nor for a bug of ours (that is an
 * {@link IllegalStateException}).
 */
public final class VmException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of mistake it was; the command line turns it into an exit code. */
    public enum Kind {
        /** The configuration or a file is wrong: exit code 1. */
        CONFIGURATION,
        /** An option or its value is wrong: exit code 2. */
        USAGE,
        /** The host lacks something (a device, a package, memory): exit code 3. */
        HOST
    }

    private final Kind kind;

    public VmException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public VmException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** A wrong configuration or file. */
    public static VmException configuration(String message) {
        return new VmException(Kind.CONFIGURATION, message);
    }

    /** A wrong option. */
    public static VmException usage(String message) {
        return new VmException(Kind.USAGE, message);
    }

    /** Something that the host lacks. */
    public static VmException host(String message) {
        return new VmException(Kind.HOST, message);
    }

    public Kind kind() {
        return kind;
    }
}
