// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.core.cpu;

/** Whether a backend can run arm64 guests on this host. */
public sealed interface Availability {
    /** It can. */
    record Available() implements Availability {}

    /** It cannot: one line that says why and how to mend it. */
    record Unavailable(String reason) implements Availability {}
}
