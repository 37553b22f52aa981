// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.cli.debian;

/** Where a long step says how far it has come. Called from one thread at a time. */
@FunctionalInterface
public interface Progress {
    /** Says nothing. */
    Progress NONE = (step, done, total, unit) -> {};

    /** What {@code done} and {@code total} count. */
    enum Unit {
        BYTES,
        PERCENT,
        ITEMS
    }

    /**
     * A step has come this far. The first report of a step has {@code done} 0, the last {@code done} equal to
     * {@code total}.
     *
     * @param step what is being done, for a person to read, the same text for every report of one step
     * @param total what {@code done} will be at the end, or -1 while that is unknown
     */
    void report(String step, long done, long total, Unit unit);

    /** The step begins; how long it is isn't known yet. */
    default void begin(String step) {
        report(step, 0, -1, Unit.ITEMS);
    }

    /** The step, which had only been {@linkplain #begin begun}, is done. */
    default void end(String step) {
        report(step, 1, 1, Unit.ITEMS);
    }
}
