// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.debian;

import dev.jvmm.core.error.VmException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A suite of a Debian-like archive by its code name, with or without a pocket: {@code trixie},
 * {@code trixie-backports}, {@code trixie-security}, {@code sid}.
 */
public record Suite(String name) {
    // before the suites below, whose construction checks against it
    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*");

    public static final Suite BOOKWORM = new Suite("bookworm");
    public static final Suite TRIXIE = new Suite("trixie");
    public static final Suite TRIXIE_BACKPORTS = new Suite("trixie-backports");
    public static final Suite TRIXIE_SECURITY = new Suite("trixie-security");
    public static final Suite SID = new Suite("sid");

    /** @throws VmException when the name is no code name */
    public Suite {
        if (!NAME.matcher(name).matches()) {
            throw VmException.usage(
                    "'" + name + "' is no suite: give a code name such as trixie, trixie-backports or sid");
        }
    }

    /** The release this suite belongs to: {@code trixie} for {@code trixie-backports}. */
    public Suite base() {
        int dash = name.indexOf('-');
        return dash < 0 ? this : new Suite(name.substring(0, dash));
    }

    /** Whether packages come from the security archive, which is apart from the main one. */
    public boolean isSecurity() {
        return name.endsWith("-security");
    }

    /** The suites that together satisfy this one's dependencies, the release first. */
    List<Suite> withBase() {
        Suite base = base();
        return base.equals(this) ? List.of(this) : List.of(base, this);
    }

    /**
     * Whether the archive's signed expiry date is checked. A mirror of sid that stopped for a week reads as expired,
     * and what it holds is still signed.
     */
    boolean checksExpiry() {
        return !name.equals("sid") && !name.equals("unstable");
    }

    @Override
    public String toString() {
        return name;
    }
}
