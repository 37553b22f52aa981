// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.image;

/**
 * Something about an image that whoever wants to boot it should know.
 *
 * @param clause the clause of the ARM VM System Specification (docs/spec-clauses.md)
 * @param what in one line
 * @param mend what to do about it, in one line
 */
public record Finding(Severity severity, String clause, String what, String mend) {
    /** How bad it is. */
    public enum Severity {
        /** The image breaks the clause. */
        BREAKS,
        /** The image boots, but only because firmware mends it. */
        WEAK
    }

    @Override
    public String toString() {
        return clause + ": " + what + ": " + mend;
    }
}
